"""Diagnostics: pulled where the client can, pushed where not, never both (an editor would show everything twice)."""

from __future__ import annotations

import asyncio
import itertools

from lsprotocol import types as lsp

from golinkname_ls.lsp import convert
from golinkname_ls.lsp.document import GoDocument, Report
from golinkname_ls.lsp.server import Server

# How long typing has to pause before the other open files are looked at again.
_PAUSE = 0.2
# Never used twice in a session: a document that is closed and opened again must not meet an old one.
_result_ids = map(str, itertools.count(1))


def changed(ls: Server, document: GoDocument | None = None) -> None:
    """Something changed, in `document` if it is named: its diagnostics are due now, those of the others soon."""
    ls.generation += 1
    if document is not None and not ls.client.pulls_diagnostics:
        _publish(ls, document)
    others = any(other is not document for other in ls.documents())
    if others or ls.session.depends_on_other_packages:
        asyncio.get_running_loop().call_later(_PAUSE, _look_again, ls, ls.generation, others)


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
    def _pull(
        ls: Server, parameters: lsp.DocumentDiagnosticParams
    ) -> lsp.RelatedFullDocumentDiagnosticReport | lsp.RelatedUnchangedDocumentDiagnosticReport:
        document = ls.document(parameters.text_document.uri)
        if document is None:
            return lsp.RelatedFullDocumentDiagnosticReport(items=[])
        report = document.report = _report(ls, document)
        if report.result_id == parameters.previous_result_id:
            return lsp.RelatedUnchangedDocumentDiagnosticReport(result_id=report.result_id)
        return lsp.RelatedFullDocumentDiagnosticReport(items=report.items, result_id=report.result_id)


def _report(ls: Server, document: GoDocument) -> Report:
    """What is to be said of a document now; the very report of the last time if that still holds."""
    items = [convert.diagnostic(finding, document.buffer, ls) for finding in ls.findings(document)]
    if document.report is not None and document.report.items == items:
        return document.report
    return Report(next(_result_ids), items)


def _publish(ls: Server, document: GoDocument) -> None:
    document.report = _report(ls, document)
    parameters = lsp.PublishDiagnosticsParams(
        uri=document.uri, diagnostics=document.report.items, version=document.version
    )
    ls.text_document_publish_diagnostics(parameters)


def _look_again(ls: Server, generation: int, others: bool) -> None:
    """Look at what was not looked at when something changed; `others` is whether there is any such document."""
    if generation != ls.generation:
        return
    if ls.session.drop_outdated():
        ls.generation += 1
    elif not others:
        return
    stale = [d for d in ls.documents() if d.report is not None and d.report is not _report(ls, d)]
    if not ls.client.pulls_diagnostics:
        for document in stale:
            _publish(ls, document)
    elif stale and ls.client.refreshes_diagnostics:
        ls.workspace_diagnostic_refresh(None)
