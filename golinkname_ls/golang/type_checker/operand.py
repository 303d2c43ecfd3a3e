"""What an expression denotes: a type, a value, a constant, a builtin, a package."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from golinkname_ls.golang.type_checker.constants import Value
from golinkname_ls.golang.types.model import INVALID, Type, TypeParameter


class Mode(Enum):
    """The kind of thing an operand is."""

    TYPE = "type"
    VALUE = "value"
    CONSTANT = "constant"
    BUILTIN = "builtin"
    PACKAGE = "package"
    NOTHING = "no value"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Operand:
    """`name` is a builtin's name or a package's path; `parameters` those of a generic alias (its type is `type`)."""

    mode: Mode
    type: Type = INVALID
    value: Value | None = None
    name: str = ""
    parameters: tuple[TypeParameter, ...] = ()

    @property
    def is_type(self) -> bool:
        """Whether the expression is a type."""
        return self.mode is Mode.TYPE


UNKNOWN = Operand(Mode.UNKNOWN)


def of_type(kind: Type) -> Operand:
    """A type."""
    return Operand(Mode.TYPE, kind)


def value_of(kind: Type) -> Operand:
    """A value that is no constant."""
    return UNKNOWN if kind is INVALID else Operand(Mode.VALUE, kind)


def constant(kind: Type, value: Value) -> Operand:
    """A constant."""
    return Operand(Mode.CONSTANT, kind, value)
