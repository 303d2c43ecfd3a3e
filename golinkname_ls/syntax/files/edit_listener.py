"""Protocol of caches that are computed from a file's code and corrected after each edit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from tree_sitter import Node

from golinkname_ls.syntax.files.edited_region import Region
from golinkname_ls.syntax.items.top_level_declaration import Block


class EditListener(Protocol):
    """A cache for one file, which the file tells of its edits."""

    def forget(self) -> Callable[[], bool]:
        """Clear the cache after a reparse of the whole file; what is returned finds the answers again and tells whether all are the same."""
        ...

    def replaced(self, old: list[Block], fresh: list[Block], region: Region, root: Node, text: bytes) -> bool:
        """Correct the answers after a region's blocks were replaced by those of its new `text` with the tree `root`.

        Returns whether every answer is the same as before.
        """
        ...
