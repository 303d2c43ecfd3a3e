"""What a `range` clause goes over and holds nothing: the compiler sees that the loop never runs.

Maps and channels are asked while the program runs, whatever they hold (measured with 1.19 and 1.21 to 1.27).
"""

from __future__ import annotations

from tree_sitter import Node

from golinkname_ls.syntax.constant import Decide
from golinkname_ls.syntax.local_value import Declared, kept

# Vars that stand for each other.
_FEW = 8
_ARRAYS = frozenset({"array_type", "implicit_length_array_type"})


def holds_nothing(over: Node, data: bytes, decide: Decide) -> bool:
    """Whether a value is 0, "", or an array or slice of no elements."""
    known = decide(over, data)
    if known is not None:
        # A range over integers has been a loop over nothing from its beginnings.
        return not isinstance(known, bool) and (known <= 0 if isinstance(known, int) else known == "" and _sees(decide))
    return _sees(decide) and _is_empty(over, data, decide)


def _sees(decide: Decide) -> bool:
    return decide.facts.sees_loops and not decide.plain


def _is_empty(over: Node, data: bytes, decide: Decide) -> bool:
    value: Node | None = over
    for _ in range(_FEW):
        if value is None:
            return False
        if value.type in ("parenthesized_expression", "unary_expression"):
            value = value.children[1] if data[value.start_byte] in b"(&" else None
        elif value.type == "composite_literal":
            kind, body = value.child_by_field_name("type"), value.child_by_field_name("body")
            elements = [c for c in body.children if c.is_named and c.type != "comment"] if body is not None else []
            if kind is not None and kind.type == "slice_type":
                return not elements
            return _no_length(kind, data, decide) or (
                kind is not None and kind.type == "implicit_length_array_type" and not elements
            )
        elif value.type == "type_conversion_expression":
            return _nil_slice(value)
        elif value.type == "identifier":
            declared = kept(value, data)
            if declared is None or declared.value is None:
                return declared is not None and _zero(declared, data, decide)
            value = declared.value
        else:
            return False
    return False


def _zero(declared: Declared, data: bytes, decide: Decide) -> bool:
    kind = declared.kind
    if kind is not None and kind.type == "pointer_type":
        kind = kind.children[-1]
        return _no_length(kind, data, decide)
    return kind is not None and (kind.type == "slice_type" or _no_length(kind, data, decide))


def _no_length(kind: Node | None, data: bytes, decide: Decide) -> bool:
    length = kind.child_by_field_name("length") if kind is not None and kind.type in _ARRAYS else None
    return length is not None and decide(length, data) == 0


def _nil_slice(conversion: Node) -> bool:
    kind, operand = conversion.child_by_field_name("type"), conversion.child_by_field_name("operand")
    return kind is not None and operand is not None and kind.type == "slice_type" and operand.type == "nil"
