"""Nodes of a tree that hold a name, and whether one declares it."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

_WORD = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
_NAMING = frozenset(
    {
        "function_declaration",
        "method_declaration",
        "var_spec",
        "const_spec",
        "parameter_declaration",
        "type_parameter_declaration",
        "type_spec",
        "type_alias",
    }
)
_DEFINING = frozenset({"short_var_declaration", "range_clause", "receive_statement"})


def occurrences_of(root: Node, data: bytes, word: bytes, low: int = 0, high: int | None = None) -> Iterator[Node]:
    """The smallest nodes that hold `word` as a whole word in the bytes [low, high), in order."""
    stop = len(data) if high is None else high
    at = data.find(word, low, stop) if word else -1
    while at >= 0:
        end = at + len(word)
        if (at == 0 or data[at - 1] not in _WORD) and (end >= len(data) or data[end] not in _WORD):
            node = root.descendant_for_byte_range(at, end)
            if node is not None:
                yield node
        at = data.find(word, end, stop)


def declares(node: Node, parent: Node) -> bool:
    """Whether a name stands where its `parent` declares it, or names a field."""
    if parent.type in _NAMING:
        return node in parent.children_by_field_name("name")
    if parent.type == "literal_element" and parent.parent is not None and parent.parent.type == "keyed_element":
        # `T{f: 1}`: a field, or in a map the func itself; a field it is far more often.
        return parent.parent.children[0] == parent
    statement = parent.parent
    if parent.type == "expression_list" and statement is not None and statement.type in _DEFINING:
        return parent == statement.child_by_field_name("left") and any(c.type == ":=" for c in statement.children)
    if parent.type == "expression_list" and statement is not None and statement.type == "type_switch_statement":
        return parent == statement.child_by_field_name("alias")
    return parent.type == "keyed_element" and parent.children[0] == node
