"""Transitive imports of a package on a target (cmd/go/internal/load)."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from golinkname_ls.golang.modules.module import GOROOT_MODULES, Module
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.packages.packages_by_folder import Folders
from golinkname_ls.golang.targets.target import Target

_IN_EVERY_PROGRAM = frozenset({"runtime"})


@dataclass(frozen=True, slots=True)
class Closure:
    """A package with its transitive imports on one target.

    `packages` are those with folders, by import path; `std` the std packages they import; `missing` the import paths
    that lead to neither.
    """

    packages: dict[str, PackageFolder]
    std: frozenset[str]
    missing: frozenset[str]


def imports_of(package: PackageFolder, target: Target, *, tests: bool = False) -> frozenset[str]:
    """The import paths of the files that a target selects; with `tests` those of its tests too."""
    found: set[str] = set()
    for header in package.built(target, tests=tests):
        found.update(i.path for i in header.imports)
    return frozenset(found)


def is_main(package: PackageFolder, target: Target) -> bool:
    """Whether the package of a folder is a main package on a target."""
    return any(header.package_name == "main" for header in package.built(target))


class _Located(NamedTuple):
    """The package of an import, and the module whose go.mod counts for its own imports."""

    path: str
    package: PackageFolder
    module: Module | None


def closure(
    folders: Folders,
    module: Module | None,
    start: tuple[str, Path],
    target: Target,
    std_paths: Container[str] | None,
    *,
    tests: bool = False,
) -> Closure:
    """Transitive imports of the package `start` (import path and folder) of `module`, with the package itself.

    `std_paths` are the packages that have no folder of their own; None in GOROOT, where each has one, and where the
    runtime is part of every program.
    """
    path, folder = start
    always = _IN_EVERY_PROGRAM if std_paths is None else frozenset[str]()
    first = folders.package(folder)
    packages = {path: first}
    std: set[str] = set()
    missing: set[str] = set()
    imports = imports_of(first, target, tests=True) if tests else _imports(first, target)
    waiting = [(module, imports), (module, always)]
    while waiting:
        importer, imports = waiting.pop()
        for imported in sorted(imports):
            if imported in packages or imported in std or imported in missing:
                continue
            if imported in ("C", "unsafe") or (std_paths is not None and imported in std_paths):
                std.add(imported)
                continue
            found = _locate(folders, importer, imported)
            if found is None:
                missing.add(imported)
            elif found.path not in packages:
                packages[found.path] = found.package
                waiting.append((found.module, _imports(found.package, target)))
    return Closure(packages, frozenset(std), frozenset(missing))


def _locate(folders: Folders, importer: Module | None, imported: str) -> _Located | None:
    def find() -> _Located | None:
        found = folders.locate(importer, imported)
        if found is None:
            return None
        # GOROOT's two modules vendor each their own.
        module = folders.module(found.folder) if found.module in GOROOT_MODULES else importer
        return _Located(found.import_path, folders.package(found.folder), module)

    return folders.answers.ask((_locate, importer, imported), find)


def _imports(package: PackageFolder, target: Target) -> frozenset[str]:
    return package.answers.ask((imports_of, target), lambda: imports_of(package, target))
