"""Operands: what an expression denotes, with its type and its constant value (go/types/operand.go)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from golinkname_ls.golang.type_checker.constant_arithmetic import Value
from golinkname_ls.golang.types.model import INVALID, Type, TypeParameter


class Mode(Enum):
    """Kind of an operand: constant, value, type, builtin, package … (go/types: operandMode)."""

    TYPE = "type"
    VALUE = "value"
    CONSTANT = "constant"
    BUILTIN = "builtin"
    PACKAGE = "package"
    NOTHING = "no value"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Operand:
    """The type, value, builtin or package that an expression denotes.

    `name` is a builtin's name or a package's path; `parameters` are those of a generic alias, whose type is `type`.
    """

    mode: Mode
    type: Type = INVALID
    value: Value | None = None
    name: str = ""
    parameters: tuple[TypeParameter, ...] = ()

    @property
    def is_type(self) -> bool:
        """Whether the operand is a type."""
        return self.mode is Mode.TYPE


UNKNOWN = Operand(Mode.UNKNOWN)


def of_type(kind: Type) -> Operand:
    """The operand of an expression that is a type."""
    return Operand(Mode.TYPE, kind)


def value_of(kind: Type) -> Operand:
    """Operand of a value that is no constant; unknown when its type is invalid."""
    return UNKNOWN if kind is INVALID else Operand(Mode.VALUE, kind)


def constant(kind: Type, value: Value) -> Operand:
    """Operand of a constant with its type and value."""
    return Operand(Mode.CONSTANT, kind, value)
