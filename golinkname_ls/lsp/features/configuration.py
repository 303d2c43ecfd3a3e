"""workspace/configuration and workspace/didChangeConfiguration: the editor's settings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lsprotocol import types as lsp

from golinkname_ls.analysis.options import OptionsError
from golinkname_ls.analysis.target_window import versions_to_check
from golinkname_ls.lsp import settings
from golinkname_ls.lsp.features import diagnostics
from golinkname_ls.lsp.server import Server


def apply(ls: Server, sent: Any) -> None:
    """Apply the settings that an editor sent; invalid ones are logged and change nothing.

    Invalid ones are kept while the version of the user's go command is looked for: it may make them valid.
    """
    ls.refused_settings = None
    try:
        catalog = ls.session.engine.catalog
        options = replace(settings.read(sent, catalog.versions), local=ls.session.options.local)
        versions_to_check(options, None, catalog)
    except (ValueError, OptionsError) as error:
        if ls.awaits_toolchain:
            ls.refused_settings = sent
            return
        said = str(error).replace("--go ", f"{settings.SECTION}.go ")
        ls.window_log_message(lsp.LogMessageParams(lsp.MessageType.Warning, f"golinkname-ls: {said}"))
        return
    if options != ls.session.options:
        ls.session.options = options
        diagnostics.changed(ls)


def request(ls: Server) -> None:
    """Ask the client for the settings, if it supports workspace/configuration."""
    if ls.client.has_configuration:
        items = [lsp.ConfigurationItem(section=settings.SECTION)]
        ls.workspace_configuration(lsp.ConfigurationParams(items), lambda sections: _received(ls, sections))


def ask_to_watch(ls: Server) -> None:
    """Ask the client to say when settings change, if it waits to be asked."""
    if ls.client.watches_configuration:
        method = lsp.WORKSPACE_DID_CHANGE_CONFIGURATION
        options = lsp.DidChangeConfigurationRegistrationOptions(section=settings.SECTION)
        registration = lsp.Registration(id="golinkname-configuration", method=method, register_options=options)
        ls.client_register_capability(lsp.RegistrationParams(registrations=[registration]))


def register(server: Server) -> None:
    """Register the handler."""
    server.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)(_did_change)


def _did_change(ls: Server, parameters: lsp.DidChangeConfigurationParams) -> None:
    if ls.client.has_configuration:
        request(ls)
    else:
        apply(ls, parameters.settings)


def _received(ls: Server, sections: Any) -> None:
    # An editor without such settings answers null, and what it sent at the start stands.
    if sections and sections[0]:
        apply(ls, sections[0])
