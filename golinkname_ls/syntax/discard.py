"""Which values a func throws away: the optimiser drops them, and with them what they refer to.

The compiler has seen them by then: a func so mentioned is in the object file's list of names, but no relocation needs it
(cmd/compile/internal/ssa: deadcode.go; measured with 1.19 and 1.21 to 1.27).
"""

from __future__ import annotations

from typing import Protocol

from tree_sitter import Node

from golinkname_ls.syntax.shadow import FUNCTIONS, binding

_TRANSPARENT = frozenset(
    {
        "parenthesized_expression",
        "type_conversion_expression",
        "literal_element",
        "literal_value",
        "selector_expression",
        "argument_list",
    }
)
_COMPARISONS = (b"==", b"!=")
_LITERALS = frozenset({"slice_type", "array_type", "implicit_length_array_type", "struct_type"})
_NAMED = frozenset({"type_identifier", "qualified_type", "generic_type"})
# Locals that hold each other.
_FEW = 8


class Calls(Protocol):
    """What is known of the calls and conversions of a func."""

    def converts(self, call: Node) -> bool:
        """Whether a call is a conversion."""
        ...

    def ignores(self, call: Node, argument: Node, *, plain: bool = False) -> bool:
        """Whether the call is no more than the body of what it calls, which does nothing with the argument.

        With `plain` nothing converts a func that is the argument.
        """
        ...

    def lost(self, node: Node) -> bool:
        """Whether control never comes there."""
        ...


def thrown_away(value: Node, data: bytes, calls: Calls, depth: int = 0) -> bool:
    """Whether nothing comes of the value of a func's name or literal."""
    child, parent, argument = value, value.parent, None
    while parent is not None:
        kind = parent.type
        argument = child if kind == "argument_list" else argument
        if kind == "call_expression":
            function = parent.child_by_field_name("function")
            if child.type == "argument_list" and argument is not None and calls.ignores(parent, argument):
                return True
            if child == function or not calls.converts(parent):
                return False
        elif kind == "composite_literal":
            if not _builds_in_place(parent, data):
                return False
        elif kind == "keyed_element":
            if child == parent.children[0]:
                return False
        elif kind == "unary_expression":
            if child.type != "composite_literal" or not data.startswith(b"&", parent.start_byte):
                return False
        elif kind == "binary_expression":
            return _compared_with_nil(parent, data)
        elif kind == "expression_list":
            return depth < _FEW and _goes_nowhere(child, parent, data, calls, depth)
        elif kind not in _TRANSPARENT or (kind == "selector_expression" and child.type != "composite_literal"):
            return False
        child, parent = parent, parent.parent
    return False


def _builds_in_place(literal: Node, data: bytes) -> bool:
    """Whether a literal is no map, which is filled by calls."""
    kind, body = literal.child_by_field_name("type"), literal.child_by_field_name("body")
    if kind is None or body is None or kind.type not in _LITERALS | _NAMED:
        return False
    if kind.type in _LITERALS:
        return True
    keys = (element.children[0] for element in body.children if element.type == "keyed_element")
    # Of what its file may not declare: fields are named, keys are seldom.
    return all(key.children and key.children[0].type in ("identifier", "int_literal") for key in keys)


def _compared_with_nil(comparison: Node, data: bytes) -> bool:
    operator = comparison.child_by_field_name("operator")
    sign = data[operator.start_byte : operator.end_byte] if operator is not None else b""
    return sign in _COMPARISONS and any(c.type == "nil" for c in comparison.children)


def _goes_nowhere(value: Node, values: Node, data: bytes, calls: Calls, depth: int) -> bool:
    """Whether a value of a list is assigned to `_`, or to a local var that nothing else is made of."""
    _, name = assigned(value, values)
    if name is None:
        return False
    if data[name.start_byte : name.end_byte] == b"_":
        return True
    return not _assigns_again(values) and _unused(name, data, calls, depth + 1)


def _assigns_again(values: Node) -> bool:
    return values.parent is not None and values.parent.type == "assignment_statement"


def assigned(value: Node, values: Node) -> tuple[list[Node], Node | None]:
    """What a statement gives the values of a list to, and which of that gets `value`; None where that is not one each."""
    statement = values.parent
    names: list[Node] = []
    if statement is not None and statement.type == "var_spec":
        names = [n for n in statement.children_by_field_name("name") if n.is_named]
    elif statement is not None and statement.type in ("assignment_statement", "short_var_declaration"):
        left, operator = statement.child_by_field_name("left"), statement.child_by_field_name("operator")
        if left is not None and left != values and (operator is None or operator.type == "="):
            names = [n for n in left.children if n.is_named]
    given = [n for n in values.children if n.is_named]
    return names, names[given.index(value)] if len(names) == len(given) else None


def _unused(name: Node, data: bytes, calls: Calls, depth: int) -> bool:
    """Whether the local var declared by `name` is only thrown away in turn."""
    found = mentions_of(name, data, calls)
    return found is not None and all(not inner and thrown_away(o, data, calls, depth) for o, inner in found)


def mentions_of(name: Node, data: bytes, calls: Calls) -> list[tuple[Node, bool]] | None:
    """Where control may come to a mention of the local that `name` declares, and whether a literal stands between the two.

    None for what is not declared in a func.
    """
    function = name.parent
    while function is not None and function.type not in FUNCTIONS:
        function = function.parent
    if function is None:
        return None
    mentions = list[tuple[Node, bool]]()
    for other in _named(function, data[name.start_byte : name.end_byte], data):
        found = binding(other, data) if other != name and not _is_declared(other) else None
        if found is not None and found[0] == name and not calls.lost(other):
            mentions.append((other, found[1]))
    return mentions


def _is_declared(name: Node) -> bool:
    """Whether a `:=` gives the name a value there: no use of another var of that name."""
    values = name.parent
    statement = values.parent if values is not None and values.type == "expression_list" else None
    return (
        statement is not None
        and statement.type == "short_var_declaration"
        and statement.child_by_field_name("left") == values
    )


def _named(node: Node, word: bytes, data: bytes) -> list[Node]:
    found, stack = [], [node]
    while stack:
        at = stack.pop()
        if at.type == "identifier" and data[at.start_byte : at.end_byte] == word:
            found.append(at)
        elif word in data[at.start_byte : at.end_byte]:
            stack.extend(at.children)
    return found
