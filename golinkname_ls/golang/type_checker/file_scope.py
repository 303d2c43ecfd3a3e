"""Scope of a piece of source: its package, its file's imports, type parameters, iota and local constants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from golinkname_ls.golang.type_checker.operand import Operand
from golinkname_ls.golang.type_checker.package_source import Package
from golinkname_ls.golang.types.model import Type
from golinkname_ls.syntax.items.declarations import Import


@dataclass(frozen=True, slots=True)
class Scope:
    """Scope of a piece of source: package, the file's imports, type parameters, `iota` of a const declaration.

    `locals` are the parameters and constants of a func.
    """

    package: Package
    imports: tuple[Import, ...]
    type_parameters: Mapping[str, Type] = field(default_factory=dict)
    iota: int | None = None
    locals: Mapping[str, Operand] = field(default_factory=dict)
