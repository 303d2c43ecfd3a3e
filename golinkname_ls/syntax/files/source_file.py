"""A Go source file: its text, its tree and its outline, kept up to date edit by edit."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

from tree_sitter import Node, Tree

from golinkname_ls.incremental.change_counts import CLOCK
from golinkname_ls.syntax.files.edit_listener import EditListener
from golinkname_ls.syntax.files.edited_region import Region
from golinkname_ls.syntax.files.text_file import TextFile
from golinkname_ls.syntax.files.word_uses import WordUses
from golinkname_ls.syntax.items.block_table import BlockTable, meanings_at
from golinkname_ls.syntax.items.directives import SPELLINGS, Directive, scan, scan_part
from golinkname_ls.syntax.items.extraction import DECLARATIONS
from golinkname_ls.syntax.items.header import Header
from golinkname_ls.syntax.items.outline import Outline
from golinkname_ls.syntax.items.package_member import Member
from golinkname_ls.syntax.items.top_level_declaration import Block
from golinkname_ls.syntax.scan.treeless_outline import TreelessOutline
from golinkname_ls.syntax.tree.go_tree import Parsed, TreeEdit
from golinkname_ls.text.buffer import Buffer
from golinkname_ls.text.span import Shift

# Comments with these words can change what rules say, wherever they stand.
_OTHER = b"nolint"
# What has to follow a declaration so that it is the same with and without the text behind it.
_ENDED = re.compile(rb"[ \t\r]*(?://[^\n]*)?(?:\n|\Z)")
_FEW_BLOCKS = 8


_Listener = TypeVar("_Listener", bound=EditListener)


class SourceFile(TextFile, Member):
    """A parsed file, kept up to date edit by edit.

    While a file has no errors, an edit parses the text between two declarations' ends alone: what stands before and
    behind is the same with any error-free text there. Otherwise the whole tree is reparsed, which reuses what it can.
    """

    def __init__(self, path: Path, buffer: Buffer, *, unread: bool = False) -> None:
        """Parse `buffer` whole; an `unread` file is parsed when something asks for what only its tree tells."""
        super().__init__(path, buffer)
        self._parsed: Parsed | None = None
        self._is_current = True
        self._near: tuple[int, int, Parsed] | None = None
        """The tree of the region that was edited last, with the region's bytes as they are now."""
        self._table = BlockTable()
        self._word_uses = WordUses(self)
        self._listeners: dict[object, Any] = {}
        self._outline: Outline = TreelessOutline(buffer.data, self._read)
        if not unread:
            self._read()
            CLOCK.tick(shape=True)

    @property
    def is_read(self) -> bool:
        """Whether there is a tree."""
        return self._parsed is not None

    def _read(self) -> Outline:
        """Parse the file if nothing has yet."""
        if self._parsed is None:
            before, self._parsed = self._outline.directives, Parsed(self.data)
            self._table.read(self.tree.root_node, self.data)
            self._outline = self._describe()
            if self._outline.directives == before:
                # Whoever has one of them will know it again.
                self._outline.directives[:] = before
        return self._outline

    @property
    def _whole(self) -> Parsed:
        if self._parsed is None:
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
        if not self._is_current:
            self._parsed = Parsed(self.data, self._whole)
            self._is_current = True
        return self._whole.tree

    @property
    def header(self) -> Header:
        """Its package clause, imports and constraint."""
        return self._outline.header

    @property
    def outline(self) -> Outline:
        """The outline of the current text."""
        return self._outline

    def splice(self, start: int, end: int, text: bytes) -> None:
        """Replace the bytes [start, end) and reparse what changed."""
        self.settle()
        region = self._region(start, end)
        points = self.buffer.point(start), self.buffer.point(end)
        self.buffer.splice(start, end, text)
        new_end = start + len(text)
        edit = TreeEdit(start, end, new_end, *points, self.buffer.point(new_end))
        self._whole.edit(edit)
        self._is_current = False
        self._edited(Shift(start, end, edit.delta))
        before = self._outline.directives
        root = None if region is None or self._outline.has_error else self._near_root(region, edit)
        if region is not None and root is not None:
            kept = self._replace(region, root, edit)
        else:
            self._near = None
            kept = self._reparse(edit)
        piecewise = self._near is not None
        if region is None or not kept:
            self._word_uses.forget()
            CLOCK.tick(shape=True)
        else:
            directives = self._directives_touched(region, edit, before, piecewise)
            CLOCK.tick(shape=self._word_uses.update(region, edit) or directives is None, directives=bool(directives))

    def settle(self) -> None:
        """Read every declaration."""
        self._read()
        self._table.settle()

    def listener(self, kind: Callable[[SourceFile], _Listener]) -> _Listener:
        """The file's follower of one kind, made when it is first asked for."""
        self._read()
        if kind not in self._listeners:
            self._listeners[kind] = kind(self)
        found: _Listener = self._listeners[kind]
        return found

    def uses(self, word: str) -> bool:
        """Whether a word stands outside comments, other than as the name of a package-level declaration."""
        if isinstance(self._outline, TreelessOutline) and self._outline.uses_word(word):
            return True
        self._read()
        return self._word_uses.uses(word)

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
        """The range of the declaration, or of the text between two, that holds a byte; parsable alone in an error-free file."""
        self._read()
        return self._table.piece(at, len(self.data))

    def _region(self, start: int, end: int) -> Region | None:
        """The region that an edit of the bytes [start, end) may change; None when it has too many blocks."""
        blocks = self._table.blocks
        first, last = self._table.touching(start, end)
        stop = min(last + 1, len(blocks))
        if stop - first > _FEW_BLOCKS:
            return None
        closed = last < len(blocks)
        low, high = blocks[first - 1].end if first else 0, blocks[last].end if closed else len(self.data)
        return Region(first, stop, low, high, closed, self.data[low:high])

    def _near_root(self, region: Region, edit: TreeEdit) -> Node | None:
        """The tree of a region after an edit; None unless the region can be read without what surrounds it."""
        start, end = region.start, region.end + edit.delta
        if region.start and not _ENDED.match(self.data, start):
            return None
        if region.closed and not _ENDED.match(self.data, end):
            return None
        old = None
        if self._near is not None and self._near[:2] == (region.start, region.end):
            old = self._near[2]
            old.edit(edit.within(start, self.buffer.point(start)))
        parsed = Parsed(self.data[start:end], old)
        root = parsed.tree.root_node
        if root.has_error:
            return None
        if region.closed:
            last = root.child(root.child_count - 1) if root.child_count else None
            if last is None or last.type not in DECLARATIONS or last.end_byte != end - start:
                return None
        self._near = (start, end, parsed)
        return root

    def _replace(self, region: Region, root: Node, edit: TreeEdit) -> bool:
        """Put what `root` declares in the place of the region's blocks; whether the file keeps its shape."""
        delta = edit.delta
        first, start, end = region.first, region.start, region.end + delta
        text, row = self.data[start:end], self.buffer.point(start)[0]
        old = self._table.blocks[first : region.stop]
        fresh = [Block(n, text, start, row) for n in root.children if n.type in DECLARATIONS]
        places = meanings_at(old, edit)
        self._table.replace(first, region.stop, fresh, edit)

        directives = self._outline.directives
        low, high = bisect_left(directives, start, key=_at), bisect_left(directives, region.end, key=_at)
        inside = scan_part(self.data, root, start, end)
        if inside or low < high or delta:
            behind = (d.shifted(delta) for d in directives[high:])
            directives = [*directives[:low], *inside, *behind]
        before = self._outline.header
        # The header ends where the first declaration begins.
        header = before if first else Header.read(text)
        self._outline = Outline(header, directives, self._table, False, self._whole_root)

        alike = places == meanings_at(fresh)
        kept = alike and (header is before or header.says() == before.says())
        if not alike and _may_decide(old, fresh):
            CLOCK.constants += 1
        held = [listener.replaced(old, fresh, region, root, text) for listener in self._listeners.values()]
        return kept and all(held)

    def _directives_touched(
        self, region: Region, edit: TreeEdit, before: list[Directive], piecewise: bool
    ) -> bool | None:
        """Whether directives stand, or stood, in the region; or, not read `piecewise`, have become others elsewhere.

        None when it holds words of other comments that rules read.
        """
        end, now = region.end + edit.delta, self._outline.directives
        text = self.data[region.start : end]
        if _OTHER in text or _OTHER in region.text:
            return None
        inside = False
        for words, all_of_them, low, high in (
            (region.text, before, region.start, region.end),
            (text, now, region.start, end),
        ):
            spelled = sum(words.count(word) for word in SPELLINGS)
            inside = inside or spelled > 0
            spans = [d.span for d in all_of_them[bisect_left(all_of_them, low, key=_at) :] if d.span.start < high]
            within = (words[s.start - low : s.end - low] for s in spans)
            if spelled != sum(part.count(word) for part in within for word in SPELLINGS):
                return None
        return inside or (not piecewise and [d.meaning for d in before] != [d.meaning for d in now])

    def _whole_root(self) -> Node:
        return self.tree.root_node

    def _reparse(self, edit: TreeEdit) -> bool:
        """Bring the whole tree up to date and read again what it has new; whether the file keeps its shape."""
        old, tree = self._whole.tree, self.tree
        places, before = meanings_at(self._table.blocks, edit), self._outline
        self._table.move(edit)
        changed = [(edit.start, edit.new_end), *((r.start_byte, r.end_byte) for r in old.changed_ranges(tree))]
        self._table.reread(tree.root_node, self.data, changed)
        CLOCK.constants += 1
        answers = [listener.forget() for listener in self._listeners.values()]
        self._outline = now = self._describe()
        return (
            now.has_error == before.has_error
            and now.header.says() == before.header.says()
            and meanings_at(self._table.blocks) == places
            and all(hold() for hold in answers)
        )

    def _describe(self) -> Outline:
        root = self.tree.root_node
        header, directives = Header.read(self.data), scan(self.data, self.tree)
        return Outline(header, directives, self._table, root.has_error, self._whole_root)


def _may_decide(old: list[Block], fresh: list[Block]) -> bool:
    """Whether conditions in other declarations may depend on what differs: constants, types, and names asked about."""
    renamed = {n for b in old for n in b.names} ^ {n for b in fresh for n in b.names}
    return any(b.decides for b in (*old, *fresh)) or not CLOCK.decisive.isdisjoint(renamed)


def _at(directive: Directive) -> int:
    return directive.span.start
