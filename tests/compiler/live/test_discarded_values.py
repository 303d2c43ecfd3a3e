"""Which func values a statement throws away, so that no relocation needs the func (measured with 1.19 and 1.21 to 1.27)."""

from __future__ import annotations

from pathlib import Path

import pytest
from tree_sitter import Node

from golinkname_ls.compiler.live.discarded_values import is_discarded
from tests.compiler.live.marked_code import place_of, read

FILE = """package m

type F func()
type T struct{ call func() }

func stub()
func use(...func()) int

%s
"""


def discarded(root: Path, code: str) -> bool:
    source, _ = read(root, FILE % code)
    data = source.data

    def is_conversion(call: Node) -> bool:
        called = call.child_by_field_name("function")
        return called is not None and data[called.start_byte : called.end_byte] == b"F"

    return is_discarded(place_of(source, "stub"), data, is_conversion)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("_ = stub", True),
        ("_ = (stub)", True),
        ("_ = F(stub)", True),
        ("_ = interface{}(stub)", True),
        ("_ = T{stub}", True),
        ("_ = T{call: stub}", True),
        ("_ = []func(){stub}", True),
        ("_ = [...]func(){0: stub}", True),
        ("_ = stub == nil", True),
        ("if stub != nil { }", True),
        ("if nil == (stub) { }", True),
        ("var _ = stub", True),
        ("var _, x = stub, 1; _ = x", True),
        ("x, _ := 1, stub; _ = x", True),
        # The value goes to a name, to a func, or somewhere else.
        ("x := stub; _ = x", False),
        ("x, _ := stub, 1; _ = x", False),
        ("var x, _ = stub, 1; _ = x", False),
        ("use(stub)", False),
        ("use([]func(){stub}...)", False),
        ("_ = use(stub)", False),
        ("_ = use(T{stub}.call)", False),
        ("stub()", False),
        ("go stub()", False),
        # To compare interfaces may panic.
        ("_ = interface{}(stub) == interface{}(1)", False),
        # The literal of a map is filled by calls.
        ("_ = map[string]func(){`a`: stub}", False),
        ("var f []func(); f[0] = stub", False),
        ("for _, f := range []func(){stub} { _ = f }", False),
    ],
)
def test_value_in_a_statement(statement: str, expected: bool, tmp_path: Path) -> None:
    assert discarded(tmp_path, f"func f() {{\n\t{statement}\n}}") is expected


@pytest.mark.parametrize(
    ("declaration", "expected"),
    [
        ("var _ = stub", True),
        ("var _ F = stub", True),
        ("var x = stub", False),
        ("var _, x = 1, stub", False),
        ("func get() func() { return stub }", False),
    ],
)
def test_value_elsewhere(declaration: str, expected: bool, tmp_path: Path) -> None:
    assert discarded(tmp_path, declaration) is expected
