"""Settings: taken from the start's options, and asked for or sent again when they change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lsprotocol import types as lsp

from golinkname_ls.analysis.options import OptionsError
from golinkname_ls.analysis.window import versions_to_check
from golinkname_ls.lsp import settings
from golinkname_ls.lsp.features import diagnostics
from golinkname_ls.lsp.server import Server


def apply(ls: Server, sent: Any) -> None:
    """Check by what an editor sent; what cannot be understood is logged and changes nothing.

    While the user's own Go is looked for, the latter waits: versions may mean that one.
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


def ask(ls: Server) -> None:
    """Ask the client for the settings, if it answers that."""
    if ls.client.has_configuration:
        items = [lsp.ConfigurationItem(section=settings.SECTION)]
        ls.workspace_configuration(lsp.ConfigurationParams(items), lambda answer: _answered(ls, answer))


def watch(ls: Server) -> None:
    """Ask the client to say when settings change, if it waits to be asked."""
    if ls.client.watches_configuration:
        method = lsp.WORKSPACE_DID_CHANGE_CONFIGURATION
        options = lsp.DidChangeConfigurationRegistrationOptions(section=settings.SECTION)
        registration = lsp.Registration(id="golinkname-configuration", method=method, register_options=options)
        ls.client_register_capability(lsp.RegistrationParams(registrations=[registration]))


def register(server: Server) -> None:
    """Register the handler."""

    @server.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def _changed(ls: Server, parameters: lsp.DidChangeConfigurationParams) -> None:
        if ls.client.has_configuration:
            ask(ls)
        else:
            apply(ls, parameters.settings)


def _answered(ls: Server, answer: Any) -> None:
    # An editor without such settings answers null, and what it sent at the start stands.
    if answer and answer[0]:
        apply(ls, answer[0])
