"""Whether a package makes values of a mirror type, into which upstream may then write."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.contract.mirrors.mirror_allocations import allocates
from tests.program.small_programs import MODULE, program

IMPORTS = """package m

import (
	"reflect"
	"unsafe"

	"example.com/m/lib"
)

type T struct{ n int }

var _ = reflect.TypeOf(0)
var _ lib.Q
var p unsafe.Pointer
"""


def allocated(root: Path, code: str, name: str = "T", files: dict[str, str] | None = None) -> bool:
    texts = {"m.go": f"{IMPORTS}\n{code}\n", "lib/lib.go": "package lib\n\ntype Q struct{}\n"}
    found = program(root, texts | (files or {}))
    package, target = found.closure.packages[MODULE], found.symbols.target
    source = package.source("m.go")
    assert source is not None
    return allocates(package, target, source, name)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("", False),
        ("func f() *T { return &T{} }", True),
        ("var x = T{n: 1}", True),
        ("func f() *T { return new(T) }", True),
        ("func f() { x := new(T); _ = x }", True),
        ("var x T\n\nvar y = &x", True),
        ("func f() { var x T; g(&x) }\nfunc g(*T) {}", True),
        # Pointers are made of what upstream has.
        ("var x *T", False),
        ("func f() **T { return new(*T) }", False),
        ("func f() *T { return (*T)(p) }", False),
        ("func f(x *T) *T { return x }", False),
        ("var x map[string]*T", False),
        # Arrays and slices.
        ("var x = []T{}", True),
        ("var x = [...]T{{}, {}}", True),
        ("var x [2]T", True),
        ("var x = make([]T, 3)", True),
        ("var x = new([2]T)", True),
        ("var x []T", False),
        ("var x = new([]T)", False),
        ("var x = []*T{}", False),
        ("var x = make(chan T)", False),
        # Only asked for its size or type.
        ("const size = unsafe.Sizeof(T{})", False),
        ("var size = unsafe.Offsetof(T{}.n)", False),
        ("var kind = reflect.TypeOf(T{})", False),
        ("var kind = reflect.TypeOf(new(T)).Elem()", False),
        ("var _ T", False),
        ("func T2() { type T2 struct{}; _ = T2{} }", False),
        # The directive lays it over upstream's.
        ("//go:linkname x runtime.x\nvar x T", False),
        ("//go:linkname y runtime.y\nvar x T", True),
    ],
)
def test_values(code: str, expected: bool, tmp_path: Path) -> None:
    assert allocated(tmp_path, code) is expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("type holder struct{ t T }\n\nvar x holder", True),
        ("type holder struct{ t T }\n\nvar x *holder", False),
        ("type holder struct{ t *T }\n\nvar x holder", False),
        ("type holder struct{ T }\n\nvar x = holder{}", True),
        ("type holder struct{ t [2]T }\n\nvar x holder", True),
        ("type alias = T\n\nvar x alias", True),
        ("type alias = T\n\nvar x *alias", False),
        ("type outer struct{ h holder }\ntype holder struct{ t T }\n\nvar x outer", True),
        # A struct with itself behind a pointer ends.
        ("type holder struct{ t T; next *holder }\n\nvar x *holder", False),
    ],
)
def test_what_holds_one(code: str, expected: bool, tmp_path: Path) -> None:
    assert allocated(tmp_path, code) is expected


@pytest.mark.parametrize(("made", "expected"), [("a4", True), ("a5", False)])
def test_depth_of_what_is_looked_through(made: str, expected: bool, tmp_path: Path) -> None:
    chain = "type a1 struct{ t T }\n" + "".join(f"type a{n} struct{{ a a{n - 1} }}\n" for n in range(2, 6))
    assert allocated(tmp_path, f"{chain}\nvar x {made}") is expected


def test_type_of_another_package(tmp_path: Path) -> None:
    assert allocated(tmp_path / "a", "var x = lib.Q{}", "Q")
    assert not allocated(tmp_path / "b", "var x *lib.Q", "Q")


def test_files_that_are_not_compiled_with_it(tmp_path: Path) -> None:
    other = "package m\n\nvar x = T{}\n"
    assert allocated(tmp_path / "a", "", files={"x.go": other})
    assert not allocated(tmp_path / "b", "", files={"x_windows.go": other})
    assert not allocated(tmp_path / "c", "", files={"x_test.go": other})
