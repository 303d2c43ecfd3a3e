"""Expressions of `//go:build` lines: parser, value and gofmt's text (go/build/constraint/expr.go).

`linux && (amd64 || !cgo)` → `("&&", "linux", ("||", "amd64", ("!", "cgo")))`
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import TypeAlias

_TOKEN = re.compile(r"[ \t]*(&&|\|\||!|\(|\)|[\w.]+)")
_OPERATORS = frozenset({"", "!", "(", ")", "&&", "||"})

Constraint: TypeAlias = "str | tuple[str, Constraint] | tuple[str, Constraint, Constraint]"
"""A build tag, or an operator (`!`, `&&`, `||`) with its operands."""


@functools.lru_cache(maxsize=8192)
def parse_constraint(text: str) -> Constraint | None:
    """The expression of a `//go:build` line; None for what the go command refuses, as `!!a` or a comment at the end."""
    tokens, at = [], 0
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            return None
        tokens.append(match[1])
        at = match.end()
    tokens.append("")
    tokens.reverse()
    try:
        expression = _or(tokens)
    except (ValueError, RecursionError):
        return None
    return expression if tokens == [""] else None


def evaluate_constraint(expression: Constraint, has_tag: Callable[[str], bool]) -> bool:
    """The value of an expression, `has_tag` saying which tags are true."""
    if isinstance(expression, str):
        return has_tag(expression)
    if len(expression) == 2:
        return not evaluate_constraint(expression[1], has_tag)
    operator, left, right = expression
    sides = [right]
    while len(left) == 3 and not isinstance(left, str) and left[0] == operator:
        sides.append(left[2])
        left = left[1]
    values = (evaluate_constraint(side, has_tag) for side in (left, *reversed(sides)))
    return all(values) if operator == "&&" else any(values)


def constraint_text(expression: Constraint) -> str:
    """The expression as gofmt writes it (go/build/constraint/expr.go: String)."""
    if isinstance(expression, str):
        return expression
    if len(expression) == 2:
        inner = expression[1]
        text = constraint_text(inner)
        return f"!({text})" if not isinstance(inner, str) and inner[0] != "!" else f"!{text}"
    operator = expression[0]
    other = "||" if operator == "&&" else "&&"
    sides = [
        f"({constraint_text(side)})" if not isinstance(side, str) and side[0] == other else constraint_text(side)
        for side in expression[1:]
    ]
    return f" {operator} ".join(sides)


def _or(tokens: list[str]) -> Constraint:
    left = _and(tokens)
    while tokens[-1] == "||":
        tokens.pop()
        left = ("||", left, _and(tokens))
    return left


def _and(tokens: list[str]) -> Constraint:
    left = _not(tokens)
    while tokens[-1] == "&&":
        tokens.pop()
        left = ("&&", left, _not(tokens))
    return left


def _not(tokens: list[str]) -> Constraint:
    if tokens[-1] != "!":
        return _atom(tokens)
    tokens.pop()
    if tokens[-1] == "!":
        raise ValueError("double negation not allowed")
    return ("!", _atom(tokens))


def _atom(tokens: list[str]) -> Constraint:
    token = tokens[-1]
    if token == "(":
        tokens.pop()
        inner = _or(tokens)
        if tokens[-1] != ")":
            raise ValueError("missing close paren")
        tokens.pop()
        return inner
    if token in _OPERATORS:
        raise ValueError(f"unexpected token {token}")
    tokens.pop()
    return token
