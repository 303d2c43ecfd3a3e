"""The client's capabilities, resolved once into plain booleans."""

from __future__ import annotations

from dataclasses import dataclass

from lsprotocol import types as lsp


@dataclass(frozen=True, slots=True)
class Capabilities:
    """The capabilities that features ask for; a client that declares nothing has none."""

    pulls_diagnostics: bool = False
    refreshes_diagnostics: bool = False
    related_information: bool = False
    unnecessary_tag: bool = False
    markdown_hover: bool = False
    code_action_literals: bool = False
    resolves_code_actions: bool = False
    preferred_code_actions: bool = False
    document_changes: bool = False
    creates_files: bool = False
    watches_files: bool = False
    has_configuration: bool = False
    watches_configuration: bool = False
    shows_progress: bool = False


def resolve(client: lsp.ClientCapabilities) -> Capabilities:
    """The capabilities that a client declares when it initializes."""
    document = client.text_document or lsp.TextDocumentClientCapabilities()
    workspace = client.workspace or lsp.WorkspaceClientCapabilities()
    action = document.code_action or lsp.CodeActionClientCapabilities()
    # Clients that pull declare what their diagnostics may hold in either place.
    shown = [d for d in (document.publish_diagnostics, document.diagnostic) if d is not None]
    tags = [tag for d in shown if d.tag_support for tag in d.tag_support.value_set]
    formats = (document.hover and document.hover.content_format) or ()
    resolved = action.resolve_support.properties if action.resolve_support else ()
    edit, refresh = workspace.workspace_edit, workspace.diagnostics
    files, configuration = workspace.did_change_watched_files, workspace.did_change_configuration
    return Capabilities(
        pulls_diagnostics=document.diagnostic is not None,
        refreshes_diagnostics=bool(refresh and refresh.refresh_support),
        related_information=any(d.related_information for d in shown),
        unnecessary_tag=lsp.DiagnosticTag.Unnecessary in tags,
        markdown_hover=lsp.MarkupKind.Markdown in formats,
        code_action_literals=action.code_action_literal_support is not None,
        resolves_code_actions=bool(action.data_support and "edit" in resolved),
        preferred_code_actions=bool(action.is_preferred_support),
        document_changes=bool(edit and edit.document_changes),
        creates_files=bool(edit and lsp.ResourceOperationKind.Create in (edit.resource_operations or ())),
        watches_files=bool(files and files.dynamic_registration),
        has_configuration=bool(workspace.configuration),
        shows_progress=bool(client.window and client.window.work_done_progress),
        watches_configuration=bool(configuration and configuration.dynamic_registration),
    )
