"""The part of a file without syntax errors that is parsed again after an edit."""

from __future__ import annotations

from dataclasses import dataclass

from golinkname_ls.syntax.items.block_table import BlockTable
from golinkname_ls.syntax.items.top_level_declaration import Block

_FEW_BLOCKS = 8


@dataclass(frozen=True, slots=True)
class Region:
    """The text from the end of one declaration to the end of another, with the blocks [first, stop) in it."""

    first: int
    stop: int
    start: int
    end: int
    closed: bool
    """Whether it ends with a declaration, not with the file."""
    text: bytes

    @classmethod
    def around(cls, table: BlockTable, data: bytes, start: int, end: int) -> Region | None:
        """The region that an edit of the bytes [start, end) may change; None when it has too many blocks."""
        blocks = table.blocks
        first, last = table.touching(start, end)
        stop = min(last + 1, len(blocks))
        if stop - first > _FEW_BLOCKS:
            return None
        closed = last < len(blocks)
        low, high = blocks[first - 1].end if first else 0, blocks[last].end if closed else len(data)
        return cls(first, stop, low, high, closed, data[low:high])


def gaps_between(blocks: list[Block], text: bytes, base: int) -> list[bytes]:
    """Bytes before each of the declarations of a region; its `text` begins at byte `base` of the file."""
    ends = [base, *(block.end for block in blocks)]
    return [text[end - base : block.start - base] for end, block in zip(ends, blocks, strict=False)]
