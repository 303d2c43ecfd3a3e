"""Std packages in a GOROOT's sources; a file that cannot be read or parsed is left out and named."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from golinkname_ls.catalog.store.package_text import AssemblySymbol
from golinkname_ls.golang.assembly.symbols import assembly_symbols
from golinkname_ls.syntax.items.constraint_lines import constraint_of
from golinkname_ls.syntax.items.declarations import FileDeclarations
from golinkname_ls.syntax.items.declarations_from_tree import extract

_OUTSIDE = ("main", "documentation")


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not in the catalog, and why."""

    file: Path
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: left out: {self.reason}"


@dataclass(slots=True)
class SourcePackage:
    """One package's files: Go declarations, and (name, constraint, symbols) of its assembly."""

    path: str
    files: list[FileDeclarations] = field(default_factory=list)
    assembly: list[tuple[str, str, list[AssemblySymbol]]] = field(default_factory=list)


def package_folders(src: Path, skipped: list[Skipped]) -> Iterator[tuple[str, Path]]:
    """(import path, folder) of every std package folder below `src`, sorted; `cmd` and testdata are left out.

    Links to folders are not followed, so that a loop of them does no harm. Folders that cannot be read go to `skipped`.
    """

    def unreadable(error: OSError) -> None:
        skipped.append(Skipped(Path(error.filename), error.strerror or str(error)))

    found = []
    for base, names, files in os.walk(src, onerror=unreadable, followlinks=False):
        folder = Path(base)
        relative = folder.relative_to(src).as_posix()
        if relative == ".":
            names[:] = [n for n in names if n != "cmd"]
        names[:] = sorted(n for n in names if n != "testdata" and n[0] not in "._")
        if relative != "." and any(f.endswith(".go") for f in files):
            found.append((relative, folder))
    yield from sorted(found)


def read_sources(path: str, folder: Path, skipped: list[Skipped]) -> SourcePackage:
    """The package in a folder, for all platforms; commands and files with the tag `ignore` do not count."""
    package = SourcePackage(path)
    for file in sorted(folder.glob("*.go")):
        if file.name.endswith("_test.go") or file.name[0] in "._":
            continue
        data = _bytes(file, skipped)
        if data is None:
            continue
        declarations = extract(file.name, data)
        if declarations.constraint == "ignore" or declarations.package_name in _OUTSIDE:
            continue
        if declarations.broken or not declarations.package_name:
            skipped.append(Skipped(file, "it does not parse"))
        else:
            package.files.append(declarations)
    for file in sorted(folder.glob("*.s")):
        data = _bytes(file, skipped)
        symbols = assembly_symbols(data.decode("utf-8", "replace"), path) if data is not None else []
        if data is not None and symbols:
            package.assembly.append((file.name, constraint_of(data), symbols))
    return package


def source_bytes(file: Path) -> bytes:
    """Bytes of a regular file; raises OSError, also for a pipe or a device, whose end may never come."""
    if not stat.S_ISREG(file.stat().st_mode):
        raise OSError(errno.EINVAL, "it is no regular file")
    return file.read_bytes()


def _bytes(file: Path, skipped: list[Skipped]) -> bytes | None:
    try:
        return source_bytes(file)
    except OSError as error:
        skipped.append(Skipped(file, error.strerror or str(error)))
        return None
