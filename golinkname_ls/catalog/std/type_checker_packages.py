"""Std packages of one target as the type checker sees them."""

from __future__ import annotations

from golinkname_ls.catalog.std.declarations import TargetDeclarations
from golinkname_ls.catalog.std.platform_constants import std_constant
from golinkname_ls.catalog.store.package_text import Entry
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.type_checker.package_source import Declared
from golinkname_ls.syntax.items.declarations import ConstDeclaration


class StdPackage:
    """One std package on one target."""

    def __init__(self, path: str, declarations: TargetDeclarations) -> None:
        self.path = path
        self._declarations = declarations
        self._methods: dict[str, dict[str, Declared]] = {}

    @property
    def name(self) -> str:
        """The name in its package clauses."""
        names = [s.package_name for s in self._declarations.sections(self.path) if not s.is_assembly]
        return next((n for n in names if n != "main"), self.path.rsplit("/", 1)[-1])

    def declared(self, name: str) -> Declared | None:
        """The func, var, const or type of that name."""
        for entry in self._declarations.entries(self.path, name):
            return _declared(entry)
        value = std_constant(self.path, name, self._declarations.target.platform)
        return Declared(ConstDeclaration(name, "", value, 0, 0), ()) if value else None

    def methods(self, base: str) -> dict[str, Declared]:
        """The methods whose receiver's type is `base`, by name."""
        if base not in self._methods:
            self._methods[base] = {
                e.declaration.name: _declared(e) for e in self._declarations.methods(self.path, base)
            }
        return self._methods[base]


def _declared(entry: Entry) -> Declared:
    return Declared(entry.declaration, entry.section.imports)


class StdPackages:
    """All std packages of one target; an import of `golang.org/x/…` is the copy vendored in GOROOT."""

    def __init__(self, declarations: TargetDeclarations) -> None:
        self._declarations = declarations
        self._packages: dict[str, StdPackage | None] = {}

    @property
    def target(self) -> Target:
        """The version and platform."""
        return self._declarations.target

    def package(self, path: str, importer: str) -> StdPackage | None:  # noqa: ARG002 (vendoring is std's own)
        """The package that a std package gets for an import path."""
        std = self._declarations
        if f"vendor/{path}" in std.catalog.paths and path not in std.catalog.paths:
            path = f"vendor/{path}"
        if path not in self._packages:
            self._packages[path] = StdPackage(path, std) if std.has_package(path) else None
        return self._packages[path]
