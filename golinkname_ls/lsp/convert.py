"""The one place that translates between the analysis and the protocol."""

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
from golinkname_ls.rules.core.finding import Change, Finding, NewFile, Severity
from golinkname_ls.text.buffer import Buffer
from golinkname_ls.text.encoding import Encoding
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
class Place:
    """A file as the client knows it, with the text that offsets count in; only open ones have a version."""

    uri: str
    version: int | None
    buffer: Buffer


class Places(Protocol):
    """Finds the files that findings and edits name."""

    encoding: Encoding
    client: Capabilities

    def place(self, path: Path) -> Place | None:
        """The open document of a path, else the file on disk; None when it cannot be read."""


def path_of(item: lsp.TextDocumentItem) -> Path | None:
    """Where a Go document lies; an untitled one in a folder of its own that does not exist. None for all others.

    Go's assembly files are told by their names: editors have many languages for them, or none.
    """
    if item.uri.startswith("untitled:") and item.language_id == "go":
        return Path.cwd() / "untitled" / quote(item.uri, safe="", errors="surrogatepass") / "untitled.go"
    path = file_of(item.uri)
    return path if path is not None and path.suffix in (".go", ".s") else None


def file_of(uri: str) -> Path | None:
    """The file a URI names, None when it names none, or what no file can be called."""
    text = uris.to_fs_path(uri) if uri.startswith("file:") else None
    if not text or "\0" in text:
        return None
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return None
    return Path(text)


def uri_of(path: Path) -> str:
    """A file's URI."""
    return uris.from_fs_path(str(path)) or path.as_uri()


def range_of(buffer: Buffer, span: Span, encoding: Encoding) -> lsp.Range:
    """A span as a range."""
    start, end = (lsp.Position(*buffer.units(offset, encoding)) for offset in span)
    return lsp.Range(start, end)


def span_of(buffer: Buffer, place: lsp.Range, encoding: Encoding) -> Span:
    """A range as a span; one that ends before it starts is turned round."""
    start, end = (offset_of(buffer, position, encoding) for position in (place.start, place.end))
    return Span(min(start, end), max(start, end))


def offset_of(buffer: Buffer, position: lsp.Position, encoding: Encoding) -> int:
    """A position as a byte offset."""
    return buffer.offset(position.line, position.character, encoding)


def diagnostic(finding: Finding, buffer: Buffer, places: Places) -> lsp.Diagnostic:
    """A finding of the file with this text as a diagnostic."""
    found = lsp.Diagnostic(
        range=range_of(buffer, finding.span, places.encoding),
        message=finding.message + (f" [Go {', '.join(finding.go)}]" if finding.go else ""),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        source="golinkname-ls",
    )
    if places.client.unnecessary_tag and finding.code in _UNNECESSARY:
        found.tags = [lsp.DiagnosticTag.Unnecessary]
    if places.client.related_information and finding.related:
        found.related_information = [
            lsp.DiagnosticRelatedInformation(
                lsp.Location(place.uri, range_of(place.buffer, related.span, places.encoding)), related.message
            )
            for related in finding.related
            if (place := places.place(related.file)) is not None
        ]
    return found


def workspace_edit(changes: Iterable[Change], places: Places) -> lsp.WorkspaceEdit | None:
    """The changes of a fix in the form the client takes.

    None when there is nothing to do, a file is gone, or the client cannot make the files that the fix makes.
    """
    found: dict[str, tuple[Place, list[lsp.TextEdit]]] = {}
    created: list[NewFile] = []
    for change in changes:
        if isinstance(change, NewFile):
            created.append(change)
            continue
        place = places.place(change.file)
        if place is None:
            return None
        text_edit = lsp.TextEdit(range=range_of(place.buffer, change.span, places.encoding), new_text=change.text)
        found.setdefault(place.uri, (place, []))[1].append(text_edit)
    if created and not places.client.creates_files:
        return None
    if not found and not created:
        return None
    # New files can be told of in document changes alone: who takes them takes those, declared or not.
    if not places.client.document_changes and not created:
        return lsp.WorkspaceEdit(changes={uri: texts for uri, (_, texts) in found.items()})
    steps: list[lsp.TextDocumentEdit | lsp.CreateFile | lsp.RenameFile | lsp.DeleteFile] = []
    for file in created:
        uri, start = uri_of(file.file), lsp.Position(0, 0)
        steps.append(lsp.CreateFile(uri=uri, options=lsp.CreateFileOptions(overwrite=False, ignore_if_exists=False)))
        steps.append(_document_edit(uri, None, [lsp.TextEdit(lsp.Range(start, start), file.text)]))
    steps += [_document_edit(uri, place.version, texts) for uri, (place, texts) in found.items()]
    return lsp.WorkspaceEdit(document_changes=steps)


def _document_edit(uri: str, version: int | None, edits: list[lsp.TextEdit]) -> lsp.TextDocumentEdit:
    document = lsp.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version)
    return lsp.TextDocumentEdit(text_document=document, edits=list(edits))
