"""Whether one package of GOROOT may pull a symbol of another (cmd/link/internal/loader, checkLinkname)."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.linking.marks.pull_verdicts import PullVerdict
from golinkname_ls.linking.resolving.definitions_outside_std import own_definitions
from golinkname_ls.linking.resolving.pulls_within_goroot import goroot_pull_verdict, marked_in_goroot
from golinkname_ls.program.program import Program
from tests.linking.written_links import goroot_program
from tests.program.small_programs import target


def goroot(root: Path, runtime: str, version: str = "1.27", assembly: str = "") -> Program:
    """Program of net and a runtime with this code."""
    files = {
        "net/n.go": 'package net\n\nimport _ "unsafe"\n\nfunc own() {}\n',
        "runtime/a.go": f'package runtime\n\nimport _ "unsafe"\n\n{runtime}\n',
        "runtime/a.s": assembly,
    }
    return goroot_program(root, "net", files, target(version))


def verdict(found: Program, symbol: str) -> PullVerdict:
    return goroot_pull_verdict(own_definitions(found, symbol, found.symbols.target), found, "net")


PUSH = "//go:linkname f net.pushed\nfunc f() {}"


@pytest.mark.parametrize(
    ("runtime", "symbol", "version", "expected"),
    [
        ("func f() {}", "runtime.f", "1.22", PullVerdict.ALLOWED),
        ("func f() {}", "runtime.f", "1.23", PullVerdict.FORBIDDEN),
        ("//go:linkname f\nfunc f() {}", "runtime.f", "1.27", PullVerdict.ALLOWED),
        # By linknamestd others of std may.
        ("//go:linknamestd f\nfunc f() {}", "runtime.f", "1.27", PullVerdict.ALLOWED),
        (PUSH, "net.pushed", "1.27", PullVerdict.ALLOWED),
        # A package's own definition needs no mark.
        ("", "net.own", "1.27", PullVerdict.ALLOWED),
        ("var v int", "runtime.v", "1.27", PullVerdict.FORBIDDEN),
        ("func newobject() {}", "runtime.newobject", "1.23", PullVerdict.ALLOWED),
        # What the compiler may write is not certain enough.
        ("var V func()\n\nfunc F() { V = func() {} }", "runtime.F.func1", "1.27", PullVerdict.ALLOWED),
    ],
)
def test_verdict(runtime: str, symbol: str, version: str, expected: PullVerdict, tmp_path: Path) -> None:
    assert verdict(goroot(tmp_path, runtime, version), symbol) is expected


@pytest.mark.parametrize(("version", "expected"), [("1.26", PullVerdict.ALLOWED), ("1.27", PullVerdict.FORBIDDEN)])
def test_assembly_needs_marks_since_1_27(version: str, expected: PullVerdict, tmp_path: Path) -> None:
    found = goroot(tmp_path, "func f()", version, "TEXT ·f(SB),4,$0\n\tRET\n")
    assert verdict(found, "runtime.f") is expected


@pytest.mark.parametrize(
    ("runtime", "symbol", "marked"),
    [
        ("func f() {}", "runtime.f", False),
        ("//go:linkname f\nfunc f() {}", "runtime.f", True),
        ("func f() {}\n\n//go:linkname g runtime.f\nfunc g()", "runtime.f", True),
        ("//go:linkname f net.pushed\nfunc f() {}", "net.pushed", True),
        # A directive for something else.
        ("func f() {}\n\n//go:linkname g runtime.h\nfunc g()", "runtime.f", False),
    ],
)
def test_mark(runtime: str, symbol: str, marked: bool, tmp_path: Path) -> None:
    found = goroot(tmp_path, runtime)
    assert marked_in_goroot(own_definitions(found, symbol, found.symbols.target)[0], found) is marked


def test_package_whose_name_the_symbol_bears_may_mark_it(tmp_path: Path) -> None:
    # The body, in assembly, is another package's; the stub with the directive is net's own.
    files = {
        "net/n.go": 'package net\n\nimport _ "unsafe"\n\n//go:linkname f\nfunc f()\n',
        "runtime/a.go": "package runtime\n",
        "runtime/a.s": "TEXT net·f(SB),4,$0\n\tRET\n",
    }
    found = goroot_program(tmp_path, "net", files, target())
    assert marked_in_goroot(own_definitions(found, "net.f", target())[0], found)
