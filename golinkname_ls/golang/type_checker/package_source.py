"""Packages as the type checker asks for them, whether they come from the std catalog or from folders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from golinkname_ls.golang.targets.target import Target
from golinkname_ls.syntax.items.declarations import Declaration, Import


@dataclass(frozen=True, slots=True)
class Declared:
    """A package-level declaration with the imports of its file."""

    declaration: Declaration
    imports: tuple[Import, ...]


class Package(Protocol):
    """The declarations of one package in the files that one target selects."""

    @property
    def path(self) -> str:
        """The import path, without the linker's escapes."""
        ...

    @property
    def name(self) -> str:
        """The name in the package clauses."""
        ...

    def declared(self, name: str) -> Declared | None:
        """The func, var, const or type of a name, None when there is none."""
        ...

    def methods(self, base: str) -> dict[str, Declared]:
        """The methods whose receiver's type is `base`, by name."""
        ...


class Packages(Protocol):
    """All packages that a target can import."""

    @property
    def target(self) -> Target:
        """Target that selects the packages' files."""
        ...

    def package(self, path: str, importer: str) -> Package | None:
        """The package that `importer` gets when it imports `path` (vendoring decides); None when it is unknown."""
        ...
