"""What the client can do, resolved once into plain booleans."""

from __future__ import annotations

from dataclasses import dataclass

from lsprotocol import types as lsp


@dataclass(frozen=True, slots=True)
class Capabilities:
    """The answers the features need."""

    pulls_diagnostics: bool = False
    refreshes_diagnostics: bool = False
    resolves_code_actions: bool = False
    document_changes: bool = False
    watches_files: bool = False


def resolve(client: lsp.ClientCapabilities) -> Capabilities:
    """Read the client's declaration; what is missing is False."""
    document, workspace = client.text_document, client.workspace
    action = document.code_action if document else None
    support = action.resolve_support if action else None
    edit = workspace.workspace_edit if workspace else None
    watching = workspace.did_change_watched_files if workspace else None
    refresh = workspace.diagnostics if workspace else None
    return Capabilities(
        pulls_diagnostics=document is not None and document.diagnostic is not None,
        refreshes_diagnostics=bool(refresh and refresh.refresh_support),
        resolves_code_actions=bool(support and "edit" in support.properties and action and action.data_support),
        document_changes=bool(edit and edit.document_changes),
        watches_files=bool(watching and watching.dynamic_registration),
    )
