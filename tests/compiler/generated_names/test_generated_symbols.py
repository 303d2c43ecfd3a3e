"""Which symbols the compiler makes without a declaration, by their form and by what a package's source gives rise to.

The names are those of cmd/compile/internal/ir/func.go (closureName), pkginit, and cmd/cgo/out.go.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.catalog.std.symbols import Kind
from golinkname_ls.compiler.generated_names.generated_symbols import (
    closure_of,
    generated_kind,
    is_closure,
    is_generated,
)
from tests.program.small_programs import MODULE, program, target


@pytest.mark.parametrize(
    ("symbol", "generated", "closure"),
    [
        ("p.F.func1", True, True),
        ("example.com/m.F.func1.2", True, True),
        ("p.(*T).m.func12", True, True),
        ("p.F.gowrap1", True, True),
        ("p.F.func1.deferwrap2", True, True),
        ("p.glob..func1", True, True),
        ("p.T.m-fm", True, False),
        ("p.F-range1", True, False),
        ("p.init", True, False),
        ("p.init.0", True, False),
        ("p._Cfunc_puts", True, False),
        ("p._C2func_puts", True, False),
        ("p..inittask", True, False),
        ("p.F·f", True, False),
        ("p.F", False, False),
        ("p.T.m", False, False),
        ("p.T.function1", False, False),
        ("p.F.func", False, False),
        ("p.initial", False, False),
        ("p.x_Cfunc_puts", False, False),
    ],
)
def test_form_of_a_symbol(symbol: str, generated: bool, closure: bool) -> None:
    assert (is_generated(symbol), is_closure(symbol)) == (generated, closure)


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("p.F.func1", "p.F"),
        ("example.com/m.F.func1.2.gowrap1", "example.com/m.F"),
        ("p.(*T).m.func1", ""),
        ("p.init.func1", ""),
        ("p.F", ""),
        ("p.F-range1", ""),
    ],
)
def test_func_of_a_closure(symbol: str, expected: str) -> None:
    assert closure_of(symbol) == expected


def is_made(root: Path, files: dict[str, str], name: str, version: str = "1.27", *, cgo: bool = False) -> Kind | None:
    found = program(root, files, target(version, cgo=cgo))
    return generated_kind(found, found.closure.packages[MODULE], name, found.symbols.target)


TYPES = "package m\n\ntype T struct{}\n\nfunc g(any) {}\n\n"


@pytest.mark.parametrize(
    ("version", "code", "made", "absent"),
    [
        ("1.27", "func F() { func() {}() }", ["F.func1"], ["F.func2", "F.func1.1", "G.func1"]),
        ("1.27", "func F() {}", [], ["F.func1"]),
        ("1.27", "func F() { func() { func() {}() }() }", ["F.func1", "F.func1.1"], ["F.func2", "F.func1.2"]),
        ("1.21", "func F() { func() { func() {}() }() }", ["F.func1", "F.func1.1"], ["F.func2", "F.func1.2"]),
        ("1.27", "func (T) m() { func() {}() }", ["T.m.func1"], ["(*T).m.func1", "T.m.func2", "m.func1"]),
        ("1.27", "func (*T) m() { func() {}() }", ["(*T).m.func1"], ["T.m.func1"]),
        # Of a generic the instances have closures, with the type arguments in their names.
        ("1.27", "func F[E any]() { func() {}() }", [], ["F.func1"]),
        # Wrappers of go and defer have names of their own since 1.22, and one numbering.
        ("1.22", "func F() { go g(1); defer g(2) }", ["F.gowrap1", "F.deferwrap2"], ["F.func1", "F.gowrap3"]),
        ("1.22", "func F() { go g(1) }", ["F.gowrap1"], ["F.deferwrap1", "F.gowrap2"]),
        ("1.21", "func F() { go g(1); func() {}() }", ["F.func1", "F.func2"], ["F.gowrap1", "F.func3"]),
        ("1.27", "func F() { go func() {}() }", ["F.func1"], ["F.gowrap1"]),
        # Package-level vars' closures belong to init since 1.22.
        ("1.22", "var v = func() {}\nfunc F() { func() {}() }", ["init.func1"], ["glob..func1", "init.func2"]),
        ("1.21", "var v = func() {}", ["glob..func1"], ["init.func1", "glob..func2"]),
        # Up to 1.20 the closures of what is inlined are numbered with those of the func it is inlined in.
        ("1.19", "func F() { g(1) }", ["F.func1"], []),
        ("1.19", "var v = compute()", ["glob..func1"], []),
        ("1.21", "func F() { g(1) }", [], ["F.func1"]),
        # From 1.21 up to 1.26 they have the names of both.
        ("1.19", "func F() { g(1) }", [], ["F.g.func1"]),
        ("1.21", "func F() { g(1) }", ["F.g.func1"], []),
        ("1.26", "func F() { g(1) }", ["F.g.func1"], ["T.g.func1"]),
        ("1.27", "func F() { g(1) }", [], ["F.g.func1"]),
        ("1.27", "func init() { func() {}() }\nfunc init() {}", ["init.0.func1"], ["init.0.func2"]),
        ("1.23", "func F() { for range iterate {} }", ["F-range1"], ["F-range2", "g-range1"]),
    ],
)
def test_closures(version: str, code: str, made: list[str], absent: list[str], tmp_path: Path) -> None:
    found = {name: is_made(tmp_path, {"m.go": TYPES + code + "\n"}, name, version) for name in made + absent}
    assert found == dict.fromkeys(made, Kind.FUNC) | dict.fromkeys(absent)


@pytest.mark.parametrize(
    ("code", "made", "absent"),
    [
        # Each init is numbered; `init` itself is what is left to do for vars.
        ("func init() {}", ["init.0"], ["init.1", "init"]),
        ("func init() {}\nfunc init() {}", ["init.0", "init.1"], ["init.2"]),
        ("func (T) init() {}", [], ["init.0", "init"]),
        ("var v = compute()", ["init"], ["init.0"]),
        ("var a, b = 7, `x`", [], ["init"]),
        ("var v int", [], ["init"]),
        ("var a = 1.5; var b = true; var c = -1", [], ["init"]),
        # Method values.
        ("var x T; func F() { f := x.m; f() }", ["T.m-fm", "(*T).m-fm"], ["T.n-fm", "m-fm"]),
        ("var x T; func F() { x.m() }", [], ["T.m-fm"]),
        # No compiler makes what only looks like it.
        ("func F() {}", [], ["F", "F.f", "T"]),
    ],
)
def test_inits_and_method_values(code: str, made: list[str], absent: list[str], tmp_path: Path) -> None:
    found = {name: is_made(tmp_path, {"m.go": TYPES + code + "\n"}, name) for name in made + absent}
    assert found == dict.fromkeys(made, Kind.FUNC) | dict.fromkeys(absent)


@pytest.mark.parametrize("name", ["F·f", ".inittask", "..stmp_0"])
def test_data(name: str, tmp_path: Path) -> None:
    assert is_made(tmp_path, {"m.go": TYPES}, name) is Kind.VAR


def test_inits_are_numbered_over_the_files_of_the_target(tmp_path: Path) -> None:
    files = {f"{name}.go": "package m\n\nfunc init() {}\n" for name in ("a", "b", "c_windows", "d_test")}
    assert is_made(tmp_path, files, "init.1") is Kind.FUNC
    assert is_made(tmp_path, files, "init.2") is None


def test_method_value_may_be_taken_in_any_package_of_the_program(tmp_path: Path) -> None:
    files = {
        "m.go": f'package m\n\nimport _ "{MODULE}/user"\n\ntype T struct{{}}\n\nfunc (T) M() {{}}\n',
        "user/user.go": "package user\n\nfunc F(x interface{ M() }) func() { return x.M }\n",
    }
    assert is_made(tmp_path, files, "T.M-fm") is Kind.FUNC


@pytest.mark.parametrize(
    ("spec", "name", "expected"),
    [
        ('import "C"', "_Cfunc_puts", Kind.FUNC),
        ('import "C"', "_C2func_puts", Kind.FUNC),
        ('import "C"', "_Cfunc_put", None),
        ('import "C"', "_Cfunc_absent", None),
        ('import C "example.com/m/c"', "_Cfunc_puts", None),
    ],
)
def test_funcs_of_cgo(spec: str, name: str, expected: Kind | None, tmp_path: Path) -> None:
    files = {"m.go": f"package m\n\n{spec}\n\nfunc F() {{ C.puts(nil) }}\n"}
    assert is_made(tmp_path, files, name, cgo=True) is expected
