"""didOpen, didChange, didSave, didClose: the text of open documents.

All handlers are sync: async ones would see changes out of order.
"""

from __future__ import annotations

from lsprotocol import types as lsp

from golinkname_ls.lsp import convert
from golinkname_ls.lsp.features import configuration_errors as configuration_file
from golinkname_ls.lsp.features import diagnostics
from golinkname_ls.lsp.server import Server


def register(server: Server) -> None:
    """Register the handlers."""

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def _open(ls: Server, parameters: lsp.DidOpenTextDocumentParams) -> None:
        path = convert.path_of(parameters.text_document)
        if path is None:
            return
        document = ls.keep(parameters.text_document, path)
        _look_at_disk(ls, document.uri)
        ls.session.overlay(document.file)
        ls.session.find_unused_suppressions(path)
        configuration_file.tell(ls)
        diagnostics.changed(ls, document)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def _change(ls: Server, parameters: lsp.DidChangeTextDocumentParams) -> None:
        document = ls.document(parameters.text_document.uri)
        if document is not None:
            ls.session.overlay(document.file)
            diagnostics.changed(ls, document)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def _save(ls: Server, parameters: lsp.DidSaveTextDocumentParams) -> None:
        _look_at_disk(ls, parameters.text_document.uri)
        document = ls.document(parameters.text_document.uri)
        if document is not None:
            ls.session.find_unused_suppressions(document.file_path)
            configuration_file.tell(ls)
        diagnostics.changed(ls, document)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def _close(ls: Server, parameters: lsp.DidCloseTextDocumentParams) -> None:
        # pygls has dropped its document; the session's text is known by the path alone.
        uri = parameters.text_document.uri
        path = convert.path_of(lsp.TextDocumentItem(uri=uri, language_id="go", version=0, text=""))
        if path is not None:
            ls.session.drop_overlay(path)
            diagnostics.clear(ls, uri)
            diagnostics.changed(ls)

    @server.feature("golinkname/text")
    def _text(ls: Server, parameters: object) -> dict[str, str | None]:
        document = ls.document(str(getattr(parameters, "uri", "")))
        return {"text": document.source if document else None}


def _look_at_disk(ls: Server, uri: str) -> None:
    """Read the folder again where the client does not say what changes in it."""
    path = convert.file_of(uri)
    if path is not None and not ls.client.watches_files:
        ls.session.changed_on_disk(path)
