"""Columns in bytes, UTF-16 code units and code points (LSP, PositionEncodingKind)."""

from __future__ import annotations

import pytest

from golinkname_ls.text.column_encoding import Encoding, bytes_of, units_of

UTF8, UTF16, UTF32 = Encoding.UTF8, Encoding.UTF16, Encoding.UTF32
# One, two, three and four bytes; the last has two UTF-16 code units.
LINE = "aé€𝒳z".encode()
WHOLE = [(0, 0, 0), (1, 1, 1), (3, 2, 2), (6, 3, 3), (10, 5, 4), (11, 6, 5)]


@pytest.mark.parametrize(("size", "utf16", "utf32"), WHOLE)
def test_there_and_back_at_whole_characters(size: int, utf16: int, utf32: int) -> None:
    for units, encoding in ((size, UTF8), (utf16, UTF16), (utf32, UTF32)):
        assert units_of(LINE, size, encoding) == units
        assert bytes_of(LINE, units, encoding) == size


@pytest.mark.parametrize(
    ("units", "encoding", "size"),
    [(2, UTF8, 1), (5, UTF8, 3), (9, UTF8, 6), (4, UTF16, 6), (7, UTF16, 11), (9, UTF32, 11), (99, UTF8, 11)],
)
def test_a_column_within_a_character_or_behind_the_line_is_rounded_down(
    units: int, encoding: Encoding, size: int
) -> None:
    assert bytes_of(LINE, units, encoding) == size


@pytest.mark.parametrize(
    ("size", "encoding", "units"), [(2, UTF16, 1), (8, UTF16, 3), (9, UTF32, 3), (5, UTF8, 3), (99, UTF16, 6)]
)
def test_a_byte_within_a_character_or_behind_the_line_is_rounded_down(
    size: int, encoding: Encoding, units: int
) -> None:
    assert units_of(LINE, size, encoding) == units


def test_what_stands_behind_does_not_change_an_ascii_prefix() -> None:
    for encoding in Encoding:
        assert bytes_of(b"abc\xff", 3, encoding) == 3
        assert units_of(b"abc\xff", 2, encoding) == 2
        assert (bytes_of(b"abc", 9, encoding), units_of(b"abc", 9, encoding)) == (3, 3)


def test_half_a_surrogate_pair_is_one_unit() -> None:
    line = "\ud835a".encode("utf-8", "surrogatepass")
    assert bytes_of(line, 1, UTF16) == 3
    assert units_of(line, 4, UTF16) == 2


def test_each_byte_that_is_no_utf8_is_one_unit() -> None:
    line = "é".encode() + b"\xff\xfea"
    for encoding, width in ((UTF8, 2), (UTF16, 1), (UTF32, 1)):
        assert bytes_of(line, width + 2, encoding) == 4
        assert units_of(line, 5, encoding) == width + 3
