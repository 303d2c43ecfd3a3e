"""Occurrences of whole words in a text's bytes."""

from __future__ import annotations

from collections.abc import Iterator

_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") | frozenset(range(128, 256))


def word_of(name: str) -> bytes:
    """UTF-8 bytes of a name; bytes that are no UTF-8 stay as the file has them."""
    return name.encode("utf-8", "surrogateescape")


def occurrences(data: bytes, word: bytes, low: int, high: int) -> Iterator[int]:
    """Byte offsets in [low, high) of a word that is not part of a longer one.

    `bytes.find` is many times as fast as a regular expression.
    """
    at = data.find(word, low, high) if word else -1
    while at >= 0:
        end = at + len(word)
        if (not at or data[at - 1] not in _LETTERS) and (end >= len(data) or data[end] not in _LETTERS):
            yield at
        at = data.find(word, end, high)


def count(data: bytes, word: bytes) -> int:
    """Number of occurrences of a word that is not part of a longer one."""
    return sum(1 for _ in occurrences(data, word, 0, len(data))) if word in data else 0
