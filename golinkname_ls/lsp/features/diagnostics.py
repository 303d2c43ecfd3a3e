"""textDocument/diagnostic and textDocument/publishDiagnostics: pulled where the client can, else pushed.

Never both: an editor would show everything twice.
"""

from __future__ import annotations

import asyncio
import itertools

from lsprotocol import types as lsp

from golinkname_ls.lsp import convert
from golinkname_ls.lsp.document import GoDocument, SentDiagnostics
from golinkname_ls.lsp.server import Server

# Seconds that typing has to pause before the other open files are checked again.
_PAUSE = 0.2
# Never used twice in a session: a document that is closed and opened again must not meet an old one.
_result_ids = map(str, itertools.count(1))


def changed(ls: Server, document: GoDocument | None = None) -> None:
    """Publish the diagnostics of a changed document now, of the others in a pause; without `document` all then."""
    if document is not None and not ls.client.pulls_diagnostics:
        _publish(ls, document)
    others = any(other is not document for other in ls.documents())
    if ls.pause is not None:
        ls.pause.cancel()
        ls.pause = None
    if others or ls.session.waits:
        ls.pause = asyncio.get_running_loop().call_later(_PAUSE, _check_again, ls)


def clear(ls: Server, uri: str) -> None:
    """Withdraw the diagnostics of a closed document."""
    if not ls.client.pulls_diagnostics:
        ls.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri=uri, diagnostics=[]))


def register_pull(server: Server) -> None:
    """Register textDocument/diagnostic; called only for clients that have it."""
    options = lsp.DiagnosticOptions(
        identifier="golinkname-ls", inter_file_dependencies=True, workspace_diagnostics=False
    )
    server.feature(lsp.TEXT_DOCUMENT_DIAGNOSTIC, options)(_pull)


def _pull(
    ls: Server, parameters: lsp.DocumentDiagnosticParams
) -> lsp.RelatedFullDocumentDiagnosticReport | lsp.RelatedUnchangedDocumentDiagnosticReport:
    document = ls.document(parameters.text_document.uri)
    if document is None:
        return lsp.RelatedFullDocumentDiagnosticReport(items=[])
    sent = document.sent = _current(ls, document)
    if sent.result_id == parameters.previous_result_id:
        return lsp.RelatedUnchangedDocumentDiagnosticReport(result_id=sent.result_id)
    return lsp.RelatedFullDocumentDiagnosticReport(items=sent.items, result_id=sent.result_id)


def _current(ls: Server, document: GoDocument) -> SentDiagnostics:
    """The diagnostics to be sent now; the very object of the last time if that still holds."""
    items = [convert.diagnostic(finding, document.buffer, ls) for finding in ls.findings(document)]
    if document.sent is not None and document.sent.items == items:
        return document.sent
    return SentDiagnostics(next(_result_ids), items)


def _publish(ls: Server, document: GoDocument) -> None:
    sent = document.sent = _current(ls, document)
    parameters = lsp.PublishDiagnosticsParams(uri=document.uri, diagnostics=sent.items, version=document.version)
    ls.text_document_publish_diagnostics(parameters)


def _check_again(ls: Server) -> None:
    """Check what was left at a change: what takes longer, and the other documents."""
    ls.session.catch_up()
    stale = [d for d in ls.documents() if d.sent is not None and d.sent is not _current(ls, d)]
    if not ls.client.pulls_diagnostics:
        for document in stale:
            _publish(ls, document)
    elif stale and ls.client.refreshes_diagnostics:
        ls.workspace_diagnostic_refresh(None)
