"""Which text is a type, an expression, a signature or a list of parameters, and what is none of them."""

from __future__ import annotations

import pytest

from golinkname_ls.syntax.expressions import expression as e
from golinkname_ls.syntax.expressions.parser import (
    parse_expression,
    parse_parameters,
    parse_signature,
    parse_type,
    parse_type_parameters,
)

INT, A, B, T = e.Name("int"), e.Name("a"), e.Name("b"), e.Name("T")


def test_each_reader_reads_its_own_kind() -> None:
    assert parse_type("[]int") == e.SliceType(INT)
    assert parse_expression("a + b") == e.Binary("+", A, B)
    assert parse_signature("func(a int) T") == e.FuncType((e.Parameter("a", INT),), (e.Parameter("", T),))
    assert parse_parameters("s *T") == (e.Parameter("s", e.Star(T)),)
    assert parse_type_parameters("a, b int") == (e.TypeParameter("a", INT), e.TypeParameter("b", INT))


def test_empty_lists() -> None:
    assert parse_signature("func()") == e.FuncType((), ())
    assert parse_parameters("") == ()


def test_a_lone_type_parameter_is_no_array_length() -> None:
    assert parse_type_parameters("a *T") == (e.TypeParameter("a", e.Star(T)),)
    assert parse_type_parameters("a ~int") == (e.TypeParameter("a", e.UnionType((e.Term(True, INT),))),)


@pytest.mark.parametrize("text", ["", "[]", "a b", "int)", "struct{", "a + ", "map[int"])
def test_what_is_no_type(text: str) -> None:
    assert parse_type(text) is None


@pytest.mark.parametrize("text", ["", "a +", "a b", "a, b", "(a", "a)", ":= 1"])
def test_what_is_no_expression(text: str) -> None:
    assert parse_expression(text) is None


@pytest.mark.parametrize("text", ["func", "func(", "func(a int", "func(a int) b c"])
def test_what_is_no_signature(text: str) -> None:
    assert parse_signature(text) is None


def test_what_is_no_parameter_list() -> None:
    assert parse_parameters("a int, (") is None
    assert parse_type_parameters("") is None


def test_nesting_without_end_is_not_followed() -> None:
    assert parse_expression("(" * 100_000 + "a" + ")" * 100_000) is None
    assert parse_type("*" * 100_000 + "T") is None
