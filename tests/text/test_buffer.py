"""The buffer against a model that rebuilds everything from the whole text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golinkname_ls.text.buffer import Buffer
from golinkname_ls.text.column_encoding import Encoding

PIECES = [*"a\n\r\t\f\v\x1c\x85\u2028\u2029é𝒳\ufeff\ud800", "bc", "\r\n"]
texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
encodings = st.sampled_from(list(Encoding))


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def lines(text: str) -> list[str]:
    """The lines without their ends."""
    return re.split(r"\r\n|\r|\n", text)


def starts(text: str) -> list[int]:
    """The character offsets of the lines."""
    return [0, *(m.end() for m in re.finditer(r"\r\n|\r|\n", text))]


def width(text: str, encoding: Encoding) -> int:
    data = text.encode(encoding.value + ("" if encoding is Encoding.UTF8 else "-le"), "surrogatepass")
    return len(data) // {Encoding.UTF8: 1, Encoding.UTF16: 2, Encoding.UTF32: 4}[encoding]


def check_table(buffer: Buffer, text: str) -> None:
    assert buffer.data == encoded(text)
    expected = [len(encoded(text[:s])) for s in starts(text)]
    assert [buffer.line_start(n) for n in range(buffer.line_count)] == expected
    spans = [buffer.line_span(n) for n in range(buffer.line_count)]
    assert [buffer.data[s:e] for s, e in spans] == [encoded(line) for line in lines(text)]
    for offset in range(len(buffer.data) + 1):
        assert buffer.line_of(offset) == sum(s <= offset for s in expected) - 1
        before = buffer.data[:offset]
        row = before.count(b"\n")
        assert buffer.point(offset) == (row, offset - before.rfind(b"\n") - 1)
        assert buffer.go_line_column(offset) == (row + 1, offset - before.rfind(b"\n"))


@given(texts, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6), texts), max_size=8))
def test_edits_keep_the_table(text, edits):
    buffer = Buffer(encoded(text))
    check_table(buffer, text)
    for place, length, new in edits:
        start = min(place, len(text))
        end = min(start + length, len(text))
        buffer.splice(len(encoded(text[:start])), len(encoded(text[:end])), encoded(new))
        text = text[:start] + new + text[end:]
        check_table(buffer, text)


@given(texts, encodings)
def test_every_position_goes_there_and_back(text, encoding):
    buffer = Buffer(encoded(text))
    for number, (start, line) in enumerate(zip(starts(text), lines(text), strict=True)):
        for index in range(len(line) + 1):
            offset = len(encoded(text[: start + index]))
            units = width(line[:index], encoding)
            assert buffer.offset(number, units, encoding) == offset
            assert buffer.units(offset, encoding) == (number, units)


@given(texts, encodings, st.integers(0, 20), st.integers(0, 40))
def test_positions_are_clamped_and_never_split_a_character(text, encoding, line, units):
    buffer = Buffer(encoded(text))
    offset = buffer.offset(line, units, encoding)
    every = lines(text)
    if line >= len(every):
        assert offset == len(buffer.data)
        return
    fitting = [i for i in range(len(every[line]) + 1) if width(every[line][:i], encoding) <= units]
    assert offset == len(encoded(text[: starts(text)[line] + fitting[-1]]))


@given(st.binary(max_size=20), encodings)
def test_each_undecodable_byte_is_one_unit(data, encoding):
    data = data.replace(b"\r", b"").replace(b"\n", b"")
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "surrogateescape")
        buffer = Buffer(data)
        for index in range(len(text) + 1):
            offset = len(text[:index].encode("utf-8", "surrogateescape"))
            line, units = buffer.units(offset, encoding)
            assert (line, buffer.offset(0, units, encoding)) == (0, offset)
            if encoding is Encoding.UTF32:
                assert units == index


@pytest.mark.parametrize(
    ("offset", "expected"), [(0, (0, 0)), (3, (0, 3)), (4, (0, 3)), (5, (1, 0)), (6, (1, 0)), (9, (1, 2))]
)
def test_offsets_inside_line_ends_and_characters_round_down(offset, expected):
    assert Buffer(b"abc\r\n\xf0\x9d\x92\xb3").units(offset, Encoding.UTF16) == expected


def test_typing_moves_through_a_file():
    text = "line\n" * 50
    buffer = Buffer(text.encode())
    for place in (200, 10, 120, 11, 240, 0):
        buffer.splice(place, place + 2, b"x\ny\nz")
        text = text[:place] + "x\ny\nz" + text[place + 2 :]
        check_table(buffer, text)
