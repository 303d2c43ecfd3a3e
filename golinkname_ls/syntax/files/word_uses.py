"""Uses of words in a file's code outside the declarations of their names, remembered through edits."""

from __future__ import annotations

import re
from typing import Protocol

from tree_sitter import Tree

from golinkname_ls.syntax.files.edited_region import Region
from golinkname_ls.syntax.items.outline import Outline
from golinkname_ls.syntax.scan.whole_words import count, occurrences, word_of
from golinkname_ls.syntax.tree.go_tree import TreeEdit, parse

# What makes code of comments and strings, or the other way round.
_TURNING = re.compile(rb"[/*\"`']")


class SearchedFile(Protocol):
    """The file whose code is searched for words."""

    @property
    def data(self) -> bytes:
        """The text as bytes."""
        ...

    @property
    def tree(self) -> Tree:
        """The tree of the whole text."""
        ...

    @property
    def has_current_tree(self) -> bool:
        """Whether asking for the whole tree costs no parse."""
        ...

    @property
    def outline(self) -> Outline:
        """The outline of the current text."""
        ...

    def piece(self, at: int) -> tuple[int, int]:
        """The part of the text around a byte that can be parsed by itself, when the file has no errors."""
        ...


class WordUses:
    """The words asked about in one file, each with whether it is used; None where an edit made that unknown."""

    def __init__(self, source: SearchedFile) -> None:
        self._source = source
        self._known: dict[bytes, bool | None] = {}

    def forget(self) -> None:
        """Drop all answers."""
        self._known.clear()

    def uses(self, word: str) -> bool:
        """Whether a word stands outside comments, other than as the name of a package-level declaration."""
        raw = word_of(word)
        known = self._known.get(raw)
        if known is None:
            known = self._known[raw] = self._stands(
                raw, {d.name_span.start for d in self._source.outline.declared(word)}
            )
        return known

    def _stands(self, word: bytes, declared: set[int]) -> bool:
        """Whether the word stands in code at any place but these."""
        source = self._source
        data = source.data
        known: tuple[int, Tree] | None = None
        for at in occurrences(data, word, 0, len(data)):
            if at in declared:
                continue
            if source.has_current_tree or source.outline.has_error:
                known = 0, source.tree
            else:
                low, high = source.piece(at)
                known = known if known is not None and known[0] == low else (low, parse(data[low:high]))
            start = at - known[0]
            node = known[1].root_node.descendant_for_byte_range(start, start + len(word))
            if node is not None and node.type != "comment":
                return True
        return False

    def update(self, region: Region, edit: TreeEdit) -> bool:
        """Correct the answers after an edit of a region; whether one of them has changed."""
        end, data = region.end + edit.delta, self._source.data
        told = False
        now = data[region.start : end]
        touched = (
            region.text[edit.start - region.start : edit.end - region.start],
            data[edit.start : edit.new_end],
        )
        line = data[data.rfind(b"\n", 0, edit.start) + 1 : edit.start]
        turns = any(_TURNING.search(part) or (b"\n" in part and b"//" in line) for part in touched)
        for word in self._known:
            before, after = count(region.text, word), count(now, word)
            if before != after or (turns and after):
                answer, self._known[word] = self._known[word], None
                told = told or answer is None or self.uses(word.decode("utf-8", "surrogateescape")) != answer
        return told
