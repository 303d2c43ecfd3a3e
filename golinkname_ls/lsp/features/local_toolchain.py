"""The version of the user's go command, found in the background; its std library is read when it is not shipped."""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections.abc import Callable
from dataclasses import replace

from lsprotocol import types as lsp

from golinkname_ls.analysis.local_toolchain import with_local
from golinkname_ls.catalog.store.version_catalog import Catalog, CatalogError
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.lsp.features import configuration, diagnostics
from golinkname_ls.lsp.server import Server
from golinkname_ls.syntax.files.source_file import SourceFile

log = logging.getLogger("golinkname_ls")
_TASKS: set[asyncio.Task[None]] = set()


def start_search(ls: Server) -> None:
    """Start the search for the go command's version in the background; diagnostics follow when it is found."""
    if ls.find_toolchain is None:
        return
    task = asyncio.get_running_loop().create_task(_search(ls, ls.find_toolchain))
    # The loop itself holds tasks weakly.
    _TASKS.add(task)
    task.add_done_callback(_TASKS.discard)


async def _search(ls: Server, find: Callable[[], GoVersion | None]) -> None:
    try:
        local = await asyncio.to_thread(find)
        if local is None:
            return
        catalog, told = await asyncio.to_thread(with_local, ls.session.engine.catalog, local)
        for line in told:
            ls.window_log_message(lsp.LogMessageParams(lsp.MessageType.Info, f"golinkname-ls: {line}"))
        if catalog is not ls.session.engine.catalog:
            await _read(ls, catalog, local)
            ls.session.use_catalog(catalog)
        ls.session.options = replace(ls.session.options, local=local)
        diagnostics.changed(ls)
    except (CatalogError, OSError) as error:
        ls.window_log_message(lsp.LogMessageParams(lsp.MessageType.Warning, f"golinkname-ls: {error}"))
    finally:
        ls.awaits_toolchain = False
        if ls.refused_settings is not None:
            configuration.apply(ls, ls.refused_settings)


async def _read(ls: Server, catalog: Catalog, version: GoVersion) -> None:
    """Read the packages that the open files' directives name, with progress, so that no keystroke waits for them."""
    sources = [doc.file for doc in ls.documents() if isinstance(doc.file, SourceFile)]
    remotes = {d.remote for source in sources for d in source.outline.directives if d.remote}
    paths = sorted({"runtime", *(remote.rpartition(".")[0].split(".(")[0] for remote in remotes)})
    opened = catalog.version(version)
    token = str(uuid.uuid4()) if ls.client.shows_progress else ""
    if token:
        await ls.work_done_progress.create_async(token)
        title = f"Reading Go {version}"
        ls.work_done_progress.begin(token, lsp.WorkDoneProgressBegin(title=title, percentage=0))
    try:
        for done, path in enumerate(paths, 1):
            if opened is not None and path in opened.paths:
                await asyncio.to_thread(opened.package, path)
            if token:
                percentage = 100 * done // len(paths)
                ls.work_done_progress.report(token, lsp.WorkDoneProgressReport(message=path, percentage=percentage))
        if opened is not None:
            await asyncio.to_thread(lambda: (opened.pushes, opened.blocked, opened.builtins, opened.references))
    finally:
        if token:
            ls.work_done_progress.end(token, lsp.WorkDoneProgressEnd())
