"""Declarations of std on one target: the files that it builds of each package, their declarations and directives."""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.catalog.store.package_text import Entry, Section
from golinkname_ls.catalog.store.version_catalog import VersionCatalog
from golinkname_ls.golang.targets.file_selection import selected
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.syntax.items.declarations import FuncDeclaration


class TargetDeclarations:
    """Std files that a target builds, and what they declare; packages are read as they are asked for."""

    def __init__(self, catalog: VersionCatalog, target: Target) -> None:
        self.catalog = catalog
        self.target = target
        self._selected: dict[str, list[Section]] = {}
        self._chosen: dict[int, bool] = {}
        self._directed: dict[str, list[tuple[str, str, str, int]]] = {}

    def has_package(self, path: str) -> bool:
        """Whether std has files of `path` on this target."""
        if path in self._selected:
            return bool(self._selected[path])
        package = self.catalog.package(path)
        return package is not None and any(self._selects(s) for s in package.sections)

    def sections(self, path: str) -> list[Section]:
        """The files of a package that this target selects."""
        if path not in self._selected:
            package = self.catalog.package(path)
            every = package.sections if package else []
            self._selected[path] = [s for s in every if self._selects(s)]
        return self._selected[path]

    def _selects(self, section: Section) -> bool:
        key = id(section)
        if key not in self._chosen:
            self._chosen[key] = selected(section.name, section.constraint, self.target, section.imports_c)
        return self._chosen[key]

    def entries(self, path: str, name: str) -> Iterator[Entry]:
        """The declarations of a func, var, const or type on this target; a method's name is `(*T).m` or `T.m`."""
        package = self.catalog.package(path) if path else None
        if package is None:
            return
        receiver, _, bare = name.rpartition(".")
        for entry in package.named(bare):
            if _matches(entry, receiver) and self._selects(entry.section):
                yield entry

    def methods(self, path: str, base: str) -> Iterator[Entry]:
        """The methods of a type on this target."""
        package = self.catalog.package(path)
        for entry in package.methods(base) if package is not None else ():
            if self._selects(entry.section):
                yield entry

    def marks(self, path: str, symbol: str) -> frozenset[str]:
        """The verbs (`linkname`, `linknamestd`) of the directives in package `path` that name `symbol`."""
        prefix = f"{path}."
        own = symbol[len(prefix) :] if symbol.startswith(prefix) else None
        return frozenset(
            verb
            for verb, local, remote, _line in self.directives(path)
            if remote == symbol or (not remote and local == own)
        )

    def directives(self, path: str) -> list[tuple[str, str, str, int]]:
        """(verb, local, remote or "", 0) of a package's directives on this target."""
        if path not in self._directed:
            package = self.catalog.package(path)
            holding = package.directed if package is not None else []
            self._directed[path] = [d for s in holding if self._selects(s) for d in s.directives]
        return self._directed[path]


def _matches(entry: Entry, receiver: str) -> bool:
    declaration = entry.declaration
    if not isinstance(declaration, FuncDeclaration):
        return not receiver
    if not declaration.is_method:
        return not receiver
    base = declaration.receiver_base
    # A value method also has a (*T).m wrapper symbol, which reads like its definition.
    return receiver == f"(*{base})" or (receiver == base and not declaration.receiver_is_pointer)
