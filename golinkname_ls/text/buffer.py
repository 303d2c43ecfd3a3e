"""The bytes of one file with its line table, edited in place of being rebuilt."""

from __future__ import annotations

from bisect import bisect_right

from golinkname_ls.text.span import Span


class Buffer:
    """Text as bytes; lines are LSP's: they end at \\n, \\r\\n or a lone \\r, and nowhere else."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._starts = [0, *_line_ends(data, 0, len(data))]

    def splice(self, start: int, end: int, text: bytes) -> None:
        """Replace the bytes [start, end) with `text`."""
        self.data = self.data[:start] + text + self.data[end:]
        # One byte more on each side: a \r and a \n may come together or be torn apart.
        low, high = max(start - 1, 0), min(start + len(text) + 1, len(self.data))
        delta = len(text) - (end - start)
        first, last = bisect_right(self._starts, low), bisect_right(self._starts, high - delta)
        moved = self._starts[last:]
        if delta:
            moved = [s + delta for s in moved]
        self._starts[first:] = [*_line_ends(self.data, low, high), *moved]

    @property
    def line_count(self) -> int:
        """How many lines there are; the one behind the last line end counts."""
        return len(self._starts)

    def line_of(self, offset: int) -> int:
        """The line, from 0, that holds a byte offset."""
        return bisect_right(self._starts, offset) - 1

    def line_start(self, line: int) -> int:
        """The offset of a line's first byte."""
        return self._starts[line]

    def line_span(self, line: int) -> Span:
        """A line without its line end."""
        start = self._starts[line]
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.data)
        while end > start and self.data[end - 1] in b"\r\n":
            end -= 1
        return Span(start, end)

    def point(self, offset: int) -> tuple[int, int]:
        """(row, column in bytes) as tree-sitter and Go count lines: \\n only, from 0."""
        if b"\r" in self.data and self.data.count(b"\r") != self.data.count(b"\r\n"):
            return self.data.count(b"\n", 0, offset), offset - (self.data.rfind(b"\n", 0, offset) + 1)
        line = self.line_of(offset)
        return line, offset - self._starts[line]

    def go_line_column(self, offset: int) -> tuple[int, int]:
        """(line, column in bytes), both from 1, as Go's tools print them."""
        row, column = self.point(offset)
        return row + 1, column + 1


def _line_ends(data: bytes, low: int, high: int) -> list[int]:
    """The starts of the lines whose line end's last byte lies in [low, high)."""
    starts = []
    at = data.find(b"\n", low, high)
    while at >= 0:
        starts.append(at + 1)
        at = data.find(b"\n", at + 1, high)
    at = data.find(b"\r", low, high)
    if at < 0:
        return starts
    while at >= 0:
        if data[at + 1 : at + 2] != b"\n":
            starts.append(at + 1)
        at = data.find(b"\r", at + 1, high)
    return sorted(starts)
