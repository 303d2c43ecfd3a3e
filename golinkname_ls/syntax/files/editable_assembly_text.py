"""One Go assembly file: its text and its comments. What it defines and mentions is read by `golang.assembly`."""

from __future__ import annotations

import re
from pathlib import Path

from golinkname_ls.syntax.files.text_file import TextFile
from golinkname_ls.syntax.items.constraint_lines import constraint_of
from golinkname_ls.syntax.items.header import Header
from golinkname_ls.syntax.items.item_inputs import ItemInputs
from golinkname_ls.text.buffer import Buffer

SUFFIX = ".s"
# cmd/asm/internal/lex/tokenizer.go: Go's own scanner, so comments, strings and characters are Go's.
_TOKEN = re.compile(rb"//[^\n]*|/\*.*?(?:\*/|\Z)|\"(?:[^\"\\\n]|\\.)*\"?|'(?:[^'\\\n]|\\.)*'?", re.S)


class AssemblyFile(TextFile):
    """A Go assembly file. It has no items: who asks what it defines or mentions hangs on its text."""

    def __init__(self, path: Path, buffer: Buffer, *, edited: bool = True) -> None:
        super().__init__(path, buffer, ItemInputs() if edited else None)

    @property
    def header(self) -> Header:
        """Header of the file: its build constraint; no package clause, no imports."""
        return Header("", constraint_of(self.data), ())

    def splice(self, start: int, end: int, text: bytes) -> None:
        """Replace the bytes [start, end)."""
        self.buffer.splice(start, end, text)
        self._text_changed()


def line_comments(data: bytes) -> list[tuple[int, int]]:
    """The bytes [start, end) of every `//` comment, in order, without its line end."""
    return [m.span() for m in _TOKEN.finditer(data) if m.group().startswith(b"//")]


_DEFINITION = re.compile(rb"^[ \t]*(?:TEXT|GLOBL|DATA)\b", re.M)
_NO_CODE = re.compile(rb"[ \t\r]*(?://|#|$)")


def function_end(data: bytes, start: int) -> int:
    """Byte offset behind the last instruction of the TEXT at `start`; of anything else, behind its line."""
    end = _line_end(data, start)
    while data[start:end].rstrip(b"\r").endswith(b"\\") and end < len(data):
        end = _line_end(data, end + 1)
    if not data.startswith(b"TEXT", start):
        return end
    following = _DEFINITION.search(data, end)
    last = following.start() if following else len(data)
    while last > end:
        line = data.rfind(b"\n", 0, last - 1) + 1
        if line <= end or not _NO_CODE.match(data[line:last].rstrip(b"\n")):
            break
        last = line
    return last - 1 if data[last - 1 : last] == b"\n" else last


def _line_end(data: bytes, at: int) -> int:
    end = data.find(b"\n", at)
    return len(data) if end < 0 else end
