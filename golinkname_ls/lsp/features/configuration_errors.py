"""Errors in the golinkname.toml files of open documents: a diagnostic in the file, and one message."""

from __future__ import annotations

from lsprotocol import types as lsp

from golinkname_ls.analysis.project.configuration import ConfigurationError
from golinkname_ls.lsp import convert
from golinkname_ls.lsp.server import Server


def publish_errors(ls: Server) -> None:
    """Publish the errors there are now, and take back those that are mended.

    The diagnostics are pushed to every client: these files are not open in this server, so nobody pulls theirs.
    """
    for document in ls.documents():
        ls.session.project(document.file_path.parent)
    errors = {convert.uri_of(error.file): error for error in ls.session.configuration_errors()}
    for uri in ls.configuration_errors.keys() - errors.keys():
        ls.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri=uri, diagnostics=[]))
    for uri, error in errors.items():
        if ls.configuration_errors.get(uri) == str(error):
            continue
        published = lsp.PublishDiagnosticsParams(uri=uri, diagnostics=[_diagnostic(error)])
        ls.text_document_publish_diagnostics(published)
        message = f"golinkname-ls: {error}; the file is ignored"
        ls.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Warning, message))
    ls.configuration_errors = {uri: str(error) for uri, error in errors.items()}


def _diagnostic(error: ConfigurationError) -> lsp.Diagnostic:
    # The whole line; editors cut what is longer than the text.
    start, end = lsp.Position(error.line - 1, 0), lsp.Position(error.line, 0)
    return lsp.Diagnostic(
        range=lsp.Range(start, end),
        message=error.reason,
        severity=lsp.DiagnosticSeverity.Error,
        source="golinkname-ls",
    )
