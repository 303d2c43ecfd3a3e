"""What a local name stands for where it never changes, so that expressions can be read without their func."""

from __future__ import annotations

from tree_sitter import Node

from golinkname_ls.syntax.shadow import FUNCTIONS, binding
from golinkname_ls.syntax.tree import node_text

_NAMES = frozenset({"identifier", "type_identifier", "true", "false", "nil", "package_identifier"})
_LONG = 400
_ZERO = {"bool": "false", **dict.fromkeys(["int", "int8", "int16", "int32", "int64", "byte", "rune"], "0")}
_ASSIGNING = frozenset({"assignment_statement", "range_clause", "receive_statement", "short_var_declaration"})


def closed(node: Node, data: bytes, depth: int = 0) -> str:
    """The expression's text with its local names replaced by what they stand for; "" where one has no fixed value.

    Constants count everywhere, vars only within the func (literal) that declares them, and only if nothing assigns to them.
    """
    if depth > 8 or node.end_byte - node.start_byte > _LONG:
        return ""
    out, at = [], node.start_byte
    for name in _identifiers(node):
        found = binding(name, data)
        if found is None:
            continue
        text = _standing_for(*found, data, depth)
        if not text:
            return ""
        out.append(data[at : name.start_byte].decode("utf-8", "replace"))
        out.append(f"({text})")
        at = name.end_byte
    out.append(data[at : node.end_byte].decode("utf-8", "replace"))
    return "".join(out)


def _identifiers(node: Node) -> list[Node]:
    if node.type in _NAMES:
        return [node]
    found = []
    for child in node.children:
        if child.type == "func_literal":
            continue
        found.extend(_identifiers(child))
    return found


def _standing_for(name: Node, crossed: bool, data: bytes, depth: int) -> str:
    spec = name.parent
    if spec is None:
        return ""
    if spec.type == "const_spec":
        value = _value_of_spec(name, spec)
        text = closed(value, data, depth + 1) if value is not None else ""
        return _typed(text, spec, data) if "iota" not in text else ""
    if crossed or _changes(name, data):
        return ""
    if spec.type == "var_spec":
        value = _value_of_spec(name, spec)
        if value is None:
            kind = spec.child_by_field_name("type")
            plain = spec.child_by_field_name("value") is None and kind is not None
            return _ZERO.get(node_text(kind, data), "") if plain and kind is not None else ""
        return _typed(closed(value, data, depth + 1), spec, data)
    declaration = spec.parent
    if spec.type == "expression_list" and declaration is not None and declaration.type == "short_var_declaration":
        right = declaration.child_by_field_name("right")
        value = _same_place(name, spec, right) if right is not None else None
        return closed(value, data, depth + 1) if value is not None else ""
    return ""


def _typed(text: str, spec: Node, data: bytes) -> str:
    kind = spec.child_by_field_name("type")
    return f"{node_text(kind, data)}({text})" if kind is not None and text else text


def _value_of_spec(name: Node, spec: Node) -> Node | None:
    holder = spec.child_by_field_name("value")
    names = [n for n in spec.children_by_field_name("name") if n.is_named]
    values = [n for n in holder.children if n.is_named] if holder is not None else []
    return values[names.index(name)] if len(names) == len(values) else None


def _same_place(name: Node, left: Node, right: Node) -> Node | None:
    names, values = [n for n in left.children if n.is_named], [n for n in right.children if n.is_named]
    return values[names.index(name)] if len(names) == len(values) else None


def _changes(name: Node, data: bytes) -> bool:
    """Whether anything in the func assigns to the var of that declaration, or takes its address."""
    function = name.parent
    while function is not None and function.type not in FUNCTIONS:
        function = function.parent
    word = data[name.start_byte : name.end_byte]
    return function is None or any(
        other != name and data[other.start_byte : other.end_byte] == word and _assigned(other, data)
        for other in _all_names(function, word, data)
    )


def _all_names(node: Node, word: bytes, data: bytes) -> list[Node]:
    found, stack = [], [node]
    while stack:
        at = stack.pop()
        if at.type in _NAMES:
            found.append(at)
        elif word in data[at.start_byte : at.end_byte]:
            stack.extend(at.children)
    return found


def _assigned(name: Node, data: bytes) -> bool:
    parent = name.parent
    while parent is not None and parent.type == "parenthesized_expression":
        name, parent = parent, parent.parent
    if parent is None:
        return False
    if parent.type in ("inc_statement", "dec_statement"):
        return True
    if parent.type == "unary_expression":
        return data.startswith(b"&", parent.start_byte)
    statement = parent.parent
    if parent.type != "expression_list" or statement is None or statement.type not in _ASSIGNING:
        return False
    return statement.child_by_field_name("left") == parent
