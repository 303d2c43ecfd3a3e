"""The outline of one state of a file: header, directives and package-level declarations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from functools import cached_property

from tree_sitter import Node

from golinkname_ls.syntax.items.block_table import BlockTable
from golinkname_ls.syntax.items.declarations import Declaration, FuncDeclaration, Import
from golinkname_ls.syntax.items.directives import Directive
from golinkname_ls.syntax.items.header import Header


class Outline:
    """The directives, imports and declarations of one state of a file."""

    def __init__(
        self,
        header: Header,
        directives: list[Directive],
        table: BlockTable,
        has_error: bool,
        root: Callable[[], Node],
    ) -> None:
        self._header = header
        self._directives = directives
        self._has_error = has_error
        self._table = table
        self._root = root

    @property
    def header(self) -> Header:
        """The package clause, imports and build constraint."""
        return self._header

    @property
    def directives(self) -> list[Directive]:
        """The directives and near misses, in order."""
        return self._directives

    @property
    def has_error(self) -> bool:
        """Whether the file has syntax errors."""
        return self._has_error

    @property
    def root(self) -> Node:
        """The whole file's tree; asking for it may cost a parse, so nothing on the keystroke path does."""
        return self._root()

    @property
    def imports(self) -> tuple[Import, ...]:
        """The import specs in order."""
        return self.header.imports

    @property
    def package_name(self) -> str:
        """The name in the package clause, "" without."""
        return self.header.package_name

    @property
    def constraint(self) -> str:
        """The build constraint's expression, "" without."""
        return self.header.constraint

    @cached_property
    def imports_unsafe(self) -> bool:
        """Whether a directive may stand here: unsafe is imported, or C (cgo then adds unsafe)."""
        return any(i.path in ("unsafe", "C") for i in self.imports)

    def declared_names(self) -> Iterator[Declaration]:
        """The package-level declarations (no methods) in order, positions counted from their own nodes."""
        for block in self._table.blocks:
            for declaration in block.declarations:
                if not (isinstance(declaration, FuncDeclaration) and declaration.is_method):
                    yield declaration

    def declarations(self) -> Iterator[Declaration]:
        """All package-level declarations with absolute positions."""
        for block in self._table.blocks:
            for declaration in block.declarations:
                yield block.placed(declaration)

    def funcs_without_body(self) -> list[FuncDeclaration]:
        """The funcs and methods that have no body, with absolute positions."""
        return [
            moved
            for block in self._table.blocks
            if block.bodyless
            for d in block.declarations
            if isinstance(d, FuncDeclaration) and not d.has_body
            if isinstance(moved := block.placed(d), FuncDeclaration)
        ]

    def names(self) -> Iterator[str]:
        """The names that the file declares at package level."""
        return self._table.names()

    def declarable(self) -> Set[bytes]:
        """The names that the file declares at package level, and perhaps more."""
        return {name.encode("utf-8", "surrogateescape") for name in self.names()}

    def func_names(self) -> Set[str]:
        """The names of the funcs, methods aside, and perhaps more."""
        return set(self.names())

    def declares(self, name: str) -> bool:
        """Whether the file declares `name` at package level."""
        return bool(self._table.named(name))

    def declared(self, name: str) -> list[Declaration]:
        """The package-level declarations of `name`, with absolute positions."""
        return [block.placed(declaration) for block in self._table.named(name) for declaration in block.named(name)]

    def methods(self, base: str) -> list[FuncDeclaration]:
        """The methods whose receiver's type is `base`, with absolute positions."""
        return [d for d in self.declarations() if isinstance(d, FuncDeclaration) and d.receiver_base == base]

    def methods_named(self, name: str) -> list[FuncDeclaration]:
        """The methods of that name, of whatever types, with absolute positions."""
        return [d for d in self.declarations() if isinstance(d, FuncDeclaration) and d.is_method and d.name == name]
