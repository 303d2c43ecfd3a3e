"""How a package's files stand in a catalog: what is kept of each declaration, and that it is read back unchanged."""

from __future__ import annotations

import pytest

from golinkname_ls.catalog.building.goroot_packages import SourcePackage
from golinkname_ls.catalog.building.package_writer import write_package
from golinkname_ls.catalog.store.package_text import PackageText
from golinkname_ls.syntax.items.declarations import FuncDeclaration
from golinkname_ls.syntax.items.declarations_from_tree import extract


def package(path: str, *files: str) -> SourcePackage:
    return SourcePackage(path, [extract(f"{number}.go", text.encode()) for number, text in enumerate(files)])


def rows(code: str, constants: frozenset[str] | None = None) -> list[str]:
    """The rows of one file behind its head."""
    return write_package(package("p", f"package p\n{code}\n"), constants).splitlines()[2:]


@pytest.mark.parametrize(
    ("code", "row"),
    [
        ("func f(n int) error { return nil }", "func f(n int) error {}"),
        ("func f(n int) error", "func f(n int) error"),
        ("func (s *span) f() {}", "func (s *span) f() {}"),
        ("func f[T any](t T) {}", "func f[T any](t T) {}"),
        ("//go:cgo_unsafe_args\nfunc f()", "func f() // go:cgo_unsafe_args"),
        # Only what tells of the symbol is kept of the pragmas.
        ("//go:nosplit\nfunc f()", "func f()"),
        ("var v *int", "var v *int"),
        # The value of a var that says its type is kept only as what the object file has of it.
        ("var v int = 7", "var v int // initial static"),
        ("var v int = 0", "var v int // initial zero"),
        ("var v = f()", "var v = f() // initial dynamic"),
        ("const c kind = 1 << 3", "const c kind = 1 << 3 // iota 0"),
        # Raw strings lose their carriage returns (Go specification, String literals).
        ('const c = `two\r\nlines " \\ `', r'const c = "two\nlines \" \\ " // iota 0'),
        ("const c = `one`", "const c = `one` // iota 0"),
        ("type t = int", "type t = int"),
        ("type t[K any] struct{ k K }", "type t[K any] struct{ k K }"),
    ],
)
def test_declaration_is_one_row(code: str, row: str) -> None:
    lines, *found = rows(code)
    assert lines.startswith("//lines ")
    assert found == [row]


def test_file_has_a_head() -> None:
    text = '//go:build linux\n\npackage q\n\nimport (\n\t"fmt"\n\t_ "unsafe"\n)\n\n//go:linkname f\nfunc f() {}\n\n\nvar v int\n'
    assert write_package(package("internal/p", text)).splitlines() == [
        "package internal/p",
        "-- 0.go",
        "//go:build linux",
        "//package q",
        # Lines count from the line before.
        "//lines 11 3",
        'import "fmt"',
        'import _ "unsafe"',
        "//go:linkname f",
        "func f() {}",
        "var v int",
    ]


def test_package_named_after_its_path_is_not_said() -> None:
    assert "//package" not in write_package(package("internal/p", "package p\n"))


@pytest.mark.parametrize(
    ("constants", "kept"), [(None, ["a", "b", "v"]), (frozenset(), ["v"]), (frozenset({"b", "v"}), ["b", "v"])]
)
def test_only_the_given_constants_are_kept(constants: frozenset[str] | None, kept: list[str]) -> None:
    text = "package p\n\nconst a = 1\n\nconst b = 2\n\nvar v int\n\nvar _ int\n"
    assert sorted(PackageText("p", write_package(package("p", text), constants)).names) == kept


def test_lines_are_those_of_what_is_kept() -> None:
    text = "package p\n\nconst a = 1\n\nvar v int\n"
    entries = PackageText("p", write_package(package("p", text), frozenset())).named("v")
    assert [e.line for e in entries] == [5]


def test_assembly_lists_symbols_under_its_constraint() -> None:
    written = package("p")
    written.assembly = [
        ("a.s", "linux", [("text", "p.f", "ABI0"), ("globl", "p.t", "ABIInternal")]),
        ("b.s", "", [("text", "p.g", "ABI0")]),
    ]
    assert write_package(written).splitlines()[1:] == [
        "-- a.s",
        "//go:build linux",
        "TEXT p.f ABI0",
        "GLOBL p.t ABIInternal",
        "-- b.s",
        "TEXT p.g ABI0",
    ]


@pytest.mark.parametrize(
    "code",
    [
        "func (v Value) Len() int { return 0 }",
        "func (*span) f(a, b int, more ...string) (n int, err error)",
        "func f[T interface{ ~int }](t T) (r T) { return }",
        "//go:cgo_unsafe_args\nfunc f()",
        "var a, b = g()",
        "var v = map[string]int{}",
        "var v, w int = 1, 2",
        "const (\n\ta kind = iota\n\tb\n)",
        "type t[K comparable, V any] map[K]V",
        "type t[N [4]int] struct{ n N }",
        "type t = []int",
        "type t [4]int",
        "type i interface {\n\tf() (int, error)\n\tio.Reader\n}",
    ],
)
def test_what_is_written_is_read_back(code: str) -> None:
    source = extract("a.go", f"package p\n{code}\n".encode())
    (section,) = PackageText("p", write_package(SourcePackage("p", [source]))).sections
    read = [section.declaration(number) for number in range(len(section.rows))]
    # The tree of a signature is not kept, its text is.
    fresh = [d._replace(written=None) if isinstance(d, FuncDeclaration) else d for d in source.declarations]
    assert read == fresh
    assert section.lines == list(source.lines)
