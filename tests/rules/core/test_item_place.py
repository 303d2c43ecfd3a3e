"""Where an item of a file stands: the part a rule reports at, after edits too, and nowhere once it is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.rules.core.item_place import Anchor, Part, at_directive, at_local, at_name, at_remote, at_stub
from golinkname_ls.syntax.comments.mirror_comment import mirror_comments
from golinkname_ls.syntax.files.editable_assembly_text import AssemblyFile
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer
from golinkname_ls.text.span import Span
from tests.rules.core.small_units import edited, first_link, main_unit

TEXT = "package p\n\n//go:linkname local remote.name\nfunc local(n int)\n\n//golinkname:mirror runtime.hmap\ntype hmap struct{}\n"


def file(text: str = TEXT) -> SourceFile:
    return SourceFile(Path("/m/a.go"), Buffer(text.encode()))


def shown(anchor: Anchor) -> str:
    return anchor.file.data[anchor.span.start : anchor.span.end].decode()


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (Part.WHOLE, "//go:linkname local remote.name"),
        (Part.LOCAL, "local"),
        (Part.REMOTE, "remote.name"),
    ],
)
def test_part_of_a_directive(part: Part, text: str) -> None:
    source = file()
    assert shown(Anchor(source, source.outline.directives[0], part)) == text


@pytest.mark.parametrize("part", [Part.LOCAL, Part.REMOTE])
def test_argument_that_is_not_there_is_the_whole_directive(part: Part) -> None:
    source = file("package p\n\n//go:linkname local\n" if part is Part.REMOTE else "package p\n\n//go:linkname \n")
    anchor = Anchor(source, source.outline.directives[0], part)
    assert anchor.span == Anchor(source, source.outline.directives[0]).span
    assert shown(anchor).startswith("//go:linkname")


def test_declaration_and_its_name() -> None:
    source = file()
    (func,) = source.outline.declared("local")
    assert shown(at_name(source, func)) == "local"
    assert shown(Anchor(source, func)) == "func local(n int)"


def test_place_follows_edits() -> None:
    source = file()
    (func,), (comment,) = source.outline.declared("local"), mirror_comments(source)
    directive = source.outline.directives[0]
    anchors = [Anchor(source, directive, Part.REMOTE), at_name(source, func), Anchor(source, comment)]
    before = [shown(anchor) for anchor in anchors]
    assert before[2] == "//golinkname:mirror runtime.hmap"
    starts = [anchor.span.start for anchor in anchors]
    edited(source, "package p\n", "package p\n\nvar first int\n")
    assert [shown(anchor) for anchor in anchors] == before
    assert [anchor.span.start for anchor in anchors] == [start + len("\nvar first int\n") for start in starts]


def test_item_that_is_gone_is_nowhere() -> None:
    source = file()
    (func,) = source.outline.declared("local")
    anchors = [Anchor(source, source.outline.directives[0]), at_name(source, func)]
    edited(source, "//go:linkname local remote.name\nfunc local(n int)\n", "")
    assert [anchor.span for anchor in anchors] == [Span(0, 0)] * 2


def test_bytes_are_where_they_are() -> None:
    assembly = AssemblyFile(Path("/m/a.s"), Buffer(b"TEXT \xc2\xb7f(SB),4,$0\n"))
    assert Anchor(assembly, Span(5, 8)).span == Span(5, 8)
    assert Anchor(file(), Span(5, 8)).span == Span(5, 8)


def test_settled_place_needs_no_text() -> None:
    source = file()
    anchor = Anchor(source, source.outline.directives[0], Part.LOCAL)
    settled = anchor.settled()
    assert (settled.span, settled.file.path) == (anchor.span, source.path)
    assert settled.file.data == b""


@pytest.mark.parametrize(
    ("code", "local", "remote"),
    [
        ("//go:linkname now time.now\nfunc now()", "now", "time.now"),
        ("//go:linkname now\nfunc now()", "now", "//go:linkname now"),
    ],
)
def test_arguments_of_a_link(tmp_path: Path, code: str, local: str, remote: str) -> None:
    link = first_link(main_unit(tmp_path, code))
    assert (shown(at_local(link)), shown(at_remote(link))) == (local, remote)


def test_stub_stands_for_its_directive_in_its_own_file_only(tmp_path: Path) -> None:
    directive = "//go:linkname now time.now"
    here = first_link(main_unit(tmp_path / "here", f"{directive}\nfunc now()"))
    assert shown(at_stub(here)) == "now"
    beside = {"b.go": 'package main\n\nimport _ "unsafe"\n\nfunc now()\n'}
    there = first_link(main_unit(tmp_path / "beside", directive, others=beside))
    assert there.stub is not None
    none = first_link(main_unit(tmp_path / "none", directive))
    for link in (there, none):
        assert shown(at_stub(link)) == shown(at_directive(link)) == directive
