"""A Go source file: its text, its tree and its outline, kept up to date edit by edit."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from tree_sitter import Node, Tree

from golinkname_ls.incremental.answers import Input
from golinkname_ls.syntax.files.reparsed_region import Region, gaps_between
from golinkname_ls.syntax.files.text_file import TextFile
from golinkname_ls.syntax.files.used_names import WordUses
from golinkname_ls.syntax.items.block_table import BlockTable
from golinkname_ls.syntax.items.declarations import Declaration
from golinkname_ls.syntax.items.declarations_from_tree import DECLARATIONS
from golinkname_ls.syntax.items.directives import Directive, PlacedDirective, numbered, scan, scan_part
from golinkname_ls.syntax.items.header import Header
from golinkname_ls.syntax.items.item_inputs import ItemInputs
from golinkname_ls.syntax.items.outline import Outline
from golinkname_ls.syntax.items.package_membership import Member
from golinkname_ls.syntax.items.top_level_declaration import Block
from golinkname_ls.syntax.scan.treeless_outline import TreelessOutline
from golinkname_ls.syntax.tree.go_tree import Parsed, TreeEdit, parse
from golinkname_ls.text.buffer import Buffer

# What has to follow a declaration so that it is the same with and without the text behind it.
_ENDED = re.compile(rb"[ \t\r]*(?://[^\n]*)?(?:\n|\Z)")


class SourceFile(TextFile, Member):
    """A parsed file, kept up to date edit by edit.

    While a file has no errors, an edit parses the text between two declarations' ends alone: what stands before and
    behind is the same with any error-free text there. Otherwise the whole tree is reparsed, which reuses what it can.
    """

    def __init__(self, path: Path, buffer: Buffer, *, unread: bool = False) -> None:
        """Parse `buffer` whole, to be edited; an `unread` file is not, and is parsed when only its tree will do."""
        super().__init__(path, buffer, None if unread else ItemInputs())
        self._parsed: Parsed | None = None
        self._is_current = True
        self._near: tuple[int, int, Parsed] | None = None
        """The tree of the region that was edited last, with the region's bytes as they are now."""
        self._table = BlockTable()
        self._words = WordUses(self)
        self._gaps = Input(0)
        self._outline: Outline = TreelessOutline(buffer.data, self._read)
        if not unread:
            self._read()
            self._publish(declares=True)

    @property
    def is_read(self) -> bool:
        """Whether the file has been parsed."""
        return self._parsed is not None

    def _read(self) -> Outline:
        """Parse the file if nothing has yet."""
        if self._parsed is None:
            self._parsed = Parsed(self.buffer.data)
            self._table.read(self._whole.tree.root_node, self.buffer.data)
            self._outline = self._describe()
        return self._outline

    @property
    def _whole(self) -> Parsed:
        self._read()
        return cast(Parsed, self._parsed)

    @classmethod
    def read(cls, path: Path) -> SourceFile:
        """The file on disk; raises OSError when it cannot be read."""
        return cls(path, Buffer(path.read_bytes()))

    @property
    def package_name(self) -> str:
        """The name in the package clause, "" without."""
        return self._outline.package_name

    @property
    def tree(self) -> Tree:
        """The tree of the whole text; asking for it may cost a parse."""
        if self.inputs is not None:
            self.inputs.text.ask()
        return self._current_tree()

    @property
    def header(self) -> Header:
        """Package clause, imports and build constraint."""
        return self._outline.header

    @property
    def outline(self) -> Outline:
        """The outline of the current text."""
        return self._outline

    def _current_tree(self) -> Tree:
        if not self._is_current:
            self._parsed = Parsed(self.buffer.data, self._whole)
            self._is_current = True
        return self._whole.tree

    def _root(self) -> Node:
        return self._current_tree().root_node

    def splice(self, start: int, end: int, text: bytes) -> None:
        """Replace the bytes [start, end), reparse what changed, and set the inputs of the items that changed."""
        self.settle()
        region = Region.around(self._table, self.buffer.data, start, end)
        points = self.buffer.point(start), self.buffer.point(end)
        self.buffer.splice(start, end, text)
        new_end = start + len(text)
        edit = TreeEdit(start, end, new_end, *points, self.buffer.point(new_end))
        self._whole.edit(edit)
        self._is_current = False
        root = None if region is None or self._outline.is_broken else self._near_root(region, edit)
        if region is not None and root is not None:
            self._replace(region, root, edit)
            self._words.region_changed(region, edit)
        else:
            self._near = None
            self._reparse(edit)
            self._words.all_changed()
        self._text_changed()

    def settle(self) -> None:
        """Read every declaration."""
        self._read()
        self._table.settle()

    def uses(self, word: str) -> bool:
        """Whether a word occurs outside comments, other than as the name of a package-level declaration."""
        if isinstance(self._outline, TreelessOutline) and self._outline.uses_word(word):
            return True
        self._read()
        return self._words.uses(word)

    def holds(self, needle: bytes) -> bool:
        """Whether the text contains these bytes."""
        return self._words.holds(needle) if self.inputs is not None else needle in self.buffer.data

    def stands_above(self, directive: Directive, declaration: Declaration) -> bool:
        """Whether only line comments stand between a directive and the line of a declaration's name below it."""
        key = ("above", directive, declaration)
        return self.answers.ask(key, lambda: self._stands_above(directive, declaration))

    def _stands_above(self, directive: Directive, declaration: Declaration) -> bool:
        self._gaps.ask()
        data = self.buffer.data
        upper, lower = self._outline.directive_place(directive), self._outline.place(declaration)
        if upper is None or lower is None:
            return False
        end, start = upper.span.end, data.rfind(b"\n", 0, lower.name.start) + 1
        between = data[end:start].split(b"\n")[1:-1]
        return end <= start and all(row.lstrip(b" \t").startswith(b"//") for row in between)

    def blocks_with(self, word: bytes) -> Iterator[Block]:
        """The declarations whose text holds a word, in order; who goes through them all hangs on such text.

        Who stops at one hangs on nothing yet: what is found in its text hangs on `Block.is_there`.
        """
        self._read()
        data, blocks = self.buffer.data, self._table.blocks
        at = data.find(word) if word else -1
        while at >= 0:
            index = bisect_right(blocks, at, key=_end)
            if index == len(blocks):
                break
            block = blocks[index]
            if block.start <= at:
                yield block
                at = block.end
            at = data.find(word, max(at, block.start))
        if self.inputs is not None:
            self._words.ask_text(word)

    def written(self, declaration: Declaration, *, body: bool = False) -> bytes:
        """The text of a declaration's spec, or of its body; b"" for one that the file has not."""
        place = self.outline.place(declaration)
        span = None if place is None else place.body if body else place.span
        if span is None:
            return b""
        if self.inputs is not None:
            self.inputs.declarations.ask()
            self._table.blocks[self._table.touching(span.start, span.start)[0]].is_there.ask()
        return self.buffer.data[span.start : span.end]

    def text_of(self, block: Block) -> tuple[Node, bytes, int]:
        """Tree that holds a declaration of an error-free file, the tree's text, and its byte offset in the file."""
        if self.has_current_tree:
            return self._whole.tree.root_node, self.buffer.data, 0
        if self._near is not None and self._near[0] <= block.start and block.end <= self._near[1]:
            low, high, parsed = self._near
            return parsed.tree.root_node, self.buffer.data[low:high], low
        text = self.buffer.data[block.start : block.end]
        return parse(text).root_node, text, block.start

    @property
    def blocks(self) -> list[Block]:
        """The package-level declarations, in order; in a file without errors each can be read by itself."""
        self._read()
        return self._table.blocks

    @property
    def has_current_tree(self) -> bool:
        """Whether asking for the whole tree costs no parse."""
        return self._is_current and self.is_read

    def piece(self, at: int) -> tuple[int, int]:
        """Half-open bytes of the declaration, or text between two, at a byte; parsable alone in an error-free file."""
        self._read()
        return self._table.piece(at, len(self.buffer.data))

    def _near_root(self, region: Region, edit: TreeEdit) -> Node | None:
        """The tree of a region after an edit; None unless the region can be read without what surrounds it."""
        start, end, data = region.start, region.end + edit.delta, self.buffer.data
        if (region.start and not _ENDED.match(data, start)) or (region.closed and not _ENDED.match(data, end)):
            return None
        old = None
        if self._near is not None and self._near[:2] == (region.start, region.end):
            old = self._near[2]
            old.edit(edit.within(start, self.buffer.point(start)))
        parsed = Parsed(data[start:end], old)
        root = parsed.tree.root_node
        if root.has_error:
            return None
        if region.closed:
            last = root.child(root.child_count - 1) if root.child_count else None
            if last is None or last.type not in DECLARATIONS or last.end_byte != end - start:
                return None
        self._near = (start, end, parsed)
        return root

    def _replace(self, region: Region, root: Node, edit: TreeEdit) -> None:
        """Put what `root` declares in the place of the region's blocks."""
        delta = edit.delta
        first, start, end = region.first, region.start, region.end + delta
        text, row = self.buffer.data[start:end], self.buffer.point(start)[0]
        old = self._table.blocks[first : region.stop]
        gaps = gaps_between(old, region.text, start)
        fresh = [Block(n, text, start, row) for n in root.children if n.type in DECLARATIONS]
        self._table.replace(first, region.stop, fresh, edit)

        directives = self._outline.placed_directives
        low, high = bisect_left(directives, start, key=_at), bisect_left(directives, region.end, key=_at)
        inside = scan_part(self.buffer.data, root, start, end)
        touched = inside or low < high
        if touched or (delta and high < len(directives)):
            behind = [(d, place.shifted(delta)) for d, place in directives[high:]]
            listed = [*directives[:low], *inside, *behind]
            directives = numbered(listed) if touched else listed
        # The header ends where the first declaration begins.
        header = Header.read(text) if not first else self._outline.own_header
        grouped = any(b.start <= place.span.start < b.end for b in fresh for _, place in inside)
        if touched and (grouped or gaps != gaps_between(fresh, text, start)):
            self._gaps.set(self._gaps.ask() + 1)
        before = self._outline
        self._outline = Outline(header, directives, self._table, False, self._root)
        if not touched:
            self._outline.keep_directives(before)
        self._publish(declares=[b.declarations for b in old] != [b.declarations for b in fresh])

    def _reparse(self, edit: TreeEdit) -> None:
        """Bring the whole tree up to date and read again what it has new."""
        old, tree = self._whole.tree, self._current_tree()
        declared = [block.declarations for block in self._table.blocks]
        self._table.move(edit)
        changed = [(edit.start, edit.new_end), *((r.start_byte, r.end_byte) for r in old.changed_ranges(tree))]
        self._table.reread(tree.root_node, self.buffer.data, changed)
        self._outline = self._describe()
        self._gaps.set(self._gaps.ask() + 1)
        self._publish(declares=declared != [block.declarations for block in self._table.blocks])

    def _publish(self, *, declares: bool) -> None:
        """Change the inputs whose items are others than before; `declares`: the declarations are."""
        inputs, now = self.inputs, self._outline
        if inputs is None:
            return
        inputs.header.set(now.own_header)
        inputs.directives.set(now.listed_directives)
        inputs.has_error.set(now.is_broken)
        if declares:
            inputs.declarations.set(inputs.declarations.ask() + 1)
        now.asked_through(inputs)

    def _describe(self) -> Outline:
        root, data = self._root(), self.buffer.data
        return Outline(Header.read(data), scan(data, self._whole.tree), self._table, root.has_error, self._root)


def _at(placed: PlacedDirective) -> int:
    return placed[1].span.start


def _end(block: Block) -> int:
    return block.end
