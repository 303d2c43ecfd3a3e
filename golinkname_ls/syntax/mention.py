"""Does live code of a file mention a package-level name? (What makes the compiler emit a reference to it.)"""

from __future__ import annotations

from collections.abc import Callable

from tree_sitter import Node

_WORD = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
_FUNCTIONS = frozenset({"function_declaration", "method_declaration"})

IsFalse = Callable[[bytes], bool]
"""Whether a name is a package-level constant whose value is false."""


def mentions(root: Node, data: bytes, word: bytes, is_false: IsFalse, low: int = 0, high: int | None = None) -> bool:
    """Whether compiled code in the bytes [low, high) refers to the package-level name `word`; `root` is the tree of `data`.

    Not counted: its own declaration, `var _ = name`, code under a constant-false `if`, fields and methods of the same
    name, places where a local declaration hides it.
    """
    stop = len(data) if high is None else high
    at = data.find(word, low, stop) if word else -1
    while at >= 0:
        end = at + len(word)
        if (at == 0 or data[at - 1] not in _WORD) and (end >= len(data) or data[end] not in _WORD):
            node = root.descendant_for_byte_range(at, end)
            whole = node is not None and node.type == "identifier" and (node.start_byte, node.end_byte) == (at, end)
            if node is not None and whole and _refers(node, data, word, is_false):
                return True
        at = data.find(word, end, stop)
    return False


def _refers(node: Node, data: bytes, word: bytes, is_false: IsFalse) -> bool:
    child, parent = node, node.parent
    if parent is not None and _declares(child, parent):
        return False
    while parent is not None and parent.type != "source_file":
        if parent.type == "if_statement" and _dead(child, parent, data, is_false):
            return False
        if parent.type == "var_spec" and parent.parent is not None and _package_level(parent) and _blank(parent, data):
            return False
        if parent.type in ("block", "statement_list") and _hidden(child, parent, data, word):
            return False
        if parent.type in (*_FUNCTIONS, "func_literal") and _parameter(parent, data, word):
            return False
        child, parent = parent, parent.parent
    return True


def _declares(node: Node, parent: Node) -> bool:
    if parent.type in (*_FUNCTIONS, "var_spec", "const_spec", "parameter_declaration"):
        return node in parent.children_by_field_name("name")
    return parent.type == "keyed_element" and parent.children[0] == node


def _package_level(spec: Node) -> bool:
    holder = spec.parent
    while holder is not None and holder.type in ("var_declaration", "var_spec_list", "ERROR"):
        holder = holder.parent
    return holder is None or holder.type == "source_file"


def _blank(spec: Node, data: bytes) -> bool:
    names = spec.children_by_field_name("name")
    return bool(names) and all(data[n.start_byte : n.end_byte] == b"_" for n in names)


def _dead(child: Node, statement: Node, data: bytes, is_false: IsFalse) -> bool:
    condition = statement.child_by_field_name("condition")
    if condition is None or child != statement.child_by_field_name("consequence"):
        return False
    text = data[condition.start_byte : condition.end_byte]
    return text == b"false" or (condition.type == "identifier" and is_false(text))


def _hidden(child: Node, block: Node, data: bytes, word: bytes) -> bool:
    for statement in block.children:
        if statement.start_byte >= child.start_byte:
            return False
        if word not in data[statement.start_byte : statement.end_byte]:
            continue
        if statement.type == "short_var_declaration":
            left = statement.child_by_field_name("left")
            if left is not None and any(data[n.start_byte : n.end_byte] == word for n in left.children):
                return True
        if statement.type in ("var_declaration", "const_declaration"):
            specs = [c for s in statement.children for c in (s, *s.children) if c.type in ("var_spec", "const_spec")]
            names = [n for s in specs for n in s.children_by_field_name("name")]
            if any(data[n.start_byte : n.end_byte] == word for n in names):
                return True
    return False


def _parameter(function: Node, data: bytes, word: bytes) -> bool:
    for field in ("parameters", "result", "receiver"):
        holder = function.child_by_field_name(field)
        for parameter in holder.children if holder is not None else ():
            names = parameter.children_by_field_name("name")
            if any(data[n.start_byte : n.end_byte] == word for n in names):
                return True
    return False
