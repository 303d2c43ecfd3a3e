"""textDocument/codeAction and codeAction/resolve: quick-fixes, and `source.fixAll.golinkname`.

Fixes are found again from (uri, version, code, start, title), never from a diagnostic's data: Helix does not send
that back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from golinkname_ls.analysis.workspace.safe_fixes import is_generated, safe_changes
from golinkname_ls.lsp import convert
from golinkname_ls.lsp.document import GoDocument
from golinkname_ls.lsp.server import Server
from golinkname_ls.rules.core.finding import Finding, Fix

FIX_ALL = "source.fixAll.golinkname"


def register(server: Server) -> None:
    """Register the handlers; called only for clients that have kinds of actions."""
    kinds = [lsp.CodeActionKind.QuickFix, FIX_ALL]
    options = lsp.CodeActionOptions(code_action_kinds=kinds, resolve_provider=server.client.resolves_code_actions)
    server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, options)(_code_actions)
    if server.client.resolves_code_actions:
        server.feature(lsp.CODE_ACTION_RESOLVE)(_resolve)


def _code_actions(ls: Server, parameters: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    document = ls.document(parameters.text_document.uri)
    if document is None:
        return []
    only = parameters.context.only or ()
    actions: list[lsp.CodeAction] = []
    if not only or any(_covers(kind, lsp.CodeActionKind.QuickFix.value) for kind in only):
        actions += _quick_fixes(ls, document, parameters.range)
    # Source actions are for save and for their own menu; among quick-fixes they are noise.
    if any(_covers(kind, FIX_ALL) for kind in only) and not is_generated(document.buffer.data):
        edit = convert.workspace_edit(safe_changes(ls.findings(document), ls.client.creates_files), ls)
        if edit is not None:
            actions.append(lsp.CodeAction(title="Apply all safe golinkname fixes", kind=FIX_ALL, edit=edit))
    return actions


def _resolve(ls: Server, action: lsp.CodeAction) -> lsp.CodeAction:
    data: dict[str, Any] = action.data if isinstance(action.data, dict) else {}
    document = ls.document(str(data.get("uri")))
    if document is not None and document.version == data.get("version"):
        for finding in ls.findings(document):
            for fix in finding.fixes:
                if _identity(document, finding, fix).items() <= data.items():
                    action.edit = convert.workspace_edit(fix.changes(), ls)
                    return action
    code = lsp.LSPErrorCodes.ContentModified.value
    raise JsonRpcException("the text has changed since this fix was offered", code=code)


def _identity(document: GoDocument, finding: Finding, fix: Fix) -> dict[str, Any]:
    """The data of an action by which its fix is found again."""
    return {
        "uri": document.uri,
        "version": document.version,
        "code": finding.code,
        "start": finding.span.start,
        "title": fix.title,
    }


def _covers(asked: str, kind: str) -> bool:
    """Whether a kind is the one asked for, or below it in the hierarchy of kinds (`source` covers `source.fixAll`)."""
    asked = getattr(asked, "value", asked)
    return asked in ("", kind) or kind.startswith(asked + ".")


def _quick_fixes(ls: Server, document: GoDocument, place: lsp.Range) -> Iterator[lsp.CodeAction]:
    """The fixes of the findings on the lines of `place`."""
    buffer = document.buffer
    first, last = (buffer.line_of(offset) for offset in convert.span_of(buffer, place, ls.encoding))
    for finding in ls.findings(document):
        start, end = finding.span
        if buffer.line_of(end) < first or buffer.line_of(start) > last:
            continue
        diagnostic = convert.diagnostic(finding, buffer, ls)
        preferred = next((fix for fix in finding.fixes if fix.safe), None)
        for fix in finding.fixes:
            action = lsp.CodeAction(title=fix.title, kind=lsp.CodeActionKind.QuickFix, diagnostics=[diagnostic])
            if ls.client.preferred_code_actions and fix is preferred:
                action.is_preferred = True
            if _fill(ls, document, finding, fix, action):
                yield action


def _fill(ls: Server, document: GoDocument, finding: Finding, fix: Fix, action: lsp.CodeAction) -> bool:
    """Give an action its edit, or the data to find that later; False when there is no edit."""
    if fix.makes_files and not ls.client.creates_files:
        return False
    if ls.client.resolves_code_actions:
        action.data = _identity(document, finding, fix)
        return True
    action.edit = convert.workspace_edit(fix.changes(), ls)
    return action.edit is not None
