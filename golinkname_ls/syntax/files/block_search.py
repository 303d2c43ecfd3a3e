"""Search of a file declaration by declaration: after an edit only those are looked at again whose text it touched."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from functools import partial
from typing import TypeVar

from tree_sitter import Node

from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.top_level_declaration import Block

_T = TypeVar("_T")
Find = Callable[[Node, bytes, tuple[int, int]], _T]
"""Looks at the bytes [low, high) of a text with a tree."""


def search(source: SourceFile, word: bytes, key: Hashable, find: Find[_T]) -> Iterator[_T]:
    """Results of `find` for each declaration whose text holds a word, in order; for a file with errors as a whole.

    `find` depends on nothing but `key`, inputs and other answers. Who stops early hangs on what was looked at by then.
    """
    if source.outline.has_error:
        data = source.data
        yield find(source.tree.root_node, data, (0, len(data)))
        return
    for block in source.blocks_with(word):
        found = block.answers.ask((word, key), partial(_in_block, source, block, find))
        if found is not None:
            yield found


def _in_block(source: SourceFile, block: Block, find: Find[_T]) -> _T | None:
    """What `find` makes of a declaration; None once another one stands in its place."""
    if not block.is_there.ask():
        return None
    root, text, base = source.text_of(block)
    return find(root, text, (block.start - base, block.end - base))
