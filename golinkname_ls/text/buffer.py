"""The bytes of one file with its line table, edited in place of being rebuilt."""

from __future__ import annotations


class Buffer:
    """Text as bytes; lines are LSP's: they end at \\n, \\r\\n or a lone \\r, and nowhere else."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._starts, self._lone = _line_starts(data, 0, len(data))
        self._starts.insert(0, 0)
        # Starts from index _edge on are to be read with _shift added: typing in one place moves no table entries.
        self._edge = len(self._starts)
        self._shift = 0

    def splice(self, start: int, end: int, text: bytes) -> None:
        """Replace the bytes [start, end) with `text`."""
        # One byte more on each side: a \r and a \n may come together or be torn apart.
        low, high = max(start - 1, 0), min(end + 1, len(self.data))
        first, last = self._lines_from(low), self._lines_from(high)
        self._move_edge(last)
        _, gone = _line_starts(self.data, low, high)
        self.data = b"".join((memoryview(self.data)[:start], text, memoryview(self.data)[end:]))
        delta = len(text) - (end - start)
        self._starts[first:last], come = _line_starts(self.data, low, high + delta)
        self._edge += len(self._starts[first:last]) if False else 0
