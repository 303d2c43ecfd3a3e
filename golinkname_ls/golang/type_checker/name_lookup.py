"""Name lookup: what an identifier means in a scope (Go specification, "Declarations and scope").

In order: type parameters and locals, the package's declarations, the file's imports, dot imports, the universe.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

from golinkname_ls.golang.type_checker.builtin_funcs import is_builtin
from golinkname_ls.golang.type_checker.file_scope import Scope
from golinkname_ls.golang.type_checker.operand import UNKNOWN, Mode, Operand, constant, of_type, value_of
from golinkname_ls.golang.type_checker.package_source import Declared, Package, Packages
from golinkname_ls.golang.types import universe
from golinkname_ls.syntax.items.declarations import Import


class NameLookup(ABC):
    """Lookup of names in one target's packages; a declaration is resolved when first asked for, then kept.

    How a declaration is resolved is left to `_resolve`, since that asks for other names in its turn.
    """

    def __init__(self, packages: Packages, base: NameLookup | None = None) -> None:
        """Lookup in `packages`; names of the packages that `base` has are resolved there, once for many lookups."""
        self.packages = packages
        self._base = base
        self._objects: dict[tuple[str, str], Operand] = {}
        self._imports: dict[tuple[str, tuple[Import, ...]], dict[str, str]] = {}
        self._open: set[tuple[str, str]] = set()

    @abstractmethod
    def _resolve(self, package: Package, declared: Declared) -> Operand:
        """Operand that a declaration of a package declares."""

    def object(self, package: Package, name: str) -> Operand | None:
        """Operand that a package declares under a name, None when it does not declare the name."""
        if self._base is not None and self._base.packages.package(package.path, package.path) is package:
            return self._base.object(package, name)
        key = (package.path, name)
        if key in self._objects:
            return self._objects[key]
        declared = package.declared(name)
        if declared is None:
            return None
        if key in self._open:
            return UNKNOWN
        self._open.add(key)
        try:
            found = self._resolve(package, declared)
        finally:
            self._open.discard(key)
        # A recursive type has put its name there already; it must stay the one object.
        return self._objects.setdefault(key, found)

    def find(self, path: str, name: str, importer: str = "") -> Operand | None:
        """Operand of `name` in the package that `importer` gets by the import path `path`; None when undeclared."""
        package = self.packages.package(path, importer)
        return self.object(package, name) if package is not None else None

    def lookup(self, name: str, scope: Scope) -> Operand | None:
        """Operand that a name denotes in a scope, imported packages included; None when undeclared."""
        bound = scope.type_parameters.get(name)
        if bound is not None:
            return of_type(bound)
        found = scope.locals.get(name) or self.object(scope.package, name)
        if found is not None:
            return found
        path = self.imported(scope).get(name)
        if path is not None:
            return Operand(Mode.PACKAGE, name=path)
        for spec in scope.imports:
            if spec.name == "." and name[:1].isupper():
                found = self.find(spec.path, name, scope.package.path)
                if found is not None:
                    return found
        return _predeclared(name, scope)

    def imported(self, scope: Scope) -> dict[str, str]:
        """Packages that the scope's file imports: name to import path."""
        key = (scope.package.path, scope.imports)
        if key not in self._imports:
            self._imports[key] = {
                spec.name or self._package_name(spec.path, scope.package.path): spec.path
                for spec in scope.imports
                if spec.name not in ("_", ".")
            }
        return self._imports[key]

    def _package_name(self, path: str, importer: str) -> str:
        package = self.packages.package(path, importer) if path not in ("unsafe", "C") else None
        if package is not None:
            return package.name
        # As goimports guesses: a major version's element names the package before it.
        rest, _, word = path.rpartition("/")
        if rest and word[:1] == "v" and word[1:].isdigit():
            word = rest.rpartition("/")[2]
        return word.removeprefix("go-").split(".", 1)[0]


def _predeclared(name: str, scope: Scope) -> Operand | None:
    if name in universe.TYPES:
        return of_type(universe.TYPES[name])
    if name in universe.CONSTANTS:
        return constant(universe.UNTYPED["bool"], universe.CONSTANTS[name])
    if name == "iota" and scope.iota is not None:
        return constant(universe.UNTYPED["int"], scope.iota)
    if name == "nil":
        return value_of(universe.UNTYPED["nil"])
    return Operand(Mode.BUILTIN, name=name) if is_builtin(name) else None
