"""The package-level declarations of a file in order, and by name, kept up to date edit by edit."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from tree_sitter import Node

from golinkname_ls.syntax.items.declarations_from_tree import DECLARATIONS, top_level
from golinkname_ls.syntax.items.top_level_declaration import Block
from golinkname_ls.syntax.tree.go_tree import TreeEdit


class BlockTable:
    """The blocks of one file; ranges are byte offsets of the file, half-open."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._by_name: dict[str, list[Block]] = {}
        self._is_settled = False

    def read(self, root: Node, data: bytes) -> None:
        """Fill the table with the declarations of a whole file's tree."""
        self.blocks = [Block(n, data) for n in top_level(root) if n.type in DECLARATIONS]
        self._index()

    def reread(self, root: Node, data: bytes, changed: list[tuple[int, int]]) -> None:
        """Update the table from an edited tree; blocks that touch no changed range stay.

        The comments before a declaration (its pragmas) count as part of it.
        """
        before = self.blocks
        known = {block.start: block for block in before}
        changed = _merged(changed)
        self.blocks = []
        self._is_settled = False
        behind = 0
        for node in top_level(root):
            if node.type not in DECLARATIONS:
                continue
            start, end = node.start_byte, node.end_byte
            block = known.get(start)
            following = bisect_left(changed, behind, key=_high)
            touched = following < len(changed) and changed[following][0] <= end
            if touched or block is None or block.end != end:
                block = Block(node, data)
            self.blocks.append(block)
            behind = end
        self._index()
        for block in set(before).difference(self.blocks):
            block.leave()

    def replace(self, first: int, stop: int, fresh: list[Block], edit: TreeEdit) -> None:
        """Replace the blocks [first, stop) by others, and move those behind by the edit's bytes and lines."""
        for block in self.blocks[first:stop]:
            block.leave()
            for name in block.names:
                self._by_name[name] = [holder for holder in self._by_name.get(name, ()) if holder is not block]
        self._enter(fresh)
        delta, rows = edit.delta, edit.rows
        for block in itertools.islice(self.blocks, stop, None):
            block.move(delta, rows)
        self.blocks[first:stop] = fresh

    def move(self, edit: TreeEdit) -> None:
        """Move the blocks behind an edit."""
        delta, rows = edit.delta, edit.rows
        for block in self.blocks:
            if block.start >= edit.end:
                block.move(delta, rows)

    def settle(self) -> None:
        """Read every declaration."""
        if not self._is_settled:
            self._is_settled = True
            for block in self.blocks:
                block.read()

    def names(self) -> Iterator[str]:
        """The declared names, methods aside."""
        return (name for name, blocks in self._by_name.items() if blocks)

    def named(self, name: str) -> list[Block]:
        """The blocks that declare a name, methods aside, in order."""
        return sorted(self._by_name.get(name, ()), key=lambda block: block.start)

    def touching(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last index of the blocks that [start, end) touches, and of one behind, if there is one."""
        first = bisect_left(self.blocks, start, key=_end)
        return first, bisect_right(self.blocks, end, lo=first, key=_end)

    def piece(self, at: int, size: int) -> tuple[int, int]:
        """The declaration, or what stands between two, that holds a byte of a file of `size` bytes."""
        index = bisect_right(self.blocks, at, key=_end)
        low = self.blocks[index - 1].end if index else 0
        if index == len(self.blocks):
            return low, size
        block = self.blocks[index]
        return (low, block.start) if at < block.start else (block.start, block.end)

    def _index(self) -> None:
        self._by_name.clear()
        self._enter(self.blocks)

    def _enter(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            for name in dict.fromkeys(block.names):
                self._by_name.setdefault(name, []).append(block)


def _end(block: Block) -> int:
    return block.end


def _high(span: tuple[int, int]) -> int:
    return span[1]


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if found and low <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], high)
        else:
            found.append((low, high))
    return found
