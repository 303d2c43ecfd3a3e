"""textDocument/hover: on a directive's arguments and on a stub's name."""

from __future__ import annotations

from lsprotocol import types as lsp

from golinkname_ls.ide.hover import hover
from golinkname_ls.lsp import convert
from golinkname_ls.lsp.server import Server


def register(server: Server) -> None:
    """Register the handler."""
    server.feature(lsp.TEXT_DOCUMENT_HOVER)(_hover)


def _hover(ls: Server, parameters: lsp.HoverParams) -> lsp.Hover | None:
    document = ls.document(parameters.text_document.uri)
    if document is None:
        return None
    offset = convert.offset_of(document.buffer, parameters.position, ls.encoding)
    found = hover(ls.session, document.file_path, offset)
    if found is None:
        return None
    kind = lsp.MarkupKind.Markdown if ls.client.markdown_hover else lsp.MarkupKind.PlainText
    contents = lsp.MarkupContent(kind=kind, value=found.markdown)
    return lsp.Hover(contents=contents, range=convert.range_of(document.buffer, found.span, ls.encoding))
