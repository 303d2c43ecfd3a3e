"""Quick-fixes and `source.fixAll.golinkname`.

Fixes are found again from (uri, range), never from a diagnostic's data: Helix does not send that back.
"""

from __future__ import annotations

from typing import Any

from lsprotocol import types as lsp

from golinkname_ls.lsp import convert
from golinkname_ls.lsp.document import GoDocument
from golinkname_ls.lsp.server import Server
from golinkname_ls.rules.finding import Edit, Finding, Fix

FIX_ALL = "source.fixAll.golinkname"


def register(server: Server) -> None:
    """Register the handlers."""
    kinds = [lsp.CodeActionKind.QuickFix, FIX_ALL]
    options = lsp.CodeActionOptions(code_action_kinds=kinds, resolve_provider=True)

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, options)
    def _actions(ls: Server, parameters: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        document = ls.document(parameters.text_document.uri)
        if document is None:
            return []
        only = parameters.context.only
        findings = ls.session.check(document.file_path)
        actions: list[lsp.CodeAction] = []
        if not only or any(_covers(kind, lsp.CodeActionKind.QuickFix.value) for kind in only):
            actions += _quick_fixes(ls, document, findings, parameters)
        if only and any(_covers(kind, FIX_ALL) for kind in only):
            edits = _safe_edits(findings)
            if edits:
                edit = _workspace_edit(ls, document, edits)
                actions.append(lsp.CodeAction(title="Apply all safe golinkname fixes", kind=FIX_ALL, edit=edit))
        return actions

    @server.feature(lsp.CODE_ACTION_RESOLVE)
    def _resolve(ls: Server, action: lsp.CodeAction) -> lsp.CodeAction:
        data: dict[str, Any] = action.data if isinstance(action.data, dict) else {}
        document = ls.document(str(data.get("uri", "")))
        if document is None or document.version != data.get("version"):
            return action
        for finding in ls.session.check(document.file_path):
            for fix in finding.fixes:
                if (finding.code, finding.span.start, fix.title) == (data["code"], data["start"], action.title):
                    action.edit = _workspace_edit(ls, document, fix.edits())
                    return action
        return action


def _covers(asked: str, kind: str) -> bool:
    asked = getattr(asked, "value", asked)
    return asked in ("", kind) or kind.startswith(asked + ".")


def _quick_fixes(
    ls: Server, document: GoDocument, findings: list[Finding], parameters: lsp.CodeActionParams
) -> list[lsp.CodeAction]:
    source = document.file
    start = convert.offset_of(source, parameters.range.start, ls.encoding)
    end = convert.offset_of(source, parameters.range.end, ls.encoding)
    line_start = source.data.rfind(b"\n", 0, start) + 1
    line_end = source.data.find(b"\n", end)
    actions = []
    for finding in findings:
        if finding.span.end < line_start or (0 <= line_end < finding.span.start):
            continue
        diagnostic = convert.diagnostic(finding, source, ls.encoding)
        actions += [_action(ls, document, finding, fix, diagnostic) for fix in finding.fixes]
    return actions


def _action(ls: Server, document: GoDocument, finding: Finding, fix: Fix, diagnostic: lsp.Diagnostic) -> lsp.CodeAction:
    action = lsp.CodeAction(title=fix.title, kind=lsp.CodeActionKind.QuickFix, diagnostics=[diagnostic])
    if ls.client.resolves_code_actions:
        start, version = finding.span.start, document.version
        action.data = {"uri": document.uri, "version": version, "code": finding.code, "start": start}
    else:
        action.edit = _workspace_edit(ls, document, fix.edits())
    return action


def _safe_edits(findings: list[Finding]) -> tuple[Edit, ...]:
    chosen: list[Edit] = []
    for finding in findings:
        for fix in finding.fixes:
            edits = fix.edits() if fix.safe else ()
            if edits and not any(_overlap(a, b) for a in edits for b in chosen):
                chosen.extend(edits)
                break
    return tuple(chosen)


def _overlap(one: Edit, other: Edit) -> bool:
    same_place = one.span == other.span
    return one.file == other.file and (
        same_place or (one.span.start < other.span.end and other.span.start < one.span.end)
    )


def _workspace_edit(ls: Server, document: GoDocument, edits: tuple[Edit, ...]) -> lsp.WorkspaceEdit:
    by_file: dict[str, list[lsp.TextEdit]] = {}
    for edit in edits:
        source = ls.session.source(edit.file)
        if source is not None:
            uri = document.uri if edit.file == document.file_path else convert.uri_of(edit.file)
            by_file.setdefault(uri, []).extend(convert.text_edits((edit,), source, ls.encoding))
    if not ls.client.document_changes:
        return lsp.WorkspaceEdit(changes=by_file)
    changes = []
    for uri, found in by_file.items():
        opened = ls.document(uri)
        identifier = lsp.OptionalVersionedTextDocumentIdentifier(uri=uri, version=opened.version if opened else None)
        changes.append(lsp.TextDocumentEdit(text_document=identifier, edits=list(found)))
    return lsp.WorkspaceEdit(document_changes=list(changes))
