"""Column encodings: the units in which an editor counts the characters of a line (LSP: PositionEncodingKind)."""

from __future__ import annotations

from enum import Enum


class Encoding(Enum):
    """The unit of a column: a byte, a UTF-16 code unit or a code point. The values are the protocol's names."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"


def bytes_of(line: bytes, units: int, encoding: Encoding) -> int:
    """The length in bytes of the first `units` units of a line, rounded down to a whole code point."""
    # Each unit of an ASCII prefix is one byte, whatever follows it.
    if line[:units].isascii():
        return min(units, len(line))
    count = size = 0
    for width, length in _characters(line, encoding):
        if count + width > units:
            break
        count += width
        size += length
    return size


def units_of(line: bytes, size: int, encoding: Encoding) -> int:
    """The length in units of the first `size` bytes of a line, rounded down to a whole code point."""
    if line[:size].isascii():
        return min(size, len(line))
    count = seen = 0
    for width, length in _characters(line, encoding):
        if seen + length > size:
            break
        count += width
        seen += length
    return count


def _characters(line: bytes, encoding: Encoding) -> list[tuple[int, int]]:
    """The width in units and the length in bytes of each code point."""
    try:
        # An editor may send half a surrogate pair; it counts as the one unit that it was.
        text = line.decode("utf-8", "surrogatepass")
        lengths = [_length(ord(c)) for c in text]
    except UnicodeDecodeError:
        text = line.decode("utf-8", "surrogateescape")
        lengths = [1 if "\udc80" <= c <= "\udcff" else _length(ord(c)) for c in text]
    if encoding is Encoding.UTF8:
        return list(zip(lengths, lengths, strict=True))
    if encoding is Encoding.UTF32:
        return [(1, length) for length in lengths]
    return [(2 if length == 4 else 1, length) for length in lengths]


def _length(point: int) -> int:
    return 1 if point < 0x80 else 2 if point < 0x800 else 3 if point < 0x10000 else 4
