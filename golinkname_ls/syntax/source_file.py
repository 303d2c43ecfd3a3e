"""One Go file: its text, its tree and what stands in it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from tree_sitter import Node

from golinkname_ls.syntax.constraint_lines import constraint_of
from golinkname_ls.syntax.declaration import Declaration, FileDeclarations, FuncDeclaration, Import
from golinkname_ls.syntax.directive import Directive, scan
from golinkname_ls.syntax.extract import DECLARATIONS, declarations_of, imports, package_name, top_level
from golinkname_ls.syntax.tree import parse
from golinkname_ls.text.buffer import Buffer


class _Block:
    """What one top-level node declares, with positions counted from the node's own start."""

    __slots__ = ("_placed", "bodyless", "declarations", "end", "row", "start")

    def __init__(self, node: Node, data: bytes) -> None:
        self.start, self.end, self.row = node.start_byte, node.end_byte, int(node.start_point[0])
        self.declarations = tuple(declarations_of(node, data, self.start, self.row))
        self._placed: dict[int, Declaration] = {}
        self.bodyless = any(isinstance(d, FuncDeclaration) and not d.has_body for d in self.declarations)

    def placed(self, declaration: Declaration) -> Declaration:
        """One of its declarations with absolute positions."""
        key = id(declaration)
        if key not in self._placed:
            self._placed[key] = _absolute(declaration, self.start, self.row)
        return self._placed[key]

    def move(self, delta: int, rows: int) -> None:
        """Text was put in or taken out before it."""
        self.start += delta
        self.end += delta
        self.row += rows
        self._placed.clear()


class SourceFile:
    """A parsed file, kept up to date edit by edit.

    After an edit only the top-level nodes in the range that changed are read again; those behind it move.
    """

    def __init__(self, path: Path, buffer: Buffer) -> None:
        """Parse `buffer` whole."""
        self.path = path
        self.buffer = buffer
        self.version = 0
        self.tree = parse(buffer.data)
        self._blocks = [_Block(n, buffer.data) for n in top_level(self.tree.root_node) if n.type in DECLARATIONS]
        self._names: dict[str, list[tuple[_Block, Declaration]]] = {}
        self._enter(self._blocks)
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
        old = self.tree
        start_point, old_end_point = self.buffer.point(start), self.buffer.point(end)
        self.buffer.splice(start, end, text)
        new_end = start + len(text)
        new_end_point = self.buffer.point(new_end)
        old.edit(start, end, new_end, start_point, old_end_point, new_end_point)
        self.tree = parse(self.buffer.data, old)
        self._outline = None
        self.version += 1
        self._move(start, end, new_end - end, new_end_point[0] - old_end_point[0])
        low, high = start, new_end
        for changed in old.changed_ranges(self.tree):
            low, high = min(low, changed.start_byte), max(high, changed.end_byte)
        self._reread(low, high)

    @property
    def outline(self) -> Outline:
        """What stands in the file as it is now."""
        if self._outline is None:
            self._outline = Outline(self, self._blocks, self._names)
        return self._outline

    def _move(self, start: int, end: int, delta: int, rows: int) -> None:
        """Move the blocks behind an edit, stretch the one that holds it, drop those it cuts."""
        kept = []
        for block in self._blocks:
            if block.end <= start:
                kept.append(block)
            elif block.start >= end:
                block.move(delta, rows)
                kept.append(block)
            elif block.start <= start and block.end >= end:
                block.end += delta
                kept.append(block)
            else:
                self._leave(block)
        self._blocks = kept

    def _reread(self, low: int, high: int) -> None:
        """Read the top-level nodes that touch the bytes [low, high] again."""
        first = next((i for i, b in enumerate(self._blocks) if b.end >= low), len(self._blocks))
        last = next((i for i in range(first, len(self._blocks)) if self._blocks[i].start > high), len(self._blocks))
        if last > first:
            low = min(low, self._blocks[first].start)
            high = max(high, self._blocks[last - 1].end)
        for block in self._blocks[first:last]:
            self._leave(block)
        fresh = [_Block(n, self.data) for n in _touching(self.tree.root_node, low, high) if n.type in DECLARATIONS]
        self._enter(fresh)
        self._blocks[first:last] = fresh
        if any(
            a.end > b.start for a, b in itertools.pairwise(self._blocks[max(first - 1, 0) : first + len(fresh) + 1])
        ):
            # What the grammar took for one node before is another cut now: start over.
            self._names.clear()
            root = self.tree.root_node
            self._blocks = [_Block(n, self.data) for n in top_level(root) if n.type in DECLARATIONS]
            self._enter(self._blocks)

    def _enter(self, blocks: Iterable[_Block]) -> None:
        for block in blocks:
            for declaration in block.declarations:
                if not (isinstance(declaration, FuncDeclaration) and declaration.is_method):
                    self._names.setdefault(declaration.name, []).append((block, declaration))

    def _leave(self, block: _Block) -> None:
        for declaration in block.declarations:
            entries = self._names.get(declaration.name)
            if entries is not None:
                entries[:] = [e for e in entries if e[0] is not block]


def _touching(root: Node, low: int, high: int) -> Iterator[Node]:
    cursor = root.walk()
    if cursor.goto_first_child_for_byte(low) is None:
        return
    while True:
        node = cursor.node
        if node is None or node.start_byte > high:
            return
        yield from node.children if node.type == "ERROR" else (node,)
        if not cursor.goto_next_sibling():
            return


class Outline:
    """The directives, imports and declarations of one state of a file."""

    def __init__(
        self, source: SourceFile, blocks: list[_Block], names: dict[str, list[tuple[_Block, Declaration]]]
    ) -> None:
        self.data = source.data
        self.root: Node = source.tree.root_node
        self.has_error = self.root.has_error
        self.directives: list[Directive] = scan(self.data, source.tree)
        self._blocks = blocks
        self._names = names

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

    def declared_names(self) -> Iterator[Declaration]:
        """The package-level declarations (no methods), positions counted from their own nodes."""
        for entries in self._names.values():
            for _, declaration in entries:
                yield declaration

    def declarations(self) -> Iterator[Declaration]:
        """All package-level declarations with absolute positions."""
        for block in self._blocks:
            for declaration in block.declarations:
                yield block.placed(declaration)

    def funcs_without_body(self) -> list[FuncDeclaration]:
        """The funcs and methods that have no body, with absolute positions."""
        return [
            moved
            for block in self._blocks
            if block.bodyless
            for d in block.declarations
            if isinstance(d, FuncDeclaration) and not d.has_body
            if isinstance(moved := block.placed(d), FuncDeclaration)
        ]

    def declares(self, name: str) -> bool:
        """Whether the file declares `name` at package level."""
        return bool(self._names.get(name))

    def declared(self, name: str) -> list[Declaration]:
        """The package-level declarations of `name`, with absolute positions."""
        found = sorted(self._names.get(name, ()), key=lambda entry: entry[0].start)
        return [block.placed(declaration) for block, declaration in found]

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
