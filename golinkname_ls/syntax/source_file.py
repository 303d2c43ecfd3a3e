"""One Go file: its text, its tree and what stands in it."""

from __future__ import annotations

from pathlib import Path

from golinkname_ls.text.buffer import Buffer


class SourceFile:
    """A parsed file, kept up to date edit by edit."""

    def __init__(self, path: Path, buffer: Buffer) -> None:
        """Parse `buffer` whole."""
        raise NotImplementedError

    def splice(self, start: int, end: int, text: bytes) -> None:
        """Replace the bytes [start, end) and reparse what changed."""
        raise NotImplementedError
