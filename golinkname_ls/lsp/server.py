"""The server's state: a session, the open documents, the client's capabilities; it knows no feature."""

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
from golinkname_ls.lsp.message_reader import MessageReader
from golinkname_ls.lsp.strict_protocol import StrictProtocol
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.text.buffer import Buffer
from golinkname_ls.text.column_encoding import Encoding

log = logging.getLogger("golinkname_ls")


class Server(LanguageServer):
    """A pygls server with the analysis of the files that an editor has open."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            "golinkname-ls",
            __version__,
            text_document_sync_kind=lsp.TextDocumentSyncKind.Incremental,
            protocol_cls=StrictProtocol,
        )
        self.session = session
        self.client = Capabilities()
        self.encoding = Encoding.UTF16
        self.configuration_errors: dict[str, str] = {}
        """The errors in golinkname.toml files that the client was last told, by URI."""
        self.pause: asyncio.TimerHandle | None = None
        """What is to be done when typing pauses."""
        self.exit_status = 0
        """The status of the process: 1 after an exit without a shutdown (LSP 3.17, exit)."""
        self.find_toolchain: Callable[[], GoVersion | None] | None = None
        """Finds the version of the user's go command; None where that is not asked for."""
        self.awaits_toolchain = False
        """Whether the version of the user's go command is still being looked for."""
        self.refused_settings: Any = None
        """Settings that are invalid so far, and may be valid once the version of the user's go command is known."""

    def initialize(self, parameters: lsp.InitializeParams) -> None:
        """Take over the client's capabilities and position encoding."""
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

    def add_document(self, item: lsp.TextDocumentItem, path: Path) -> GoDocument:
        """Put a Go document in the place of the one that pygls made."""
        document = GoDocument(item, path, self.encoding, self.session)
        self.workspace.text_documents[unquote(item.uri)] = document
        return document

    def findings(self, document: GoDocument) -> list[Finding]:
        """The findings of a document as it is now."""
        return self.session.check(document.file_path)

    def client_file(self, path: Path) -> convert.ClientFile | None:
        """The open document of a path, else the file on disk; None when it cannot be read."""
        opened = next((d for d in self.documents() if d.file_path == path), None)
        if opened is not None:
            return convert.ClientFile(opened.uri, opened.version, opened.buffer)
        try:
            return convert.ClientFile(convert.uri_of(path), None, Buffer(path.read_bytes()))
        except OSError:
            return None

    def start_io(self, stdin: BinaryIO | None = None, stdout: BinaryIO | None = None) -> None:
        """Serve on standard input and output until the client says exit or goes away; sets `exit_status`."""
        stopped = self._stop_event = threading.Event()
        reader = MessageReader(stdin or sys.stdin.buffer, self.thread_pool)
        self.protocol.set_writer(StdoutWriter(stdout or sys.stdout.buffer))
        try:
            # A log of its own: what pygls writes there has tracebacks.
            quiet = logging.getLogger("pygls.server")
            asyncio.run(run_async(stopped, reader, self.protocol, quiet, self.report_server_error))
        except SystemExit as left:
            self.exit_status = left.code if isinstance(left.code, int) else 0
        except (BrokenPipeError, KeyboardInterrupt):
            log.info("the client is gone")
        finally:
            self.shutdown()  # type: ignore[no-untyped-call]

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Log an error; pygls would show it in a popup."""
        log.error("%s: %s", getattr(source, "__name__", source), error)
