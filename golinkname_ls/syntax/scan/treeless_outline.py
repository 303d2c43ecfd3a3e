"""The outline of a file without a tree, which is parsed when something asks for what only a tree tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from functools import cached_property

from tree_sitter import Node

from golinkname_ls.syntax.items.declarations import Declaration, FuncDeclaration
from golinkname_ls.syntax.items.directives import Directive
from golinkname_ls.syntax.items.header import Header
from golinkname_ls.syntax.items.outline import Outline
from golinkname_ls.syntax.scan.declaration_patterns import bodyless
from golinkname_ls.syntax.scan.treeless_file import TreelessFile


class TreelessOutline(Outline):
    """An outline that answers without a tree where it can; `whole` reads the file and gives the outline of its tree."""

    def __init__(self, data: bytes, whole: Callable[[], Outline]) -> None:
        self._data = data
        self._file = TreelessFile(data)
        self._whole = whole

    @cached_property
    def header(self) -> Header:
        """The package clause, imports and build constraint."""
        return Header.read(self._data)

    @property
    def directives(self) -> list[Directive]:
        """The directives and near misses, in order."""
        return self._file.directives

    @property
    def has_error(self) -> bool:
        """Whether the file has syntax errors, by its tree."""
        return self._whole().has_error

    @property
    def root(self) -> Node:
        """The whole file's tree."""
        return self._whole().root

    def declared_names(self) -> Iterator[Declaration]:
        """The package-level declarations (no methods) in order, positions counted from their own nodes."""
        return self._whole().declared_names()

    def declarations(self) -> Iterator[Declaration]:
        """All package-level declarations with absolute positions."""
        return self._whole().declarations()

    def funcs_without_body(self) -> list[FuncDeclaration]:
        """The funcs and methods that have no body, with absolute positions."""
        return self._without_body

    @cached_property
    def _without_body(self) -> list[FuncDeclaration]:
        if not bodyless(self._data):
            return []
        found = self._file.bodyless
        return self._whole().funcs_without_body() if found is None else found

    def names(self) -> Iterator[str]:
        """The names that the file declares at package level."""
        return self._whole().names()

    def uses_word(self, word: str) -> bool:
        """Whether it is known at once that the word stands in code that declares nothing of that name."""
        declared = self._file.declared(word)
        return declared is not None and self._file.count(word) > len(declared)

    def declarable(self) -> Set[bytes]:
        """The names that the file declares at package level, and perhaps more."""
        return self._file.declarable

    def func_names(self) -> Set[str]:
        """The names of the funcs, methods aside, and perhaps more."""
        return self._file.func_names

    def declares(self, name: str) -> bool:
        """Whether the file declares `name` at package level."""
        return bool(self.declared(name))

    def declared(self, name: str) -> list[Declaration]:
        """The package-level declarations of `name`, with absolute positions."""
        found = self._file.declared(name)
        return self._whole().declared(name) if found is None else found

    def methods(self, base: str) -> list[FuncDeclaration]:
        """The methods whose receiver's type is `base`, with absolute positions."""
        found = self._file.methods(base)
        return self._whole().methods(base) if found is None else found

    def methods_named(self, name: str) -> list[FuncDeclaration]:
        """The methods of that name, of whatever types, with absolute positions."""
        found = self._file.methods_named(name)
        return self._whole().methods_named(name) if found is None else found
