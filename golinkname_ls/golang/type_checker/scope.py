"""Where a piece of source stands: which names it sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from golinkname_ls.golang.type_checker.operand import Operand
from golinkname_ls.golang.type_checker.package_source import Package
from golinkname_ls.golang.types.model import Type
from golinkname_ls.syntax.items.declarations import Import


@dataclass(frozen=True, slots=True)
class Scope:
    """A file of a package, with the type parameters in force; `iota` inside a const declaration only.

    `locals` are the names of a func's own that mean no types: parameters and constants.
    """

    package: Package
    imports: tuple[Import, ...]
    type_parameters: Mapping[str, Type] = field(default_factory=dict)
    iota: int | None = None
    locals: Mapping[str, Operand] = field(default_factory=dict)
