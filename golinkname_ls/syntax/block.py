"""What one top-level node declares, kept through edits elsewhere in the file."""

from __future__ import annotations

from functools import cached_property

from tree_sitter import Node

from golinkname_ls.syntax.declaration import NO_SPAN, Declaration, FuncDeclaration
from golinkname_ls.syntax.extract import declarations_of


class Block:
    """A top-level declaration of a file, with positions counted from the node's own start.

    `start` and `end` are absolute byte offsets (half-open), `row` the line, from 0, on which it starts.
    """

    def __init__(self, node: Node, data: bytes, base: int = 0, base_row: int = 0) -> None:
        """Read `node` of the tree of `data`, which stands at byte `base`, on line `base_row`, of the file."""
        start, row = node.start_byte, int(node.start_point[0])
        self.declarations = tuple(declarations_of(node, data, start, row))
        self.start, self.end, self.row = base + start, base + node.end_byte, base_row + row
        self.bodyless = any(isinstance(d, FuncDeclaration) and not d.has_body for d in self.declarations)
        self._placed: dict[int, Declaration] = {}

    @cached_property
    def meaning(self) -> tuple[Declaration, ...]:
        """The declarations without any position: equal for two texts that declare the same."""
        return tuple(_without_place(d) for d in self.declarations)

    def placed(self, declaration: Declaration) -> Declaration:
        """One of its declarations with absolute positions."""
        key = id(declaration)
        if key not in self._placed:
            self._placed[key] = _absolute(declaration, self.start, self.row)
        return self._placed[key]

    def move(self, delta: int, rows: int) -> None:
        """Text was put in or taken out before it."""
        self.start += delta
        self.end += delta
        self.row += rows
        if self._placed:
            self._placed.clear()


def _without_place(declaration: Declaration) -> Declaration:
    if isinstance(declaration, FuncDeclaration):
        return declaration._replace(line=0, name_span=NO_SPAN, span=NO_SPAN, body_span=None)
    return declaration._replace(line=0, name_span=NO_SPAN, span=NO_SPAN)


def _absolute(declaration: Declaration, start: int, row: int) -> Declaration:
    moved = declaration._replace(
        line=declaration.line + row,
        name_span=declaration.name_span.shifted(start),
        span=declaration.span.shifted(start),
    )
    if isinstance(moved, FuncDeclaration) and moved.body_span is not None:
        return moved._replace(body_span=moved.body_span.shifted(start))
    return moved
