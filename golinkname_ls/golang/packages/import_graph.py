"""Transitive imports of a package on a target (cmd/go/internal/load)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from golinkname_ls.golang.modules.module import GOROOT_MODULES, Module
from golinkname_ls.golang.packages.folders import Folders
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.targets.target import Target


@dataclass(frozen=True, slots=True)
class Closure:
    """A package with its transitive imports on one target.

    `packages` are those with folders, by import path; `std` the std packages they import; `missing` what is neither.
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


class ImportGraph:
    """The imports of the packages of folders by target, kept until `forget`."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._imports: dict[tuple[int, Target], frozenset[str]] = {}
        self._located: dict[Module | None, dict[str, _Located | None]] = {}

    def forget(self) -> None:
        """Drop what is kept: a file's imports, or the packages they lead to, may have changed."""
        self._imports.clear()
        self._located.clear()

    def closure(
        self,
        module: Module | None,
        start: tuple[str, Path],
        target: Target,
        is_std: Callable[[str], bool],
        *,
        tests: bool = False,
        always: frozenset[str] = frozenset(),
    ) -> Closure:
        """The package `start` (import path and folder) of `module`, and `always`, with all that they import."""
        path, folder = start
        first = self._folders.package(folder)
        packages = {path: first}
        std: set[str] = set()
        missing: set[str] = set()
        imports = imports_of(first, target, tests=True) if tests else self._of(first, target)
        waiting = [(module, imports), (module, always)]
        while waiting:
            importer, imports = waiting.pop()
            located = self._located.setdefault(importer, {})
            for imported in imports:
                if imported in packages or imported in std or imported in missing:
                    continue
                if imported in ("C", "unsafe") or is_std(imported):
                    std.add(imported)
                    continue
                if imported not in located:
                    located[imported] = self._locate(importer, imported)
                found = located[imported]
                if found is None:
                    missing.add(imported)
                elif found.path not in packages:
                    packages[found.path] = found.package
                    waiting.append((found.module, self._of(found.package, target)))
        return Closure(packages, frozenset(std), frozenset(missing))

    def _locate(self, importer: Module | None, imported: str) -> _Located | None:
        found = self._folders.locate(importer, imported)
        if found is None:
            return None
        # GOROOT's two modules vendor each their own.
        module = self._folders.module(found.folder) if found.module in GOROOT_MODULES else importer
        return _Located(found.import_path, self._folders.package(found.folder), module)

    def _of(self, package: PackageFolder, target: Target) -> frozenset[str]:
        key = (id(package), target)
        if key not in self._imports:
            self._imports[key] = imports_of(package, target)
        return self._imports[key]
