"""The machine words that a value of a type travels in: classes and widths, as far as declarations can be resolved."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from tree_sitter import Node

from golinkname_ls.syntax.tree import node_text, parse


@dataclass(frozen=True, slots=True)
class Word:
    """One scalar: class `int`, `ptr`, `uintptr` or `float`, and its width in bytes."""

    kind: str
    size: int


POINTER_KINDS = frozenset({"pointer_type", "channel_type", "map_type", "function_type"})
_INTS = {"bool": 1, "int8": 1, "uint8": 1, "byte": 1, "int16": 2, "uint16": 2, "int32": 4, "uint32": 4, "rune": 4}
_INTS |= {"int64": 8, "uint64": 8}
_FLOATS = {"float32": (4,), "float64": (8,), "complex64": (4, 4), "complex128": (8, 8)}
_MAX_WORDS = 64


class Scope(Protocol):
    """Where a type's names are looked up."""

    pointer_size: int

    def type_text(self, qualifier: str, name: str) -> tuple[str, Scope] | None:
        """The declared type's text with the scope it is written in; None when it is not known."""
        ...


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter or result: its name ("" without) and its type's node, with the text it points into."""

    name: str
    node: Node
    data: bytes
    variadic: bool = False

    @property
    def text(self) -> str:
        """The type as written."""
        return ("..." if self.variadic else "") + node_text(self.node, self.data)


@dataclass(frozen=True, slots=True)
class Signature:
    """A func's parameters and results; a receiver is the first parameter."""

    parameters: tuple[Parameter, ...]
    results: tuple[Parameter, ...]


@functools.lru_cache(maxsize=4096)
def type_node(text: str) -> tuple[Node, bytes] | None:
    """The node of a type written out; None when it is no type."""
    data = f"package p\nvar _ {text}\n".encode()
    root = parse(data).root_node
    if root.has_error:
        return None
    spec = root.children[-2].children[1] if len(root.children) > 1 else None
    node = spec.child_by_field_name("type") if spec is not None else None
    return (node, data) if node is not None else None


@functools.lru_cache(maxsize=4096)
def signature(text: str, receiver: str = "") -> Signature | None:
    """Parse `func(a, b int) string`; None when it cannot be read."""
    data = f"package p\nfunc ({receiver}) _{text.removeprefix('func')}\n".encode()
    if not receiver:
        data = f"package p\nfunc _{text.removeprefix('func')}\n".encode()
    root = parse(data).root_node
    node = next((c for c in root.children if c.type in ("function_declaration", "method_declaration")), None)
    if node is None or root.has_error:
        return None
    parameters = list(_parameters(node.child_by_field_name("receiver"), data))
    parameters += _parameters(node.child_by_field_name("parameters"), data)
    result = node.child_by_field_name("result")
    if result is None:
        results: list[Parameter] = []
    elif result.type == "parameter_list":
        results = list(_parameters(result, data))
    else:
        results = [Parameter("", result, data)]
    return Signature(tuple(parameters), tuple(results))


def _parameters(holder: Node | None, data: bytes) -> Iterator[Parameter]:
    for child in holder.children if holder is not None else ():
        if child.type not in ("parameter_declaration", "variadic_parameter_declaration"):
            continue
        kind = child.child_by_field_name("type")
        if kind is None:
            continue
        names = [node_text(n, data) for n in child.children_by_field_name("name")] or [""]
        for name in names:
            yield Parameter(name, kind, data, child.type.startswith("variadic"))


def parameter_words(parameter: Parameter, scope: Scope) -> tuple[Word, ...] | None:
    """The words of one parameter; None when something in its type is not known."""
    size = scope.pointer_size
    if parameter.variadic:
        return (Word("ptr", size), Word("int", size), Word("int", size))
    return words(parameter.node, parameter.data, scope)


def words(node: Node, data: bytes, scope: Scope, depth: int = 0) -> tuple[Word, ...] | None:
    """The words of a type in order; None when something in it is not known, or when it is no run of registers."""
    size = scope.pointer_size
    pointer, integer = Word("ptr", size), Word("int", size)
    if depth > 20:
        return None
    if node.type in POINTER_KINDS:
        return (pointer,)
    if node.type == "slice_type":
        return (pointer, integer, integer)
    if node.type == "interface_type":
        return (pointer, pointer)
    if node.type == "parenthesized_type":
        return words(node.children[1], data, scope, depth + 1)
    if node.type == "array_type":
        return _array(node, data, scope, depth)
    if node.type == "struct_type":
        return _struct(node, data, scope, depth)
    if node.type == "type_identifier":
        return _named("", node_text(node, data), scope, depth)
    if node.type == "qualified_type":
        qualifier, _, name = node_text(node, data).partition(".")
        return _named(qualifier, name, scope, depth)
    return None


def basic(name: str, size: int) -> tuple[Word, ...] | None:
    """The words of a predeclared type; None when `name` is none."""
    if name in _INTS:
        return (Word("int", _INTS[name]),)
    if name in _FLOATS:
        return tuple(Word("float", width) for width in _FLOATS[name])
    special = {
        "int": (Word("int", size),),
        "uint": (Word("int", size),),
        "uintptr": (Word("uintptr", size),),
        "string": (Word("ptr", size), Word("int", size)),
        "any": (Word("ptr", size), Word("ptr", size)),
        "error": (Word("ptr", size), Word("ptr", size)),
    }
    return special.get(name)


def _named(qualifier: str, name: str, scope: Scope, depth: int) -> tuple[Word, ...] | None:
    if qualifier == "unsafe" and name == "Pointer":
        return (Word("ptr", scope.pointer_size),)
    found = scope.type_text(qualifier, name)
    if found is None:
        return basic(name, scope.pointer_size) if not qualifier else None
    parsed = type_node(found[0])
    return words(parsed[0], parsed[1], found[1], depth + 1) if parsed else None


def _array(node: Node, data: bytes, scope: Scope, depth: int) -> tuple[Word, ...] | None:
    length, element = node.child_by_field_name("length"), node.child_by_field_name("element")
    if length is None or element is None or length.type != "int_literal":
        return None
    # Arrays of more than one element never travel in registers (cmd/compile/abi-internal.md).
    count = int(node_text(length, data).replace("_", ""), 0)
    inner = words(element, data, scope, depth + 1)
    return inner if count == 1 else (() if count == 0 else None)


def _struct(node: Node, data: bytes, scope: Scope, depth: int) -> tuple[Word, ...] | None:
    total: tuple[Word, ...] = ()
    body = next((c for c in node.children if c.type == "field_declaration_list"), None)
    for field in body.children if body is not None else ():
        if field.type != "field_declaration":
            continue
        kind = field.child_by_field_name("type")
        if kind is None:
            return None
        star = any(c.type == "*" for c in field.children)
        inner = (Word("ptr", scope.pointer_size),) if star else words(kind, data, scope, depth + 1)
        if inner is None:
            return None
        total += inner * max(1, len(field.children_by_field_name("name")))
        if len(total) > _MAX_WORDS:
            return None
    return total
