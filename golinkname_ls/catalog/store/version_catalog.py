"""Catalogs of Go versions: a folder each, of which a package's file is opened when something asks for it."""

from __future__ import annotations

import functools
import os
import re
from functools import cached_property

import golinkname_ls
from golinkname_ls.catalog.store.package_text import PackageText, package_file_name
from golinkname_ls.golang.targets.version import GoVersion

# Files of a version's folder that are not a package.
_TABLES = frozenset({"version", "blocked", "builtins", "pushes", "references"})


class CatalogError(Exception):
    """A catalog that is missing or damaged; the message names the file."""


class VersionCatalog:
    """Catalog of one Go version's std library, for all platforms."""

    def __init__(self, version: GoVersion, folder: str | os.PathLike[str]) -> None:
        self.version = version
        self.folder = os.fspath(folder)
        self._packages: dict[str, PackageText | None] = {}

    @cached_property
    def release(self) -> str:
        """Exact Go release that the catalog was built from: `go1.27.3`."""
        return self._text("version.txt").strip()

    @cached_property
    def blocked(self) -> dict[str, tuple[str, ...]]:
        """blockedLinknames: each symbol with the packages that may refer to it all the same."""
        rows = (row.split(" ") for row in self._text("blocked.txt").splitlines())
        return {row[0]: tuple(row[1:]) for row in rows}

    @cached_property
    def builtins(self) -> frozenset[str]:
        """Symbols that the compiler itself calls (builtinlist.go, ABI 1)."""
        return frozenset(row for row in self._text("builtins.txt").splitlines() if " " not in row)

    @cached_property
    def builtins_of_assembly(self) -> frozenset[str]:
        """Compiler builtins under ABI 0, as assembly refers to them: vars and assembly funcs (builtinlist.go)."""
        rows = self._text("builtins.txt").splitlines()
        return frozenset(row.removesuffix(" ABI0") for row in rows if " " in row)

    @cached_property
    def pushes(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """For each symbol that a package defines under another name: (package, local) of every such definition."""
        table: dict[str, tuple[tuple[str, str], ...]] = {}
        for row in self._text("pushes.txt").splitlines():
            words = row.split(" ")
            if len(words) != 3:
                raise CatalogError(f"{self._file('pushes.txt')} is damaged: run `golinkname-ls catalog build`")
            remote, package, local = words
            table[remote] = (*table.get(remote, ()), (package, local))
        return table

    @cached_property
    def references(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """For each Go symbol that its own package's assembly refers to: (file name, constraint) of those files."""
        table: dict[str, tuple[tuple[str, str], ...]] = {}
        for row in self._text("references.txt").splitlines():
            symbol, file, *constraint = row.split(" ", 2)
            table[symbol] = (*table.get(symbol, ()), (file, "".join(constraint)))
        return table

    @cached_property
    def paths(self) -> frozenset[str]:
        """The import paths of all std packages."""
        try:
            names = [n for n in os.listdir(self.folder) if n.endswith(".txt")]
        except OSError:
            names = []
        found = frozenset(n[:-4].replace("+", "/") for n in names) - _TABLES
        if "runtime" not in found:
            # Every Go has it. With files missing, every symbol would look undefined.
            raise CatalogError(f"{self.folder} is damaged, it has no runtime.txt: run `golinkname-ls catalog build`")
        return found

    def package(self, path: str) -> PackageText | None:
        """The package's text, None when this version has no such package; raises CatalogError when damaged."""
        if path not in self._packages:
            self._packages[path] = self._read(path) if path in self.paths else None
        return self._packages[path]

    def _read(self, path: str) -> PackageText:
        text = self._text(package_file_name(path))
        if not text.startswith(f"package {path}\n"):
            raise CatalogError(f"{self._file(package_file_name(path))} is damaged: run `golinkname-ls catalog build`")
        return PackageText(path, text)

    def _text(self, name: str) -> str:
        try:
            with open(self._file(name), "rb") as file:
                return file.read().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise CatalogError(f"{self._file(name)} cannot be read: {error}") from None

    def _file(self, name: str) -> str:
        return os.path.join(self.folder, name)


class Catalog:
    """Catalogs of all Go versions that a folder has."""

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = os.fspath(folder)
        try:
            with os.scandir(self.folder) as entries:
                found = [e for e in entries if re.fullmatch(r"\d+\.\d+", e.name) and e.is_dir()]
        except OSError:
            found = []
        if not found:
            raise CatalogError(
                f"{self.folder} holds no catalog: reinstall golinkname-ls or run `golinkname-ls catalog build`"
            )
        self._versions: dict[GoVersion, str] = {GoVersion.parse(e.name): e.path for e in found}
        self._open: dict[GoVersion, VersionCatalog] = {}

    @property
    def versions(self) -> list[GoVersion]:
        """Go versions of the catalog, oldest first."""
        return sorted(self._versions)

    @property
    def newest(self) -> GoVersion:
        """Newest Go version of the catalog."""
        return self.versions[-1]

    def version(self, version: GoVersion) -> VersionCatalog | None:
        """Catalog of one Go version, None when there is none."""
        if version not in self._open and version in self._versions:
            self._open[version] = VersionCatalog(version, self._versions[version])
        return self._open.get(version)

    def extended(self, extra: VersionCatalog) -> Catalog:
        """Copy of the catalog with one version added, or replaced."""
        found = object.__new__(type(self))
        found.folder = self.folder
        found._versions = self._versions | {extra.version: extra.folder}
        found._open = self._open | {extra.version: extra}
        return found


@functools.cache
def shipped() -> Catalog:
    """The catalog that comes with the program: in the package, or beside it in a source checkout."""
    # Neither importlib.resources nor pathlib: importing them takes longer than reading a package.
    package = os.path.dirname(os.path.abspath(golinkname_ls.__file__))
    inside = os.path.join(package, "_catalog")
    return Catalog(inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "catalog"))
