"""One Go file: its text, its tree and what stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from tree_sitter import Node, Tree

from golinkname_ls.syntax.constraint_lines import constraint_of
from golinkname_ls.syntax.declaration import Declaration, FileDeclarations, FuncDeclaration, Import
from golinkname_ls.syntax.directive import Directive, scan
from golinkname_ls.syntax.extract import DECLARATIONS, declarations_of, imports, package_name, top_level
from golinkname_ls.syntax.tree import parse
from golinkname_ls.text.buffer import Buffer


@dataclass(frozen=True, slots=True)
class _Block:
    """What one top-level node declares, with positions counted from the node's own start."""

    declarations: tuple[Declaration, ...]
    node_text_length: int


class SourceFile:
    """A parsed file, kept up to date edit by edit.

    After an edit only the top-level nodes that tree-sitter made anew are read again: reused subtrees keep their
    node id as long as the tree before them is alive, which `_previous` sees to.
    """

    def __init__(self, path: Path, buffer: Buffer) -> None:
        """Parse `buffer` whole."""
        self.path = path
        self.buffer = buffer
        self.version = 0
        self.tree = parse(buffer.data)
        self._previous: Tree | None = None
        self._blocks: dict[int, _Block] = {}
        self._outline: Outline | None = None

    @classmethod
    def read(cls, path: Path) -> SourceFile:
        """The file on disk; raises OSError when it cannot be read."""
        return cls(path, Buffer(path.read_bytes()))

    @property
    def data(self) -> bytes:
        """The text as bytes."""
        return self.buffer.data

    def splice(self, start: int, end: int, text: bytes) -> None:
        """Replace the bytes [start, end) and reparse what changed."""
        tree = self.tree
        start_point, old_end_point = self.buffer.point(start), self.buffer.point(end)
        self.buffer.splice(start, end, text)
        new_end = start + len(text)
        tree.edit(start, end, new_end, start_point, old_end_point, self.buffer.point(new_end))
        self._previous, self.tree = tree, parse(self.buffer.data, tree)
        self._outline = None
        self.version += 1

    @property
    def outline(self) -> Outline:
        """What stands in the file as it is now."""
        if self._outline is None:
            blocks: dict[int, _Block] = {}
            self._outline = Outline(self, blocks, self._blocks)
            self._blocks = blocks
        return self._outline


class Outline:
    """The directives, imports and declarations of one state of a file."""

    def __init__(self, source: SourceFile, blocks: dict[int, _Block], known: dict[int, _Block]) -> None:
        self.data = source.data
        self.root: Node = source.tree.root_node
        self.has_error = self.root.has_error
        self.directives: list[Directive] = scan(self.data, source.tree)
        self._placed: list[tuple[int, int, _Block]] = []
        for node in top_level(self.root):
            if node.type not in DECLARATIONS:
                continue
            start, length = node.start_byte, node.end_byte - node.start_byte
            block = known.get(node.id)
            if block is None or block.node_text_length != length or node.has_changes:
                row = int(node.start_point[0])
                block = _Block(tuple(declarations_of(node, self.data, start, row)), length)
            blocks[node.id] = block
            self._placed.append((start, int(node.start_point[0]), block))

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        """The import specs in order."""
        return tuple(imports(self.root, self.data))

    @cached_property
    def package_name(self) -> str:
        """The name in the package clause, "" without."""
        return package_name(self.root, self.data)

    @cached_property
    def constraint(self) -> str:
        """The build constraint's expression, "" without."""
        return constraint_of(self.data)

    @cached_property
    def imports_unsafe(self) -> bool:
        """Whether a directive may stand here: unsafe is imported, or C (cgo then adds unsafe)."""
        return any(i.path in ("unsafe", "C") for i in self.imports)

    @cached_property
    def names(self) -> dict[str, list[tuple[int, int, Declaration]]]:
        """Package-level declarations (no methods) by name, each with its node's start byte and row."""
        table: dict[str, list[tuple[int, int, Declaration]]] = {}
        for start, row, block in self._placed:
            for declaration in block.declarations:
                if not (isinstance(declaration, FuncDeclaration) and declaration.is_method):
                    table.setdefault(declaration.name, []).append((start, row, declaration))
        return table

    def declarations(self) -> Iterator[Declaration]:
        """All package-level declarations with absolute positions."""
        for start, row, block in self._placed:
            for declaration in block.declarations:
                yield _absolute(declaration, start, row)

    def funcs_without_body(self) -> list[FuncDeclaration]:
        """The funcs and methods that have no body, with absolute positions."""
        return [
            moved
            for start, row, block in self._placed
            for d in block.declarations
            if isinstance(d, FuncDeclaration) and not d.has_body
            if isinstance(moved := _absolute(d, start, row), FuncDeclaration)
        ]

    def declared(self, name: str) -> list[Declaration]:
        """The package-level declarations of `name`, with absolute positions."""
        return [_absolute(declaration, start, row) for start, row, declaration in self.names.get(name, ())]

    @cached_property
    def file_declarations(self) -> FileDeclarations:
        """The file as the Go model reads it; positions are those of the text as it is now."""
        return FileDeclarations(
            path="",
            package_name=self.package_name,
            constraint=self.constraint,
            imports=self.imports,
            declarations=tuple(self.declarations()),
        )


def _absolute(declaration: Declaration, start: int, row: int) -> Declaration:
    moved = replace(
        declaration,
        line=declaration.line + row,
        name_span=declaration.name_span.shifted(start),
        span=declaration.span.shifted(start),
    )
    if isinstance(moved, FuncDeclaration) and moved.body_span is not None:
        return replace(moved, body_span=moved.body_span.shifted(start))
    return moved
