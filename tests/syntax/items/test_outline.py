"""What the items of a file are, in order, and how those of one name are told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.incremental.answers import Answer
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import FuncDeclaration
from golinkname_ls.syntax.items.outline import Outline
from golinkname_ls.text.buffer import Buffer

TEXT = """\
package p

import _ "unsafe"

func (T) f()

func f()

type T int

func f() {}

func (*T) g() {}

func f(a int)

//go:linkname f runtime.f
"""


def read(text: str = TEXT) -> SourceFile:
    return SourceFile(Path("p.go"), Buffer(text.encode()))


def told(outline: Outline, name: str) -> list[tuple[int, int]]:
    """The ordinal and the line of each declaration of a name."""
    return [(declaration.ordinal, place.line) for declaration, place in outline.placed_named(name)]


def test_declarations_of_one_name_are_numbered_methods_aside() -> None:
    outline = read().outline
    assert told(outline, "f") == [(0, 7), (1, 11), (2, 15)]
    placed = [(d.name, d.ordinal, place.line) for d, place in outline.placed_declarations()]
    assert placed == [("f", 0, 5), ("f", 0, 7), ("T", 0, 9), ("f", 1, 11), ("g", 0, 13), ("f", 2, 15)]
    assert [d.name for d in outline.declared_names()] == ["f", "T", "f", "f"]


def test_each_declaration_is_found_where_it_stands() -> None:
    outline = read().outline
    for declaration, place in outline.placed_declarations():
        assert outline.place(declaration) == place
    first = outline.declared("f")[0]
    assert outline.place(first._replace(ordinal=3)) is None
    assert outline.place(first._replace(name="nowhere")) is None
    assert isinstance(first, FuncDeclaration)
    assert outline.place(first._replace(signature="func(other)")) is None


def test_funcs_without_body_keep_their_number() -> None:
    found = read().outline.funcs_without_body()
    assert [(d.qualified_name, d.ordinal, d.signature) for d in found] == [
        ("T.f", 0, "func()"),
        ("f", 0, "func()"),
        ("f", 2, "func(a int)"),
    ]


def test_names_are_those_of_the_package_not_of_types() -> None:
    outline = read().outline
    assert set(outline.names()) == {"f", "T"}
    assert (outline.declares("T"), outline.declares("g")) == (True, False)
    assert [d.qualified_name for d in outline.methods("T")] == ["T.f", "(*T).g"]
    assert [d.qualified_name for d in outline.methods_named("f")] == ["T.f"]
    assert outline.methods("") == [d for d in outline.declared("f") if isinstance(d, FuncDeclaration)]


@pytest.mark.parametrize(
    ("imports", "may"),
    [('"unsafe"', True), ('_ "unsafe"', True), ('"C"', True), ('"fmt"', False), ('"x/unsafe"', False)],
)
def test_a_file_with_unsafe_or_cgo_may_hold_directives(imports: str, may: bool) -> None:
    assert read(f"package p\n\nimport {imports}\n").outline.imports_unsafe is may


def test_a_directive_is_found_where_it_stands() -> None:
    outline = read().outline
    [directive] = outline.directives
    place = outline.directive_place(directive)
    assert place is not None
    assert TEXT[place.span.start : place.span.end] == "//go:linkname f runtime.f"


def test_who_asks_depends_on_that_kind_of_item_alone() -> None:
    source = read()
    runs: list[str] = []

    def question(kind: str) -> Answer[object]:
        def ask() -> object:
            runs.append(kind)
            outline = source.outline
            return {
                "imports": lambda: outline.imports,
                "directives": lambda: outline.directives,
                "names": lambda: sorted(outline.names()),
            }[kind]()

        return Answer(ask)

    questions = [question(kind) for kind in ("imports", "directives", "names")]

    def again() -> list[str]:
        runs.clear()
        for one in questions:
            one.ask()
        return list(runs)

    assert again() == ["imports", "directives", "names"]
    source.splice(TEXT.index("f(a int)"), TEXT.index("f(a int)") + 1, b"h")
    assert again() == ["names"]
    source.splice(TEXT.index("runtime.f"), TEXT.index("runtime.f"), b"x")
    assert again() == ["directives"]
    source.splice(TEXT.index("unsafe"), TEXT.index("unsafe"), b"x/")
    assert again() == ["imports"]
