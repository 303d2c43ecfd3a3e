"""textDocument/didOpen, didChange, didSave, didClose: the texts of open documents.

All handlers are sync: async ones would see changes out of order.
"""

from __future__ import annotations

from lsprotocol import types as lsp

from golinkname_ls.lsp import convert
from golinkname_ls.lsp.features import configuration_errors, diagnostics
from golinkname_ls.lsp.server import Server


def register(server: Server) -> None:
    """Register the handlers."""
    server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)(_did_open)
    server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)(_did_change)
    server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)(_did_save)
    server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)(_did_close)
    # For tests and reports of errors: the text as the server has it.
    server.feature("golinkname/text")(_text)


def _did_open(ls: Server, parameters: lsp.DidOpenTextDocumentParams) -> None:
    path = convert.path_of(parameters.text_document)
    if path is None:
        return
    document = ls.add_document(parameters.text_document, path)
    _read_again(ls, document.uri)
    # What takes longer is known when the file is first seen.
    ls.session.check(path)
    ls.session.catch_up()
    configuration_errors.publish_errors(ls)
    diagnostics.changed(ls, document)


def _did_change(ls: Server, parameters: lsp.DidChangeTextDocumentParams) -> None:
    document = ls.document(parameters.text_document.uri)
    if document is not None:
        diagnostics.changed(ls, document)


def _did_save(ls: Server, parameters: lsp.DidSaveTextDocumentParams) -> None:
    _read_again(ls, parameters.text_document.uri)
    document = ls.document(parameters.text_document.uri)
    if document is not None:
        ls.session.check(document.file_path)
        ls.session.catch_up()
        configuration_errors.publish_errors(ls)
    diagnostics.changed(ls, document)


def _did_close(ls: Server, parameters: lsp.DidCloseTextDocumentParams) -> None:
    # pygls has dropped its document; the session's text is known by the path alone.
    uri = parameters.text_document.uri
    path = convert.path_of(lsp.TextDocumentItem(uri=uri, language_id="go", version=0, text=""))
    if path is not None:
        ls.session.drop_overlay(path)
        diagnostics.clear(ls, uri)
        diagnostics.changed(ls)


def _text(ls: Server, parameters: object) -> dict[str, str | None]:
    document = ls.document(str(getattr(parameters, "uri", "")))
    return {"text": document.source if document else None}


def _read_again(ls: Server, uri: str) -> None:
    """Read the file's folder again where the client does not say what changes in it."""
    path = convert.file_of(uri)
    if path is not None and not ls.client.watches_files:
        ls.session.changed_on_disk(path)
