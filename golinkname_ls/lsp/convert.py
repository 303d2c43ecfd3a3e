"""The one place that translates between the analysis and the protocol."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types as lsp
from pygls import uris

from golinkname_ls.rules.finding import Edit, Finding, Severity
from golinkname_ls.syntax.source_file import SourceFile
from golinkname_ls.text.encoding import Encoding
from golinkname_ls.text.span import Span

_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFORMATION: lsp.DiagnosticSeverity.Information,
    Severity.HINT: lsp.DiagnosticSeverity.Hint,
}


def path_of(uri: str) -> Path | None:
    """The file a URI names, None when it names none."""
    text = uris.to_fs_path(uri)
    return Path(text) if text else None


def uri_of(path: Path) -> str:
    """A file's URI."""
    return uris.from_fs_path(str(path)) or path.as_uri()


def range_of(source: SourceFile, span: Span, encoding: Encoding) -> lsp.Range:
    """A span as a range."""
    ends = (source.buffer.units(offset, encoding) for offset in span)
    start, end = (lsp.Position(line, character) for line, character in ends)
    return lsp.Range(start, end)


def offset_of(source: SourceFile, position: lsp.Position, encoding: Encoding) -> int:
    """A position as a byte offset."""
    return source.buffer.offset(position.line, position.character, encoding)


def diagnostic(finding: Finding, source: SourceFile, encoding: Encoding) -> lsp.Diagnostic:
    """A finding as a diagnostic."""
    return lsp.Diagnostic(
        range=range_of(source, finding.span, encoding),
        message=f"{finding.message} [Go {', '.join(finding.go)}]",
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        source="golinkname-ls",
    )


def text_edits(edits: tuple[Edit, ...], source: SourceFile, encoding: Encoding) -> list[lsp.TextEdit]:
    """The edits of one file."""
    return [lsp.TextEdit(range=range_of(source, e.span, encoding), new_text=e.text) for e in edits]
