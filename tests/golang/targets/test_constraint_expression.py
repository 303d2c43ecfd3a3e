"""How a `//go:build` expression is grouped, and how gofmt writes it (go/build/constraint/expr.go)."""

from __future__ import annotations

import pytest

from golinkname_ls.golang.targets.constraint_expression import (
    Constraint,
    constraint_text,
    evaluate_constraint,
    parse_constraint,
)


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("linux", "linux"),
        ("a && b || c", ("||", ("&&", "a", "b"), "c")),
        ("a || b && c", ("||", "a", ("&&", "b", "c"))),
        ("!a && b", ("&&", ("!", "a"), "b")),
        ("(a || b) && c", ("&&", ("||", "a", "b"), "c")),
        ("a && b && c", ("&&", ("&&", "a", "b"), "c")),
        ("!(a)", ("!", "a")),
        ("!(!a)", ("!", ("!", "a"))),
        ("go1.21 &&\tamd64.v2", ("&&", "go1.21", "amd64.v2")),
        # Letters and digits of any language are in a tag.
        ("größe_2", "größe_2"),
    ],
)
def test_and_binds_before_or_and_not_before_both(text: str, expression: Constraint) -> None:
    assert parse_constraint(text) == expression


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a&&b||c", "(a && b) || c"),
        ("a || (b && c)", "a || (b && c)"),
        ("(a||b)&&!c", "(a || b) && !c"),
        ("(a && (b && c))", "a && b && c"),
        ("!(a && b)", "!(a && b)"),
        ("!(a)", "!a"),
        ("!(!a)", "!!a"),
    ],
)
def test_gofmt_puts_brackets_between_and_and_or(text: str, written: str) -> None:
    expression = parse_constraint(text)
    assert expression is not None
    assert constraint_text(expression) == written


@pytest.mark.parametrize(
    ("text", "tags", "value"),
    [
        ("a && b && c", "a b c", True),
        ("a && b && c", "b c", False),
        ("a && b && c", "a c", False),
        ("a && b && c", "a b", False),
        ("a || b || c", "c", True),
        ("a || b || c", "", False),
        ("a || b && c", "a", True),
        ("a && b || c", "a", False),
        ("a && !(b || c)", "a c", False),
        ("a && !(b || c)", "a", True),
    ],
)
def test_values(text: str, tags: str, value: bool) -> None:
    expression = parse_constraint(text)
    assert expression is not None
    assert evaluate_constraint(expression, tags.split().__contains__) is value


def test_a_long_chain_is_evaluated_without_depth() -> None:
    expression = parse_constraint(" && ".join(["a"] * 5000))
    assert expression is not None
    assert evaluate_constraint(expression, "a".__eq__)
