"""initialize and initialized: the client's capabilities, and what the server asks of a client that has them."""

from __future__ import annotations

from lsprotocol import types as lsp

from golinkname_ls.lsp.features import code_action, configuration, diagnostics, local_toolchain, watched_files
from golinkname_ls.lsp.server import Server


def register(server: Server) -> None:
    """Register the handlers."""
    server.feature(lsp.INITIALIZE)(_initialize)
    server.feature(lsp.INITIALIZED)(_initialized)


def _initialize(ls: Server, parameters: lsp.InitializeParams) -> None:
    ls.initialize(parameters)
    configuration.apply(ls, parameters.initialization_options)
    if ls.client.pulls_diagnostics:
        diagnostics.register_pull(ls)
    if ls.client.code_action_literals:
        code_action.register(ls)


def _initialized(ls: Server, parameters: lsp.InitializedParams) -> None:
    local_toolchain.start_search(ls)
    watched_files.ask_to_watch(ls)
    configuration.ask_to_watch(ls)
    configuration.request(ls)
