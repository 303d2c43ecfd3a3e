"""workspace/didChangeWatchedFiles: files that change outside the editor."""

from __future__ import annotations

from lsprotocol import types as lsp

from golinkname_ls.analysis.project.checklinkname_flag import BUILD_FILE_PATTERNS
from golinkname_ls.lsp import convert
from golinkname_ls.lsp.features import configuration_errors, diagnostics
from golinkname_ls.lsp.server import Server

_PATTERNS = ("**/*.go", "**/*.s", "**/go.mod", "**/go.work", "**/golinkname.toml", *BUILD_FILE_PATTERNS)


def ask_to_watch(ls: Server) -> None:
    """Ask the client to watch the files that findings depend on, if it can."""
    if ls.client.watches_files:
        watchers = [lsp.FileSystemWatcher(glob_pattern=pattern) for pattern in _PATTERNS]
        options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers=watchers)
        method = lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES
        registration = lsp.Registration(id="golinkname-watch", method=method, register_options=options)
        ls.client_register_capability(lsp.RegistrationParams(registrations=[registration]))


def register(server: Server) -> None:
    """Register the handler."""
    server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_did_change)


def _did_change(ls: Server, parameters: lsp.DidChangeWatchedFilesParams) -> None:
    for event in parameters.changes:
        path = convert.file_of(event.uri)
        if path is not None:
            ls.session.changed_on_disk(path)
    configuration_errors.publish_errors(ls)
    diagnostics.changed(ls)
