"""A file's text, kept up to date edit by edit."""

from __future__ import annotations

from pathlib import Path

from golinkname_ls.syntax.items.header import Header
from golinkname_ls.text.buffer import Buffer
from golinkname_ls.text.span import Shift

_KEPT_EDITS = 64


class TextFile:
    """A file of a package, in Go or in assembly, with the edits of its text."""

    def __init__(self, path: Path, buffer: Buffer) -> None:
        self.path = path
        self.buffer = buffer
        self.version = 0
        self._edits: list[Shift] = []

    @property
    def data(self) -> bytes:
        """The text as bytes."""
        return self.buffer.data

    @property
    def header(self) -> Header:
        """The header: package clause, imports and build constraint."""
        raise NotImplementedError

    def splice(self, start: int, end: int, text: bytes) -> None:
        """Replace the bytes [start, end)."""
        raise NotImplementedError

    def settle(self) -> None:
        """Read the declarations that are still unread, so that the first edit is fast."""

    def edits_since(self, version: int) -> list[Shift] | None:
        """The edits since a version, oldest first; None when that is too long ago."""
        count = self.version - version
        return self._edits[len(self._edits) - count :] if count <= len(self._edits) else None

    def _edited(self, edit: Shift) -> None:
        self.version += 1
        self._edits.append(edit)
        if len(self._edits) > 2 * _KEPT_EDITS:
            del self._edits[:_KEPT_EDITS]
