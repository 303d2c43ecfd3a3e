"""Lines and columns in code points, as SARIF and GitHub count them."""

from __future__ import annotations

from typing import NamedTuple

from golinkname_ls.syntax.files.text_file import TextFile
from golinkname_ls.text.span import Span


class CodePointRange(NamedTuple):
    """A span as lines and columns in code points, from 1; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def of(cls, source: TextFile | None, span: Span) -> CodePointRange:
        """The range of a span; the file's first character when its text is gone."""
        if source is None:
            return cls(1, 1, 1, 1)
        return cls(*_point(source, span.start), *_point(source, span.end))


def _point(source: TextFile, offset: int) -> tuple[int, int]:
    row, column = source.buffer.point(offset)
    before = source.data[offset - column : offset].decode("utf-8", "replace")
    return row + 1, len(before) + 1
