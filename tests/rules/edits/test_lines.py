"""Where a line begins and ends, and which lines and blank lines go when lines are removed."""

from __future__ import annotations

import pytest

from golinkname_ls.rules.edits.lines import line_end, line_start, newline, remove_lines, remove_runs
from tests.rules.edits.edited_files import after, file, span_of


@pytest.mark.parametrize(
    ("text", "offset", "start", "end"),
    [
        ("one\ntwo\n", 0, 0, 3),
        ("one\ntwo\n", 3, 0, 3),
        ("one\ntwo\n", 4, 4, 7),
        ("one\ntwo", 6, 4, 7),
        ("one\r\ntwo", 2, 0, 4),
        ("one\n", 4, 4, 4),
        ("", 0, 0, 0),
        ("one\n", -1, 0, 3),
    ],
)
def test_line_of_an_offset(text: str, offset: int, start: int, end: int) -> None:
    data = text.encode()
    assert line_start(data, offset) == start
    assert line_end(data, max(offset, 0)) == end


@pytest.mark.parametrize(
    ("text", "end"), [("package p\n", "\n"), ("package p\r\n", "\r\n"), ("package p", "\n"), ("package p\r", "\n")]
)
def test_file_keeps_its_line_ends(text: str, end: str) -> None:
    assert newline(file(text)) == end


@pytest.mark.parametrize(
    ("before", "kept"),
    [
        ("a\nGONE\nb\n", "a\nb\n"),
        ("GONE\nb\n", "b\n"),
        ("a\nGONE\n", "a\n"),
        ("a\nGONE", "a\n"),
        # The line goes whole.
        ("a\n\tGONE // c\nb\n", "a\nb\n"),
        # gofmt leaves one of two blank lines that meet, and none at a file's begin or end.
        ("a\n\nGONE\n\nb\n", "a\n\nb\n"),
        ("a\n\nGONE\nb\n", "a\n\nb\n"),
        ("a\nGONE\n\nb\n", "a\n\nb\n"),
        ("GONE\n\nb\n", "b\n"),
        ("a\n\nGONE\n", "a\n"),
        ("a\n\n\nGONE\n", "a\n"),
        ("a\n \t\nGONE\n\nb\n", "a\n \t\nb\n"),
        ("a\r\n\r\nGONE\r\n\r\nb\r\n", "a\r\n\r\nb\r\n"),
        ("a\r\n\r\nGONE\r\n", "a\r\n"),
        ("GONE", ""),
    ],
)
def test_removed_line_leaves_no_gap(before: str, kept: str) -> None:
    source = file(before)
    assert after(source, [remove_lines(source, span_of(source, "GONE"))]) == kept


def test_every_line_that_a_span_touches_is_removed() -> None:
    source = file("a\nb1\nb2\nc\n")
    assert after(source, [remove_lines(source, span_of(source, "1\nb"))]) == "a\nc\n"


@pytest.mark.parametrize(
    ("gone", "kept", "edits"),
    [
        (["two"], "one\n\nthree\nfour\n", 1),
        # With blank lines alone between them they share an edit: two would both take those.
        (["one", "two"], "three\nfour\n", 1),
        (["two", "one"], "three\nfour\n", 1),
        (["one", "three"], "two\nfour\n", 2),
        (["two", "three", "four"], "one\n", 1),
        ([], "one\n\ntwo\nthree\nfour\n", 0),
    ],
)
def test_neighbours_are_removed_by_one_edit(gone: list[str], kept: str, edits: int) -> None:
    source = file("one\n\ntwo\nthree\nfour\n")
    found = remove_runs(source, [span_of(source, word) for word in gone])
    assert len(found) == edits
    assert after(source, found) == kept
