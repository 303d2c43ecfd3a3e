"""Spans, half-open ranges of byte offsets, and how edits shift them."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Bytes `start` up to, not including, `end`, counted from 0 in the file's UTF-8 text."""

    start: int
    end: int

    def contains(self, offset: int) -> bool:
        """Whether a cursor at `offset` touches the span; a cursor just behind the last byte does."""
        return self.start <= offset <= self.end

    def shifted(self, delta: int) -> Span:
        """The span moved by `delta` bytes."""
        return Span(self.start + delta, self.end + delta)


class Shift(NamedTuple):
    """An edit that replaced the bytes [start, end) and moved what stood behind them by `delta` bytes."""

    start: int
    end: int
    delta: int

    def carried(self, span: Span) -> Span | None:
        """Span after the edit, None when the edit cut into it."""
        if self.start >= span.end:
            return span
        return span.shifted(self.delta) if self.end <= span.start else None
