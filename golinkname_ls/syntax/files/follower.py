"""Answers about a file's code that are corrected after each edit of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from tree_sitter import Node

from golinkname_ls.syntax.files.edited_region import Region
from golinkname_ls.syntax.items.blocks import Block


class Follower(Protocol):
    """The interface of such answers, one object a file."""

    def forget(self) -> Callable[[], bool]:
        """Drop all answers, as the whole file was reparsed; the returned function tells whether each is found again the same."""
        ...

    def replaced(self, old: list[Block], fresh: list[Block], region: Region, root: Node, text: bytes) -> bool:
        """Correct the answers after a region's blocks were replaced by those of its new `text` with the tree `root`.

        Returns whether every answer is the same as before.
        """
        ...
