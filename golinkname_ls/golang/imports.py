"""Which packages a package drags in: its imports, and theirs (go/build and cmd/go/internal/load)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from golinkname_ls.golang.constraint import selected
from golinkname_ls.golang.folders import Folders
from golinkname_ls.golang.modules.module import Module
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
        if header.package_name != "documentation" and selected(name, header.constraint, target):
            found.update(i.path for i in header.imports)
    return frozenset(found)


def is_main(package: PackageFolder, target: Target) -> bool:
    """Whether a target builds a program of the folder."""
    return any(
        header.package_name == "main" and not name.endswith("_test.go") and selected(name, header.constraint, target)
        for name, header in package.headers()
    )


def closure(
    folders: Folders,
    module: Module | None,
    start: tuple[str, Path],
    target: Target,
    is_std: Callable[[str], bool],
    *,
    tests: bool = False,
) -> Closure:
    """The package `start` (import path and folder) of `module` with all it drags in."""
    path, folder = start
    packages = {path: folders.package(folder)}
    std: set[str] = set()
    missing: set[str] = set()
    waiting = [(packages[path], tests)]
    while waiting:
        package, with_tests = waiting.pop()
        for imported in imports_of(package, target, tests=with_tests):
            if imported in packages or imported in std or imported in missing:
                continue
            if imported in ("C", "unsafe") or is_std(imported):
                std.add(imported)
                continue
            found = folders.locate(module, imported)
            if found is None:
                missing.add(imported)
            else:
                packages[imported] = folders.package(found)
                waiting.append((packages[imported], False))
    return Closure(packages, frozenset(std), frozenset(missing))
