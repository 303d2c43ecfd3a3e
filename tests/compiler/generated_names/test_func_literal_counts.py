"""How many func literals and wrappers a func has, by which the compiler numbers their symbols (closureName)."""

from __future__ import annotations

from typing import TypeAlias

import pytest

from golinkname_ls.compiler.generated_names.func_literal_counts import (
    FuncLiterals,
    func_literals_in,
    takes_method_value,
)
from golinkname_ls.syntax.tree.go_tree import parse

Nested: TypeAlias = "list[Nested]"


def counts(body: str) -> FuncLiterals:
    data = f"package p\n\nfunc F() {{\n{body}\n}}\n".encode()
    root = parse(data).root_node
    assert not root.has_error
    return func_literals_in([root], data)


def nesting(found: FuncLiterals) -> Nested:
    return [nesting(inner) for inner in found.literals]


@pytest.mark.parametrize(
    ("body", "literals"),
    [
        ("g()", 0),
        ("func() {}()", 1),
        ("a := func() {}; b := func() {}", 2),
        ("for { if x { defer func() {}() } }", 1),
        ("g(func() {}, func() {})", 2),
    ],
)
def test_literals_of_a_func(body: str, literals: int) -> None:
    assert len(counts(body).literals) == literals


def test_literals_within_literals_belong_to_those() -> None:
    found = counts("func() { func() {}(); go g(1) }(); func() { for range x {} }()")
    assert sorted(map(len, nesting(found))) == [0, 1]
    assert (found.goes, found.ranges) == (0, 0)
    assert sorted((inner.goes, inner.ranges) for inner in found.literals) == [(0, 1), (1, 0)]


@pytest.mark.parametrize(
    ("body", "goes", "defers"),
    [
        ("go g(1)", 1, 0),
        ("defer g(1)", 0, 1),
        ("go g(1); defer x.m(); defer g(2)", 1, 2),
        # A func literal with neither arguments nor results is called as it is.
        ("go func() {}()", 0, 0),
        ("defer func() {}()", 0, 0),
        ("go func(int) {}(1)", 1, 0),
        ("defer func() int { return 1 }()", 0, 1),
    ],
)
def test_statements_that_may_need_a_wrapper(body: str, goes: int, defers: int) -> None:
    found = counts(body)
    assert (found.goes, found.defers, found.wraps) == (goes, defers, goes + defers)


@pytest.mark.parametrize(
    ("body", "expected"),
    [("for range x {}; for i := range x {}", 2), ("for {}; for x {}; for i := 0; i < 2; i++ {}", 0)],
)
def test_range_loops(body: str, expected: int) -> None:
    assert counts(body).ranges == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("g()", True),
        ("x.m()", True),
        ("len(a); g(); len(b)", True),
        ("a = len(b); println(append(c, d))", False),
        ("func() {}()", False),
        # The call stands in the literal, and is what that may have inlined.
        ("func() { g() }()", False),
    ],
)
def test_calls_of_what_may_be_inlined(body: str, expected: bool) -> None:
    assert counts(body).calls is expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("f := x.Lock", True),
        ("g(x.y.Lock)", True),
        ("x.Lock()", False),
        ("x.Lock(); f := x.Lock", True),
        ("g(x.Lock())", False),
        ("f := Lock", False),
        ("f := Lock.y", False),
        ("f := x.Locked", False),
        ("f := x.Lock.g", True),
    ],
)
def test_method_value(body: str, expected: bool) -> None:
    data = f"package p\n\nfunc F() {{\n{body}\n}}\n".encode()
    assert takes_method_value(parse(data).root_node, data, b"Lock", (0, len(data))) is expected


def test_method_value_within_the_extent() -> None:
    data = b"package p\n\nvar a = x.Lock\n\nvar b = 1\n"
    root, end = parse(data).root_node, data.index(b"var b")
    assert takes_method_value(root, data, b"Lock", (0, end)) is True
    assert takes_method_value(root, data, b"Lock", (end, len(data))) is False
