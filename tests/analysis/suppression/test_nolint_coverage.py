"""Which bytes a `//nolint` comment covers, which findings it silences there, and which of its items are idle."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.analysis.suppression.nolint_coverage import NolintCoverage, idle_items
from golinkname_ls.rules.core.finding import Finding, Severity, Stage
from golinkname_ls.rules.core.item_place import Anchor
from golinkname_ls.syntax.comments.nolint import nolints
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer
from golinkname_ls.text.span import Span

HEAD = 'package main\n\nimport _ "unsafe"\n\n'
DIRECTIVE = "//go:linkname stub runtime.stub\n"


def source_of(text: str) -> SourceFile:
    return SourceFile(Path("/m/main.go"), Buffer(text.encode()))


def coverages(source: SourceFile) -> list[NolintCoverage]:
    return [NolintCoverage.of(source, comment) for comment in nolints(source)]


def finding(source: SourceFile, place: str, code: str = "LN201", name: str = "forbidden-reference") -> Finding:
    """A finding of one byte, where `place` begins."""
    start = source.data.index(place.encode())
    return Finding(code, name, Stage.LINK, Severity.ERROR, "", Anchor(source, Span(start, start + 1)))


@pytest.mark.parametrize(
    ("comment", "silenced"),
    [
        ("//nolint", True),
        ("//nolint:all", True),
        ("//nolint:unused,all", True),
        ("//nolint:golinkname", True),
        ("//nolint:golinkname:LN201", True),
        ("//nolint:golinkname:forbidden-reference", True),
        ("//nolint:golinkname:LN301,LN201", True),
        ("//nolint:unused,golinkname", True),
        ("//nolint:golinkname:LN301", False),
        ("//nolint:golinkname:version-gap", False),
        # LN201 of another linter is none of ours.
        ("//nolint:golinkname:LN301,unused,LN201", False),
    ],
)
def test_a_finding_is_silenced_by_its_rule_or_by_all_rules(comment: str, silenced: bool) -> None:
    source = source_of(f"{HEAD}{comment}\n{DIRECTIVE}func stub()\n")
    [coverage] = coverages(source)
    assert coverage.silences(finding(source, DIRECTIVE)) is silenced


@pytest.mark.parametrize(
    ("text", "covered", "outside"),
    [
        # The group it stands in, and the declaration right below.
        ("//nolint:golinkname\n" + DIRECTIVE + "func stub()\n\nfunc other()\n", ["//go:", "stub()"], ["other()"]),
        (DIRECTIVE + "//nolint:golinkname\n\nfunc other()\n", ["//go:"], ["other()"]),
        # The directive of the stub that it stands on, wherever that is, and the other way round.
        (DIRECTIVE + "\nfunc other()\n\nfunc stub() //nolint:golinkname\n", ["//go:", "stub()"], ["other()"]),
        (DIRECTIVE + "\nfunc other() //nolint:golinkname\n\nfunc stub()\n", ["other()"], ["//go:", "stub()"]),
        (
            "//nolint:golinkname\nvar (\n\ta int\n\tstub int\n)\n\nfunc other()\n\n" + DIRECTIVE,
            ["a int", "stub int", "//go:"],
            ["other()"],
        ),
        # A directive that covers nothing of its stub leaves that alone.
        (DIRECTIVE + "//nolint:golinkname\n\nfunc stub()\n", ["//go:"], ["stub()"]),
    ],
)
def test_what_it_covers(text: str, covered: list[str], outside: list[str]) -> None:
    source = source_of(HEAD + text)
    [coverage] = coverages(source)
    assert [place for place in covered + outside if coverage.silences(finding(source, place))] == covered


def test_a_finding_that_begins_before_the_covered_bytes_is_not_silenced() -> None:
    source = source_of(f"{HEAD}//nolint:golinkname\n{DIRECTIVE}func stub()\n")
    [coverage] = coverages(source)
    start = coverage.comment.covers.start
    for begin, silenced in ((start - 1, False), (start, True)):
        at = Anchor(source, Span(begin, len(source.data)))
        assert coverage.silences(Finding("LN201", "", Stage.LINK, Severity.ERROR, "", at)) is silenced


@pytest.mark.parametrize(
    ("list_", "idle"),
    [
        (":golinkname:LN201", []),
        (":golinkname:LN202", ["golinkname:LN202"]),
        (":golinkname:LN201,LN202,golinkname:no-such-rule", ["LN202", "golinkname:no-such-rule"]),
        # Not ours to judge.
        (":unused,golinkname:LN202", ["golinkname:LN202"]),
        ("", []),
        (":all,golinkname:LN202", []),
        # LN405 is said after all others: what it would say is not known yet.
        (":golinkname:LN405", []),
        (":golinkname:unused-suppression", []),
    ],
)
def test_which_items_silence_nothing(list_: str, idle: list[str]) -> None:
    source = source_of(f"{HEAD}//nolint{list_}\n{DIRECTIVE}func stub()\n")
    found = coverages(source)
    items = sorted(idle_items(found, [finding(source, DIRECTIVE)]))
    assert [found[number].comment.items[at].text for number, at in items] == idle


def test_an_item_for_all_rules_is_idle_only_where_nothing_is_found() -> None:
    text = f"{HEAD}//nolint:golinkname\n{DIRECTIVE}func stub()\n\n//nolint:golinkname\nfunc other() {{}}\n"
    source = source_of(text)
    found = coverages(source)
    assert idle_items(found, [finding(source, DIRECTIVE)]) == {(1, 0)}
    assert idle_items(found, []) == {(0, 0), (1, 0)}
