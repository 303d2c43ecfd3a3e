"""Macros of an assembly file, as far as symbols need them (cmd/asm/internal/lex)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import TypeAlias

Macro: TypeAlias = tuple[tuple[str, ...] | None, str]
"""Its parameters, None for a macro without a list, and its body on one line."""

Macros: TypeAlias = dict[str, Macro]
"""By their names."""

_DEFINE = re.compile(r"^[ \t]*#[ \t]*define[ \t]+([^\W\d]\w*)(\([^)\n]*\))?[ \t]*((?:[^\n]*\\\n)*[^\n]*)", re.M)
_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)
_NAME = re.compile(r"(?<![\w·])[^\W\d]\w*(?![\w·])")
_DEPTH = 8
# A line of real assembly replaces a few dozen; macros that double each other know no end.
_MOST_USES = 2000


def macros(text: str) -> Macros:
    """The macros that a text defines, the last one of a name."""
    found: Macros = {}
    if "define" not in text:
        return found
    for name, parameters, body in _DEFINE.findall(_COMMENT.sub(" ", text)):
        listed = tuple(p.strip() for p in parameters[1:-1].split(",")) if parameters else None
        found[name] = listed, body.replace("\\\n", " ").strip()
    return found


def expand(line: str, table: Macros) -> str:
    """The line with its macros replaced by what they stand for; the line itself where it has none."""
    return _expand(line, table, 0, iter(range(_MOST_USES))) if table else line


def _expand(line: str, table: Macros, depth: int, uses: Iterator[int]) -> str:
    if depth > _DEPTH:
        return line
    out, at = [], 0
    for match in _NAME.finditer(line):
        if match.start() < at or match.group() not in table:
            continue
        if next(uses, None) is None:
            break
        parameters, body = table[match.group()]
        end = match.end()
        if parameters is not None:
            close = line.find(")", end)
            if line[end : end + 1] != "(" or close < 0:
                continue
            arguments = [a.strip() for a in line[end + 1 : close].split(",")]
            values = dict(zip(parameters, arguments, strict=False))
            body = _NAME.sub(partial(_argument, values), body)
            end = close + 1
        out += [line[at : match.start()], _expand(body, table, depth + 1, uses)]
        at = end
    return "".join([*out, line[at:]]) if out else line


def _argument(values: dict[str, str], match: re.Match[str]) -> str:
    return values.get(match.group(), match.group())
