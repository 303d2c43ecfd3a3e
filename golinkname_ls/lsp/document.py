"""An open document: bytes, line table and tree, edited change by change; pygls' line helpers are never used."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types as lsp
from pygls.workspace import TextDocument

from golinkname_ls.analysis.session import Session
from golinkname_ls.lsp import convert
from golinkname_ls.syntax.files.editable_assembly_text import SUFFIX, AssemblyFile
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer
from golinkname_ls.text.column_encoding import Encoding


@dataclass(frozen=True, slots=True)
class SentDiagnostics:
    """The diagnostics of a document that the client has."""

    result_id: str
    items: list[lsp.Diagnostic]


class GoDocument(TextDocument):
    """An open Go or assembly document."""

    def __init__(self, item: lsp.TextDocumentItem, path: Path, encoding: Encoding, session: Session) -> None:
        super().__init__(item.uri, None, item.version, item.language_id)
        self.file_path = path
        self.encoding = encoding
        of = AssemblyFile if path.suffix == SUFFIX else SourceFile
        self.file: SourceFile | AssemblyFile = of(path, Buffer(_encode(item.text)))
        """The text, whose home is the session."""
        self.file.settle()
        session.overlay(self.file)
        self.sent: SentDiagnostics | None = None

    @property
    def buffer(self) -> Buffer:
        """Current text, as bytes with a line table."""
        return self.file.buffer

    @property
    def source(self) -> str:
        """Current text as a string."""
        return self.file.data.decode("utf-8", "surrogatepass")

    def apply_change(self, change: lsp.TextDocumentContentChangeEvent) -> None:
        """Apply one change of a notification; pygls calls it for each, in order."""
        if isinstance(change, lsp.TextDocumentContentChangePartial):
            start, end = convert.span_of(self.buffer, change.range, self.encoding)
        else:
            start, end = 0, len(self.buffer.data)
        self.file.splice(start, end, _encode(change.text))


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
