"""Line table: the byte offsets at which lines start, kept through edits without moving the whole table each time."""

from __future__ import annotations

from bisect import bisect_right


class LineTable:
    """Byte offsets of line starts; lines end at \\n, \\r\\n or a lone \\r, as in LSP, and count from 0."""

    def __init__(self, data: bytes) -> None:
        starts, self.lone_returns = line_starts(data, 0, len(data))
        """How many lines end with a \\r alone, which Go and tree-sitter do not count."""
        self._starts = [0, *starts]
        # Entries from _edge on lack _shift, so that typing in one place need not move the whole table each time.
        self._edge = len(self._starts)
        self._shift = 0

    def __len__(self) -> int:
        return len(self._starts)

    def start(self, line: int) -> int:
        """Byte offset at which a line starts."""
        return self._starts[line] + (self._shift if line >= self._edge else 0)

    def up_to(self, offset: int) -> int:
        """Number of lines that start at the byte `offset` or before."""
        edge = self._edge
        if edge < len(self._starts) and self._starts[edge] + self._shift <= offset:
            return bisect_right(self._starts, offset - self._shift, lo=edge)
        return bisect_right(self._starts, offset, hi=edge)

    def replace(self, first: int, last: int, starts: list[int], delta: int) -> None:
        """Replace the lines [first, last) by lines with these starts; those behind move by `delta` bytes."""
        self._move_edge(last)
        self._starts[first:last] = starts
        self._edge = first + len(starts)
        self._shift += delta

    def _move_edge(self, edge: int) -> None:
        if self._shift and edge > self._edge:
            self._starts[self._edge : edge] = [s + self._shift for s in self._starts[self._edge : edge]]
        elif self._shift and edge < self._edge:
            self._starts[edge : self._edge] = [s - self._shift for s in self._starts[edge : self._edge]]
        self._edge = edge


def line_starts(data: bytes, low: int, high: int) -> tuple[list[int], int]:
    """Line starts behind the line ends whose last byte is in [low, high), and the number of lone \\r among those."""
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
