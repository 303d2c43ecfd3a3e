"""The one finding made of the reports of one rule at one place: which of them it shows, and how severe it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.analysis.joined_reports import join_reports, reports_of
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.rules.core.finding import Fix, Severity, Stage
from golinkname_ls.rules.core.item_place import Anchor
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer
from golinkname_ls.text.span import Span

RULE = Rule("LN201", "forbidden-reference", Stage.LINK, "")
AT = Anchor(SourceFile(Path("/m/a.go"), Buffer(b"package a\n")), Span(0, 7))


def report(text: str, fixes: object = ()) -> tuple[Target, Violation]:
    """A report from `VERSION SEVERITY [PLATFORM]`; its message is that text."""
    version, severity, platform = (text + " linux/amd64").split()[:3]
    target = Target(GoVersion.parse(version), Platform.parse(platform))
    return target, Violation(RULE, AT, text, Severity(severity), fixes=fixes)


def current(text: str) -> frozenset[GoVersion]:
    return frozenset(map(GoVersion.parse, text.split()))


# design.md: the severity is that of the toolchain in force; what fails only in another version is a warning.
@pytest.mark.parametrize(
    ("reports", "now", "severity", "message"),
    [
        (["1.26 error", "1.27 error"], "1.27", "error", "1.27 error"),
        (["1.26 error", "1.27 warning"], "1.27", "warning", "1.27 warning"),
        (["1.26 error", "1.27 hint"], "1.26 1.27", "error", "1.26 error"),
        (["1.27 warning", "1.27 error windows/amd64"], "1.27", "error", "1.27 error windows/amd64"),
        (["1.27 error", "1.27 hint windows/amd64"], "1.27", "error", "1.27 error"),
        (["1.22 error"], "1.27", "warning", "1.22 error (not the current toolchain: Go 1.22)"),
        (
            ["1.24 error", "1.22 error", "1.22 error windows/amd64", "1.25 warning"],
            "1.27",
            "warning",
            "1.24 error (not the current toolchain: Go 1.22, 1.24, 1.25)",
        ),
        (["1.22 warning", "1.23 hint"], "1.27", "warning", "1.22 warning"),
        (["1.22 information"], "1.27", "information", "1.22 information"),
        # Of equally bad ones the newest version's: it speaks of the definition that will stay.
        (["1.25 warning", "1.26 warning", "1.24 warning"], "1.24 1.25 1.26", "warning", "1.26 warning"),
    ],
)
def test_the_worst_of_a_current_version_counts(reports: list[str], now: str, severity: str, message: str) -> None:
    found = join_reports([report(text) for text in reports], current(now))
    assert (found.severity.value, found.message) == (severity, message)


def test_it_names_every_version_and_platform_once_in_order() -> None:
    texts = ["1.22 hint", "1.9 hint", "1.22 hint windows/amd64", "1.22 hint darwin/arm64", "1.10 error"]
    found = join_reports([report(text) for text in texts], current("1.22"))
    assert found.go == ("1.9", "1.10", "1.22")
    assert found.platforms == ("darwin/arm64", "linux/amd64", "windows/amd64")
    assert (found.code, found.span) == ("LN201", Span(0, 7))


def test_only_the_fixes_of_the_report_that_is_shown_are_made() -> None:
    fix = Fix("Remove", True, tuple)

    def unasked() -> tuple[Fix, ...]:
        raise AssertionError("fixes cost something")

    shown, other = report("1.27 error", lambda: (fix,)), report("1.26 error", unasked)
    assert join_reports([other, shown], current("1.27")).fixes == (fix,)
    assert join_reports([report("1.27 error", (fix,))], current("1.27")).fixes == (fix,)


def endless(*before: int):
    yield from before
    raise RecursionError


def test_what_is_nested_too_deep_has_no_reports_and_no_fixes() -> None:
    assert reports_of(lambda: iter((1, 2))) == [1, 2]
    assert reports_of(lambda: endless(1)) == []
    assert join_reports([report("1.27 error", lambda: endless())], current("1.27")).fixes == ()
