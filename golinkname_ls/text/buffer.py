"""Buffer of one file: its bytes and its line table, both kept through edits."""

from __future__ import annotations

from functools import cached_property

from golinkname_ls.text.column_encoding import Encoding, bytes_of, units_of
from golinkname_ls.text.lines import LineTable, line_starts
from golinkname_ls.text.span import Span


class Buffer:
    """A text as bytes, with positions in lines and columns; its lines are LSP's (see `LineTable`)."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    @cached_property
    def _lines(self) -> LineTable:
        # Most files of a workspace are searched and parsed without a question for any line.
        return LineTable(self.data)

    def splice(self, start: int, end: int, text: bytes) -> None:
        """Replace the bytes [start, end) with `text`."""
        lines = self._lines
        # One byte more on each side: a \r and a \n may come together or be torn apart.
        low, high = max(start - 1, 0), min(end + 1, len(self.data))
        first, last = lines.up_to(low), lines.up_to(high)
        _, lone_before = line_starts(self.data, low, high)
        old = memoryview(self.data)
        self.data = b"".join((old[:start], text, old[end:]))
        delta = len(text) - (end - start)
        starts, lone_after = line_starts(self.data, low, high + delta)
        lines.replace(first, last, starts, delta)
        lines.lone_returns += lone_after - lone_before

    @property
    def line_count(self) -> int:
        """The number of lines; the one behind the last line end counts."""
        return len(self._lines)

    def line_of(self, offset: int) -> int:
        """The line, from 0, that holds a byte offset."""
        return self._lines.up_to(offset) - 1

    def line_start(self, line: int) -> int:
        """The offset of a line's first byte."""
        return self._lines.start(line)

    def line_span(self, line: int) -> Span:
        """The bytes of a line, without its line end."""
        start = self.line_start(line)
        if line + 1 == self.line_count:
            return Span(start, len(self.data))
        end = self.line_start(line + 1) - 1
        return Span(start, end - 1 if self.data[end - 1 : end + 1] == b"\r\n" and end > start else end)

    def offset(self, line: int, units: int, encoding: Encoding) -> int:
        """Byte offset of an LSP position; past a line's or the file's end it is that end."""
        if line >= self.line_count:
            return len(self.data)
        start, end = self.line_span(max(line, 0))
        return start + bytes_of(self.data[start:end], max(units, 0), encoding)

    def units(self, offset: int, encoding: Encoding) -> tuple[int, int]:
        """LSP position of a byte offset: line, and column in units of `encoding`, both from 0."""
        line = self.line_of(offset)
        start, end = self.line_span(line)
        return line, units_of(self.data[start:end], offset - start, encoding)

    def point(self, offset: int) -> tuple[int, int]:
        """(row, column in bytes) as tree-sitter and Go count lines: \\n only, from 0."""
        if self._lines.lone_returns:
            return self.data.count(b"\n", 0, offset), offset - (self.data.rfind(b"\n", 0, offset) + 1)
        line = self.line_of(offset)
        return line, offset - self.line_start(line)

    def go_line_column(self, offset: int) -> tuple[int, int]:
        """(line, column in bytes), both from 1, as Go's tools print them."""
        row, column = self.point(offset)
        return row + 1, column + 1
