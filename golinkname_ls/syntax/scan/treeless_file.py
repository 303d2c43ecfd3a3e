"""A Go file read without a tree: its literals and comments are known, and where each package-level declaration begins.

What it tells is what the file's tree tells, or None. A tree of the whole file costs ten times as much, and most files are
asked for one declaration or for none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from golinkname_ls.syntax.items.declarations import Declaration, FuncDeclaration
from golinkname_ls.syntax.items.directives import Directive, candidates, read
from golinkname_ls.syntax.items.extraction import DECLARATIONS, declarations_of
from golinkname_ls.syntax.scan import words
from golinkname_ls.syntax.scan.declaration_patterns import (
    declarable,
    func_names,
    may_declare_at,
    may_lack_body,
    opens_body,
)
from golinkname_ls.syntax.tree.go_tree import parse

# The Go spec, "Comments", "Rune literals" and "String literals"; what is not closed ends with its line, or with the file.
_LITERALS = (
    rb'|"[^"\\\n]*+(?:\\.[^"\\\n]*+)*"?'
    rb"|`[^`]*+`?"
    rb"|/\*.*?(?:\*/|\Z)"
    rb"|'[^'\\\n]*+(?:\\.[^'\\\n]*+)*'?"
)
_LITERAL = re.compile(rb"//[^\n]*+" + _LITERALS, re.S)
# Line comments below each other are one: there are so many.
_NO_CODE = re.compile(rb"//[^\n]*+(?:\n[ \t]*+//[^\n]*+)*" + _LITERALS, re.S)
_BEGINNING = re.compile(rb"\n(?:func|type|var|const)\b")
# They begin with a literal, which re finds fast.
_METHOD = re.compile(rb"func(?<![\w\x80-\xff]func)[ \t]*\(([^{}\n]*?)\)[ \t]*([\w\x80-\xff]+)[ \t]*[(\[]")
# Not where gofmt puts it; a func literal has neither a name nor a blank behind its keyword.
_INDENTED = re.compile(rb"(?:\n[ \t]+|;[ \t]*)func[ \t]+[\w(\x80-\xff]")
_RECEIVER = re.compile(rb"func[ \t]*\(")
# The first group is the name, empty for a method's.
_FUNC = re.compile(rb"func(?:\s+([\w\x80-\xff]+))?")
_TYPE = re.compile(rb"type ([\w\x80-\xff]+) (?:struct|interface) \{\n")
# What is declared in the piece of a func with a body follows that body's brace.
_NEXT = re.compile(rb"\}[\s;]*(?:func|type|var|const)\b")
# Where gofmt does not put it, or within a body.
_FOLLOWED = re.compile(rb"[\n;][ \t]*(?:type|var|const)\b")
_BRACKETS = ((b"{", b"}"), (b"(", b")"))


class TreelessFile:
    """The directives and declarations of one state of a file's bytes."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._parsed: dict[int, tuple[Declaration, ...] | None] = {}

    @cached_property
    def directives(self) -> list[Directive]:
        """The directives and near misses, as `directives.scan` finds them with a tree."""
        data, found = self._data, list[Directive]()
        wanted = candidates(data)
        if not wanted:
            return found
        last = -1
        for literal in _LITERAL.finditer(data):
            start, end = literal.span()
            if wanted[-1] < start:
                break
            if end <= wanted[0] or data[start] != 0x2F or start == last:
                continue
            if any(start <= at < end for at in wanted):
                directive = read(data, start, end)
                if directive is not None:
                    found.append(directive)
        return found

    @cached_property
    def bodyless(self) -> list[FuncDeclaration] | None:
        """The funcs and methods that have no body, with absolute positions; None for what takes a tree."""
        code = self._code
        if self._starts is None or _INDENTED.search(code):
            return None
        found = list[FuncDeclaration]()
        for index, (start, end) in enumerate(self._pieces()):
            if code.startswith(b"func", start) and self._may_lack_body(start + 4, end):
                declarations = self._read(index)
                if declarations is None:
                    return None
                found += (d for d in declarations if isinstance(d, FuncDeclaration) and not d.has_body)
        return found

    def _may_lack_body(self, start: int, end: int) -> bool:
        """Whether the func whose keyword ends at `start` may have no body."""
        stop = self._code.find(b"\n", start, end)
        line = self._code[start : stop if stop >= 0 else end].rstrip()
        if opens_body(line) or not may_lack_body(line):
            return False
        code = self._code[start:end]
        return may_lack_body(code) or _FOLLOWED.search(code) is not None

    def declared(self, name: str) -> list[Declaration] | None:
        """The package-level declarations of `name` (no methods), with absolute positions; None for what takes a tree."""
        if self._starts is None:
            return None
        found = list[Declaration]()
        for index in self._holders(name.encode("utf-8", "surrogateescape")):
            declarations = self._read(index)
            if declarations is None:
                return None
            found += (
                d for d in declarations if d.name == name and not (isinstance(d, FuncDeclaration) and d.is_method)
            )
        return found

    def count(self, word: str) -> int:
        """The number of occurrences of a word in code."""
        return words.count(self._code, words.word_of(word))

    @cached_property
    def declarable(self) -> frozenset[bytes]:
        """The names that are declared at package level, and perhaps more."""
        code, found = self._code, set[bytes]()
        if self._starts is None:
            return declarable(code)
        for start, end in self._pieces():
            name = _TYPE.match(code, start)
            if name is None and code.startswith(b"func", start):
                stop = code.find(b"\n", start)
                opened = stop >= 0 and opens_body(code[start + 4 : stop].rstrip())
                name = _FUNC.match(code, start) if opened else None
            if name is None or _NEXT.search(code, start, end):
                found |= declarable(code[start:end])
            elif name[1]:
                found.add(name[1])
        return frozenset(found)

    @cached_property
    def func_names(self) -> frozenset[str]:
        """The names of the funcs, methods aside, and perhaps more."""
        return func_names(self._code)

    def methods(self, base: str) -> list[FuncDeclaration] | None:
        """The methods whose receiver's type is `base`, with absolute positions; None for what takes a tree."""
        found = self._methods(0, base)
        return None if found is None else [d for d in found if d.receiver_base == base]

    def methods_named(self, name: str) -> list[FuncDeclaration] | None:
        """The methods of that name, of whatever types, with absolute positions; None for what takes a tree."""
        found = self._methods(1, name)
        return None if found is None else [d for d in found if d.name == name]

    def _methods(self, part: int, word: str) -> list[FuncDeclaration] | None:
        """Methods: all that have the word in their receiver (part 0) or for their name (part 1), and some others."""
        if self._starts is None:
            return None
        needle, found = word.encode("utf-8", "surrogateescape"), list[FuncDeclaration]()
        for index in sorted({index for index, *head in self._heads if needle in head[part]}):
            declarations = self._read(index)
            if declarations is None:
                return None
            found += (d for d in declarations if isinstance(d, FuncDeclaration) and d.is_method)
        return found

    @cached_property
    def _heads(self) -> list[tuple[int, bytes, bytes]]:
        """(piece, receiver, name) of every method, and of some func literals; a text that holds both for either of them."""
        starts, code = self._starts or [], self._code
        found = [(bisect_right(starts, m.start()) - 1, m[1], m[2]) for m in _METHOD.finditer(code)]
        # A receiver may take several lines.
        for index, (start, end) in enumerate(self._pieces()):
            if _RECEIVER.match(code, start) and not _METHOD.match(code, start):
                found.append((index, code[start:end], code[start:end]))
        return found

    @cached_property
    def _code(self) -> bytes:
        """The text with blanks for what stands in literals and comments."""
        return _NO_CODE.sub(_blanked, self._data)

    @cached_property
    def _starts(self) -> list[int] | None:
        """Where pieces begin that hold whole declarations, the first at 0; None where brackets do not match."""
        code = self._code
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

    def _pieces(self) -> Iterator[tuple[int, int]]:
        starts = self._starts or []
        return zip(starts, (*starts[1:], len(self._code)), strict=False)

    def _holders(self, name: bytes) -> Iterator[int]:
        """The pieces that may declare the name at package level."""
        code, starts = self._code, self._starts or []
        at = code.find(name)
        while at >= 0:
            end = at + len(name)
            if may_declare_at(code, at, end):
                index = bisect_right(starts, at) - 1
                if self._is_outside(starts[index], at):
                    yield index
                    # The piece is read whole.
                    end = starts[index + 1] if index + 1 < len(starts) else len(code)
            at = code.find(name, end)

    def _is_outside(self, start: int, at: int) -> bool:
        """Whether a place of the piece that begins at `start` is neither in a body, a type's braces nor a func's brackets."""
        before = self._code[start:at]
        opened = before.count(b"{")
        if opened != before.count(b"}"):
            return False
        return bool(opened) or not before.startswith(b"func") or before.count(b"(") == before.count(b")")

    def _read(self, index: int) -> tuple[Declaration, ...] | None:
        if index not in self._parsed:
            self._parsed[index] = self._read_piece(index)
        return self._parsed[index]

    def _read_piece(self, index: int) -> tuple[Declaration, ...] | None:
        starts = self._starts or []
        start = starts[index]
        end = starts[index + 1] if index + 1 < len(starts) else len(self._data)
        if index:
            # With the comments before it: its pragmas stand there.
            start = len(self._code[starts[index - 1] : start].rstrip()) + starts[index - 1]
        text, line = self._data[start:end], self._data.count(b"\n", 0, start)
        root = parse(text).root_node
        if root.has_error:
            return None
        nodes = (node for node in root.children if node.type in DECLARATIONS)
        return tuple(d for node in nodes for d in declarations_of(node, text, -start, -line))


def _blanked(literal: re.Match[bytes]) -> bytes:
    text = literal[0]
    # A comment over several lines ends a line (the Go spec, "Comments"); a raw string does not.
    if text.startswith(b"/*") and b"\n" in text:
        return b"\n".join(b" " * len(line) for line in text.split(b"\n"))
    return b" " * len(text)
