"""Columns counted in an editor's units against byte offsets in a line."""

from __future__ import annotations

from enum import Enum

from golinkname_ls.text.buffer import Buffer


class Encoding(Enum):
    """What an editor counts characters in."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def _width(character: str, encoding: Encoding) -> int:
    if encoding is Encoding.UTF32 or 0xDC80 <= ord(character) <= 0xDCFF:
        return 1
    if encoding is Encoding.UTF16:
        return 2 if ord(character) > 0xFFFF else 1
    return len(character.encode("utf-8", "surrogateescape"))


def offset_at(buffer: Buffer, line: int, units: int, encoding: Encoding) -> int:
    """The byte offset of a position; clamped to the line's end and the text's, never inside a code point."""
    if line < 0 or units < 0:
        return 0
    if line >= buffer.line_count:
        return len(buffer.data)
    start, end = buffer.line_span(line)
    raw = buffer.data[start:end]
    if raw.isascii():
        return start + min(units, len(raw))
    offset = start
    for character in _decoded(raw):
        units -= _width(character, encoding)
        if units < 0:
            break
        offset += _width(character, Encoding.UTF8)
    return offset


def position_at(buffer: Buffer, offset: int, encoding: Encoding) -> tuple[int, int]:
    """(line, character) of a byte offset, both from 0, the character in the editor's units."""
    line = buffer.line_of(min(offset, len(buffer.data)))
    raw = buffer.data[buffer.line_start(line) : offset]
    if raw.isascii():
        return line, len(raw)
    return line, sum(_width(character, encoding) for character in _decoded(raw))
