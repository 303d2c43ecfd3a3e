"""The language server on a transport: standard input and output, or a local TCP port."""

from __future__ import annotations

import gc
import logging
import sys

from golinkname_ls.analysis.local_toolchain import local_version
from golinkname_ls.analysis.session import Session
from golinkname_ls.catalog.store.version_catalog import CatalogError
from golinkname_ls.lsp.features import configuration, hover, initialization, text_synchronization, watched_files
from golinkname_ls.lsp.server import Server


def create_server(session: Session) -> Server:
    """A server with every feature registered."""
    server = Server(session)
    for feature in (initialization, text_synchronization, hover, configuration, watched_files):
        feature.register(server)
    return server


def serve(port: int | None) -> int:
    """Serve on stdio, or on a local TCP port; returns the exit status."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(name)s: %(message)s")
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    try:
        server = create_server(Session(interactive=True))
    except CatalogError as error:
        print(f"golinkname-ls: {error}", file=sys.stderr)
        return 2
    server.find_toolchain, server.awaits_toolchain = local_version, True
    # The imported protocol classes stay for good: without this a full collection takes 19 ms at some keystroke.
    gc.freeze()
    gc.enable()
    if port is None:
        server.start_io()
        return server.exit_status
    try:
        server.start_tcp("127.0.0.1", port)
    except (OSError, OverflowError) as error:
        print(f"golinkname-ls: port {port}: {getattr(error, 'strerror', None) or error}", file=sys.stderr)
        return 2
    return server.exit_status
