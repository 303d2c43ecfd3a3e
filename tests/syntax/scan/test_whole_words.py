"""Where a word stands by itself: what Go takes for letters, beyond ASCII too, joins it to its neighbours."""

from __future__ import annotations

import pytest

from golinkname_ls.syntax.scan.whole_words import count, occurrences, word_of


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("f", [0]),
        ("f f", [0, 2]),
        ("f.f(f)", [0, 2, 4]),
        ("ff f", [3]),
        ("af fa _f f_ 1f f1 Zf fZ", []),
        ("éf fé", []),
        ("[f]\nf\t-f", [1, 4, 7]),
        ("", []),
    ],
)
def test_no_letter_stands_beside_it(text: str, places: list[int]) -> None:
    data = text.encode()
    assert list(occurrences(data, b"f", 0, len(data))) == places
    assert count(data, b"f") == len(places)


def test_a_part_is_searched_with_what_stands_beside_it() -> None:
    data = b"af f fb"
    assert list(occurrences(data, b"f", 1, 6)) == [3]
    assert list(occurrences(data, b"f", 0, 3)) == []
    assert list(occurrences(data, b"f", 4, len(data))) == []


def test_no_word_is_nowhere() -> None:
    assert count(b"f f", b"") == 0


def test_bytes_of_a_name_are_those_of_the_file() -> None:
    assert word_of("größe") == "größe".encode()
    assert word_of(b"a\xff".decode("utf-8", "surrogateescape")) == b"a\xff"
