"""Boolean conditions that the compiler decides, so that it drops the code behind them."""

from __future__ import annotations

import functools
from typing import Protocol

from tree_sitter import Node

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

    def __hash__(self) -> int: ...


def value_of(node: Node | None, data: bytes, facts: Facts, depth: int = 0) -> Value:
    """The value of a constant expression of booleans, strings and integers; None when it is not known."""
    if node is None or depth > 12:
        return None
    text = node_text(node, data)
    kind = node.type
    if kind in ("true", "false"):
        return kind == "true"
    if kind == "identifier":
        if text in ("true", "false"):
            return text == "true"
        expression = facts.constant(text)
        found = _expression(expression) if expression else None
        return value_of(found[0], found[1], facts, depth + 1) if found else None
    if kind == "selector_expression":
        return facts.fixed(text)
    if kind == "parenthesized_expression":
        return value_of(node.children[1], data, facts, depth + 1)
    if kind in ("interpreted_string_literal", "raw_string_literal"):
        return text[1:-1]
    if kind == "int_literal":
        try:
            return int(text.replace("_", ""), 0)
        except ValueError:
            return None
    if kind == "unary_expression" and text.startswith("!"):
        inner = value_of(node.child_by_field_name("operand"), data, facts, depth + 1)
        return not inner if isinstance(inner, bool) else None
    if kind == "binary_expression":
        return _binary(node, data, facts, depth)
    return None


def _binary(node: Node, data: bytes, facts: Facts, depth: int) -> Value:
    operator = node.child_by_field_name("operator")
    sign = node_text(operator, data) if operator is not None else ""
    left = value_of(node.child_by_field_name("left"), data, facts, depth + 1)
    if sign in ("&&", "||") and isinstance(left, bool) and left is (sign == "||"):
        return left
    right = value_of(node.child_by_field_name("right"), data, facts, depth + 1)
    if sign in ("&&", "||"):
        if isinstance(right, bool) and right is (sign == "||"):
            return right
        return right if isinstance(left, bool) and isinstance(right, bool) else None
    if left is None or right is None or type(left) is not type(right):
        return None
    if sign in ("==", "!="):
        return (left == right) is (sign == "==")
    if isinstance(left, int) and isinstance(right, int):
        compare = {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}
        return compare.get(sign)
    return None


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
