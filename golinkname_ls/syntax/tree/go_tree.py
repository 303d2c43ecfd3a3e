"""The tree-sitter tree of one file: parsed whole once, then kept up to date edit by edit."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

import tree_sitter_go
from tree_sitter import Language, Node, Parser, Tree

# Go 1.27 lets methods have type parameters (math/rand/v2 (*Rand).N); the grammar does not know them yet.
# Both patterns begin with a literal and look back only then: so re searches five times as fast.
_METHOD_TYPE_PARAMETERS = re.compile(
    rb"func(?<![^\n]func)[ \t]*\([^()\n]*\)[ \t]*\w+(\[[^\]\n]*(?:\[[^\]\n]*\][^\]\n]*)*\])"
)


@functools.cache
def parser() -> Parser:
    """The one Go parser of this process (parsing holds the GIL, so more of them would not help)."""
    return Parser(Language(tree_sitter_go.language()))


# The grammar takes only types as new's argument; Go 1.26 takes any expression. Another name makes it a plain call.
_NEW = re.compile(
    rb"""new(?<=\bnew)(?=\(\s*(?:["'`0-9!&^+-]|(?!(?:func|struct|interface|map|chan)\b)[\w.]+\s*(?:[({+/%|&<>=!*-])))"""
)


def parse(data: bytes) -> Tree:
    """Parse UTF-8 (or nearly UTF-8) text; never fails, broken text gives ERROR nodes.

    Byte offsets are the file's own: what the grammar cannot read is blanked out or renamed, never
    removed, so that a node's text is the caller's.
    """
    return Parsed(data).tree


class Parsed:
    """A text's tree that can be edited and parsed again.

    `tree` is what to look at. Only a tree of the very text may be reused for the next one, so that one is kept too
    where something had to be blanked out.
    """

    def __init__(self, data: bytes, old: Parsed | None = None) -> None:
        """Parse `data`, as `parse` does; `old` is the tree before the edits that it was told of."""
        self._exact: Tree = parser().parse(data, old._exact) if old is not None else parser().parse(data)
        self.tree = self._exact
        if self._exact.root_node.has_error:
            readable = _NEW.sub(b"nEw", _METHOD_TYPE_PARAMETERS.sub(_blank, data))
            if readable != data:
                self.tree = parser().parse(readable)

    def edit(self, edit: TreeEdit) -> None:
        """Move the tree's nodes; call for each edit before the text is parsed again."""
        self.tree.edit(*edit)
        if self.tree is not self._exact:
            self._exact.edit(*edit)


class TreeEdit(NamedTuple):
    """The bytes [start, end) became [start, new_end); points are (row, column in bytes), from 0."""

    start: int
    end: int
    new_end: int
    start_point: tuple[int, int]
    end_point: tuple[int, int]
    new_end_point: tuple[int, int]

    @property
    def delta(self) -> int:
        """The number of bytes by which the text behind the edit moves."""
        return self.new_end - self.end

    @property
    def rows(self) -> int:
        """The number of lines by which the text behind the edit moves."""
        return self.new_end_point[0] - self.end_point[0]

    def within(self, start: int, point: tuple[int, int]) -> TreeEdit:
        """The same edit relative to the text that begins at byte `start`, which is at `point`."""
        row, column = point
        points = [(r - row, c - column if r == row else c) for r, c in self[3:]]
        return TreeEdit(self.start - start, self.end - start, self.new_end - start, *points)


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
    """Text of a node, cut out of the file's bytes."""
    return data[node.start_byte : node.end_byte].decode("utf-8", "replace")
