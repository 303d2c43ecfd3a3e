"""Outline of a file from its bytes; the file is parsed when something asks for what only a tree tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from functools import cached_property

from tree_sitter import Node

from golinkname_ls.syntax.items.declarations import Declaration, DeclarationPlace, FuncDeclaration, PlacedDeclaration
from golinkname_ls.syntax.items.directives import PlacedDirective, candidates, numbered, read
from golinkname_ls.syntax.items.header import Header
from golinkname_ls.syntax.items.outline import Outline, told_apart
from golinkname_ls.syntax.scan.declaration_patterns import bodyless, declarable, func_names, opens_body
from golinkname_ls.syntax.scan.declaration_pieces import LITERAL, METHOD_NAME, RECEIVER, CodePieces
from golinkname_ls.syntax.scan.whole_words import count, word_of

# The first group is the name, empty for a method's.
_FUNC = re.compile(rb"func(?:\s+([\w\x80-\xff]+))?")
_TYPE = re.compile(rb"type ([\w\x80-\xff]+) (?:struct|interface) \{\n")
# What is declared in the piece of a func with a body follows that body's brace.
_NEXT = re.compile(rb"\}[\s;]*(?:func|type|var|const)\b")


class TreelessOutline(Outline):
    """An outline that answers from bytes where it can; `whole` parses the file and gives the outline of its tree."""

    def __init__(self, data: bytes, whole: Callable[[], Outline]) -> None:
        self._data = data
        self._pieces = CodePieces(data)
        self._whole = whole
        self._inputs = None

    @cached_property
    def header(self) -> Header:
        """The package clause, imports and build constraint."""
        return Header.read(self._data)

    @cached_property
    def placed_directives(self) -> list[PlacedDirective]:
        """The directives and near misses with their places."""
        data, found = self._data, list[PlacedDirective]()
        wanted = candidates(data)
        if not wanted:
            return found
        last = -1
        for literal in LITERAL.finditer(data):
            start, end = literal.span()
            if wanted[-1] < start:
                break
            if end <= wanted[0] or data[start] != 0x2F or start == last:
                continue
            if any(start <= at < end for at in wanted):
                directive = read(data, start, end)
                if directive is not None:
                    found.append(directive)
        return numbered(found)

    @property
    def has_error(self) -> bool:
        """Whether the file has syntax errors, by its tree."""
        return self._whole().is_broken

    @property
    def root(self) -> Node:
        """The whole file's tree."""
        return self._whole().root

    def placed_declarations(self) -> Iterator[PlacedDeclaration]:
        """All package-level declarations in order, with their places."""
        return self._whole().placed_declarations()

    def funcs_without_body(self) -> list[FuncDeclaration]:
        """The funcs and methods that have no body."""
        return self._without_body

    @cached_property
    def _without_body(self) -> list[FuncDeclaration]:
        if not bodyless(self._data):
            return []
        pieces = self._pieces
        found = None if pieces.has_indented_funcs else pieces.read(pieces.lacking_bodies())
        if found is None:
            return self._whole().funcs_without_body()
        bare = (d for d, _ in told_apart(found))
        return [d for d in bare if isinstance(d, FuncDeclaration) and not d.has_body]

    def names(self) -> Iterator[str]:
        """The names that the file declares at package level."""
        return self._whole().names()

    def uses_word(self, word: str) -> bool:
        """Whether the bytes show a word in code other than where it is declared; False where only a tree tells."""
        declared = self._declared(word)
        return declared is not None and count(self._pieces.code, word_of(word)) > len(declared)

    def declarable(self) -> Set[bytes]:
        """Names that the file may declare at package level: all that it does, and perhaps more."""
        return self._declarable

    @cached_property
    def _declarable(self) -> frozenset[bytes]:
        code, found = self._pieces.code, set[bytes]()
        spans = [*self._pieces.spans()]
        if not spans:
            return declarable(code)
        for start, end in spans:
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

    def func_names(self) -> Set[str]:
        """Names of the file's funcs, methods aside, and perhaps more."""
        return self._func_names

    @cached_property
    def _func_names(self) -> frozenset[str]:
        return func_names(self._pieces.code)

    def declares(self, name: str) -> bool:
        """Whether the file declares `name` at package level."""
        return bool(self.declared(name))

    def declared(self, name: str) -> list[Declaration]:
        """The package-level declarations of `name`, methods aside."""
        return [declaration for declaration, _ in self.placed_named(name)]

    def _declared(self, name: str) -> list[PlacedDeclaration] | None:
        found = self._pieces.read(self._pieces.declaring(name))
        if found is None:
            return None
        named = ((d, p) for d, p in found if d.name == name and not (isinstance(d, FuncDeclaration) and d.is_method))
        return list(told_apart(named))

    def placed_named(self, name: str) -> list[PlacedDeclaration]:
        """The package-level declarations of `name`, methods aside, with their places."""
        found = self._declared(name)
        return self._whole().placed_named(name) if found is None else found

    def place(self, declaration: Declaration) -> DeclarationPlace | None:
        """Place of a declaration in the file; None when the file has no such one."""
        found = (
            None
            if isinstance(declaration, FuncDeclaration) and declaration.is_method
            else self._declared(declaration.name)
        )
        known = next((place for d, place in found or () if d == declaration), None)
        return known or self._whole().place(declaration)

    def methods(self, base: str) -> list[FuncDeclaration]:
        """The methods whose receiver's type is `base`."""
        found = self._pieces.read(self._pieces.with_methods(RECEIVER, base))
        if found is None:
            return self._whole().methods(base)
        return [d for d, _ in found if isinstance(d, FuncDeclaration) and d.is_method and d.receiver_base == base]

    def methods_named(self, name: str) -> list[FuncDeclaration]:
        """The methods of that name, of whatever types."""
        found = self._pieces.read(self._pieces.with_methods(METHOD_NAME, name))
        if found is None:
            return self._whole().methods_named(name)
        return [d for d, _ in found if isinstance(d, FuncDeclaration) and d.is_method and d.name == name]
