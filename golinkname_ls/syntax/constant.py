"""Conditions and other values that the compiler knows, so that it drops the code behind them."""

from __future__ import annotations

import functools
from typing import Protocol

from tree_sitter import Node

from golinkname_ls.syntax.local_value import closed
from golinkname_ls.syntax.shadow import binding
from golinkname_ls.syntax.tree import node_text, parse

Value = bool | str | int | None


class Facts(Protocol):
    """What decides conditions: hashable, equal where the answers are."""

    def fixed(self, text: str) -> str | int | None:
        """What the target fixes, e.g. `runtime.GOOS`; None for anything else."""
        ...

    def constant(self, name: str) -> str:
        """The expression of a package-level constant, "" for what is none."""
        ...

    def value(self, text: str) -> Value:
        """The value of a constant expression of package-level names, None for what is none or not known."""
        ...

    def __hash__(self) -> int: ...


_MOST_OPERANDS = 100
"""Each takes a look at all that encloses it; conditions of more are left open."""


def value_of(node: Node | None, data: bytes, facts: Facts, depth: int = 0) -> Value:
    """The value of an expression where the compiler knows it: constants, and local vars that never change.

    None for all others, and for what is nested deeper than anybody writes.
    """
    if node is None:
        return None
    known = _simple(node, data, facts, depth)
    if known is not None:
        return known
    text = closed(node, data)
    return facts.value(text) if text else None


def _simple(node: Node | None, data: bytes, facts: Facts, depth: int) -> Value:
    """The value of what needs no types: booleans, strings and integers, compared."""
    if node is None or depth > 12:
        return None
    text = node_text(node, data)
    kind = node.type
    if kind in ("true", "false", "identifier"):
        if binding(node, data) is not None:
            return None
        if text in ("true", "false"):
            return text == "true"
        expression = facts.constant(text)
        found = _expression(expression) if expression else None
        return _simple(found[0], found[1], facts, depth + 1) if found else None
    if kind == "selector_expression":
        return facts.fixed(text)
    if kind == "parenthesized_expression":
        return _simple(node.children[1], data, facts, depth + 1)
    if kind in ("interpreted_string_literal", "raw_string_literal"):
        return text[1:-1] if "\\" not in text else None
    if kind == "int_literal":
        try:
            return int(text.replace("_", ""), 0)
        except ValueError:
            return None
    if kind == "unary_expression" and text.startswith("!"):
        inner = _simple(node.child_by_field_name("operand"), data, facts, depth + 1)
        return not inner if isinstance(inner, bool) else None
    if kind == "binary_expression":
        return _binary(node, data, facts, depth)
    return None


def _binary(node: Node, data: bytes, facts: Facts, depth: int) -> Value:
    operator = node.child_by_field_name("operator")
    sign = node_text(operator, data) if operator is not None else ""
    if sign in ("&&", "||"):
        operands = _operands(node, sign, data)
        if len(operands) > _MOST_OPERANDS:
            return None
        values = [value_of(operand, data, facts, depth + 1) for operand in operands]
        if (sign == "||") in values:
            return sign == "||"
        return sign != "||" if all(isinstance(v, bool) for v in values) else None
    left = _simple(node.child_by_field_name("left"), data, facts, depth + 1)
    right = _simple(node.child_by_field_name("right"), data, facts, depth + 1)
    if left is None or right is None or type(left) is not type(right):
        return None
    if sign in ("==", "!="):
        return (left == right) is (sign == "==")
    if isinstance(left, int) and isinstance(right, int):
        compare = {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}
        return compare.get(sign)
    return None


def _operands(node: Node, sign: str, data: bytes) -> list[Node | None]:
    """What a chain of one operator joins, from left to right."""
    found: list[Node | None] = []
    left: Node | None = node
    while left is not None and left.type == "binary_expression":
        operator = left.child_by_field_name("operator")
        if operator is None or node_text(operator, data) != sign:
            break
        found.append(left.child_by_field_name("right"))
        left = left.child_by_field_name("left")
    return [left, *reversed(found)]


@functools.lru_cache(maxsize=1024)
def _expression(text: str) -> tuple[Node, bytes] | None:
    data = f"package p\nvar _ = {text}\n".encode("utf-8", "replace")
    root = parse(data).root_node
    if root.has_error:
        return None
    stack = [root]
    while stack:
        node = stack.pop()
        if node.type == "expression_list":
            return node.children[0], data
        stack.extend(node.children)
    return None
