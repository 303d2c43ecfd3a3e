"""How a package's text in a catalog is read: its files, the rows of each as declarations, and names found in them."""

from __future__ import annotations

import pytest

from golinkname_ls.catalog.store.package_text import PackageText, Section, package_file_name, read_declaration
from golinkname_ls.syntax.items.declarations import (
    ConstDeclaration,
    Declaration,
    FuncDeclaration,
    Import,
    TypeDeclaration,
    VarDeclaration,
)

TEXT = """\
package x/p
-- a.go
//go:build linux && !cgo
//package q
//lines 7 3 10
import "fmt"
import other "a/b"
import _ "unsafe"
//go:linkname open
//go:linknamestd shut q.shut
func open(n int) error {}
func (s *span) open()
var table, opened int
-- empty.go
-- b.go
func open2()
var open int
-- a_amd64.s
//go:build linux
TEXT x/p.stop ABI0
GLOBL x/p.open ABIInternal
"""


def section(name: str) -> Section:
    return next(s for s in PackageText("x/p", TEXT).sections if s.name == name)


def test_file_of_a_package_has_no_folders() -> None:
    assert package_file_name("net/http/internal") == "net+http+internal.txt"


def test_head_of_a_section() -> None:
    a = section("a.go")
    assert (a.constraint, a.package_name, a.is_assembly) == ("linux && !cgo", "q", False)
    assert a.imports == (Import("fmt"), Import("a/b", "other"), Import("unsafe", "_"))
    assert a.directives == (("linkname", "open", "", 0), ("linknamestd", "shut", "q.shut", 0))
    assert a.lines == [7, 10, 20]
    assert len(a.rows) == 3


@pytest.mark.parametrize("name", ["empty.go", "b.go"])
def test_section_without_a_head(name: str) -> None:
    found = section(name)
    assert (found.constraint, found.package_name, found.imports, found.directives, found.lines) == ("", "p", (), (), [])


def test_section_ends_where_the_next_begins() -> None:
    assert [len(s.rows) for s in PackageText("x/p", TEXT).sections] == [3, 0, 2, 2]
    assert not section("empty.go").mentions("open")
    assert [s.name for s in PackageText("x/p", TEXT).directed] == ["a.go"]


def test_assembly_section_lists_symbols() -> None:
    found = section("a_amd64.s")
    assert (found.is_assembly, found.constraint) == (True, "linux")
    assert list(found.symbols()) == [("text", "x/p.stop", "ABI0"), ("globl", "x/p.open", "ABIInternal")]


@pytest.mark.parametrize(
    ("head", "imports_c"),
    [('import "C"', True), ('import "C/d"', False), ('import "fmt"\nimport "C"', True)],
)
def test_file_with_cgo(head: str, imports_c: bool) -> None:
    assert Section(f"a.go\n{head}\nvar v int", "p").imports_c == imports_c


@pytest.mark.parametrize("searches", [0, 20])
def test_declarations_are_found_by_their_very_name(searches: int) -> None:
    # The first few names are searched for in the text; later ones in a table of all.
    package = PackageText("x/p", TEXT)
    for number in range(searches):
        assert not package.named(f"none{number}")
    found = package.named("open")
    assert [(type(e.declaration), e.section.name, e.line) for e in found] == [
        (FuncDeclaration, "a.go", 7),
        (FuncDeclaration, "a.go", 10),
        (VarDeclaration, "b.go", 0),
    ]
    assert package.named("open") is found
    assert not package.named("ope")
    assert not package.named("stop")
    assert not package.named("int")


def test_names_and_methods_of_a_package() -> None:
    text = "package p\n-- a.go\nfunc (s *span) open()\nfunc (Span[K]) shut()\nfunc f()\n-- b.go\nfunc (s span) size() int\n"
    package = PackageText("p", text)
    assert package.names == {"open", "shut", "f", "size"}
    assert [(e.section.name, e.declaration.name) for e in package.methods("span")] == [
        ("a.go", "open"),
        ("b.go", "size"),
    ]
    assert [e.declaration.name for e in package.methods("Span")] == ["shut"]
    assert not package.methods("f")


@pytest.mark.parametrize(
    ("row", "declaration"),
    [
        ("func f(n int) error {}", FuncDeclaration("f", "func(n int) error", True)),
        ("func f(n int) error", FuncDeclaration("f", "func(n int) error", False)),
        # The result is no body.
        ("func f() struct{}", FuncDeclaration("f", "func() struct{}", False)),
        ("func f() interface{} {}", FuncDeclaration("f", "func() interface{}", True)),
        ("func (s *span) f()", FuncDeclaration("f", "func()", False, "s *span", "span", True)),
        ("func (*span) f()", FuncDeclaration("f", "func()", False, "*span", "span", True)),
        ("func (span) f()", FuncDeclaration("f", "func()", False, "span", "span", False)),
        ("func (m *Map[K, V]) f()", FuncDeclaration("f", "func()", False, "m *Map[K, V]", "Map", True)),
        (
            "func f[T interface{ ~[]int }](t T)",
            FuncDeclaration("f", "func(t T)", False, type_parameters="T interface{ ~[]int }"),
        ),
        ("func f() // go:cgo_unsafe_args", FuncDeclaration("f", "func()", False, pragmas=("go:cgo_unsafe_args",))),
        ("type t int", TypeDeclaration("t", "int", False)),
        ("type t = int", TypeDeclaration("t", "int", True)),
        ("type t [4]int", TypeDeclaration("t", "[4]int", False)),
        ("type t []int", TypeDeclaration("t", "[]int", False)),
        ("type t[K any] struct{ k K }", TypeDeclaration("t", "struct{ k K }", False, "K any")),
        ("type t[K any] [4]K", TypeDeclaration("t", "[4]K", False, "K any")),
        ("var v int", VarDeclaration("v", "int", "")),
        ("var v = f() // initial dynamic", VarDeclaration("v", "", "f()", initial="dynamic")),
        ("var v int // initial static", VarDeclaration("v", "int", "", initial="static")),
        ("var v map[string]int", VarDeclaration("v", "map[string]int", "")),
        ("var v = f() // initial dynamic result 1 of 2", VarDeclaration("v", "", "f()", 1, 2, "dynamic")),
        ("const c = 1 // iota 0", ConstDeclaration("c", "", "1", 0)),
        ("const c kind = iota // iota 3", ConstDeclaration("c", "kind", "iota", 3)),
        # Slashes of a value are no note.
        ('const c = "a // iota 9" // iota 2', ConstDeclaration("c", "", '"a // iota 9"', 2)),
        ('const c = "a // b"', ConstDeclaration("c", "", '"a // b"', 0)),
        ('const c = "a = b" // iota 0', ConstDeclaration("c", "", '"a = b"', 0)),
        ("", None),
        ("func", None),
        ("func (", None),
        ("type =", None),
        ("something else", None),
    ],
)
def test_row_is_a_declaration(row: str, declaration: Declaration | None) -> None:
    assert read_declaration(row) == declaration
