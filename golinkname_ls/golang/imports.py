"""Which packages a package drags in: its imports, and theirs (go/build and cmd/go/internal/load)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from golinkname_ls.golang.constraint import selected
from golinkname_ls.golang.folders import Folders
from golinkname_ls.golang.modules.module import GOROOT_MODULES, Module
from golinkname_ls.golang.package import PackageFolder
from golinkname_ls.golang.target import Target


@dataclass(frozen=True, slots=True)
class Closure:
    """A package with all that it drags in on one target.

    `packages` are those with folders, by import path; `std` the std packages they import; `missing` what is neither.
    """

    packages: dict[str, PackageFolder]
    std: frozenset[str]
    missing: frozenset[str]


def imports_of(package: PackageFolder, target: Target, *, tests: bool = False) -> frozenset[str]:
    """What the files that a target selects import; with `tests` those of its tests too."""
    found: set[str] = set()
    for name, header in package.headers():
        if name.endswith("_test.go") and not tests:
            continue
        if header.package_name == "documentation" or (header.imports_c and not target.cgo):
            continue
        if selected(name, header.constraint, target):
            found.update(i.path for i in header.imports)
    return frozenset(found)


def is_main(package: PackageFolder, target: Target) -> bool:
    """Whether a target builds a program of the folder."""
    return any(
        header.package_name == "main"
        and not name.endswith("_test.go")
        and selected(name, header.constraint, target, header.imports_c)
        for name, header in package.headers()
    )


class ImportGraph:
    """What the packages of some folders drag in on each target; kept until `forget`."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._imports: dict[tuple[Path, Target], frozenset[str]] = {}

    def forget(self) -> None:
        """Some file's imports, or what they mean, may have changed."""
        self._imports.clear()

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
        """The package `start` (import path and folder) of `module` and the packages `always`, with all they drag in."""
        path, folder = start
        first = self._folders.package(folder)
        packages = {path: first}
        std: set[str] = set()
        missing: set[str] = set()
        imports = imports_of(first, target, tests=True) if tests else self._of(first, target)
        waiting = [(module, imports), (module, always)]
        while waiting:
            importer, imports = waiting.pop()
            for imported in imports:
                if imported in packages or imported in std or imported in missing:
                    continue
                if imported in ("C", "unsafe") or is_std(imported):
                    std.add(imported)
                    continue
                found = self._folders.locate(importer, imported)
                if found is None:
                    missing.add(imported)
                elif found.import_path not in packages:
                    packages[found.import_path] = self._folders.package(found.folder)
                    # GOROOT's two modules vendor each their own.
                    own = self._folders.module(found.folder) if found.module in GOROOT_MODULES else importer
                    waiting.append((own, self._of(packages[found.import_path], target)))
        return Closure(packages, frozenset(std), frozenset(missing))

    def _of(self, package: PackageFolder, target: Target) -> frozenset[str]:
        key = (package.folder, target)
        if key not in self._imports:
            self._imports[key] = imports_of(package, target)
        return self._imports[key]
