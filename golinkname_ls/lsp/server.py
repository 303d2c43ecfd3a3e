"""The server object: a session, the open documents, the client's capabilities."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import unquote

from lsprotocol import types as lsp
from pygls.io_ import StdoutWriter, run_async
from pygls.lsp.server import LanguageServer

from golinkname_ls import __version__
from golinkname_ls.analysis.session import Session
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.lsp import convert
from golinkname_ls.lsp.client_capabilities import Capabilities, resolve
from golinkname_ls.lsp.document import GoDocument
from golinkname_ls.lsp.protocol import Protocol
from golinkname_ls.lsp.transport import MessageReader
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.text.buffer import Buffer
from golinkname_ls.text.encoding import Encoding

log = logging.getLogger("golinkname_ls")


class Server(LanguageServer):
    """Answers for the files that an editor has open."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            "golinkname-ls",
            __version__,
            text_document_sync_kind=lsp.TextDocumentSyncKind.Incremental,
            protocol_cls=Protocol,
        )
        self.session = session
        self.client = Capabilities()
        self.encoding = Encoding.UTF16
        self.generation = 0
        """Counts whatever may change findings: texts, files on disk, settings."""
        self.configuration_errors: dict[str, str] = {}
        """What the client was told of golinkname.toml files, by their URI."""
        self.exit_status = 0
        """1 after an exit without a shutdown, as the protocol wants it."""
        self.find_toolchain: Callable[[], GoVersion | None] | None = None
        self.awaits_toolchain = False
        """Whether the user's own Go is still being looked for."""
        self.refused_settings: Any = None
        """What an editor sent that means something only with the user's own Go, perhaps."""
        """Asks for the version of the user's go command; None where nobody wants to know."""

    def started(self, parameters: lsp.InitializeParams) -> None:
        """Remember what the client can do and counts in."""
        self.client = resolve(parameters.capabilities)
        # pygls has chosen the client's first known encoding by now; both must count alike.
        self.encoding = Encoding(self.workspace.position_encoding or Encoding.UTF16.value)

    def document(self, uri: str) -> GoDocument | None:
        """An open Go document."""
        found = self.workspace.text_documents.get(unquote(uri))
        return found if isinstance(found, GoDocument) else None

    def documents(self) -> list[GoDocument]:
        """All open Go documents."""
        return [d for d in self.workspace.text_documents.values() if isinstance(d, GoDocument)]

    def keep(self, item: lsp.TextDocumentItem, path: Path) -> GoDocument:
        """Put a document of our own in the place of pygls'."""
        document = GoDocument(item, path, self.encoding)
        self.workspace.text_documents[unquote(item.uri)] = document
        return document

    def findings(self, document: GoDocument) -> list[Finding]:
        """The findings of a document as everything is now."""
        if document.findings is None or document.findings[0] != self.generation:
            document.findings = (self.generation, self.session.check(document.file_path))
        return document.findings[1]

    def place(self, path: Path) -> convert.Place | None:
        """The open document of a path, else the file on disk; None when it cannot be read."""
        opened = next((d for d in self.documents() if d.file_path == path), None)
        if opened is not None:
            return convert.Place(opened.uri, opened.version, opened.buffer)
        try:
            return convert.Place(convert.uri_of(path), None, Buffer(path.read_bytes()))
        except OSError:
            return None

    def start_io(self, stdin: BinaryIO | None = None, stdout: BinaryIO | None = None) -> None:
        """Serve on standard input and output until the client says exit or goes away; sets `exit_status`."""
        stopped = self._stop_event = threading.Event()
        reader = MessageReader(stdin or sys.stdin.buffer, self.thread_pool)
        self.protocol.set_writer(StdoutWriter(stdout or sys.stdout.buffer))
        try:
            # Not our own log: what pygls writes there has tracebacks.
            quiet = logging.getLogger("pygls.server")
            asyncio.run(run_async(stopped, reader, self.protocol, quiet, self.report_server_error))
        except SystemExit as left:
            self.exit_status = left.code if isinstance(left.code, int) else 0
        except (BrokenPipeError, KeyboardInterrupt):
            log.info("the client is gone")
        finally:
            self.shutdown()  # type: ignore[no-untyped-call]

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Write it to the log; nobody wants a popup."""
        log.error("%s: %s", getattr(source, "__name__", source), error)


def create_server(session: Session) -> Server:
    """A server with every feature registered."""
    from golinkname_ls.lsp.features import code_action, configuration, diagnostics, hover
    from golinkname_ls.lsp.features import local_toolchain as toolchain
    from golinkname_ls.lsp.features import text_synchronization as synchronization
    from golinkname_ls.lsp.features import watched_files as watching

    server = Server(session)

    @server.feature(lsp.INITIALIZE)
    def _initialize(ls: Server, parameters: lsp.InitializeParams) -> None:
        ls.started(parameters)
        configuration.apply(ls, parameters.initialization_options)
        if ls.client.pulls_diagnostics:
            diagnostics.register_pull(ls)
        if ls.client.code_action_literals:
            code_action.register(ls)

    @server.feature(lsp.INITIALIZED)
    def _initialized(ls: Server, parameters: lsp.InitializedParams) -> None:
        toolchain.look(ls)
        watching.watch(ls)
        configuration.watch(ls)
        configuration.ask(ls)

    for feature in (synchronization, hover, configuration, watching):
        feature.register(server)
    return server
