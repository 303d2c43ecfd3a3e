"""What a local name stands for where it never changes, so that expressions can be read without their func."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from tree_sitter import Node

from golinkname_ls.syntax.predeclared import ALIASES, INTEGERS
from golinkname_ls.syntax.shadow import FUNCTIONS, binding
from golinkname_ls.syntax.tree import node_text

_NAMES = frozenset({"identifier", "type_identifier", "true", "false", "nil", "package_identifier"})
_LONG = 400
_ZERO = {"bool": "false", "string": '""', **dict.fromkeys(INTEGERS | ALIASES.keys(), "0")}
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
            return not _is_captured(assignment, function, data)
        return self.at.end_byte <= assignment.start_byte and not _may_come_again(self.at, function, data)


class Outside(Protocol):
    """What is known of an expression's calls and parameters, which are no locals that keep a value."""

    def argument(self, name: str) -> str:
        """The expression that a parameter of the func stands for, "" where nothing is known of it."""
        ...

    def call(self, call: Node, result: int) -> str:
        """The expression that a result of a call stands for, "" where nothing is known of it."""
        ...


def _is_captured(name: Node, function: Node, data: bytes) -> bool:
    """Whether a func literal has the var: then it is in memory, where no pass follows it."""
    word = data[name.start_byte : name.end_byte]
    others = (n for n in _all_names(function, word, data) if data[n.start_byte : n.end_byte] == word)
    return any(_holder(other, FUNCTIONS) != function for other in others)


def _may_come_again(node: Node, function: Node, data: bytes) -> bool:
    loop = _holder(node, FUNCTIONS | {_LOOP})
    return loop != function or b"goto" in data[function.start_byte : function.end_byte]


def _holder(node: Node, kinds: frozenset[str]) -> Node | None:
    holder = node.parent
    while holder is not None and holder.type not in kinds:
        holder = holder.parent
    return holder


def closed(
    node: Node,
    data: bytes,
    asked: Asked | None = None,
    depth: int = 0,
    *,
    plain: bool = False,
    outside: Outside | None = None,
) -> str:
    """The expression's text with its local names replaced by what they stand for; "" where one has no fixed value.

    Constants count everywhere, vars only within the func (literal) that declares them, and only if nothing assigns to them
    that may have run; `plain`, no var does. Calls are replaced by what is known from `outside`, or left as they are.
    """
    if depth > 8 or node.end_byte - node.start_byte > _LONG:
        return ""
    asked = asked or Asked(node)
    out, at = [], node.start_byte
    for part in _parts(node):
        if part.start_byte < at:
            continue  # In a call that has been replaced.
        if part.type == "call_expression":
            text = outside.call(part, 0) if outside is not None else ""
        else:
            found = binding(part, data)
            if found is None:
                continue
            spec = found[0].parent
            constant = spec is not None and spec.type == "const_spec"
            text = _standing_for(*found, data, asked, depth, outside) if constant or not plain else ""
            if not text:
                return ""
        if text:
            out.append(data[at : part.start_byte].decode("utf-8", "replace"))
            out.append(f"({text})")
            at = part.end_byte
    out.append(data[at : node.end_byte].decode("utf-8", "replace"))
    return "".join(out)


def typed(node: Node, data: bytes, depth: int = 0) -> str:
    """An expression of the same type without local names, whatever their values; "" where that cannot be said."""
    if depth > 8 or node.end_byte - node.start_byte > _LONG:
        return ""
    out, at = [], node.start_byte
    for name in _identifiers(node):
        found = binding(name, data)
        if found is None:
            continue
        text = _of_type(found[0], data, depth)
        if not text:
            return ""
        out.append(data[at : name.start_byte].decode("utf-8", "replace"))
        out.append(f"({text})")
        at = name.end_byte
    out.append(data[at : node.end_byte].decode("utf-8", "replace"))
    return "".join(out)


def _of_type(name: Node, data: bytes, depth: int) -> str:
    spec = name.parent
    if spec is None:
        return ""
    kind = spec.child_by_field_name("type") if spec.type in ("var_spec", "parameter_declaration") else None
    if kind is not None:
        known = all(binding(part, data) is None for part in _identifiers(kind))
        return f"*(*{node_text(kind, data)})(nil)" if known else ""
    value = _value_of_spec(name, spec) if spec.type == "var_spec" else _defined_as(name, spec)
    return typed(value, data, depth + 1) if value is not None else ""


class Declared(NamedTuple):
    """How a local var that keeps its first value is declared; without a value it is the type's zero value.

    `result` says which it is where the value is a call of several.
    """

    kind: Node | None
    value: Node | None
    result: int = 0


