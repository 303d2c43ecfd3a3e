"""Blocks: top-level declarations with relative positions, so that edits elsewhere in the file leave them valid."""

from __future__ import annotations

from functools import cached_property

from tree_sitter import Node

from golinkname_ls.syntax.items.declarations import NO_SPAN, Declaration, FuncDeclaration
from golinkname_ls.syntax.items.extraction import declarations_of, lacks_body, names_of


class Block:
    """A top-level declaration of a file, with positions counted from the node's own start.

    `start` and `end` are absolute byte offsets (half-open), `row` the line, from 0, on which it starts. `names` are those
    of its funcs, vars, consts and types, methods aside; `decides` says that it is of constants or types, by which
    conditions are decided. What it declares is read when something asks for it; call `read` before the tree that it
    came from is edited.
    """

    def __init__(self, node: Node, data: bytes, base: int = 0, base_row: int = 0) -> None:
        """Read `node` of the tree of `data`, which stands at byte `base`, on line `base_row`, of the file."""
        start, row = node.start_byte, int(node.start_point[0])
        self.start, self.end, self.row = base + start, base + node.end_byte, base_row + row
        self.names = names_of(node, data)
        self.bodyless = lacks_body(node)
        self.decides = node.type in ("const_declaration", "type_declaration")
        self._unread: tuple[Node, bytes] | None = (node, data)
        self._declarations: tuple[Declaration, ...] = ()
        self._placed: dict[int, Declaration] = {}

    @property
    def declarations(self) -> tuple[Declaration, ...]:
        """The declared names with all that belongs to each."""
        self.read()
        return self._declarations

    def read(self) -> None:
        """Read the declarations out of the tree, which may be edited afterwards."""
        if self._unread is not None:
            node, data = self._unread
            self._declarations = tuple(declarations_of(node, data, node.start_byte, int(node.start_point[0])))
            self._unread = None

    @cached_property
    def meaning(self) -> tuple[Declaration, ...]:
        """The declarations without any position: equal for two texts that declare the same."""
        return tuple(_without_place(d) for d in self.declarations)

    def named(self, name: str) -> list[Declaration]:
        """The declarations of a name, methods aside."""
        return [d for d in self.declarations if d.name == name and not (isinstance(d, FuncDeclaration) and d.is_method)]

    def placed(self, declaration: Declaration) -> Declaration:
        """A declaration of the block with absolute positions."""
        key = id(declaration)
        if key not in self._placed:
            self._placed[key] = _absolute(declaration, self.start, self.row)
        return self._placed[key]

    def move(self, delta: int, rows: int) -> None:
        """Move the block after an edit before it, by bytes and lines."""
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
