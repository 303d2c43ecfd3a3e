"""The text of a Go file in pieces that hold whole package-level declarations, each parsed when something asks for it.

Literals and comments are found in the bytes, then the places where declarations begin. A tree of the whole file costs
ten times as much, and most files are asked for one declaration or for none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from golinkname_ls.syntax.items.declarations import PlacedDeclaration
from golinkname_ls.syntax.items.declarations_from_tree import DECLARATIONS, declarations_of
from golinkname_ls.syntax.scan.declaration_patterns import may_declare_at, may_lack_body, opens_body
from golinkname_ls.syntax.scan.whole_words import word_of
from golinkname_ls.syntax.tree.go_tree import parse

# The Go spec, "Comments", "Rune literals" and "String literals"; what is not closed ends with its line, or with the file.
_LITERALS = (
    rb'|"[^"\\\n]*+(?:\\.[^"\\\n]*+)*"?'
    rb"|`[^`]*+`?"
    rb"|/\*.*?(?:\*/|\Z)"
    rb"|'[^'\\\n]*+(?:\\.[^'\\\n]*+)*'?"
)
LITERAL = re.compile(rb"//[^\n]*+" + _LITERALS, re.S)
"""A comment or a literal."""
# Line comments below each other are one: there are so many.
_NO_CODE = re.compile(rb"//[^\n]*+(?:\n[ \t]*+//[^\n]*+)*" + _LITERALS, re.S)
_BEGINNING = re.compile(rb"\n(?:func|type|var|const)\b")
# They begin with a literal, which re finds fast.
_METHOD = re.compile(rb"func(?<![\w\x80-\xff]func)[ \t]*\(([^{}\n]*?)\)[ \t]*([\w\x80-\xff]+)[ \t]*[(\[]")
# Not where gofmt puts it; a func literal has neither a name nor a blank behind its keyword.
_INDENTED = re.compile(rb"(?:\n[ \t]+|;[ \t]*)func[ \t]+[\w(\x80-\xff]")
_RECEIVER = re.compile(rb"func[ \t]*\(")
# Where gofmt does not put it, or within a body.
_FOLLOWED = re.compile(rb"[\n;][ \t]*(?:type|var|const)\b")
_BRACKETS = ((b"{", b"}"), (b"(", b")"))
RECEIVER, METHOD_NAME = 0, 1


class CodePieces:
    """The pieces of one state of a file's bytes, numbered in order; none where its brackets do not match."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._parsed: dict[int, tuple[PlacedDeclaration, ...] | None] = {}

    @cached_property
    def code(self) -> bytes:
        """Text with literals and comments blanked; offsets stay."""
        return _NO_CODE.sub(_blanked, self._data)

    def spans(self) -> Iterator[tuple[int, int]]:
        """Bytes [start, end) of each piece, in order."""
        starts = self._starts or []
        return zip(starts, (*starts[1:], len(self.code)), strict=False)

    def read(self, pieces: Iterable[int]) -> list[PlacedDeclaration] | None:
        """Declarations of pieces with their absolute places; None where a piece cannot be parsed alone."""
        if self._starts is None:
            return None
        found = list[PlacedDeclaration]()
        for index in pieces:
            if index not in self._parsed:
                self._parsed[index] = self._parse(index)
            declarations = self._parsed[index]
            if declarations is None:
                return None
            found += declarations
        return found

    def declaring(self, name: str) -> Iterator[int]:
        """Indices of the pieces that may declare a name at package level, methods aside."""
        code, starts, word = self.code, self._starts or [], word_of(name)
        at = code.find(word)
        while at >= 0:
            end = at + len(word)
            if may_declare_at(code, at, end):
                index = bisect_right(starts, at) - 1
                if self._is_outside(starts[index], at):
                    yield index
                    # The piece is read whole.
                    end = starts[index + 1] if index + 1 < len(starts) else len(code)
            at = code.find(word, end)

    def with_methods(self, part: int, word: str) -> Iterator[int]:
        """Indices of the pieces that may have methods with a word as their `RECEIVER` or `METHOD_NAME`."""
        needle = word_of(word)
        yield from sorted({index for index, *head in self._heads if needle in head[part]})

    @property
    def has_indented_funcs(self) -> bool:
        """Whether a func may be declared on an indented line, where no piece begins."""
        return _INDENTED.search(self.code) is not None

    def lacking_bodies(self) -> Iterator[int]:
        """Indices of the pieces that may have a func or method without body, indented ones aside."""
        for index, (start, end) in enumerate(self.spans()):
            if self.code.startswith(b"func", start) and self._may_lack_body(start + 4, end):
                yield index

    def _may_lack_body(self, start: int, end: int) -> bool:
        """Whether the func whose keyword ends at `start` may have no body."""
        stop = self.code.find(b"\n", start, end)
        line = self.code[start : stop if stop >= 0 else end].rstrip()
        if opens_body(line) or not may_lack_body(line):
            return False
        code = self.code[start:end]
        return may_lack_body(code) or _FOLLOWED.search(code) is not None

    @cached_property
    def _heads(self) -> list[tuple[int, bytes, bytes]]:
        """(piece, receiver, name) of every method, and of some func literals; a text with both for either of them."""
        starts, code = self._starts or [], self.code
        found = [(bisect_right(starts, m.start()) - 1, m[1], m[2]) for m in _METHOD.finditer(code)]
        # A receiver may take several lines.
        for index, (start, end) in enumerate(self.spans()):
            if _RECEIVER.match(code, start) and not _METHOD.match(code, start):
                found.append((index, code[start:end], code[start:end]))
        return found

    @cached_property
    def _starts(self) -> list[int] | None:
        """Where the pieces begin, the first at 0; None where brackets do not match, or without declarations."""
        code = self.code
        places = [m.start() + 1 for m in _BEGINNING.finditer(code)]
        starts, depths, behind = [0], [0 for _ in _BRACKETS], 0
        for at in (*places, len(code)):
            depths = [
                depth + code.count(left, behind, at) - code.count(right, behind, at)
                for depth, (left, right) in zip(depths, _BRACKETS, strict=True)
            ]
            behind = at
            if not any(depths) and at > starts[-1]:
                starts.append(at)
        return starts[:-1] if not any(depths) and len(starts) > 1 else None

    def _is_outside(self, start: int, at: int) -> bool:
        """Whether a place of the piece that begins at `start` is in no body, type's braces or func's brackets."""
        before = self.code[start:at]
        opened = before.count(b"{")
        if opened != before.count(b"}"):
            return False
        return bool(opened) or not before.startswith(b"func") or before.count(b"(") == before.count(b")")

    def _parse(self, index: int) -> tuple[PlacedDeclaration, ...] | None:
        starts = self._starts or []
        start = starts[index]
        end = starts[index + 1] if index + 1 < len(starts) else len(self._data)
        if index:
            # With the comments before it: its pragmas stand there.
            start = len(self.code[starts[index - 1] : start].rstrip()) + starts[index - 1]
        text, line = self._data[start:end], self._data.count(b"\n", 0, start)
        root = parse(text).root_node
        if root.has_error:
            return None
        nodes = (node for node in root.children if node.type in DECLARATIONS)
        return tuple(pair for node in nodes for pair in declarations_of(node, text, -start, -line))


def _blanked(literal: re.Match[bytes]) -> bytes:
    text = literal[0]
    # A comment over several lines ends a line (the Go spec, "Comments"); a raw string does not.
    if text.startswith(b"/*") and b"\n" in text:
        return b"\n".join(b" " * len(line) for line in text.split(b"\n"))
    return b" " * len(text)
