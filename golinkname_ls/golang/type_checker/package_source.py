"""What the type model asks of whoever knows where Go source is: the std catalog, a folder, a module."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from golinkname_ls.golang.targets.target import Target
from golinkname_ls.syntax.items.declarations import Declaration, FuncDeclaration, Import


@dataclass(frozen=True, slots=True)
class Declared:
    """A declaration with the imports of its file."""

    declaration: Declaration
    imports: tuple[Import, ...]


class Package(Protocol):
    """The declarations of one package on one target; only of files that the target selects."""

    @property
    def path(self) -> str:
        """Its import path, as the linker writes it before escaping."""
        ...

    @property
    def name(self) -> str:
        """The name in its package clauses."""
        ...

    def declared(self, name: str) -> Declared | None:
        """The func, var, const or type of that name."""
        ...

    def methods(self, base: str) -> dict[str, Declared]:
        """The methods whose receiver's type is `base`, by name."""
        ...


class Packages(Protocol):
    """All packages of one target."""

    @property
    def target(self) -> Target:
        """The version and platform they are seen for."""
        ...

    def package(self, path: str, importer: str) -> Package | None:
        """The package that `importer` gets when it imports `path` (vendoring decides); None when it is unknown."""
        ...


def is_method(declared: Declared) -> bool:
    """Whether the declaration is a method."""
    return isinstance(declared.declaration, FuncDeclaration) and declared.declaration.is_method
