"""`doctor`: what this installation sees."""

from __future__ import annotations

import argparse
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from golinkname_ls import __version__
from golinkname_ls.analysis.window import Options, versions
from golinkname_ls.catalog.goroot import with_goroot
from golinkname_ls.catalog.store import CatalogError, shipped
from golinkname_ls.golang.goroot import find_goroot
from golinkname_ls.golang.modules.module import find_module
from golinkname_ls.golang.platform import Platform


def arguments(parser: argparse.ArgumentParser) -> None:
    """It has none."""


def run(options: argparse.Namespace) -> int:
    """Print one fact a line; 1 when something is missing."""
    print(f"golinkname-ls {__version__}, Python {platform.python_version()}, platform {Platform.host()}")
    for name in ("tree-sitter", "tree-sitter-go", "pygls", "lsprotocol"):
        try:
            print(f"{name} {version(name)}")
        except PackageNotFoundError:
            print(f"{name}: not installed")
    search = find_goroot(workspace=Path.cwd())
    print(f"GOROOT: {search.told}{'' if search.goroot else ' (hovers show no doc comments)'}")
    try:
        catalog = shipped()
        releases = [found.release for v in catalog.versions if (found := catalog.version(v))]
    except CatalogError as error:
        print(f"catalog: {error}")
        return 1
    print(f"catalog: {', '.join(releases)}")
    try:
        for told in with_goroot(catalog, search.goroot)[1]:
            print(f"catalog: {told}")
    except CatalogError as error:
        print(f"catalog: {error}")
    module = find_module(Path.cwd())
    window, current = versions(Options(), module, catalog)
    print(f"module: {module.path + ' in ' + str(module.folder) if module else 'none at or above this folder'}")
    print(f"window: Go {', '.join(map(str, window))}; current: {', '.join(map(str, sorted(current)))}")
    return 0
