"""The tree-sitter tree of one file: parsed whole once, then kept up to date edit by edit."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import tree_sitter_go
from tree_sitter import Language, Node, Parser, Tree

# Go 1.27 lets methods have type parameters (math/rand/v2 (*Rand).N); the grammar does not know them yet.
_METHOD_TYPE_PARAMETERS = re.compile(rb"^func[ \t]*\([^()\n]*\)[ \t]*\w+(\[[^\]\n]*(?:\[[^\]\n]*\][^\]\n]*)*\])", re.M)


@functools.cache
def parser() -> Parser:
    """The one Go parser of this process (parsing holds the GIL, so more of them would not help)."""
    return Parser(Language(tree_sitter_go.language()))


# The grammar takes only types as new's argument; Go 1.26 takes any expression. Another name makes it a plain call.
_NEW = re.compile(
    rb"""\bnew(?=\(\s*(?:["'`0-9!&^+-]|(?!(?:func|struct|interface|map|chan)\b)[\w.]+\s*(?:[({+/%|&<>=!*-])))"""
)


def parse(data: bytes, old: Tree | None = None) -> Tree:
    """Parse UTF-8 (or nearly UTF-8) text; never fails, broken text gives ERROR nodes.

    Byte offsets are the file's own: what the grammar cannot read is blanked out or renamed, never
    removed, so that a node's text is the caller's.
    """
    tree = parser().parse(data, old) if old is not None else parser().parse(data)
    if tree.root_node.has_error:
        readable = _NEW.sub(b"nEw", _METHOD_TYPE_PARAMETERS.sub(_blank, data))
        if readable != data:
            return parser().parse(readable)
    return tree


def _blank(match: re.Match[bytes]) -> bytes:
    start, end = match.span(1)
    whole = match.group(0)
    return whole[: start - match.start()] + b" " * (end - start) + whole[end - match.start() :]


def method_type_parameters(data: bytes, name_end: int) -> str:
    """The type parameters behind a method's name, which `parse` blanked out; "" when there are none."""
    if data[name_end : name_end + 1] != b"[":
        return ""
    depth = 0
    for index in range(name_end, len(data)):
        depth += {0x5B: 1, 0x5D: -1}.get(data[index], 0)
        if depth == 0:
            return data[name_end + 1 : index].decode("utf-8", "replace")
    return ""


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it, in source order."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(current.children))


def node_text(node: Node, data: bytes) -> str:
    """The node's text out of the file's bytes."""
    return data[node.start_byte : node.end_byte].decode("utf-8", "replace")


def enclosing(node: Node, kinds: frozenset[str]) -> Node | None:
    """The nearest ancestor (or the node itself) of one of `kinds`."""
    current: Node | None = node
    while current is not None and current.type not in kinds:
        current = current.parent
    return current
