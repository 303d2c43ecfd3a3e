"""Conversion between the analysis and the protocol: paths and URIs, spans and ranges, findings, fixes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from lsprotocol import types as lsp
from pygls import uris

from golinkname_ls.lsp.client_capabilities import Capabilities
from golinkname_ls.rules.core.finding import Finding, Severity
from golinkname_ls.rules.edits.change import FileChange, NewFile
from golinkname_ls.text.buffer import Buffer
from golinkname_ls.text.column_encoding import Encoding
from golinkname_ls.text.span import Span

_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFORMATION: lsp.DiagnosticSeverity.Information,
    Severity.HINT: lsp.DiagnosticSeverity.Hint,
}
# Rules about text that could as well be absent; editors grey it out.
_UNNECESSARY = frozenset({"LN404", "LN405"})


@dataclass(frozen=True, slots=True)
class ClientFile:
    """A file's text under the client's URI for it; only an open document has a version."""

    uri: str
    version: int | None
    buffer: Buffer


class ClientFiles(Protocol):
    """Files by path, with the column encoding and the capabilities of the client."""

    encoding: Encoding
    client: Capabilities

    def client_file(self, path: Path) -> ClientFile | None:
        """The open document of a path, else the file on disk; None when it cannot be read."""


def path_of(item: lsp.TextDocumentItem) -> Path | None:
    """Path of a Go or assembly document; None for all other documents.

    An untitled one has a folder of its own that does not exist. Assembly files are told by their names: editors have
    many languages for them, or none.
    """
    if item.uri.startswith("untitled:") and item.language_id == "go":
        return Path.cwd() / "untitled" / quote(item.uri, safe="", errors="surrogatepass") / "untitled.go"
    path = file_of(item.uri)
    return path if path is not None and path.suffix in (".go", ".s") else None


def file_of(uri: str) -> Path | None:
    """Path of a `file:` URI; None for another scheme, or for a path that no file can have."""
    text = uris.to_fs_path(uri) if uri.startswith("file:") else None
    if not text or "\0" in text:
        return None
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return None
    return Path(text)


def uri_of(path: Path) -> str:
    """`file:` URI of a path."""
    return uris.from_fs_path(str(path)) or path.as_uri()


def range_of(buffer: Buffer, span: Span, encoding: Encoding) -> lsp.Range:
    """LSP range of a span of bytes: lines from 0, columns in units of `encoding`, the end exclusive."""
    start, end = (lsp.Position(*buffer.units(offset, encoding)) for offset in span)
    return lsp.Range(start, end)


def span_of(buffer: Buffer, place: lsp.Range, encoding: Encoding) -> Span:
    """Half-open span of bytes of an LSP range; one that ends before it starts is turned round."""
    start, end = (offset_of(buffer, position, encoding) for position in (place.start, place.end))
    return Span(min(start, end), max(start, end))


def offset_of(buffer: Buffer, position: lsp.Position, encoding: Encoding) -> int:
    """Byte offset of an LSP position: line from 0, column in units of `encoding`."""
    return buffer.offset(position.line, position.character, encoding)


def diagnostic(finding: Finding, buffer: Buffer, files: ClientFiles) -> lsp.Diagnostic:
    """LSP diagnostic of a finding; `buffer` is the text of the finding's file."""
    found = lsp.Diagnostic(
        range=range_of(buffer, finding.span, files.encoding),
        message=finding.message + (f" [Go {', '.join(finding.go)}]" if finding.go else ""),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        source="golinkname-ls",
    )
    if files.client.unnecessary_tag and finding.code in _UNNECESSARY:
        found.tags = [lsp.DiagnosticTag.Unnecessary]
    if files.client.related_information and finding.related:
        found.related_information = [
            lsp.DiagnosticRelatedInformation(
                lsp.Location(file.uri, range_of(file.buffer, related.span, files.encoding)), related.message
            )
            for related in finding.related
            if (file := files.client_file(related.file)) is not None
        ]
    return found


def workspace_edit(changes: Iterable[FileChange], files: ClientFiles) -> lsp.WorkspaceEdit | None:
    """LSP workspace edit of a fix's changes, in the form that the client supports.

    None when there is nothing to do, a file is gone, or the client cannot make the files that the fix makes.
    """
    found: dict[str, tuple[ClientFile, list[lsp.TextEdit]]] = {}
    created: list[NewFile] = []
    for change in changes:
        if isinstance(change, NewFile):
            created.append(change)
            continue
        file = files.client_file(change.file)
        if file is None:
            return None
        text_edit = lsp.TextEdit(range=range_of(file.buffer, change.span, files.encoding), new_text=change.text)
        found.setdefault(file.uri, (file, []))[1].append(text_edit)
    if created and not files.client.creates_files:
        return None
    if not found and not created:
        return None
    # New files can be told of in document changes alone: who takes them takes those, declared or not.
    if not files.client.document_changes and not created:
        return lsp.WorkspaceEdit(changes={uri: texts for uri, (_, texts) in found.items()})
    steps: list[lsp.TextDocumentEdit | lsp.CreateFile | lsp.RenameFile | lsp.DeleteFile] = []
    for new in created:
        uri, start = uri_of(new.file), lsp.Position(0, 0)
        steps.append(lsp.CreateFile(uri=uri, options=lsp.CreateFileOptions(overwrite=False, ignore_if_exists=False)))
        steps.append(_document_edit(uri, None, [lsp.TextEdit(lsp.Range(start, start), new.text)]))
    steps += [_document_edit(uri, file.version, texts) for uri, (file, texts) in found.items()]
    return lsp.WorkspaceEdit(document_changes=steps)


def _document_edit(uri: str, version: int | None, edits: list[lsp.TextEdit]) -> lsp.TextDocumentEdit:
    document = lsp.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version)
    return lsp.TextDocumentEdit(text_document=document, edits=list(edits))
