"""What defines a symbol outside std: Go, assembly, what the compiler writes, shared libraries."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.linking.resolving.definitions_outside_std import OwnDefinition, own_definitions
from golinkname_ls.program.program import Program
from tests.program.small_programs import MODULE, program, target

LIB = f"{MODULE}/lib"


def library(root: Path, code: str, files: dict[str, str] | None = None, version: str = "1.27") -> Program:
    """Program of a main that imports lib, which has this code."""
    texts = {
        "main.go": f'package main\n\nimport _ "{LIB}"\n\nfunc main() {{}}\n',
        "lib/lib.go": f'package lib\n\nimport (\n\t"sync"\n\t_ "unsafe"\n)\n\nvar _ sync.Mutex\n\n{code}\n',
    }
    return program(root, texts | (files or {}), target(version))


def said(definition: OwnDefinition) -> str:
    """Kind of a definition, with what is special about it."""
    words = [definition.kind.value]
    if definition.presence.value != "defined":
        words.append(definition.presence.value)
    if definition.kind.value == "assembly" and definition.presence.value != "unknown":
        words.append(definition.abi)
    return " ".join(words) + (" marked" if definition.marked else "")


def definitions(found: Program, symbol: str) -> list[str]:
    return [said(d) for d in own_definitions(found, symbol, found.symbols.target)]


@pytest.mark.parametrize(
    ("code", "name", "expected"),
    [
        ("func f() {}", "f", ["func"]),
        ("func f()", "f", []),
        ("var f int", "f", ["var"]),
        ("const f = 1", "f", []),
        ("type f int", "f", []),
        ("func f[T any](T) {}", "f", []),
        ("func f() {}", "g", []),
        # The symbol of this name is the compiler's, not that of a func init.
        ("func init() {}", "init", []),
        ("//go:linkname f\nfunc f() {}", "f", ["func marked"]),
        (f"//go:linkname f {LIB}.f\nfunc f() {{}}", "f", ["func marked"]),
        # It has another name; a stub for another symbol defines none.
        ("//go:linkname f x.y\nfunc f() {}", "f", []),
        ("//go:linkname f x.y\nvar f int", "f", []),
        # A stub beside it marks, but not a func that it is no directive of.
        (f"func f() {{}}\n//go:linkname g {LIB}.f\nfunc g()", "f", ["func"]),
    ],
)
def test_go_code_of_the_package(code: str, name: str, expected: list[str], tmp_path: Path) -> None:
    assert set(definitions(library(tmp_path, code), f"{LIB}.{name}")) == set(expected)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("//go:linkname f x.y\nfunc f() {}", ["func marked"]),
        ("//go:linkname f x.y\nvar f int", ["var marked"]),
        ("//go:linkname f x.y\nfunc f()", []),
        ("//go:linkname f x.y\nfunc f[T any](T) {}", []),
        ("//go:linkname f x.z\nfunc f() {}", []),
    ],
)
def test_what_a_directive_gives_a_name(code: str, expected: list[str], tmp_path: Path) -> None:
    assert definitions(library(tmp_path, code), "x.y") == expected


def test_directive_in_a_file_that_the_target_leaves_out(tmp_path: Path) -> None:
    push = 'package lib\n\nimport _ "unsafe"\n\n//go:linkname f x.y\nfunc f() {}\n'
    assert definitions(library(tmp_path / "a", "", {"lib/push_arm64.go": push}), "x.y") == []
    assert definitions(library(tmp_path / "b", "", {"lib/push_amd64.go": push}), "x.y") == ["func marked"]


METHODS = """
type T struct{}

func (T) value()    {}
func (*T) pointer() {}
func (T) bodyless()

type Alias = T
func (Alias) by_alias() {}

type G[E any] struct{}
func (G[E]) generic() {}

