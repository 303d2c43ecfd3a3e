"""Words asked about in one file: whether its code uses them, and whether an edit touched text that holds them."""

from __future__ import annotations

import re
from typing import Protocol

from tree_sitter import Tree

from golinkname_ls.incremental.answers import Answers, Input
from golinkname_ls.syntax.files.reparsed_region import Region
from golinkname_ls.syntax.items.outline import Outline
from golinkname_ls.syntax.scan.whole_words import count, occurrences, word_of
from golinkname_ls.syntax.tree.go_tree import TreeEdit, parse
from golinkname_ls.text.buffer import Buffer

# What makes code of comments and strings, or the other way round.
_TURNING = re.compile(rb"[/*\"`']")


class SearchedFile(Protocol):
    """The file whose code is searched for words."""

    buffer: Buffer

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
    """The words asked about in one file, with the inputs that an edit of text around them changes."""

    def __init__(self, source: SearchedFile) -> None:
        self._source = source
        self._answers = Answers()
        self._uses: dict[bytes, Input[int]] = {}
        self._texts: dict[bytes, Input[int]] = {}
        self._held: dict[bytes, Input[bool]] = {}

    def uses(self, word: str) -> bool:
        """Whether a word occurs outside comments, other than as the name of a package-level declaration."""
        return self._answers.ask(word, lambda: self._stands(word_of(word), word))

    def ask_text(self, word: bytes) -> None:
        """Make the running answer depend on edits of declarations whose text holds a word, before or after."""
        self._texts.setdefault(word, Input(0)).ask()

    def holds(self, needle: bytes) -> bool:
        """Whether the text contains these bytes."""
        if needle not in self._held:
            self._held[needle] = Input(needle in self._source.buffer.data)
        return self._held[needle].ask()

    def _stands(self, word: bytes, name: str) -> bool:
        """Whether the word stands in code at any place but those where it is declared."""
        self._uses.setdefault(word, Input(0)).ask()
        source = self._source
        declared = {place.name.start for d, place in source.outline.placed_named(name)}
        data = source.buffer.data
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

    def region_changed(self, region: Region, edit: TreeEdit) -> None:
        """Change the inputs of the words whose text an edit of a region touched."""
        end, data = region.end + edit.delta, self._source.buffer.data
        now = data[region.start : end]
        touched = (
            region.text[edit.start - region.start : edit.end - region.start],
            data[edit.start : edit.new_end],
        )
        line = data[data.rfind(b"\n", 0, edit.start) + 1 : edit.start]
        turns = any(_TURNING.search(part) or (b"\n" in part and b"//" in line) for part in touched)
        for word, asked in self._asked(self._uses):
            before, after = count(region.text, word), count(now, word)
            if before != after or (turns and after):
                asked.set(asked.ask() + 1)
        for word, asked in self._asked(self._texts):
            if word in region.text or word in now:
                asked.set(asked.ask() + 1)
        for needle, held in list(self._held.items()):
            if needle in region.text or needle in now:
                held.set(needle in data)

    def all_changed(self) -> None:
        """Change the inputs of all words: the whole file was read anew."""
        for table in (self._uses, self._texts):
            for _, asked in self._asked(table):
                asked.set(asked.ask() + 1)
        for needle, held in self._held.items():
            held.set(needle in self._source.buffer.data)

    @staticmethod
    def _asked(table: dict[bytes, Input[int]]) -> list[tuple[bytes, Input[int]]]:
        """The words that something still hangs on; the others go, since words are typed letter by letter."""
        for word in [word for word, asked in table.items() if not asked.is_asked]:
            del table[word]
        return list(table.items())
