"""Go source text on one line: comments dropped, white space folded, semicolons where line ends stood for them."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"""(?P<string>"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*')|(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<blank>[ \t\r\f\v]+)|\n""",
    re.S,
)
_OPEN = re.compile(r"[{(\[,;=+\-*/&|^<>!%:.]$|\b(?:func|struct|interface|map|chan)$")

# Longer than any word that _OPEN looks for: a text of thousands of lines is not to be searched whole for each.
_TAIL = 16


def flatten(text: str) -> str:
    """`text` on one line, with the same tokens for a Go parser."""
    if "\n" not in text and "//" not in text and "/*" not in text and "  " not in text and "\t" not in text:
        return text.strip()
    lines = _TOKEN.sub(_plain, text).split("\n")
    result = ""
    for line in filter(None, (line.strip() for line in lines)):
        if not result:
            result = line
        elif line[0] in "})]":
            result = (
                (result.removesuffix(",") if line[0] != "}" or result.endswith(",") else result)
                + ("" if line[0] in ")]" else " ")
                + line
            )
        elif _OPEN.search(result, max(len(result) - _TAIL, 0)):
            result += ("" if result[-1] in "([" else " ") + line
        else:
            result += "; " + line
    return result.replace("\0", "\n")


def _plain(match: re.Match[str]) -> str:
    if match["string"]:
        # A raw string may hold line ends: they are protected until the lines are joined.
        return match.group().replace("\n", "\0")
    if match["comment"]:
        return "\n" if "\n" in match.group() else " "
    return " " if match["blank"] else "\n"
