"""Blocks: top-level declarations of a file, each read on its own, so that edits elsewhere leave them as they are."""

from __future__ import annotations

from functools import cached_property

from tree_sitter import Node

from golinkname_ls.incremental.answers import Answers, Input
from golinkname_ls.syntax.items.declarations import Declaration, FuncDeclaration, PlacedDeclaration
from golinkname_ls.syntax.items.declarations_from_tree import declarations_of, lacks_body, names_of


class Block:
    """A top-level declaration of a file.

    `start` and `end` are absolute byte offsets (half-open), `row` the line, from 0, on which it starts. `names` are
    those of its funcs, vars, consts and types, methods aside. What it declares is read when something asks for it; call
    `read` before the tree that it came from is edited. An edit within it puts another block in its place.
    """

    def __init__(self, node: Node, data: bytes, base: int = 0, base_row: int = 0) -> None:
        """Read `node` of the tree of `data`, which stands at byte `base`, on line `base_row`, of the file."""
        start, row = node.start_byte, int(node.start_point[0])
        self.start, self.end, self.row = base + start, base + node.end_byte, base_row + row
        self.names = names_of(node, data)
        self.bodyless = lacks_body(node)
        self._unread: tuple[Node, bytes] | None = (node, data)
        self._members: tuple[PlacedDeclaration, ...] = ()
        self._declarations: tuple[Declaration, ...] = ()

    @property
    def declarations(self) -> tuple[Declaration, ...]:
        """The declared names with all that belongs to each."""
        self.read()
        return self._declarations

    @property
    def members(self) -> list[PlacedDeclaration]:
        """The declarations with their absolute places."""
        return [(declaration, place.shifted(self.start, self.row)) for declaration, place in self.relative]

    @property
    def relative(self) -> tuple[PlacedDeclaration, ...]:
        """The declarations with their places, counted from the block's own start."""
        self.read()
        return self._members

    def read(self) -> None:
        """Read the declarations out of the tree, which may be edited afterwards."""
        if self._unread is not None:
            node, data = self._unread
            self._members = tuple(declarations_of(node, data, node.start_byte, int(node.start_point[0])))
            self._declarations = tuple(declaration for declaration, _ in self._members)
            self._unread = None

    def named(self, name: str) -> list[PlacedDeclaration]:
        """The declarations of a name, methods aside, with their absolute places."""
        return [
            (d, place.shifted(self.start, self.row))
            for d, place in self.relative
            if d.name == name and not (isinstance(d, FuncDeclaration) and d.is_method)
        ]

    def move(self, delta: int, rows: int) -> None:
        """Move the block after an edit before it, by bytes and lines."""
        self.start += delta
        self.end += delta
        self.row += rows

    @cached_property
    def is_there(self) -> Input[bool]:
        """Whether the block still stands in its file; answers found in its text depend on this."""
        return Input(True)

    @cached_property
    def answers(self) -> Answers:
        """Answers found in the block's text, by key."""
        return Answers()

    def leave(self) -> None:
        """Mark the block as replaced by another one, which outdates what was found in its text."""
        if "is_there" in self.__dict__:
            self.is_there.set(False)
