"""Catalog of the user's own GOROOT, for a Go version that is not shipped: only the packages that are asked for."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path

import platformdirs

from golinkname_ls.catalog.building.disk_cache import TextCache
from golinkname_ls.catalog.building.goroot_packages import Skipped, package_folders, read_sources, source_bytes
from golinkname_ls.catalog.building.package_writer import write_package
from golinkname_ls.catalog.building.version_tables import blocked_rows, builtin_rows, reference_rows
from golinkname_ls.catalog.store.version_catalog import Catalog, CatalogError, VersionCatalog
from golinkname_ls.golang.installation.goroot import Goroot, NotAGoroot

_PUSH = re.compile(rb"^//go:linkname(?:std)?[ \t]+([^ \t\r\n]+)[ \t]+([^ \t\r\n]+)[ \t\r]*$", re.M)


class GorootCatalog(VersionCatalog):
    """Catalog that reads a GOROOT's sources as they are asked for and keeps what it read in a cache folder.

    `skipped` are the files that could not be read or parsed, of the packages read by this process.
    """

    def __init__(self, goroot: Goroot, cache: Path | None = None) -> None:
        """`cache` is by default the user's cache folder."""
        base = cache or platformdirs.user_cache_path("golinkname-ls") / "goroot"
        key = hashlib.sha256(f"{goroot.folder.resolve()}\0{goroot.release}".encode()).hexdigest()[:16]
        folder = base / f"{goroot.version}-{key}"
        super().__init__(goroot.version, folder)
        self.goroot = goroot
        self.skipped: list[Skipped] = []
        self._cache = TextCache(folder)

    @cached_property
    def paths(self) -> frozenset[str]:
        """The import paths of all std packages (a folder of commands counts too until it is asked for)."""
        return frozenset(self._folders)

    @cached_property
    def _folders(self) -> dict[str, Path]:
        return dict(package_folders(self.goroot.src, self.skipped))

    def _text(self, name: str) -> str:
        try:
            match name:
                case "version.txt":
                    return self.goroot.release + "\n"
                case "blocked.txt":
                    return self._kept(name, ["cmd/link/internal/loader"], lambda: blocked_rows(self.goroot))
                case "builtins.txt":
                    return self._kept(name, ["cmd/internal/goobj"], lambda: builtin_rows(self.goroot))
                case "pushes.txt":
                    return self._kept(name, sorted(self._folders), self._pushes)
                case "references.txt":
                    folders = dict(sorted(self._folders.items()))
                    return self._kept(name, folders, lambda: reference_rows(folders.items()))
            path = name.removesuffix(".txt").replace("+", "/")
            return self._kept(name, [path], lambda: self._package(path))
        except (NotAGoroot, KeyError, OSError) as error:
            raise CatalogError(f"{self.goroot.folder}: {error}") from None

    def _kept(self, name: str, folders: Iterable[str], make: Callable[[], str]) -> str:
        """The text of a file of the catalog, which is made anew when one of these folders below src has changed."""
        return self._cache.get(name, "\n".join(map(self._stamp, folders)), make)

    def _stamp(self, path: str) -> str:
        """Fingerprint of a folder below src: it changes when a file is added, removed or written."""
        rows = [path]
        try:
            for file in sorted((self.goroot.src / path).iterdir()):
                if file.suffix in (".go", ".s"):
                    state = file.lstat()
                    rows.append(f"{file.name} {state.st_size} {state.st_mtime_ns}")
        except OSError:
            rows.append("unreadable")
        return " ".join(rows)

    def _package(self, path: str) -> str:
        # Which constants other packages need is not known when one package is read: all are kept.
        return write_package(read_sources(path, self._folders[path], self.skipped))

    def _pushes(self) -> str:
        # Found in the bytes, without parsing all of std: stubs are among them, which who looks a symbol up tells apart.
        rows: set[str] = set()
        for path, folder in self._folders.items():
            for file in folder.glob("*.go"):
                if not file.name.endswith("_test.go"):
                    rows.update(_pushed(path, file))
        return "".join(sorted(rows))


def _pushed(path: str, file: Path) -> Iterable[str]:
    try:
        data = source_bytes(file)
    except OSError:
        return
    for local, remote in _PUSH.findall(data):
        yield f"{remote.decode('utf-8', 'replace')} {path} {local.decode('utf-8', 'replace')}\n"


def with_goroot(catalog: Catalog, goroot: Goroot | None, cache: Path | None = None) -> tuple[Catalog, list[str]]:
    """The catalog with the user's Go version in it, and what a user is to be told about that.

    A version that the catalog has stays as shipped. Raises CatalogError for one older than all that is known.
    """
    if goroot is None or goroot.version in catalog.versions:
        return catalog, []
    oldest, newest = catalog.versions[0], catalog.newest
    if goroot.version < oldest:
        raise CatalogError(f"{goroot.folder}: {goroot.release} is older than anything known: the oldest is {oldest}")
    told = [f"Go {goroot.version} is not shipped: its packages are read from {goroot.folder} when they are needed"]
    if goroot.version > newest:
        told.append(f"Go {goroot.version} is newer than {newest}: its linker is taken to be alike")
    return catalog.extended(GorootCatalog(goroot, cache)), told
