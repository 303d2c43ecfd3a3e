"""Places as formats for machines count them: lines and characters (code points) from 1."""

from __future__ import annotations

from typing import NamedTuple

from golinkname_ls.syntax.files.text_file import TextFile
from golinkname_ls.text.span import Span


class Region(NamedTuple):
    """A span as lines and columns in code points, from 1; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(source: TextFile | None, span: Span) -> Region:
    """Where a span lies; the file's first character when its text is gone."""
    if source is None:
        return Region(1, 1, 1, 1)
    return Region(*_place(source, span.start), *_place(source, span.end))


def _place(source: TextFile, offset: int) -> tuple[int, int]:
    row, column = source.buffer.point(offset)
    before = source.data[offset - column : offset].decode("utf-8", "replace")
    return row + 1, len(before) + 1
