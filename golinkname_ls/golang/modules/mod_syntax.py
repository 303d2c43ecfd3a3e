"""Syntax that go.mod and go.work share: statements of words, alone or in blocks (golang.org/x/mod/modfile/read.go).

`require (\n\tgolang.org/x/net v0.30.0\n)` → the verb `require` with two words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r'"(?:[^"\\]|\\.)*"|`[^`]*`|[()\[\]{},]|(?:(?!//|/\*)[^\s()\[\]{},])+')
_BLANKS = " \t\r"
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class ModFileProblem:
    """Error for which the go command refuses a go.mod or go.work; `line` counts from 1."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement: its verb, its words (punctuation too, strings still quoted) and its line from 1."""

    verb: str
    words: list[str]
    line: int


def statements(data: bytes, problems: list[ModFileProblem]) -> Iterator[Statement]:
    """The statements of a file; each line of a block is one with the block's verb.

    What cannot be read is left out and added to `problems`, so that a half-typed line loses that line only.
    """
    text = data.decode("utf-8", "replace")
    if text.startswith(_BOM):
        problems.append(ModFileProblem(1, "unexpected input character '\\ufeff' (a byte order mark)"))
        text = text[1:]
    verb, opened = "", 0
    for number, row in enumerate(text.split("\n"), 1):
        words = _words(row, number, problems)
        if not words:
            continue
        if verb:
            if words[0] == ")":
                verb = ""
                if len(words) > 1:
                    problems.append(ModFileProblem(number, "syntax error (expected newline after closing paren)"))
            else:
                yield Statement(verb, words, number)
        elif words[-1] == "(" and len(words) > 1:
            verb, opened = words[0], number
            if len(words) > 2:
                problems.append(ModFileProblem(number, f"unknown block type: {' '.join(words[:-1])}"))
        elif words[-2:] != ["(", ")"]:
            yield Statement(words[0], words[1:], number)
    if verb:
        problems.append(ModFileProblem(opened, f"syntax error (unterminated block {verb!r})"))


def unquoted(word: str) -> str:
    """The value of a word that may be a string; raises ValueError when its quotes are wrong."""
    if word.startswith('"'):
        try:
            return str(json.loads(word))
        except ValueError:
            raise ValueError(f"invalid quoted string: {word}") from None
    if any(quote in word for quote in "\"'`"):
        raise ValueError(f"unquoted string cannot contain quote: {word}")
    return word


def _words(row: str, number: int, problems: list[ModFileProblem]) -> list[str]:
    """The words of a line without its comment; none, and a problem, when it cannot be read."""
    found: list[str] = []
    rest = row.lstrip(_BLANKS)
    while rest and not rest.startswith("//"):
        match = _WORD.match(rest)
        if rest.startswith("/*"):
            what = "mod files must use // comments (not /* */ comments)"
        elif rest[0] in '"`' and (match is None or len(match[0]) < 2 or match[0][0] != match[0][-1]):
            what = "unexpected newline in string"
        elif match is None:
            what = f"unexpected input character {rest[0]!r}"
        else:
            found.append(match[0])
            rest = rest[match.end() :].lstrip(_BLANKS)
            continue
        problems.append(ModFileProblem(number, what))
        return []
    return found
