"""Values that only locals hold which nothing reads: the compiler drops the assignments before it compiles anything.

cmd/compile/internal/deadlocals/deadlocals.go (1.24.11:17), since 1.24. Who calls an inlined func assigns to its parameters.
"""

from __future__ import annotations

from tree_sitter import Node

from golinkname_ls.syntax.discard import Calls, assigned, mentions_of
from golinkname_ls.syntax.shadow import FUNCTIONS, binding

# Locals that hold each other.
_FEW = 8


def unread(value: Node, data: bytes, calls: Calls, depth: int = 0) -> bool:
    """Whether nothing reads what the value of a name, or of a literal, is assigned to."""
    child, parent = value, value.parent
    while parent is not None and parent.type == "parenthesized_expression":
        child, parent = parent, parent.parent
    if parent is None or depth > _FEW:
        return False
    if parent.type == "argument_list":
        call = parent.parent
        return call is not None and call.type == "call_expression" and calls.ignores(call, child, plain=True)
    if parent.type != "expression_list":
        return False
    names, name = assigned(child, parent)
    if name is None or name.type != "identifier":
        return False
    if data[name.start_byte : name.end_byte] == b"_":
        # A single one, and nothing but them, is meant as a use.
        return any(data[n.start_byte : n.end_byte] != b"_" for n in names)
    statement = parent.parent
    if statement is not None and statement.type == "assignment_statement":
        found = binding(name, data)
        return found is not None and not found[1] and _never_read(found[0], data, calls, depth)
    return _never_read(name, data, calls, depth)


def _never_read(name: Node, data: bytes, calls: Calls, depth: int) -> bool:
    """Whether every mention of a local is an assignment to it, or one to another such local."""
    if _is_result(name) or _converts(name):
        return False
    found = mentions_of(name, data, calls)
    return found is not None and all(
        _is_assigned(other)
        or (unread(other, data, calls, depth + 1) if not inner else _within_unread(other, name, data, calls, depth))
        for other, inner in found
    )


def _is_result(name: Node) -> bool:
    holder = name.parent.parent if name.parent is not None else None
    return (
        holder is not None
        and holder.type == "parameter_list"
        and holder.parent is not None
        and (holder.parent.type in FUNCTIONS and holder.parent.child_by_field_name("result") == holder)
    )


def _converts(name: Node) -> bool:
    """Whether a local has a type that a func is converted to; that is computed."""
    kind = name.parent.child_by_field_name("type") if name.parent is not None else None
    return kind is not None and kind.type != "function_type"


def _is_assigned(mention: Node) -> bool:
    """Whether an assignment gives the local another value there; one that a literal holds counts as a use."""
    values = mention.parent
    statement = values.parent if values is not None and values.type == "expression_list" else None
    if statement is None or statement.type != "assignment_statement":
        return False
    operator = statement.child_by_field_name("operator")
    return statement.child_by_field_name("left") == values and operator is not None and operator.type == "="


def _within_unread(mention: Node, name: Node, data: bytes, calls: Calls, depth: int) -> bool:
    """Whether a literal that nothing reads stands between a local and its mention."""
    node = mention.parent
    while node is not None and not node.start_byte <= name.start_byte < node.end_byte:
        if node.type == "func_literal" and unread(node, data, calls, depth + 1):
            return True
        node = node.parent
    return False
