"""The server object: a session, the open documents, the client's capabilities."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from golinkname_ls import __version__
from golinkname_ls.analysis.session import Session
from golinkname_ls.lsp.capabilities import Capabilities, resolve
from golinkname_ls.lsp.document import GoDocument
from golinkname_ls.text.encoding import Encoding

log = logging.getLogger("golinkname_ls")


class Server(LanguageServer):
    """Answers for the files that an editor has open."""

    def __init__(self, session: Session) -> None:
        super().__init__("golinkname-ls", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Incremental)
        self.session = session
        self.client = Capabilities()
        self.encoding = Encoding.UTF16

    def started(self, parameters: lsp.InitializeParams) -> None:
        """Remember what the client can do and counts in."""
        self.client = resolve(parameters.capabilities)
        general = parameters.capabilities.general
        offered = [getattr(e, "value", e) for e in (general.position_encodings if general else None) or []]
        known = {e.value: e for e in Encoding}
        # pygls takes the client's first known entry; both must count alike.
        self.encoding = next((known[e] for e in offered if e in known), Encoding.UTF16)

    def document(self, uri: str) -> GoDocument | None:
        """An open Go document."""
        found = self.workspace.text_documents.get(unquote(uri))
        return found if isinstance(found, GoDocument) else None

    def documents(self) -> list[GoDocument]:
        """All open Go documents."""
        return [d for d in self.workspace.text_documents.values() if isinstance(d, GoDocument)]

    def keep(self, item: lsp.TextDocumentItem, path: Path) -> GoDocument:
        """Put a document of our own in the place of pygls'."""
        document = GoDocument(item, path, self.encoding)
        self.workspace.text_documents[unquote(item.uri)] = document
        return document

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Write it to the log; nobody wants a popup."""
        log.error("%s: %s", source, error)


def create_server(session: Session) -> Server:
    """A server with every feature registered."""
    from golinkname_ls.lsp.features import code_action, diagnostics, hover, synchronization, watching

    server = Server(session)

    @server.feature(lsp.INITIALIZE)
    def _initialize(ls: Server, parameters: lsp.InitializeParams) -> None:
        ls.started(parameters)
        if ls.client.pulls_diagnostics:
            diagnostics.register_pull(ls)

    for feature in (synchronization, hover, code_action, watching):
        feature.register(server)
    return server
