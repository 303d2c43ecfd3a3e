"""The grammar that go.mod and go.work share (golang.org/x/mod/modfile/read.go): lines of words, and blocks of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r'"(?:[^"\\]|\\.)*"|`[^`]*`|[()\[\]{},]|(?:(?!//|/\*)[^\s()\[\]{},])+')
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Problem:
    """What the go command refuses in a file; `line` counts from 1."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One directive: its verb, its words (punctuation too, strings still quoted) and the comment at its end."""

    verb: str
    words: tuple[str, ...]
    line: int
    comment: str = ""


class ModFileError(Exception):
    """A go.mod or go.work that the go command refuses; the message has the file, the line and what is wrong."""


def statements(data: bytes, problems: list[Problem]) -> Iterator[Statement]:
    """The statements of a file, the lines of a block each with the block's verb.

    What cannot be read is left out and added to `problems`, so that a half-typed line loses that line only.
    """
    text = data.decode("utf-8", "replace")
    if text.startswith(_BOM):
        problems.append(Problem(1, "unexpected input character '\\ufeff' (a byte order mark)"))
        text = text[1:]
    verb, opened = "", 0
    for number, row in enumerate(text.split("\n"), 1):
        words, comment = _words(row, number, problems)
        if not words:
            continue
        if verb:
            if words[0] == ")":
                verb = ""
                if len(words) > 1:
                    problems.append(Problem(number, "syntax error (expected newline after closing paren)"))
            else:
                yield Statement(verb, tuple(words), number, comment)
        elif words[-1] == "(" and len(words) > 1:
            verb, opened = words[0], number
            if len(words) > 2:
                problems.append(Problem(number, f"unknown block type: {' '.join(words[:-1])}"))
        elif words[-2:] != ["(", ")"]:
            yield Statement(words[0], tuple(words[1:]), number, comment)
    if verb:
        problems.append(Problem(opened, f"syntax error (unterminated block {verb!r})"))


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


def _words(row: str, number: int, problems: list[Problem]) -> tuple[list[str], str]:
    found: list[str] = []
    at = _skip(row, 0)
    while at < len(row):
        if row.startswith("//", at):
            return found, row[at + 2 :].strip()
        match = _WORD.match(row, at)
        if row.startswith("/*", at):
            problems.append(Problem(number, "mod files must use // comments (not /* */ comments)"))
            return [], ""
        if match is None or (row[at] in '"`' and (len(match[0]) < 2 or match[0][0] != match[0][-1])):
            what = "unexpected newline in string" if row[at] in '"`' else f"unexpected input character {row[at]!r}"
            problems.append(Problem(number, what))
            return [], ""
        found.append(match[0])
        at = _skip(row, match.end())
    return found, ""


def _skip(row: str, at: int) -> int:
    while at < len(row) and row[at] in " \t\r":
        at += 1
    return at
