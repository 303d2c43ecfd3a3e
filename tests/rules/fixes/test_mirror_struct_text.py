"""How an upstream struct is written for a file outside its package: which fields, with which types."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.contract.mirrors.layout_differences import MirrorTerms
from golinkname_ls.contract.signature_writer import Unwritable
from golinkname_ls.golang.types import model as m
from golinkname_ls.rules.core.mirror_pairs import upstream_type
from golinkname_ls.rules.fixes.mirror_struct_text import StructText
from golinkname_ls.rules.fixes.type_writers import writer_for
from tests.rules.core.small_units import unit_of

LIB = "example.com/m/lib"
ALLOCATED = MirrorTerms(allocated=True)


def written(root: Path, ours: str, theirs: str, terms: MirrorTerms = ALLOCATED) -> str:
    lib = "type number int\n\ntype inner struct{ a, b int }\n\ntype Out struct{ n int }\n\ntype face interface{ f() }\n"
    files = {
        "a.go": (
            f'package main\n\nimport (\n\t"{LIB}"\n\t"unsafe"\n)\n\nvar _ lib.Out\n\ntype own int\n\n'
            f"type mine struct {{ {ours} }}\n\nfunc main() {{}}\n"
        ),
        "lib/lib.go": f'package lib\n\nimport "unsafe"\n\nvar _ unsafe.Pointer\n\n{lib}\ntype t struct {{ {theirs} }}\n',
    }
    unit = unit_of(root, files)
    kind, upstream = unit.variable("mine"), upstream_type(unit, (f"{LIB}.t",))
    assert isinstance(kind, m.Named)
    assert upstream is not None
    return StructText(unit, writer_for(unit, unit.source), kind, terms).text(upstream)


def fields(text: str) -> list[str]:
    return [" ".join(row.split()) for row in text.splitlines()[1:-1]]


@pytest.mark.parametrize(
    ("theirs", "rows"),
    [
        ("a int; b *number", ["a int", "b unsafe.Pointer"]),
        ("a number", ["a int"]),
        ("a Out", ["a lib.Out"]),
        ("a []number", ["a []int"]),
        ("a [3]inner", ["a [3]struct {", "a int", "b int", "}"]),
        ("a []inner", ["a []struct {", "a int", "b int", "}"]),
        ("a inner", ["a struct {", "a int", "b int", "}"]),
        ("a any", ["a interface{}"]),
        # An interface with methods has two words, of which the first is no pointer that one would follow.
        ("a face", ["a struct {", "tab unsafe.Pointer", "data unsafe.Pointer", "}"]),
        ("a []face", ["a []struct {", "tab unsafe.Pointer", "data unsafe.Pointer", "}"]),
        # What takes no room in the middle is left out; at the end it makes room, and an alignment counts everywhere.
        ("a struct{}; b int", ["b int"]),
        ("a [0]int64; b int8", ["a [0]int64", "b int8"]),
        ("b int; a struct{}", ["b int", "a struct{}"]),
    ],
)
def test_fields_are_written_with_types_of_their_layout(tmp_path: Path, theirs: str, rows: list[str]) -> None:
    assert fields(written(tmp_path, "", theirs)) == rows


@pytest.mark.parametrize(
    ("ours", "theirs", "rows"),
    [
        # Our own type of a field is kept where it serves.
        ("a own", "a int", ["a own"]),
        ("a own", "b int; a number", ["b int", "a own"]),
        ("a *own", "a *number", ["a *own"]),
        ("a own", "a int32", ["a int32"]),
        ("a uintptr", "a *number", ["a unsafe.Pointer"]),
        ("a unsafe.Pointer", "a number", ["a int"]),
        ("A own", "a int", ["a int"]),
        # Only of the struct itself, not of one within it.
        ("b own", "a inner; b int", ["a struct {", "a int", "b int", "}", "b own"]),
    ],
)
def test_own_type_of_a_field_is_kept(tmp_path: Path, ours: str, theirs: str, rows: list[str]) -> None:
    assert fields(written(tmp_path, ours, theirs)) == rows


@pytest.mark.parametrize(
    ("ours", "terms", "rows"),
    [
        # A mirror that nobody allocates may end early: with the last field that it had.
        ("a int", MirrorTerms(), ["a int"]),
        ("B int", MirrorTerms(), ["a int", "b int"]),
        ("x int", MirrorTerms(), ["a int", "b int", "c int"]),
        ("a int", ALLOCATED, ["a int", "b int", "c int"]),
        ("a int", MirrorTerms(stride=True), ["a int", "b int", "c int"]),
    ],
)
def test_mirror_ends_where_it_may(tmp_path: Path, ours: str, terms: MirrorTerms, rows: list[str]) -> None:
    assert fields(written(tmp_path, ours, "a, b, c int", terms)) == rows


@pytest.mark.parametrize(
    ("ours", "theirs", "rows"),
    [
        # Letter case makes no other field; what is within a field is upstream's.
        ("b int", "A, B, C int", ["A int", "B int"]),
        ("a int", "n inner; z int", ["n struct {", "a int", "b int", "}", "z int"]),
    ],
)
def test_fields_that_both_have(tmp_path: Path, ours: str, theirs: str, rows: list[str]) -> None:
    assert fields(written(tmp_path, ours, theirs, MirrorTerms())) == rows


def test_text_is_as_gofmt_writes_it(tmp_path: Path) -> None:
    # gofmt aligns the types of neighbouring lines; a type of several lines ends a section.
    expected = "struct {\n\tn      int\n\tlonger struct {\n\t\ta int\n\t\tb int\n\t}\n\tnames bool\n\te     struct{}\n}"
    assert written(tmp_path, "", "n int; longer inner; names bool; e struct{}") == expected


@pytest.mark.parametrize(("theirs", "text"), [("", "struct{}"), ("e struct{}", "struct {\n\te struct{}\n}")])
def test_struct_without_bytes(tmp_path: Path, theirs: str, text: str) -> None:
    assert written(tmp_path, "", theirs) == text


def test_structs_nested_too_deep_are_not_written(tmp_path: Path) -> None:
    def nested(depth: int) -> str:
        kind = "inner"
        for number in range(depth):
            kind = f"struct{{ n{number} {kind} }}"
        return f"a {kind}"

    assert "int" in written(tmp_path / "few", "", nested(3))
    with pytest.raises(Unwritable):
        written(tmp_path / "many", "", nested(30))


def test_only_a_struct_is_written(tmp_path: Path) -> None:
    unit = unit_of(tmp_path, {"a.go": "package main\n\ntype mine struct{}\n\ntype own int\n\nfunc main() {}\n"})
    kind = unit.variable("mine")
    assert isinstance(kind, m.Named)
    with pytest.raises(Unwritable):
        StructText(unit, writer_for(unit, unit.source), kind, ALLOCATED).text(unit.variable("own"))
