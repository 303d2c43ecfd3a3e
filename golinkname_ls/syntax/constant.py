"""Conditions and other values that the compiler knows, so that it drops the code behind them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Protocol

from tree_sitter import Node

from golinkname_ls.syntax.local_value import Asked, closed, kept
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

    def is_func(self, name: str) -> bool:
        """Whether the package-level name is a func's."""
        ...

    def is_type(self, text: str) -> bool:
        """Whether a name, with a package's before it or without, is a type's."""
        ...

    def names_unsafe(self, qualifier: str) -> bool:
        """Whether the file has that name for `unsafe`, "" where the package's names need none."""
        ...

    def ignores(self, name: str, position: int, *, plain: bool = False) -> bool:
        """Whether the package-level func is put in the place of its calls and does nothing with that argument.

        With `plain` nothing converts a func that is the argument.
        """
        ...

    @property
    def sees_loops(self) -> bool:
        """Whether the compiler sees that a loop never runs though its vars change in it (ssa/sccp.go, since 1.22)."""
        ...

    @property
    def inlines_deferred(self) -> bool:
        """Whether what `go` and `defer` call may be inlined as other calls are (since 1.22)."""
        ...

    @property
    def drops_unread(self) -> bool:
        """Whether assignments to locals that nothing reads are dropped before anything is compiled (since 1.24)."""
        ...

    def __hash__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Decide:
    """The values that the compiler knows in one package."""

    facts: Facts
    plain: bool = False
    """Only as the compiler's front end does it: for funcs that are values, or stand in literals, the optimiser is too late."""

    def __call__(self, node: Node, data: bytes, entered: tuple[Node, ...] = ()) -> Value:
        """The value of an expression, None when it is not known; where the code in `entered` is, before that ever ran."""
        return value_of(node, data, self.facts, entered, plain=self.plain)


# A call of a func that may be put in its place; conversions have an argument.
_CALL = re.compile(r"\w\(\)")
_NILLABLE = frozenset({"function_type", "pointer_type", "slice_type", "map_type", "channel_type"})
# Vars that stand for each other.
_FEW = 8
_MOST_OPERANDS = 100
"""Each takes a look at all that encloses it; conditions of more are left open."""


def value_of(
    node: Node | None, data: bytes, facts: Facts, entered: tuple[Node, ...] = (), depth: int = 0, *, plain: bool = False
) -> Value:
    """The value of an expression where the compiler knows it: constants, and local vars that keep their value.

    None for all others, and for what is nested deeper than anybody writes. `entered` is code that runs only if the value
    is what is hoped for: it cannot have changed a var before.
    """
    if node is None:
        return None
    known = _simple(node, data, facts, depth, entered, plain)
    if known is not None:
        return known
    text = closed(node, data, plain=plain)
    if plain:
        return facts.value(text) if text and not _CALL.search(text) else None
    if not text and entered and facts.sees_loops:
        text = closed(node, data, Asked(node, entered))
        # Strings are no constants of that pass.
        text = "" if '"' in text or "`" in text else text
    return facts.value(text) if text else None


def _simple(
    node: Node | None, data: bytes, facts: Facts, depth: int, entered: tuple[Node, ...] = (), plain: bool = False
) -> Value:
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
        return _simple(node.children[1], data, facts, depth + 1, entered, plain)
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
        return _binary(node, data, facts, depth, entered, plain)
    return None


def _binary(node: Node, data: bytes, facts: Facts, depth: int, entered: tuple[Node, ...], plain: bool) -> Value:
    operator = node.child_by_field_name("operator")
    sign = node_text(operator, data) if operator is not None else ""
    if sign in ("&&", "||"):
        operands = _operands(node, sign, data)
        if len(operands) > _MOST_OPERANDS:
            return None
        values = [value_of(operand, data, facts, entered, depth + 1, plain=plain) for operand in operands]
        if (sign == "||") in values:
            return sign == "||"
        return sign != "||" if all(isinstance(v, bool) for v in values) else None
    if sign in ("==", "!=") and not plain:
        nothing = _is_nil(node, data, facts)
        if nothing is not None:
            return nothing is (sign == "==")
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


def _is_nil(comparison: Node, data: bytes, facts: Facts) -> bool | None:
    """Whether what is compared with nil is nil; None where that is not known, and where there is no nil."""
    sides = [c for c in comparison.children if c.is_named]
    operand = next((s for s in sides if s.type != "nil"), None)
    if len(sides) != 2 or operand is None or not any(s.type == "nil" and binding(s, data) is None for s in sides):
        return None
    for _ in range(_FEW):
        if operand.type == "parenthesized_expression":
            operand = operand.children[1]
        elif operand.type == "func_literal":
            return False
        elif operand.type == "nil":
            return True
        elif operand.type != "identifier":
            return None
        elif binding(operand, data) is None:
            return False if facts.is_func(node_text(operand, data)) else None
        else:
            declared = kept(operand, data)
            kind = declared.kind if declared is not None else None
            if declared is None or (kind is not None and not _has_nil(kind, data, zero=declared.value is None)):
                return None
            if declared.value is None:
                return True
            operand = declared.value
    return None


def _has_nil(kind: Node, data: bytes, *, zero: bool) -> bool:
    """Whether vars of that type are nil where their value is; of an interface only the `zero` value is."""
    interface = kind.type == "interface_type" or node_text(kind, data) in ("any", "error")
    return kind.type in _NILLABLE or (interface and zero)


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
