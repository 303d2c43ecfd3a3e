"""Programs of small modules in a folder, as one run of the linker would see them."""

from __future__ import annotations

import functools
from pathlib import Path

from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.compiler.checker_and_scope import CodeContext
from golinkname_ls.golang.packages.packages_by_folder import Folders
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.program.program import Program, Programs
from tests.tree import write_tree

MODULE = "example.com/m"


def target(version: str = "1.27", platform: str = "linux/amd64", *, cgo: bool = False) -> Target:
    return Target(GoVersion.parse(version), Platform.parse(platform), cgo=cgo)


@functools.cache
def symbols_of(of: Target) -> TargetSymbols:
    catalog = shipped().version(of.go)
    assert catalog is not None
    return TargetSymbols(catalog, of)


def program(root: Path, files: dict[str, str], of: Target | None = None, *, tests: bool = False) -> Program:
    """Program of the package in the module's own folder, of which `files` are written down."""
    write_tree(root, {"go.mod": f"module {MODULE}\n\ngo 1.18\n"} | files)
    folders = Folders()
    found = folders.package(root), folders.module(root), MODULE
    return Programs(folders).own(*found, symbols_of(of or target()), tests=tests)


def context_of(found: Program, path: str = MODULE) -> CodeContext:
    """Context of the package's first file, with that file's imports."""
    package = found.closure.packages[path]
    source = package.any_source(found.symbols.target)
    assert source is not None
    return CodeContext.of(found, path, source.as_now()).importing(source.outline.imports)
