"""Answers about a file's code that are corrected after each edit of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from tree_sitter import Node

from golinkname_ls.syntax.files.edited_region import Region
from golinkname_ls.syntax.items.blocks import Block


class Follower(Protocol):
    """Answers about a file's code that are corrected after each edit of it."""

    def forget(self) -> Callable[[], bool]:
        """The file was read anew as a whole. What is returned says whether every answer is what it was."""
        ...

    def replaced(self, old: list[Block], fresh: list[Block], region: Region, root: Node, text: bytes) -> bool:
        """A region's blocks are others now, those of its new `text` with the tree `root`; whether every answer holds."""
        ...
