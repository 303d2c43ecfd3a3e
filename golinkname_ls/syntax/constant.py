"""Conditions and other values that the compiler knows, so that it drops the code behind them."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from tree_sitter import Node

from golinkname_ls.syntax.local_value import Asked, closed, kept
from golinkname_ls.syntax.shadow import binding
from golinkname_ls.syntax.tree import node_text, parse

Value = bool | str | int | None


class Given(NamedTuple):
    """What a call is known to give: the value, and an expression of its type that has it; None and "" for unknown."""

    value: Value = None
    text: str = ""


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

    def ignores(self, call: Node, data: bytes, position: int, *, plain: bool = False) -> bool:
        """Whether a call is replaced by its func's body, which does nothing with the argument at `position`, from 0.

        With `plain` nothing converts a func that is the argument.
        """
        ...

    def given(self, call: Node, data: bytes, result: int) -> Given:
        """What the compiler knows of a result of a call, from 0, after it put the func's body there."""
        ...

    def gives_nil(self, call: Node, data: bytes, result: int) -> bool | None:
        """Whether the result of a call is nil, None where that is not known."""
        ...

    def equal_strings(self, left: str, right: str) -> bool | None:
        """Whether two known strings are equal, not both constant expressions; None where the compiler does not see it."""
        ...

    def never_returns(self, call: Node, data: bytes) -> bool:
        """Whether the compiler sees that control does not come back from a call, after it put the func's body there."""
        ...

    def argument(self, name: str) -> str:
        """The expression that a parameter stands for where the func's body was put in the place of a call, else ""."""
        ...

    @property
    def sees_loops(self) -> bool:
        """Whether the compiler sees that a loop never runs though its vars change in it (ssa/sccp.go, since 1.22)."""
        ...

    @property
    def inlines_late(self) -> bool:
        """Whether what `go` and `defer` call may be inlined, and methods of interfaces whose value is known (since 1.22)."""
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


NILLABLE = frozenset({"function_type", "pointer_type", "slice_type", "map_type", "channel_type"})
_DEEP = 12
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
    if isinstance(known, _Unseen):
        return None
    if known is not None or _is_made_of_values(node, data):
        return known
    outside = None if plain else _Outside(data, facts)
    text = closed(node, data, plain=plain, outside=outside)
    if not text and entered and facts.sees_loops and not plain:
        text = closed(node, data, Asked(node, entered), outside=outside)
        # Strings are no constants of that pass.
        text = "" if '"' in text or "`" in text else text
    return facts.value(text) if text else None


class _Unseen:
    """The operands are known, but the compiler does not compute this of them."""


_UNSEEN = _Unseen()


@dataclass(frozen=True, slots=True)
class _Outside:
    data: bytes
    facts: Facts

    def argument(self, name: str) -> str:
        return self.facts.argument(name)

    def call(self, call: Node, result: int) -> str:
        return self.facts.given(call, self.data, result).text


def _simple(
    node: Node | None, data: bytes, facts: Facts, depth: int, entered: tuple[Node, ...] = (), plain: bool = False
) -> Value | _Unseen:
    """The value of what needs no types: booleans, strings and integers, compared."""
    if node is None or depth > _DEEP:
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
        return value_of(node.children[1], data, facts, entered, depth + 1, plain=plain)
    if kind in ("interpreted_string_literal", "raw_string_literal"):
        return text[1:-1] if "\\" not in text else None
    if kind == "int_literal":
        try:
            return int(text.replace("_", ""), 0)
        except ValueError:
            return None
    if kind == "call_expression" and not plain:
        return facts.given(node, data, 0).value
    if kind == "unary_expression" and text.startswith("!"):
        inner = value_of(node.child_by_field_name("operand"), data, facts, entered, depth + 1, plain=plain)
        return not inner if isinstance(inner, bool) else None
    if kind == "binary_expression":
        return _binary(node, data, facts, depth, entered, plain)
    return None


def _is_made_of_values(node: Node, data: bytes) -> bool:
    """Whether all that can be said of an expression follows from what is said of its operands."""
    if node.type == "binary_expression":
        return _sign(node, data) in ("&&", "||")
    return node.type == "parenthesized_expression" or (
        node.type == "unary_expression" and data[node.start_byte] == ord("!")
    )


def _sign(expression: Node, data: bytes) -> str:
    operator = expression.child_by_field_name("operator")
    return node_text(operator, data) if operator is not None else ""


def _binary(
    node: Node, data: bytes, facts: Facts, depth: int, entered: tuple[Node, ...], plain: bool
) -> Value | _Unseen:
    sign = _sign(node, data)
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
    sides = node.child_by_field_name("left"), node.child_by_field_name("right")
    left, right = (
        _simple(side, data, facts, depth + 1, plain=True) if plain else value_of(side, data, facts, entered, depth + 1)
        for side in sides
    )
    if isinstance(left, str) and isinstance(right, str) and not plain:
        constant = all(value_of(side, data, facts, depth=depth + 1, plain=True) is not None for side in sides)
        equal = facts.equal_strings(left, right) if not constant and sign in ("==", "!=") else None
        if not constant:
            return _UNSEEN if equal is None else equal is (sign == "==")
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
    return nilness(operand, data, facts)


def nilness(operand: Node, data: bytes, facts: Facts, result: int = 0) -> bool | None:
    """Whether a value is nil, None where that is not known; `result` says which it is of a call's."""
    for _ in range(_FEW):
        if operand.type == "parenthesized_expression":
            operand = operand.children[1]
        elif operand.type == "func_literal" or _is_made(operand, data, facts):
            return False
        elif operand.type == "nil":
            return True
        elif operand.type == "call_expression":
            return facts.gives_nil(operand, data, result)
        elif operand.type != "identifier":
            return None
        elif binding(operand, data) is None:
            return False if facts.is_func(node_text(operand, data)) else None
        else:
            declared = kept(operand, data)
            if declared is None:
                text = closed(operand, data, outside=_Outside(data, facts))
                return True if text.strip("()") == "nil" else None
            kind = declared.kind
            if kind is not None and not _has_nil(kind, data, zero=declared.value is None):
                return None
            if declared.value is None:
                return True
            operand, result = declared.value, declared.result
    return None


def _is_made(operand: Node, data: bytes, facts: Facts) -> bool:
    """Whether an expression is the address of something."""
    if operand.type == "unary_expression":
        return data.startswith(b"&", operand.start_byte)
    function = operand.child_by_field_name("function") if operand.type == "call_expression" else None
    built_in = function is not None and node_text(function, data) == "new" and binding(function, data) is None
    return built_in and not facts.is_func("new")


def _has_nil(kind: Node, data: bytes, *, zero: bool) -> bool:
    """Whether vars of that type are nil where their value is; of an interface only the `zero` value is."""
    interface = kind.type == "interface_type" or node_text(kind, data) in ("any", "error")
    return kind.type in NILLABLE or (interface and zero)


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