type Embeds struct{ sync.Mutex }
type Defined T
"""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("T.value", ["func"]),
        ("(*T).value", ["func"]),
        ("(*T).pointer", ["func"]),
        ("T.pointer", []),
        ("(T).value", []),
        ("value", []),
        ("T.none", []),
        ("T.bodyless", []),
        ("G.generic", []),
        # A method belongs to the type that its receiver is an alias of.
        ("T.by_alias", ["func"]),
        ("Alias.by_alias", []),
        # Wrappers are written for what is used.
        ("(*Embeds).Lock", ["func unknown"]),
        ("Embeds.Lock", []),
        ("Defined.value", []),
    ],
)
def test_methods(name: str, expected: list[str], tmp_path: Path) -> None:
    assert definitions(library(tmp_path, METHODS), f"{LIB}.{name}") == expected


@pytest.mark.parametrize(
    ("name", "version", "expected"),
    [
        ("F.func1", "1.27", ["func unknown"]),
        ("F.func2", "1.27", []),
        ("init.0", "1.27", ["func unknown"]),
        ("init.1", "1.27", []),
    ],
)
def test_what_the_compiler_may_write(name: str, version: str, expected: list[str], tmp_path: Path) -> None:
    code = "var V func()\n\nfunc F() { V = func() {} }\n\nfunc init() {}"
    assert definitions(library(tmp_path, code, version=version), f"{LIB}.{name}") == expected


@pytest.mark.parametrize(
    ("text", "code", "symbol", "expected"),
    [
        ("TEXT ·f(SB),4,$0\n\tRET\n", "", f"{LIB}.f", ["assembly ABI0"]),
        ("TEXT ·f<ABIInternal>(SB),4,$0\n\tRET\n", "", f"{LIB}.f", ["assembly ABIInternal"]),
        ("TEXT ·f<>(SB),4,$0\n\tRET\n", "", f"{LIB}.f", []),
        ("TEXT ·f(SB),4,$0\n\tRET\n", "//go:linkname f\nfunc f()", f"{LIB}.f", ["assembly ABI0 marked"]),
        # Go's body, or var, is the definition, and the file's content comes on top.
        ("TEXT ·f(SB),4,$0\n\tRET\n", "var f int", f"{LIB}.f", ["var", "assembly ABI0"]),
        ("GLOBL ·x(SB), 16, $8\n", "", f"{LIB}.x", ["assembly data"]),
        ("GLOBL ·x(SB), 16, $8\n", "var x int", f"{LIB}.x", ["var"]),
        # For another package's name, or none.
        ("TEXT x·y(SB),4,$0\n\tRET\n", "", "x.y", ["assembly ABI0"]),
        ("TEXT x·y(SB),4,$0\n\tRET\n", "//go:linkname f x.y\nfunc f()", "x.y", ["assembly ABI0 marked"]),
        ("TEXT x·y(SB),4,$0\n\tRET\n", "", "x.z", []),
        ("TEXT loose(SB),4,$0\n\tRET\n", "", "loose", ["assembly ABI0"]),
        ("GLOBL loose(SB), 16, $8\n", "", "loose", ["assembly data"]),
        ("GLOBL loose(SB), 16, $8\n", "", "other", []),
    ],
)
def test_assembly(text: str, code: str, symbol: str, expected: list[str], tmp_path: Path) -> None:
    assert definitions(library(tmp_path, code, {"lib/a.s": text}), symbol) == expected


def test_stub_of_assembly_is_its_declaration(tmp_path: Path) -> None:
    files = {"lib/a.s": "TEXT ·f(SB),4,$0\n\tRET\nTEXT x·y(SB),4,$0\n\tRET\n"}
    found = library(tmp_path, "func f()\n\n//go:linkname g x.y\nfunc g()", files)
    names = [own_definitions(found, s, found.symbols.target)[0].declaration for s in (f"{LIB}.f", "x.y")]
    assert [d.name for d in names if d is not None] == ["f", "g"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"lib/c.go": 'package lib\n\n//go:cgo_import_dynamic c_open open "libc.so"\n'}, ["assembly imported ABI0"]),
        # C code and object files are not read.
        ({"lib/c.go": 'package lib\n\nimport "C"\n'}, ["assembly unknown"]),
        ({"lib/o.syso": ""}, ["assembly unknown"]),
        # What is certain comes first.
        (
            {"lib/c.go": 'package lib\n\nimport "C"\n', "a.s": "TEXT c_open(SB),4,$0\n\tRET\n"},
            ["assembly ABI0", "assembly unknown"],
        ),
    ],
)
def test_names_without_a_package(files: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    assert definitions(library(tmp_path, "", files), "c_open") == expected


def test_symbols_of_packages_outside_the_program(tmp_path: Path) -> None:
    found = library(tmp_path, "func f() {}", {"other/o.go": "package other\n\nfunc f() {}\n"})
    assert definitions(found, f"{MODULE}/other.f") == []
    assert definitions(found, "main.main") == ["func"]
    assert definitions(found, f"{MODULE}.main") == []


def test_tests_count_in_the_program_of_the_tests(tmp_path: Path) -> None:
    files = {
        "m.go": "package m\n",
        "m_test.go": "package m\n\nfunc inner() {}\n",
        "x_test.go": "package m_test\n\nfunc outer() {}\n",
    }
    tested, plain = program(tmp_path, files, tests=True), program(tmp_path, files)
    assert definitions(tested, f"{MODULE}.inner") == ["func"]
    assert definitions(tested, f"{MODULE}_test.outer") == ["func"]
    assert definitions(tested, f"{MODULE}_test.inner") == []
    assert definitions(tested, f"{MODULE}.outer") == []
    assert definitions(plain, f"{MODULE}.inner") == []
