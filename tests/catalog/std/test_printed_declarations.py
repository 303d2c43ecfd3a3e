"""How a definition of std reads: its type, with a receiver as first parameter, and its declaration on one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.catalog.std.printed_declarations import declaration_line, line_of, type_text
from golinkname_ls.syntax.items.declarations_from_tree import extract
from tests.catalog.std.small_std import symbols_of

TYPES = "\n\ntype T struct{}\n"


@pytest.mark.parametrize(
    ("code", "symbol", "kind", "line"),
    [
        ("func f(n int) error {}", "p.f", "func(n int) error", "func f(n int) error"),
        ("func f() {}", "p.f", "func()", "func f()"),
        ("func (t *T) f() {}", "p.(*T).f", "func(t *T)", "func (t *T) f()"),
        ("func (t T) f(n int) bool {}", "p.T.f", "func(t T, n int) bool", "func (t T) f(n int) bool"),
        # Names stand for all parameters or none (Go specification, Function types).
        ("func (*T) f(n int) {}", "p.(*T).f", "func(_ *T, n int)", "func (*T) f(n int)"),
        ("func (*T) f() (n int) {}", "p.(*T).f", "func(_ *T) (n int)", "func (*T) f() (n int)"),
        ("var v *T", "p.v", "*T", "var v *T"),
        ("var v = f()", "p.v", "", "var v = f()"),
    ],
)
def test_definition_as_text(tmp_path: Path, code: str, symbol: str, kind: str, line: str) -> None:
    found = symbols_of(tmp_path, {"p/a.go": f"package p{TYPES}\n{code}\n"}).find(symbol)
    assert found is not None
    assert (type_text(found), line_of(found)) == (kind, line)


def test_assembly_without_go_declaration_has_no_text(tmp_path: Path) -> None:
    found = symbols_of(tmp_path, {"p/a.go": "package p\n", "p/a.s": "TEXT ·f(SB),4,$0\n\tRET\n"}).find("p.f")
    assert found is not None
    assert (type_text(found), line_of(found)) == ("", "")


@pytest.mark.parametrize("code", ["type T int", "const c = 1"])
def test_other_declarations_have_no_line(code: str) -> None:
    (declaration,) = extract("a.go", f"package p\n\n{code}\n".encode()).declarations
    assert declaration_line(declaration) == ""
