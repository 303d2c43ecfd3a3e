"""Cache of mentions of names in one file, kept across edits by a witness: one declaration that mentions the name.

    func a() { stub() }   → witness for `stub`
    func b() { … }        → edits here leave the answer as it is

The file is searched again only when the witness is edited, or, if there is none, where new text holds the name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import Literal

from tree_sitter import Node

from golinkname_ls.compiler.constants.conditions import Conditions
from golinkname_ls.compiler.live.tree_mentions import Liveness, mentions_in_tree
from golinkname_ls.incremental.change_counts import CLOCK
from golinkname_ls.syntax.files.edited_region import Region
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.top_level_declaration import Block
from golinkname_ls.syntax.scan.whole_words import word_of
from golinkname_ls.syntax.tree.go_tree import parse

_Key = tuple[str, Conditions, Liveness]
_Witness = Block | bool | frozenset[str]


def is_mentioned_in_file(
    source: SourceFile, name: str, conditions: Conditions, need: Liveness
) -> bool | frozenset[str]:
    """Whether live code of the file mentions the package-level `name`: True, or the names that it depends on.

    A set holds names of which one must be live for that (see `mentions_in_tree`); empty: nothing mentions the name.
    """
    cache = source.listener(MentionCache)
    return cache.answer((name, conditions, need))


class MentionCache:
    """Names that were asked for in one file, with their witnesses."""

    def __init__(self, source: SourceFile) -> None:
        self._source = source
        self._known: dict[_Key, _Witness] = {}
        self._constants = CLOCK.constants

    def answer(self, key: _Key) -> bool | frozenset[str]:
        """Cached result of `is_mentioned_in_file`."""
        if self._constants != CLOCK.constants:
            self._constants = CLOCK.constants
            self._known.clear()
        if key not in self._known:
            self._known[key] = self._find(key)
        return _answer_of(self._known[key])

    def forget(self) -> Callable[[], bool]:
        """Drop all answers, as the file was read anew; the result, called later, says whether each is what it was."""
        before, self._known = self._known, {}
        self._constants = CLOCK.constants
        return lambda: all(self.answer(key) == _answer_of(witness) for key, witness in before.items())

    def replaced(self, old: list[Block], fresh: list[Block], region: Region, root: Node, text: bytes) -> bool:
        """Adapt to an edit that replaced blocks by those of a region that reads `text` now; whether every answer still holds."""
        if self._constants != CLOCK.constants:
            return False
        kept = True
        for key, witness in list(self._known.items()):
            word = word_of(key[0])
            if isinstance(witness, frozenset) and (word in text or word in region.text):
                del self._known[key]
                kept = False
                continue
            if witness is not False and witness not in old:
                continue
            if witness is False and word not in text:
                continue
            now: _Witness = False
            for block in fresh:
                found = _mentions(root, text, key, block.start - region.start, block.end - region.start)
                now = block if found is True else now
                if isinstance(found, frozenset) and found:
                    kept = False
            if now is False and witness is not False:
                now = self._find(key)
            self._known[key] = now
            kept = kept and not isinstance(now, frozenset) and (now is False) == (witness is False)
            if not kept:
                del self._known[key]
        return kept

    def _find(self, key: _Key) -> _Witness:
        """A block that mentions the name; else the names of which one must be live; True or False in a file with errors."""
        source = self._source
        data, word = source.data, word_of(key[0])
        if source.outline.has_error:
            return _mentions(source.tree.root_node, data, key, 0, len(data)) or False
        names: set[str] = set()
        blocks = source.blocks
        at = data.find(word) if word else -1
        while at >= 0:
            index = bisect_right(blocks, at, key=_end)
            if index == len(blocks):
                break
            block = blocks[index]
            if block.start <= at:
                found = self._in(block, key)
                if found is True:
                    return block
                names |= found or frozenset()
                at = block.end
            else:
                at = block.start
            at = data.find(word, at)
        return frozenset(names) or False

    def _in(self, block: Block, key: _Key) -> Literal[True] | frozenset[str]:
        source = self._source
        if source.has_current_tree:
            return _mentions(source.tree.root_node, source.data, key, block.start, block.end)
        text = source.data[block.start : block.end]
        return _mentions(parse(text).root_node, text, key, 0, len(text))


def _mentions(root: Node, data: bytes, key: _Key, low: int, high: int) -> Literal[True] | frozenset[str]:
    name, conditions, need = key
    names = set()
    for holder in mentions_in_tree(root, data, word_of(name), conditions, need, (low, high)):
        if not holder:
            return True
        names.add(holder)
    return frozenset(names)


def _answer_of(witness: _Witness) -> bool | frozenset[str]:
    return witness if isinstance(witness, frozenset) else witness is not False


def _end(block: Block) -> int:
    return block.end