def kept(name: Node, data: bytes, asked: Asked | None = None) -> Declared | None:
    """The declaration of the local var that `name` stands for; None where it is none, or may have another value by then."""
    found = binding(name, data)
    spec = found[0].parent if found is not None else None
    if found is None or spec is None or found[1] or changes(found[0], data, asked or Asked(name)):
        return None
    if spec.type == "var_spec":
        kind, values = spec.child_by_field_name("type"), spec.child_by_field_name("value")
        value = _value_of_spec(found[0], spec)
        return Declared(kind, value) if value is not None or values is None else None
    if spec.type == "parameter_declaration" and _is_result(spec):
        return Declared(spec.child_by_field_name("type"), None)
    value = _defined_as(found[0], spec)
    if value is not None:
        return Declared(None, value)
    several = _one_of_several(found[0], spec)
    return Declared(None, *several) if several is not None else None


def _parts(node: Node) -> list[Node]:
    """The names of an expression and its calls, each call before what stands in it."""
    if node.type in _NAMES:
        return [node]
    found = [node] if node.type == "call_expression" else []
    for child in node.children:
        if child.type != "func_literal":
            found.extend(_parts(child))
    return found


def _identifiers(node: Node) -> list[Node]:
    if node.type in _NAMES:
        return [node]
    found = []
    for child in node.children:
        if child.type == "func_literal":
            continue
        found.extend(_identifiers(child))
    return found


def _standing_for(
    name: Node, crossed: bool, data: bytes, asked: Asked, depth: int, outside: Outside | None = None
) -> str:
    spec = name.parent
    if spec is None:
        return ""
    if spec.type == "const_spec":
        value = _value_of_spec(name, spec)
        text = closed(value, data, asked, depth + 1) if value is not None else ""
        return _typed(text, spec, data) if "iota" not in text else ""
    if crossed or changes(name, data, asked) or _is_selected(name, data):
        return ""
    if spec.type == "parameter_declaration":
        return _parameter(name, spec, data, outside)
    if spec.type == "var_spec":
        value = _value_of_spec(name, spec)
        if value is None:
            kind = spec.child_by_field_name("type")
            plain = spec.child_by_field_name("value") is None and kind is not None
            zero = _ZERO.get(node_text(kind, data), "") if plain and kind is not None else ""
            return _typed(zero, spec, data)
        return _typed(closed(value, data, Asked(value), depth + 1, outside=outside), spec, data)
    value = _defined_as(name, spec)
    if value is not None:
        return closed(value, data, Asked(value), depth + 1, outside=outside)
    several = _one_of_several(name, spec)
    return outside.call(*several) if several is not None and outside is not None else ""


def _parameter(name: Node, spec: Node, data: bytes, outside: Outside | None) -> str:
    """What a parameter is given where that is known, and what a result is while nothing is assigned to it."""
    kind = spec.child_by_field_name("type")
    if kind is None:
        return ""
    if _is_result(spec):
        return _typed(_ZERO.get(node_text(kind, data), ""), spec, data)
    return outside.argument(node_text(name, data)) if outside is not None else ""


def _is_result(parameter: Node) -> bool:
    function = _holder(parameter, FUNCTIONS)
    return function is not None and function.child_by_field_name("result") == parameter.parent


def _one_of_several(name: Node, spec: Node) -> tuple[Node, int] | None:
    """The call that `a, b := f()` takes the name from, and its place."""
    declaration = spec.parent
    if spec.type != "expression_list" or declaration is None or declaration.type != "short_var_declaration":
        return None
    right = declaration.child_by_field_name("right")
    values = [n for n in right.children if n.is_named] if right is not None else []
    names = [n for n in spec.children if n.is_named]
    if len(values) != 1 or len(names) < 2 or values[0].type != "call_expression":
        return None
    return values[0], names.index(name)


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


def changes(name: Node, data: bytes, asked: Asked) -> bool:
    """Whether anything in the func may have assigned to the var of that declaration, or takes its address."""
    function = _holder(name, FUNCTIONS)
    word = data[name.start_byte : name.end_byte]
    return function is None or any(
        other != name and data[other.start_byte : other.end_byte] == word and _changed_at(other, function, data, asked)
        for other in _all_names(function, word, data)
    )


def _is_selected(name: Node, data: bytes) -> bool:
    """Whether a method of the var of that declaration is named, which may take its address."""
    function, word = _holder(name, FUNCTIONS), data[name.start_byte : name.end_byte]
    for other in _all_names(function, word, data) if function is not None else ():
        selector = other.parent
        if selector is None or selector.type != "selector_expression" or selector.children[0] != other:
            continue
        if data[other.start_byte : other.end_byte] == word:
            return True
    return False


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
