"""didOpen, didChange, didClose: the text of open documents. All handlers are sync: async ones would reorder changes."""

from __future__ import annotations

from lsprotocol import types as lsp

from golinkname_ls.lsp import convert
from golinkname_ls.lsp.features import diagnostics
from golinkname_ls.lsp.server import Server


def register(server: Server) -> None:
    """Register the handlers."""

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def _open(ls: Server, parameters: lsp.DidOpenTextDocumentParams) -> None:
        path = convert.path_of(parameters.text_document.uri)
        if path is None or path.suffix != ".go":
            return
        document = ls.keep(parameters.text_document, path)
        ls.session.overlay(document.file)
        diagnostics.publish(ls, document)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def _change(ls: Server, parameters: lsp.DidChangeTextDocumentParams) -> None:
        document = ls.document(parameters.text_document.uri)
        if document is not None:
            diagnostics.publish(ls, document)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def _close(ls: Server, parameters: lsp.DidCloseTextDocumentParams) -> None:
        path = convert.path_of(parameters.text_document.uri)
        if path is not None and path.suffix == ".go":
            ls.session.drop_overlay(path)
            diagnostics.clear(ls, parameters.text_document.uri)

    @server.feature("golinkname/text")
    def _text(ls: Server, parameters: object) -> dict[str, str | None]:
        document = ls.document(str(getattr(parameters, "uri", "")))
        return {"text": document.source if document else None}
