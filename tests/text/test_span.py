"""Which spans an edit moves, and which it cuts into."""

from __future__ import annotations

import pytest

from golinkname_ls.text.span import Shift, Span


@pytest.mark.parametrize(("offset", "touches"), [(4, False), (5, True), (7, True), (8, True), (9, False)])
def test_a_cursor_touches_a_span_from_its_first_byte_to_right_behind_its_last(offset: int, touches: bool) -> None:
    assert Span(5, 8).contains(offset) is touches


@pytest.mark.parametrize(
    ("start", "end", "carried"),
    [
        (0, 3, Span(7, 10)),
        (0, 5, Span(7, 10)),
        (5, 5, Span(7, 10)),
        (8, 8, Span(5, 8)),
        (9, 12, Span(5, 8)),
        (4, 6, None),
        (6, 6, None),
        (7, 8, None),
        (0, 20, None),
    ],
)
def test_a_span_after_an_edit(start: int, end: int, carried: Span | None) -> None:
    assert Shift(start, end, 2).carried(Span(5, 8)) == carried
