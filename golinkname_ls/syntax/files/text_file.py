"""Text files of a package, in Go or assembly, kept up to date edit by edit."""

from __future__ import annotations

from pathlib import Path

from golinkname_ls.incremental.answers import Answers
from golinkname_ls.syntax.items.header import Header
from golinkname_ls.syntax.items.item_inputs import ItemInputs
from golinkname_ls.text.buffer import Buffer


class TextFile:
    """A file of a package, in Go or in assembly.

    `inputs` are there for a text that is edited: what is asked of it hangs on them. A file on disk has none, since it
    is read anew as a whole.
    """

    def __init__(self, path: Path, buffer: Buffer, inputs: ItemInputs | None) -> None:
        self.path = path
        self.buffer = buffer
        self.inputs = inputs
        self.answers = Answers()
        """What was found in the file, for as long as what it was found in stays."""

    @property
    def data(self) -> bytes:
        """Whole text as bytes; an answer that asks for it depends on every edit."""
        if self.inputs is not None:
            self.inputs.text.ask()
        return self.buffer.data

    def holds(self, needle: bytes) -> bool:
        """Whether the text contains these bytes."""
        return needle in self.data

    @property
    def header(self) -> Header:
        """The header: package clause, imports and build constraint."""
        raise NotImplementedError

    def splice(self, start: int, end: int, text: bytes) -> None:
        """Replace the bytes [start, end)."""
        raise NotImplementedError

    def settle(self) -> None:
        """Read the declarations that are still unread, so that the first edit is fast."""

    def _text_changed(self) -> None:
        if self.inputs is not None:
            self.inputs.text.set(self.inputs.text.ask() + 1)
