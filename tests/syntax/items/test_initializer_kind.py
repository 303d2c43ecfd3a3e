"""What an initial value is to the compiler (cmd/compile/internal/staticinit/sched.go), and what of it its type needs."""

from __future__ import annotations

import pytest
from tree_sitter import Node

from golinkname_ls.syntax.items.initializer_kind import classify, reduced
from golinkname_ls.syntax.tree.go_tree import parse, walk


def value(text: str) -> tuple[Node, bytes]:
    data = f"package p\n\nvar a = {text}\n".encode()
    root = parse(data).root_node
    assert not root.has_error
    values = next(node for node in walk(root) if node.type == "expression_list")
    return values.children[0], data


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("nil", "zero"),
        ("false", "zero"),
        ("0", "zero"),
        ("0.0", "zero"),
        ('""', "zero"),
        ("``", "zero"),
        ("(0)", "zero"),
        ("[4]int{}", "zero"),
        ("T{}", "zero"),
        ('T{a: 0, b: ""}', "zero"),
        ("[2]T{{}, {a: 0}}", "zero"),
        ("1", "static"),
        ("-1", "static"),
        ("true", "static"),
        ('"a"', "static"),
        ("1 + 2", "static"),
        ("func() {}", "static"),
        ("func() { f() }", "static"),
        ("T{a: 1}", "static"),
        ("T{0, 1}", "static"),
        ("[2]T{{}, {a: 1}}", "static"),
        ("map[string]int{}", "dynamic"),
        ("f()", "dynamic"),
        ("<-c", "dynamic"),
        ("x[0]", "dynamic"),
        ("x.(T)", "dynamic"),
        ("1 + f()", "dynamic"),
        ("x + f()", "dynamic"),
        ("T{a: f()}", "dynamic"),
        ("T{a: x, b: f()}", "dynamic"),
        ("[2]T{{}, {a: f()}}", "dynamic"),
        ("x", "reference"),
        ("p.X", "reference"),
        ("(x)", "reference"),
        ("-x", "reference"),
        ("1 + x", "reference"),
        ("T{a: x, b: 1}", "reference"),
        ("[2]T{{}, {a: x}}", "reference"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert classify(*value(text)) == kind


def test_an_address_is_data_whatever_lies_there() -> None:
    for text in ("&x", "&T{}", "&T{a: 1}", "&T{a: x}"):
        assert classify(*value(text)) == "static", text


def test_a_slice_points_to_its_elements_even_where_it_has_none() -> None:
    assert classify(*value("[]int{}")) == "static"
    assert classify(*value("[]int{0}")) == "static"
    assert classify(*value("[]int{x}")) == "reference"


def test_generated_code_joins_thousands_of_strings() -> None:
    assert classify(*value(" + ".join(['"a"'] * 3000))) == "static"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("func(a int) bool { return a > 0 }", "func(a int) bool {}"),
        ('T{1, "a", f()}', "T{}"),
        ("[]func(){func() { g() }}", "[]func(){}"),
        ("[...]int{}", "[...]int{}"),
        ("[...]int{7}", "[...]int{0}"),
        ("[...]int{7, 8, 9}", "[...]int{2: 0}"),
        ("[...]int{7: 1, 2}", "[...]int{7: 0, 0}"),
        ("[...]T{{1}, {2}}", "[...]T{1: 0}"),
        ("[2]string{`a`, `b`}", "[2]string{}"),
        ('"a" + x', '"" + x'),
        ("f(`a\nb`, 1)", 'f("", 1)'),
        ("f(\n\ta, // words\n\tb,\n)", "f(a, b)"),
        ("&T{a: 1}", "&T{}"),
        ("x + 10", "x + 10"),
        ("f(func() { g() }, T{1})", "f(func() {}, T{})"),
    ],
)
def test_what_cannot_change_the_type_goes(text: str, kept: str) -> None:
    assert reduced(*value(text)) == kept
