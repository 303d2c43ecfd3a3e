"""Packages in folders on top of others that are always there: the workspace over the std library."""

from __future__ import annotations

from collections.abc import Callable

from golinkname_ls.golang.package import PackageFolder
from golinkname_ls.golang.target import Target
from golinkname_ls.golang.types.packages import Declared, Package, Packages
from golinkname_ls.syntax.declaration import FuncDeclaration
from golinkname_ls.syntax.source_file import SourceFile

Locate = Callable[[str, str], PackageFolder | None]
"""The folder of an import path, as the package of the second path imports it."""


class FolderPackage:
    """A package in a folder on one target, without its tests unless `like` is one of them."""

    def __init__(self, path: str, folder: PackageFolder, target: Target, like: SourceFile) -> None:
        self.path = path
        self._folder = folder
        self._target = target
        self._like = like
        self._methods: dict[str, dict[str, Declared]] | None = None

    @property
    def name(self) -> str:
        """The name in its package clauses."""
        return self._like.outline.package_name

    def declared(self, name: str) -> Declared | None:
        """The func, var, const or type of that name."""
        for source, declaration in self._folder.declared(name, self._target, self._like):
            if not (isinstance(declaration, FuncDeclaration) and declaration.is_method):
                return Declared(declaration, source.outline.imports)
        return None

    def methods(self, base: str) -> dict[str, Declared]:
        """The methods whose receiver's type is `base`, by name."""
        if self._methods is None:
            self._methods = {}
            for source in self._folder.selected(self._target, self._like):
                for declaration in source.outline.declarations():
                    if isinstance(declaration, FuncDeclaration) and declaration.is_method:
                        of_base = self._methods.setdefault(declaration.receiver_base, {})
                        of_base[declaration.name] = Declared(declaration, source.outline.imports)
        return self._methods.get(base, {})


class LayeredPackages:
    """`below`'s packages, and for other import paths the folders that `locate` finds."""

    def __init__(self, below: Packages, locate: Locate, own: FolderPackage | None = None) -> None:
        """`own` is the package that is looked at, with the editor's text."""
        self._below = below
        self._locate = locate
        self._packages: dict[tuple[str, str], Package | None] = {}
        self._own = own

    @property
    def target(self) -> Target:
        """The version and platform."""
        return self._below.target

    def package(self, path: str, importer: str) -> Package | None:
        """The package that `importer` gets for an import path."""
        if self._own is not None and path == self._own.path:
            return self._own
        key = (path, importer)
        if key not in self._packages:
            self._packages[key] = self._below.package(path, importer) or self._in_folder(path, importer)
        return self._packages[key]

    def _in_folder(self, path: str, importer: str) -> FolderPackage | None:
        folder = self._locate(path, importer)
        if folder is None:
            return None
        for source in folder.sources():
            # Any file of the package proper tells which other files belong to it.
            name = source.outline.package_name
            if not source.path.name.endswith("_test.go") and name not in ("", "documentation"):
                chosen = next(iter(folder.selected(self.target, source)), None)
                if chosen is not None:
                    return FolderPackage(path, folder, self.target, chosen)
        return None
