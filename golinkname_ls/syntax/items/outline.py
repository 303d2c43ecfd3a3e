"""The outline of one state of a file: header, directives and package-level declarations.

What they say is asked by rules, which hang on it from then on; where they stand is asked by who publishes or edits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from functools import cached_property

from tree_sitter import Node

from golinkname_ls.syntax.items.block_table import BlockTable
from golinkname_ls.syntax.items.declarations import (
    Declaration,
    DeclarationPlace,
    FuncDeclaration,
    Import,
    PlacedDeclaration,
)
from golinkname_ls.syntax.items.directives import Directive, DirectivePlace, PlacedDirective
from golinkname_ls.syntax.items.header import Header
from golinkname_ls.syntax.items.item_inputs import ItemInputs


class Outline:
    """The directives, imports and declarations of one state of a file."""

    def __init__(
        self,
        header: Header,
        directives: list[PlacedDirective],
        table: BlockTable,
        has_error: bool,
        root: Callable[[], Node],
    ) -> None:
        self._header = header
        self._directives = directives
        self._has_error = has_error
        self._table = table
        self._root = root
        self._inputs: ItemInputs | None = None

    def asked_through(self, inputs: ItemInputs) -> Outline:
        """The outline, made to record each question as a dependency on the inputs of an edited file."""
        self._inputs = inputs
        return self

    @property
    def header(self) -> Header:
        """The package clause, imports and build constraint."""
        if self._inputs is not None:
            self._inputs.header.ask()
        return self._header

    @property
    def directives(self) -> tuple[Directive, ...]:
        """The directives and near misses, in order."""
        if self._inputs is not None:
            self._inputs.directives.ask()
        return self.listed_directives

    @property
    def has_error(self) -> bool:
        """Whether the file has syntax errors."""
        if self._inputs is not None:
            self._inputs.has_error.ask()
        return self._has_error

    @property
    def root(self) -> Node:
        """The whole file's tree; asking for it may cost a parse, so nothing on the keystroke path does."""
        if self._inputs is not None:
            self._inputs.text.ask()
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

    @property
    def imports_unsafe(self) -> bool:
        """Whether the file may hold directives: it imports unsafe, or C (cgo then adds unsafe)."""
        return any(i.path in ("unsafe", "C") for i in self.imports)

    def declared_names(self) -> Iterator[Declaration]:
        """The package-level declarations (no methods) in order."""
        return (d for d in self.declarations() if not (isinstance(d, FuncDeclaration) and d.is_method))

    def declarations(self) -> Iterator[Declaration]:
        """All package-level declarations in order."""
        return (declaration for declaration, _ in self.placed_declarations())

    def placed_declarations(self) -> Iterator[PlacedDeclaration]:
        """All package-level declarations in order, with their places."""
        self._asked_for_declarations()
        return told_apart(pair for block in self._table.blocks for pair in block.members)

    def funcs_without_body(self) -> list[FuncDeclaration]:
        """The funcs and methods that have no body."""
        self._asked_for_declarations()
        bare = {block.start: block for block in self._table.blocks if block.bodyless}
        found = list[FuncDeclaration]()
        for block in bare.values():
            for declaration, place in block.members:
                if isinstance(declaration, FuncDeclaration) and not declaration.has_body:
                    others = [] if declaration.is_method else self.placed_named(declaration.name)
                    found += (d for d, p in others if p == place and isinstance(d, FuncDeclaration))
                    found += [declaration] if declaration.is_method else []
        return found

    def names(self) -> Iterator[str]:
        """The names that the file declares at package level."""
        self._asked_for_declarations()
        return self._table.names()

    def declarable(self) -> Set[bytes]:
        """Names that the file may declare at package level: all that it does, and perhaps more."""
        return {name.encode("utf-8", "surrogateescape") for name in self.names()}

    def func_names(self) -> Set[str]:
        """Names of the file's funcs, methods aside, and perhaps more."""
        return set(self.names())

    def declares(self, name: str) -> bool:
        """Whether the file declares `name` at package level."""
        self._asked_for_declarations()
        return bool(self._table.named(name))

    def declared(self, name: str) -> list[Declaration]:
        """The package-level declarations of `name`, methods aside."""
        self._asked_for_declarations()
        return [declaration for declaration, _ in self.placed_named(name)]

    def placed_named(self, name: str) -> list[PlacedDeclaration]:
        """The package-level declarations of `name`, methods aside, with their places."""
        return list(told_apart(pair for block in self._table.named(name) for pair in block.named(name)))

    def methods(self, base: str) -> list[FuncDeclaration]:
        """The methods whose receiver's type is `base`."""
        return [d for d in self.declarations() if isinstance(d, FuncDeclaration) and d.receiver_base == base]

    def methods_named(self, name: str) -> list[FuncDeclaration]:
        """The methods of that name, of whatever types."""
        return [d for d in self.declarations() if isinstance(d, FuncDeclaration) and d.is_method and d.name == name]

    @property
    def own_header(self) -> Header:
        """Header, without recording a dependency: for the owner of the outline."""
        return self._header

    @property
    def is_broken(self) -> bool:
        """Whether the file has syntax errors, without recording a dependency: for the owner of the outline."""
        return self._has_error

    @cached_property
    def listed_directives(self) -> tuple[Directive, ...]:
        """Directives and near misses, without recording a dependency: for the owner of the outline."""
        return tuple(directive for directive, _ in self.placed_directives)

    def keep_directives(self, before: Outline) -> None:
        """Take over the directives of the outline before, which are the same, and what is known of their places."""
        self.__dict__["listed_directives"] = before.listed_directives
        if self._directives is before._directives:
            self.__dict__["_directive_places"] = before._directive_places

    @property
    def placed_directives(self) -> list[PlacedDirective]:
        """The directives and near misses with their places, for who publishes or edits."""
        return self._directives

    def directive_place(self, directive: Directive) -> DirectivePlace | None:
        """Current place of a directive; None when the file has it no more."""
        return self._directive_places.get(directive)

    @cached_property
    def _directive_places(self) -> dict[Directive, DirectivePlace]:
        return dict(self.placed_directives)

    def place(self, declaration: Declaration) -> DeclarationPlace | None:
        """Current place of a declaration; None when the file has it no more."""
        if isinstance(declaration, FuncDeclaration) and declaration.is_method:
            blocks, skipped = self._table.blocks, 0
        else:
            blocks, skipped = self._table.named(declaration.name), declaration.ordinal
            declaration = declaration._replace(ordinal=0) if skipped else declaration
        for block in blocks:
            for found, place in block.relative:
                if found == declaration and not skipped:
                    return place.shifted(block.start, block.row)
                skipped -= found.name == declaration.name and not (
                    isinstance(found, FuncDeclaration) and found.is_method
                )
        return None

    def _asked_for_declarations(self) -> None:
        if self._inputs is not None:
            self._inputs.declarations.ask()


def told_apart(found: Iterable[PlacedDeclaration]) -> Iterator[PlacedDeclaration]:
    """The declarations of a file in their order, those of one name (methods aside) with an ordinal each."""
    counts: dict[str, int] = {}
    for declaration, place in found:
        if isinstance(declaration, FuncDeclaration) and declaration.is_method:
            yield declaration, place
            continue
        number = counts[declaration.name] = counts.get(declaration.name, -1) + 1
        yield (declaration._replace(ordinal=number) if number else declaration), place
