"""Whether the linker takes a pushed body beside what else has its name; the expectations are real linkers' answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.linking.resolving.outcomes import Outcome, Problem
from golinkname_ls.linking.resolving.pushed_funcs import resolve_push
from tests.linking.written_links import case
from tests.program.small_programs import MODULE, target


def push(
    root: Path,
    remote: str,
    version: str = "1.27",
    platform: str = "linux/amd64",
    *,
    imports: str = "",
    body: str = "func f() {}",
    lib: str = "",
) -> Outcome:
    """Outcome of a push in a main package that imports lib; `imports` is one more import spec."""
    specs = f'import _ "{MODULE}/lib"\n' + (f"import {imports}\n" if imports else "")
    files = {"lib/lib.go": f"package lib\n\n{lib}\n"}
    return resolve_push(case(root, f"{specs}\n//go:linkname f {remote}\n{body}", target(version, platform), files))


@pytest.mark.parametrize(
    ("remote", "version", "platform", "problem"),
    [
        ("runtime.gcStart", "1.22", "linux/amd64", Problem.DUPLICATE),
        ("runtime.gcStart", "1.27", "linux/amd64", Problem.DUPLICATE),
        ("sync.runtime_Semacquire", "1.27", "linux/amd64", Problem.DUPLICATE),
        # Nothing in the program has the name.
        ("runtime.mypriv", "1.27", "linux/amd64", None),
        ("encoding/json.checkValid", "1.27", "linux/amd64", None),
        ("net.newWindowsFile", "1.27", "linux/amd64", None),
        # A var is of the other ABI. What 1.27 makes of the two crashes it.
        ("runtime.zerobase", "1.26", "linux/amd64", None),
        ("runtime.zerobase", "1.27", "linux/amd64", Problem.KIND),
        ("runtime.zerobase", "1.27", "linux/386", None),
        # Assembly with the register ABI.
        ("runtime.memmove", "1.26", "linux/amd64", Problem.DUPLICATE),
        ("runtime.memmove", "1.27", "linux/amd64", Problem.DUPLICATE),
        # A body over assembly of ABI0 that the runtime calls without a check of the stack.
        ("internal/bytealg.IndexByteString", "1.26", "linux/amd64", Problem.ENDLESS),
        ("internal/bytealg.IndexByteString", "1.27", "linux/amd64", None),
        ("runtime.futex", "1.26", "linux/amd64", Problem.ENDLESS),
    ],
)
def test_over_std(remote: str, version: str, platform: str, problem: Problem | None, tmp_path: Path) -> None:
    found = push(tmp_path, remote, version, platform)
    assert (found.problem, found.needs_mention) == (problem, False)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("func f() {}", Problem.ENDLESS),
        ("func f() { /* (call) */ }", Problem.ENDLESS),
        ("func f() { // g()\n}", Problem.ENDLESS),
        # What may call has a check, unless it is told otherwise.
        ("func f() { println() }", None),
        ("func f(a []int) int { return a[0] }", None),
        ("func f(a, b string) string { return a + b }", None),
        ("//go:nosplit\nfunc f() { println() }", Problem.ENDLESS),
    ],
)
def test_stack_check_of_the_body(body: str, problem: Problem | None, tmp_path: Path) -> None:
    assert push(tmp_path, "runtime.futex", "1.26", body=body).problem is problem


@pytest.mark.parametrize(
    ("lib", "name", "version", "problem"),
    [
        ("func g() {}", "g", "1.19", Problem.DUPLICATE),
        ("func g() {}", "g", "1.27", Problem.DUPLICATE),
        ("func g()", "g", "1.27", None),
        ("", "g", "1.27", None),
        ("type T struct{}\nfunc (*T) m() {}", "(*T).m", "1.27", Problem.DUPLICATE),
        # The wrapper of a value method may be there more than once.
        ("type T struct{}\nfunc (T) m() {}", "(*T).m", "1.27", None),
        ("type T struct{}\nfunc (T) m() {}", "T.m", "1.27", Problem.DUPLICATE),
        ("var g int", "g", "1.26", None),
        ("var g = 5", "g", "1.27", Problem.KIND),
        ("const g = 5", "g", "1.27", None),
    ],
)
def test_over_own(lib: str, name: str, version: str, problem: Problem | None, tmp_path: Path) -> None:
    assert push(tmp_path, f"{MODULE}/lib.{name}", version, lib=lib).problem is problem


@pytest.mark.parametrize(
    ("lib", "imports", "body", "needs_mention"),
    [
        # The crash needs the var in the program, which somebody has to use.
        ("var g int\nfunc F() { g = 1 }", "", "func f() {}", False),
        ("var g int", "", "func f() {}", True),
        ("var G int", f'"{MODULE}/lib"', "func f() { lib.G = 1 }", False),
        ("var G int", f'"{MODULE}/lib"', "func f() {}", True),
    ],
)
def test_body_over_own_var_that_is_used(lib: str, imports: str, body: str, needs_mention: bool, tmp_path: Path) -> None:
    name = "G" if "G" in lib else "g"
    found = push(tmp_path, f"{MODULE}/lib.{name}", imports=imports, lib=lib, body=body)
    assert (found.problem, found.needs_mention) == (Problem.KIND, needs_mention)


def test_body_over_own_var_where_there_is_one_abi(tmp_path: Path) -> None:
    found = push(tmp_path, f"{MODULE}/lib.g", platform="linux/386", lib="var g = 5\nfunc F() { g = 1 }")
    assert found.problem is None


@pytest.mark.parametrize(
    ("version", "problem", "conditional"),
    # What the package calls by its import is the same symbol, and the body pushed onto it is left out.
    [("1.22", None, False), ("1.23", Problem.DUPLICATE, True)],
)
def test_body_for_a_func_that_is_called_by_its_import(
    version: str, problem: Problem | None, conditional: bool, tmp_path: Path
) -> None:
    body = "func f(s string) string { return lib.G() }"
    found = push(
        tmp_path, f"{MODULE}/lib.G", version, imports=f'"{MODULE}/lib"', lib="func G() string { return `` }", body=body
    )
    assert (found.problem, bool(found.condition)) == (problem, conditional)


def test_mark_beside_a_push_to_the_own_name(tmp_path: Path) -> None:
    # One argument: the body is the package's own, whoever else pushes there is told.
    pusher = 'import _ "unsafe"\n\n//go:linkname g main.f\nfunc g() {}'
    text = f'import _ "{MODULE}/lib"\n\n//go:linkname f\nfunc f() {{}}'
    found = resolve_push(case(tmp_path, text, target(), {"lib/lib.go": f"package lib\n\n{pusher}\n"}))
    assert found == Outcome()
