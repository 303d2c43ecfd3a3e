"""Discarded values: mentions of a func whose value a statement throws away, so that no code refers to the func.

    _ = f            → discarded
    if f == nil {}   → discarded
    _ = T{f}         → discarded
    g(f)             → used

A func so mentioned is in the object file's list of names, but no relocation needs it
(cmd/compile/internal/ssa: deadcode.go; measured with 1.19 and 1.21 to 1.27).
"""

from __future__ import annotations

from collections.abc import Callable

from tree_sitter import Node

_TRANSPARENT = frozenset({"parenthesized_expression", "literal_element", "literal_value", "argument_list"})
_IN_PLACE = frozenset({"slice_type", "array_type", "implicit_length_array_type", "struct_type", "type_identifier"})


def is_discarded(value: Node, data: bytes, is_conversion: Callable[[Node], bool]) -> bool:
    """Whether a statement throws away the func value at a node; `is_conversion` tells conversions from calls."""
    child, parent = value, value.parent
    while parent is not None:
        kind = parent.type
        if kind == "binary_expression":
            return _compares_with_nil(parent, data)
        if kind == "expression_list":
            return _is_given_to_blank(child, parent, data)
        if kind == "call_expression":
            passes = child != parent.child_by_field_name("function") and is_conversion(parent)
        elif kind == "keyed_element":
            passes = child != parent.children[0]
        elif kind == "composite_literal":
            of = parent.child_by_field_name("type")
            passes = of is not None and of.type in _IN_PLACE
        else:
            passes = kind in _TRANSPARENT or kind == "type_conversion_expression"
        if not passes:
            return False
        child, parent = parent, parent.parent
    return False


def _compares_with_nil(comparison: Node, data: bytes) -> bool:
    operator = comparison.child_by_field_name("operator")
    sign = data[operator.start_byte : operator.end_byte] if operator is not None else b""
    return sign in (b"==", b"!=") and any(c.type == "nil" for c in comparison.children)


def _is_given_to_blank(value: Node, values: Node, data: bytes) -> bool:
    statement = values.parent
    names: list[Node] = []
    if statement is not None and statement.type == "var_spec":
        names = statement.children_by_field_name("name")
    elif statement is not None and statement.type in ("assignment_statement", "short_var_declaration"):
        left = statement.child_by_field_name("left")
        names = left.children if left is not None and left != values else []
    names, given = [n for n in names if n.is_named], [n for n in values.children if n.is_named]
    return len(names) == len(given) and data[(name := names[given.index(value)]).start_byte : name.end_byte] == b"_"
