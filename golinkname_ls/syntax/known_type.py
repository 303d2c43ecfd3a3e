"""Cases of a type switch that the type of a value known to the compiler never is."""

from __future__ import annotations

from tree_sitter import Node

from golinkname_ls.syntax.local_value import kept
from golinkname_ls.syntax.predeclared import ALIASES, BASIC, EMPTY_INTERFACES
from golinkname_ls.syntax.shadow import binding
from golinkname_ls.syntax.tree import node_text

_LITERALS = {
    "int_literal": "int",
    "float_literal": "float64",
    "imaginary_literal": "complex128",
    "rune_literal": "int32",
    "interpreted_string_literal": "string",
    "raw_string_literal": "string",
    "true": "bool",
    "false": "bool",
}
_NOTHING = "nil"


def never_is(case: Node, switch: Node, data: bytes) -> bool:
    """Whether the value of a type switch has a predeclared type, or none, and the case lists only other ones."""
    value = switch.child_by_field_name("value")
    known = _dynamic_type(value, data) if value is not None else ""
    listed = [_basic(kind, data) for kind in case.children_by_field_name("type") if kind.is_named]
    return bool(known and listed) and all(kind and kind != known for kind in listed)


def _basic(kind: Node, data: bytes) -> str:
    name = node_text(kind, data)
    name = ALIASES.get(name, name)
    return name if name in BASIC and kind.type == "type_identifier" and binding(kind, data) is None else ""


def _dynamic_type(value: Node, data: bytes) -> str:
    """The predeclared type that an interface value holds, `nil` for none at all, "" where that is not known."""
    if value.type == "identifier":
        declared = kept(value, data)
        if declared is None or declared.kind is None or node_text(declared.kind, data) not in EMPTY_INTERFACES:
            return ""
        return _static_type(declared.value, data) if declared.value is not None else _NOTHING
    if value.type in ("call_expression", "type_conversion_expression"):
        function = value.child_by_field_name("function") or value.child_by_field_name("type")
        argument = _argument(value)
        if function is not None and argument is not None and node_text(function, data) in EMPTY_INTERFACES:
            return _static_type(argument, data)
    return ""


def _argument(call: Node) -> Node | None:
    given = call.child_by_field_name("arguments")
    values = [c for c in given.children if c.is_named] if given is not None else call.children_by_field_name("operand")
    return values[0] if len(values) == 1 else None


def _static_type(value: Node, data: bytes) -> str:
    if value.type in ("true", "false", "identifier") and binding(value, data) is not None:
        return ""
    if value.type == "call_expression":
        function = value.child_by_field_name("function")
        name = node_text(function, data) if function is not None and function.type == "identifier" else ""
        name = ALIASES.get(name, name)
        return name if function is not None and name in BASIC and binding(function, data) is None else ""
    return _LITERALS.get(value.type, "")
