"""Parser of fragments of Go source, whose results are the forms of `syntax.expressions.expression`.

Every reader gives None for text that does not parse; the same text is read once.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TypeVar

from tree_sitter import Node

from golinkname_ls.syntax.expressions import expression as e
from golinkname_ls.syntax.expressions.tree_reader import (
    Unreadable,
    only_child,
    read_expression,
    read_func_type,
    read_type_parameters,
)
from golinkname_ls.syntax.tree.go_tree import parse

_T = TypeVar("_T")


@functools.lru_cache(maxsize=16384)
def parse_type(text: str) -> e.Expression | None:
    """Type that a text is."""
    return _read(f"type _ = {text}", "type_alias", "type", read_expression)


@functools.lru_cache(maxsize=16384)
def parse_expression(text: str) -> e.Expression | None:
    """Expression that a text is."""
    return _read(f"var _ = {text}", "var_spec", "value", lambda node, data: read_expression(only_child(node), data))


@functools.lru_cache(maxsize=16384)
def parse_signature(text: str) -> e.FuncType | None:
    """Func type that a text is: `func(a, b int) string`."""
    return _read(f"func _{text.removeprefix('func')}", "function_declaration", "", read_func_type)


@functools.lru_cache(maxsize=16384)
def parse_parameters(text: str) -> tuple[e.Parameter, ...] | None:
    """Parameters of a list without its parentheses, a receiver's too: `s *mspan`."""
    read = parse_signature(f"func({text})")
    return read.parameters if read is not None else None


@functools.lru_cache(maxsize=16384)
def parse_type_parameters(text: str) -> tuple[e.TypeParameter, ...] | None:
    """Type parameters of a list without its brackets: `K comparable, V any`."""
    return _read(f"type _[{text},] int", "type_spec", "type_parameters", read_type_parameters)


def _read(text: str, kind: str, field: str, reader: Callable[[Node, bytes], _T]) -> _T | None:
    data = f"package p\n{text}\n".encode()
    root = parse(data).root_node
    if root.has_error:
        return None
    node = next((c for c in root.children if c.type.endswith("_declaration")), None)
    if node is not None and node.type != kind:
        node = next((c for c in node.children if c.type == kind), None)
    if node is not None and field:
        node = node.child_by_field_name(field)
    try:
        return reader(node, data) if node is not None else None
    except (Unreadable, RecursionError):
        return None
