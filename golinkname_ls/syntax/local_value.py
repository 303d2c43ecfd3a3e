"""What a local name stands for where it never changes, so that expressions can be read without their func."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tree_sitter import Node

from golinkname_ls.syntax.predeclared import ALIASES, INTEGERS
from golinkname_ls.syntax.shadow import FUNCTIONS, binding
from golinkname_ls.syntax.tree import node_text

_NAMES = frozenset({"identifier", "type_identifier", "true", "false", "nil", "package_identifier"})
_LONG = 400
_ZERO = {"bool": "false", **dict.fromkeys(INTEGERS | ALIASES.keys(), "0")}
_ADDRESS, _ASSIGNMENT = "address", "assignment"
_LOOP = "for_statement"
_ASSIGNING = frozenset({"assignment_statement", "range_clause", "receive_statement", "short_var_declaration"})


@dataclass(frozen=True, slots=True)
class Asked:
    """Where the value of an expression is asked for: `at` itself, or to know whether the code in `entered` ever runs.

    What stands behind `at` cannot have run, unless control may come back; nor can anything in `entered`.
    """

    at: Node
    entered: tuple[Node, ...] = ()

    def comes_before(self, assignment: Node, function: Node, data: bytes) -> bool:
        """Whether that is before the assignment can have run."""
        if _holder(assignment, FUNCTIONS) != function:
            return False
        if any(inner.start_byte <= assignment.start_byte < inner.end_byte for inner in self.entered):
            return True
        return self.at.end_byte <= assignment.start_byte and not _may_come_again(self.at, function, data)


def _may_come_again(node: Node, function: Node, data: bytes) -> bool:
    loop = _holder(node, FUNCTIONS | {_LOOP})
    return loop != function or b"goto" in data[function.start_byte : function.end_byte]


def _holder(node: Node, kinds: frozenset[str]) -> Node | None:
    holder = node.parent
    while holder is not None and holder.type not in kinds:
        holder = holder.parent
    return holder


def closed(node: Node, data: bytes, asked: Asked | None = None, depth: int = 0, *, plain: bool = False) -> str:
    """The expression's text with its local names replaced by what they stand for; "" where one has no fixed value.

    Constants count everywhere, vars only within the func (literal) that declares them, and only if nothing assigns to them
    that may have run; `plain`, no var does.
    """
    if depth > 8 or node.end_byte - node.start_byte > _LONG:
        return ""
    asked = asked or Asked(node)
    out, at = [], node.start_byte
    for name in _identifiers(node):
        found = binding(name, data)
        if found is None:
            continue
        spec = found[0].parent
        constant = spec is not None and spec.type == "const_spec"
        text = _standing_for(*found, data, asked, depth) if constant or not plain else ""
        if not text:
            return ""
        out.append(data[at : name.start_byte].decode("utf-8", "replace"))
        out.append(f"({text})")
        at = name.end_byte
    out.append(data[at : node.end_byte].decode("utf-8", "replace"))
    return "".join(out)


class Declared(NamedTuple):
    """How a local var that keeps its first value is declared; without a value it is the type's zero value."""

    kind: Node | None
    value: Node | None


def kept(name: Node, data: bytes, asked: Asked | None = None) -> Declared | None:
    """The declaration of the local var that `name` stands for; None where it is none, or may have another value by then."""
    found = binding(name, data)
    spec = found[0].parent if found is not None else None
    if found is None or spec is None or found[1] or _changes(found[0], data, asked or Asked(name)):
        return None
    if spec.type == "var_spec":
        kind, values = spec.child_by_field_name("type"), spec.child_by_field_name("value")
        value = _value_of_spec(found[0], spec)
        return Declared(kind, value) if value is not None or values is None else None
    value = _defined_as(found[0], spec)
    return Declared(None, value) if value is not None else None


def _identifiers(node: Node) -> list[Node]:
    if node.type in _NAMES:
        return [node]
    found = []
    for child in node.children:
        if child.type == "func_literal":
            continue
        found.extend(_identifiers(child))
    return found


def _standing_for(name: Node, crossed: bool, data: bytes, asked: Asked, depth: int) -> str:
    spec = name.parent
    if spec is None:
        return ""
    if spec.type == "const_spec":
        value = _value_of_spec(name, spec)
        text = closed(value, data, asked, depth + 1) if value is not None else ""
        return _typed(text, spec, data) if "iota" not in text else ""
    if crossed or _changes(name, data, asked):
        return ""
    if spec.type == "var_spec":
        value = _value_of_spec(name, spec)
        if value is None:
            kind = spec.child_by_field_name("type")
            plain = spec.child_by_field_name("value") is None and kind is not None
            zero = _ZERO.get(node_text(kind, data), "") if plain and kind is not None else ""
            return _typed(zero, spec, data)
        return _typed(closed(value, data, Asked(value), depth + 1), spec, data)
    value = _defined_as(name, spec)
    return closed(value, data, Asked(value), depth + 1) if value is not None else ""


def _defined_as(name: Node, spec: Node) -> Node | None:
    """The value that `name := value` gives."""
    declaration = spec.parent
    if spec.type != "expression_list" or declaration is None or declaration.type != "short_var_declaration":
        return None
    right = declaration.child_by_field_name("right")
    return _same_place(name, spec, right) if right is not None else None


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


def _changes(name: Node, data: bytes, asked: Asked) -> bool:
    """Whether anything in the func may have assigned to the var of that declaration, or takes its address."""
    function = _holder(name, FUNCTIONS)
    word = data[name.start_byte : name.end_byte]
    return function is None or any(
        other != name and data[other.start_byte : other.end_byte] == word and _changed_at(other, function, data, asked)
        for other in _all_names(function, word, data)
    )


def _changed_at(use: Node, function: Node, data: bytes, asked: Asked) -> bool:
    kind = _assigned(use, data)
    return kind is not None and (kind == _ADDRESS or not asked.comes_before(use, function, data))


def _all_names(node: Node, word: bytes, data: bytes) -> list[Node]:
    found, stack = [], [node]
    while stack:
        at = stack.pop()
        if at.type in _NAMES:
            found.append(at)
        elif word in data[at.start_byte : at.end_byte]:
            stack.extend(at.children)
    return found


def _assigned(name: Node, data: bytes) -> str | None:
    """What changes the var that a name stands for: an assignment, or anybody who has its address; None for a mere use."""
    parent = name.parent
    while parent is not None and parent.type == "parenthesized_expression":
        name, parent = parent, parent.parent
    if parent is None:
        return None
    if parent.type in ("inc_statement", "dec_statement"):
        return _ASSIGNMENT
    if parent.type == "unary_expression":
        return _ADDRESS if data.startswith(b"&", parent.start_byte) else None
    statement = parent.parent
    if parent.type != "expression_list" or statement is None or statement.type not in _ASSIGNING:
        return None
    return _ASSIGNMENT if statement.child_by_field_name("left") == parent else None
