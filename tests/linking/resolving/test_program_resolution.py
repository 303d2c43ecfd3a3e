"""Which links are resolved, by which symbol, and as what: a pull, a push or a var."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.linking.resolving.outcomes import Outcome, Problem
from golinkname_ls.linking.resolving.program_resolution import mark_outcome, remote_symbol, resolve_in_program
from tests.linking.written_links import goroot_program, link_in, main_program
from tests.program.small_programs import MODULE, program, target


def resolved(root: Path, main: str, version: str = "1.27", others: dict[str, str] | None = None) -> Outcome:
    found = main_program(root, main, target(version), others)
    return resolve_in_program(link_in(found), found, MODULE)


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("//go:linkname f runtime.gcStart\nfunc f()", Problem.FORBIDDEN),
        ("//go:linkname f runtime.gcStart\nfunc f() {}", Problem.DUPLICATE),
        ("//go:linkname f runtime.gcStart\nvar f int", Problem.KIND),
        # Without a declaration there is nothing to resolve, nor for `_` and init.
        ("//go:linkname f runtime.gcStart", None),
        ("//go:linkname init runtime.gcStart\nfunc init() {}", None),
        ("//go:linkname _ runtime.gcStart\nfunc _()", None),
        # A generic func has no symbol to give away.
        ("//go:linkname f runtime.gcStart\nfunc f[T any](T) {}", None),
        # The linker's own: a var has its address, a func without code is none.
        ("//go:linkname f runtime.etext\nvar f byte", None),
        ("//go:linkname f runtime.etext\nfunc f()", Problem.UNDEFINED),
    ],
)
def test_by_the_stub(code: str, problem: Problem | None, tmp_path: Path) -> None:
    assert resolved(tmp_path, code).problem is problem


@pytest.mark.parametrize(
    ("stub", "problem"),
    [("func f(a, b int) int", Problem.UNDEFINED), ("func f(a, b int) int { return a }", None), ("var f int", None)],
)
def test_instance_that_nobody_makes(stub: str, problem: Problem | None, tmp_path: Path) -> None:
    code = f'import _ "{MODULE}/lib"\n\n//go:linkname f {MODULE}/lib.Max[int]\n{stub}'
    lib = {"lib/lib.go": "package lib\n\nfunc Max[T int](a, b T) T { return a }\n"}
    assert resolved(tmp_path, code, "1.22", lib).problem is problem


def test_instance_that_somebody_makes(tmp_path: Path) -> None:
    code = "//go:linkname f main.Max[int]\nfunc f(a, b int) int\n\nfunc Max[T int](a, b T) T { return a }\n\nvar x = Max(1, 2)"
    assert resolved(tmp_path, code, "1.22") == Outcome()
    assert resolved(tmp_path, code, "1.19").problem is Problem.UNDEFINED


@pytest.mark.parametrize(
    ("remote", "version", "symbol"),
    [
        ("runtime.gcStart", "1.27", "runtime.gcStart"),
        ("", "1.27", "main.f"),
        # Up to 1.21 an empty string in quotes stood for the package.
        ('"".g', "1.21", "main.g"),
        ('"".g', "1.22", '"".g'),
    ],
)
def test_symbol_that_a_link_names(remote: str, version: str, symbol: str, tmp_path: Path) -> None:
    found = main_program(tmp_path, f"//go:linkname f {remote}\nfunc f()\n\nfunc g() {{}}", target(version))
    assert remote_symbol(link_in(found), found, MODULE) == symbol


def test_symbol_of_a_library_has_its_escaped_path(tmp_path: Path) -> None:
    files = {
        "m.go": f'package m\n\nimport _ "{MODULE}/x.v2"\n',
        "x.v2/x.go": 'package x\n\nimport _ "unsafe"\n\n//go:linkname f\nfunc f() {}\n',
    }
    found, path = program(tmp_path, files), f"{MODULE}/x.v2"
    assert remote_symbol(link_in(found, path), found, path) == f"{MODULE}/x%2ev2.f"


def test_own_declaration_is_no_second_definition(tmp_path: Path) -> None:
    # A body by one argument, and one that is pushed to its own name.
    assert resolved(tmp_path / "a", "//go:linkname f\nfunc f() {}").problem is None
    assert resolved(tmp_path / "b", "//go:linkname f main.f\nfunc f() {}").problem is None
    # Assembly with the stub's name is one.
    text = {"a.s": "TEXT ·f(SB),4,$0\n\tRET\n"}
    assert resolved(tmp_path / "c", "//go:linkname f\nfunc f()", "1.27", text).problem is None
    assert resolved(tmp_path / "d", "//go:linkname f\nfunc f()").problem is Problem.UNDEFINED


def test_std_that_is_not_linked_in_is_no_definition(tmp_path: Path) -> None:
    code = "//go:linkname f encoding/json.checkValid\nfunc f() {}"
    assert resolved(tmp_path / "a", code).problem is None
    assert resolved(tmp_path / "b", f'import _ "encoding/json"\n\n{code}').problem is Problem.DUPLICATE


@pytest.mark.parametrize(
    ("local", "problem"),
    # The compiler writes an instruction in place of the call of the first.
    [("runtime_LoadAcquintptr", None), ("runtime_other", Problem.UNDEFINED)],
)
def test_intrinsics_of_goroot(local: str, problem: Problem | None, tmp_path: Path) -> None:
    code = f'package sync\n\nimport _ "unsafe"\n\n//go:linkname {local} runtime.nosuch\nfunc {local}()\n'
    found = goroot_program(tmp_path, "sync", {"sync/s.go": code}, target())
    assert resolve_in_program(link_in(found, "sync"), found, "sync").problem is problem


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("//go:linkname f\nfunc f() {}", True),
        ("//go:linkname f x.f\nfunc f() {}", False),
        ("//go:linkname f\nfunc f()", False),
        ("//go:linkname f\nvar f int", False),
    ],
)
def test_marks_of_goroot_define_their_own_symbol(code: str, known: bool, tmp_path: Path) -> None:
    assert (mark_outcome(link_in(main_program(tmp_path, code, target()))) is not None) is known
