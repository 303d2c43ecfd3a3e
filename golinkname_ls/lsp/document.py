"""The open document: bytes, line table and tree, edited change by change; pygls' line helpers are never used."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types as lsp
from pygls.workspace import TextDocument

from golinkname_ls.syntax.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer
from golinkname_ls.text.encoding import Encoding


def encode(text: str) -> bytes:
    """An editor's text as bytes; lone surrogates survive."""
    return text.encode("utf-8", "surrogatepass")


class GoDocument(TextDocument):
    """A document whose text is a `SourceFile`."""

    def __init__(self, item: lsp.TextDocumentItem, path: Path, encoding: Encoding) -> None:
        super().__init__(item.uri, None, item.version, item.language_id)
        self.file_path = path
        self.encoding = encoding
        self.file = SourceFile(path, Buffer(encode(item.text)))

    @property
    def source(self) -> str:
        """The whole text."""
        return self.file.data.decode("utf-8", "surrogatepass")

    def apply_change(self, change: lsp.TextDocumentContentChangeEvent) -> None:
        """Apply one change of a notification; pygls calls it for each, in order."""
        if isinstance(change, lsp.TextDocumentContentChangePartial):
            start = self._offset(change.range.start)
            end = max(start, self._offset(change.range.end))
            self.file.splice(start, end, encode(change.text))
        else:
            self.file.splice(0, len(self.file.data), encode(change.text))

    def _offset(self, position: lsp.Position) -> int:
        return self.file.buffer.offset(position.line, position.character, self.encoding)
