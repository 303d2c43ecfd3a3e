"""`doctor`: the versions, GOROOT, catalog and configuration in force."""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from golinkname_ls import __version__
from golinkname_ls.analysis.local_toolchain import local_version
from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.project.configuration import FILE_NAME
from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.target_window import versions_to_check
from golinkname_ls.catalog.store.version_catalog import CatalogError, shipped
from golinkname_ls.golang.targets.platform import Platform


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare nothing: the command has no arguments."""


def run(arguments: argparse.Namespace) -> int:
    """Print one fact a line; 1 when something is missing or broken."""
    print(f"golinkname-ls {__version__}, Python {platform.python_version()}, platform {Platform.host()}")
    for name in ("tree-sitter", "tree-sitter-go", "pygls", "lsprotocol"):
        try:
            print(f"{name} {version(name)}")
        except PackageNotFoundError:
            print(f"{name}: not installed")
    print(f"GOROOT: {os.environ.get('GOROOT') or 'not set (hovers show no doc comments)'}")
    local = local_version()
    print(f"go command: {f'Go {local}' if local else 'none on PATH'}")
    try:
        catalog = shipped()
        releases = [found.release for v in catalog.versions if (found := catalog.version(v))]
    except CatalogError as error:
        print(f"catalog: {error}")
        return 1
    print(f"catalog: {', '.join(releases)}")
    session = Session(Options(local=local), catalog)
    for line in _project(session):
        print(line)
    return int(bool(session.configuration_errors()))


def _project(session: Session) -> Iterator[str]:
    """Lines about the module of the working directory and the options in force for it."""
    folder = Path.cwd()
    project, effective = session.project(folder), session.effective_options(folder)
    module = project.module
    yield f"module: {module.path + ' in ' + str(module.folder) if module else 'none at or above this folder'}"
    if project.error is not None:
        yield f"configuration: {project.error}"
    elif module is not None:
        yield f"configuration: {project.configuration.file or f'no {FILE_NAME} beside go.mod'}"
    window, current = versions_to_check(effective, module, session.engine.catalog)
    yield f"window: Go {', '.join(map(str, window))}; current: {', '.join(map(str, sorted(current)))}"
    yield f"platforms: {', '.join(map(str, effective.platforms)) or Platform.host()}"
    if effective.tags:
        yield f"tags: {', '.join(sorted(effective.tags))}"
    if not effective.checks_linkname:
        yield f"checklinkname: off, says {effective.checklinkname_because}"
