"""Where lines start, by LSP's line ends, and what a table of them says after an edit."""

from __future__ import annotations

import pytest

from golinkname_ls.text.lines import LineTable, line_starts


def starts(table: LineTable) -> list[int]:
    return [table.start(line) for line in range(len(table))]


@pytest.mark.parametrize(
    ("data", "expected", "lone"),
    [
        (b"", [0], 0),
        (b"ab", [0], 0),
        (b"a\nb", [0, 2], 0),
        (b"a\n", [0, 2], 0),
        (b"a\r\nb", [0, 3], 0),
        (b"a\rb", [0, 2], 1),
        (b"a\r", [0, 2], 1),
        (b"\n\r\n\r\r\n", [0, 1, 3, 4, 6], 1),
        (b"a\n\rb", [0, 2, 3], 1),
        (b"a\fb\vc\xe2\x80\xa8d", [0], 0),
    ],
)
def test_line_ends(data: bytes, expected: list[int], lone: int) -> None:
    table = LineTable(data)
    assert (starts(table), table.lone_returns) == (expected, lone)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 8, ([2, 5, 7], 1)),
        (0, 1, ([], 0)),
        (1, 2, ([2], 0)),
        # The last byte of the line end counts: a \r belongs to the \n behind it, wherever the part ends.
        (2, 4, ([], 0)),
        (4, 5, ([5], 0)),
        (6, 7, ([7], 1)),
    ],
)
def test_line_ends_of_a_part(low: int, high: int, expected: tuple[list[int], int]) -> None:
    assert line_starts(b"a\nb\r\nc\rd", low, high) == expected


def test_lines_up_to_a_byte() -> None:
    table = LineTable(b"ab\ncd\n")
    assert [table.up_to(offset) for offset in range(7)] == [1, 1, 1, 2, 2, 2, 3]


def test_edits_before_and_behind_each_other() -> None:
    table = LineTable(b"\n" * 9)
    expected = list(range(10))
    for first, last, new, delta in (
        (4, 5, [4, 6], 2),
        (8, 9, [9], 1),
        (2, 3, [], -1),
        (1, 1, [1, 1], 3),
        (9, 11, [14], 0),
        (0, 1, [0], 5),
    ):
        table.replace(first, last, new, delta)
        expected[first:] = [*new, *(start + delta for start in expected[last:])]
        assert starts(table) == expected
        assert len(table) == len(expected)
        for offset in range(expected[-1] + 2):
            assert table.up_to(offset) == sum(start <= offset for start in expected), offset
