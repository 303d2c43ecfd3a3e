"""Mentions of a name in one file: the first declaration that mentions it decides.

    func a() { stub() }   → mentions `stub`: what comes behind is not looked at
    func b() { … }        → edits here leave the answer as it is

An answer that says yes hangs on that one declaration; one that says no hangs on every text with the name in it.
"""

from __future__ import annotations

from typing import Literal

from tree_sitter import Node

from golinkname_ls.compiler.constants.conditions import Conditions
from golinkname_ls.compiler.live.mentions_of_name import Liveness, mentions_in_tree
from golinkname_ls.syntax.files.block_search import search
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.scan.whole_words import word_of

_Found = Literal[True] | frozenset[str]


def is_mentioned_in_file(source: SourceFile, name: str, conditions: Conditions, need: Liveness) -> _Found:
    """Whether live code of the file mentions the package-level `name`: True, or the names that it depends on.

    A set holds names of which one must be live for that (see `mentions_in_tree`); empty: nothing mentions the name.
    """
    key = (is_mentioned_in_file, name, conditions, need)
    return source.answers.ask(key, lambda: _in_file(source, name, conditions, need))


def _in_file(source: SourceFile, name: str, conditions: Conditions, need: Liveness) -> _Found:
    word = word_of(name)

    def find(root: Node, data: bytes, extent: tuple[int, int]) -> _Found:
        holders = set()
        for holder in mentions_in_tree(root, data, word, conditions, need, extent):
            if not holder:
                return True
            holders.add(holder)
        return frozenset(holders)

    names: set[str] = set()
    for found in search(source, word, (is_mentioned_in_file, conditions, need), find):
        if found is True:
            return True
        names |= found
    return frozenset(names)
