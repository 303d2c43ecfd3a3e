"""Diagnostics: pulled where the client can, pushed where not, never both (an editor would show everything twice)."""

from __future__ import annotations

from lsprotocol import types as lsp

from golinkname_ls.lsp import convert
from golinkname_ls.lsp.document import GoDocument
from golinkname_ls.lsp.server import Server


def current(ls: Server, document: GoDocument) -> list[lsp.Diagnostic]:
    """The diagnostics of a document as it is now."""
    findings = ls.session.check(document.file_path)
    return [convert.diagnostic(f, document.file, ls.encoding) for f in findings]


def publish(ls: Server, document: GoDocument) -> None:
    """Push, unless the client pulls."""
    if not ls.client.pulls_diagnostics:
        found = current(ls, document)
        parameters = lsp.PublishDiagnosticsParams(uri=document.uri, diagnostics=found, version=document.version)
        ls.text_document_publish_diagnostics(parameters)


def clear(ls: Server, uri: str) -> None:
    """A closed document has none."""
    if not ls.client.pulls_diagnostics:
        ls.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri=uri, diagnostics=[]))


def register_pull(server: Server) -> None:
    """Register textDocument/diagnostic; called only for clients that have it."""
    options = lsp.DiagnosticOptions(
        identifier="golinkname-ls", inter_file_dependencies=True, workspace_diagnostics=False
    )

    @server.feature(lsp.TEXT_DOCUMENT_DIAGNOSTIC, options)
    def _pull(ls: Server, parameters: lsp.DocumentDiagnosticParams) -> lsp.DocumentDiagnosticReport:
        document = ls.document(parameters.text_document.uri)
        items = current(ls, document) if document is not None else []
        return lsp.RelatedFullDocumentDiagnosticReport(items=items)
