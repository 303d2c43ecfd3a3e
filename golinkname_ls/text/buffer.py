"""The bytes of one file with its line table, edited in place of being rebuilt."""

from __future__ import annotations

from bisect import bisect_right

from golinkname_ls.text.encoding import Encoding, bytes_of, units_of
from golinkname_ls.text.span import Span


class Buffer:
    """Text as bytes; lines are LSP's: they end at \\n, \\r\\n or a lone \\r, and nowhere else."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        starts, self._lone_returns = _line_starts(data, 0, len(data))
        self._starts = [0, *starts]
        # Entries from _edge on lack _shift, so that typing in one place need not move the whole table each time.
        self._edge = len(self._starts)
        self._shift = 0

    def splice(self, start: int, end: int, text: bytes) -> None:
        """Replace the bytes [start, end) with `text`."""
        # One byte more on each side: a \r and a \n may come together or be torn apart.
        low, high = max(start - 1, 0), min(end + 1, len(self.data))
        first, last = self._lines_up_to(low), self._lines_up_to(high)
        _, lone_before = _line_starts(self.data, low, high)
        old = memoryview(self.data)
        self.data = b"".join((old[:start], text, old[end:]))
        delta = len(text) - (end - start)
        starts, lone_after = _line_starts(self.data, low, high + delta)
        self._move_edge(last)
        self._starts[first:last] = starts
        self._edge = first + len(starts)
        self._shift += delta
        self._lone_returns += lone_after - lone_before

    @property
    def line_count(self) -> int:
        """How many lines there are; the one behind the last line end counts."""
        return len(self._starts)

    def line_of(self, offset: int) -> int:
        """The line, from 0, that holds a byte offset."""
        return self._lines_up_to(offset) - 1

    def line_start(self, line: int) -> int:
        """The offset of a line's first byte."""
        return self._starts[line] + (self._shift if line >= self._edge else 0)

    def line_span(self, line: int) -> Span:
        """A line without its line end."""
        start = self.line_start(line)
        if line + 1 == len(self._starts):
            return Span(start, len(self.data))
        end = self.line_start(line + 1) - 1
        return Span(start, end - 1 if self.data[end - 1 : end + 1] == b"\r\n" and end > start else end)

    def offset(self, line: int, units: int, encoding: Encoding) -> int:
        """The byte at an editor's position; past a line's or the file's end means that end."""
        if line >= len(self._starts):
            return len(self.data)
        start, end = self.line_span(max(line, 0))
        return start + bytes_of(self.data[start:end], max(units, 0), encoding)

    def units(self, offset: int, encoding: Encoding) -> tuple[int, int]:
        """The editor's (line, character) of a byte, both from 0."""
        line = self.line_of(offset)
        start, end = self.line_span(line)
        return line, units_of(self.data[start:end], offset - start, encoding)

    def point(self, offset: int) -> tuple[int, int]:
        """(row, column in bytes) as tree-sitter and Go count lines: \\n only, from 0."""
        if self._lone_returns:
            return self.data.count(b"\n", 0, offset), offset - (self.data.rfind(b"\n", 0, offset) + 1)
        line = self.line_of(offset)
        return line, offset - self.line_start(line)

    def go_line_column(self, offset: int) -> tuple[int, int]:
        """(line, column in bytes), both from 1, as Go's tools print them."""
        row, column = self.point(offset)
        return row + 1, column + 1

    def _lines_up_to(self, offset: int) -> int:
        """How many lines start at `offset` or before."""
        edge = self._edge
        if edge < len(self._starts) and self._starts[edge] + self._shift <= offset:
            return bisect_right(self._starts, offset - self._shift, lo=edge)
        return bisect_right(self._starts, offset, hi=edge)

    def _move_edge(self, edge: int) -> None:
        if self._shift and edge > self._edge:
            self._starts[self._edge : edge] = [s + self._shift for s in self._starts[self._edge : edge]]
        elif self._shift and edge < self._edge:
            self._starts[edge : self._edge] = [s - self._shift for s in self._starts[edge : self._edge]]
        self._edge = edge


def _line_starts(data: bytes, low: int, high: int) -> tuple[list[int], int]:
    """The starts behind the line ends whose last byte lies in [low, high), and how many of those are a lone \\r."""
    starts = []
    at = data.find(b"\n", low, high)
    while at >= 0:
        starts.append(at + 1)
        at = data.find(b"\n", at + 1, high)
    lone = 0
    at = data.find(b"\r", low, high)
    while at >= 0:
        if data[at + 1 : at + 2] != b"\n":
            starts.append(at + 1)
            lone += 1
        at = data.find(b"\r", at + 1, high)
    if lone:
        starts.sort()
    return starts, lone
