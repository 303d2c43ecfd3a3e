"""Operators and conversions: the operand of `T(x)`, `op x`, `x op y` and `x[a:b]` from those of its parts."""

from __future__ import annotations

from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.type_checker import constant_arithmetic as constants
from golinkname_ls.golang.type_checker.operand import UNKNOWN, Mode, Operand, constant, value_of
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types import universe
from golinkname_ls.golang.types.universe import has_kind

_RANK = ["untyped int", "untyped rune", "untyped float", "untyped complex"]
_COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">="})


def bits(kind: m.Type, target: Target) -> int:
    """Width in bits of an integer type on the target, 0 for other types."""
    bare = m.underlying(kind)
    if not isinstance(bare, m.Basic) or bare.kind not in universe.INTEGERS or bare.untyped:
        return 0
    digits = bare.kind.lstrip("uint")
    return int(digits) if digits.isdigit() else 8 * target.platform.pointer_size


def convert(kind: m.Type, operand: Operand, target: Target) -> Operand:
    """The operand of the conversion `T(x)`: a constant when `x` is one and `T` has constants."""
    bare, value = m.underlying(kind), operand.value
    if operand.mode is Mode.CONSTANT and value is not None and isinstance(bare, m.Basic):
        if bare.kind in universe.INTEGERS:
            number = constants.as_integer(value)
            return constant(kind, number) if number is not None else UNKNOWN
        if bare.kind in universe.STRINGS and isinstance(value, int) and not isinstance(value, bool):
            return constant(kind, chr(value) if 0 <= value <= 0x10FFFF else "\ufffd")
        if bare.kind != "unsafe.Pointer":
            return constant(kind, value)
    return value_of(kind)


def common_type(left: m.Type, right: m.Type) -> m.Type:
    """Result type of a binary operation by its operands' types: the typed one, else the later untyped kind."""
    if isinstance(left, m.Basic) and left.untyped:
        if isinstance(right, m.Basic) and right.kind in _RANK and left.kind in _RANK:
            return max(left, right, key=lambda t: _RANK.index(t.kind))
        return right
    return left


def unary(operator: str, operand: Operand, target: Target) -> Operand:
    """The operand of `op x`, for every operator but `*`."""
    kind = operand.type
    if kind is m.INVALID:
        return UNKNOWN
    if operator == "&":
        return value_of(m.Pointer(kind))
    if operator == "<-":
        channel = m.underlying(kind)
        return value_of(channel.element) if isinstance(channel, m.Chan) else UNKNOWN
    if operand.mode is not Mode.CONSTANT or operand.value is None:
        return value_of(kind)
    width = bits(kind, target) if has_kind(kind, universe.UNSIGNED) else 0
    try:
        return constant(kind, constants.unary(operator, operand.value, width))
    except constants.Incomputable:
        return UNKNOWN


def binary(operator: str, left: Operand, right: Operand, target: Target) -> Operand:
    """The operand of `x op y`."""
    invalid = left.type is m.INVALID or right.type is m.INVALID
    if operator in _COMPARISONS:
        kind: m.Type = universe.UNTYPED["bool"]
    elif invalid:
        return UNKNOWN
    elif operator in ("<<", ">>"):
        kind = _shifted_type(left, right)
    else:
        kind = common_type(left.type, right.type)
    if invalid or left.value is None or right.value is None:
        return value_of(kind)
    try:
        if operator in _COMPARISONS:
            return constant(kind, constants.compare(operator, left.value, right.value))
        if operator in ("<<", ">>"):
            return constant(kind, constants.shift(operator, left.value, right.value))
        value = constants.binary(operator, left.value, right.value, has_kind(kind, universe.INTEGERS))
        return constant(kind, value)
    except constants.Incomputable:
        return UNKNOWN


def sliced_type(kind: m.Type) -> m.Type:
    """The type of `x[a:b]` for an `x` of this type."""
    bare = pointed(kind)
    if isinstance(bare, m.Array):
        return m.Slice(bare.element)
    return universe.STRING if has_kind(bare, {"untyped string"}) else kind


def pointed(kind: m.Type) -> m.Type:
    """Underlying type of a type, or of the element of a pointer type."""
    bare = m.underlying(kind)
    return m.underlying(bare.element) if isinstance(bare, m.Pointer) else bare


def _shifted_type(left: Operand, count: Operand) -> m.Type:
    if left.value is None or count.value is None:
        return universe.default_type(left.type)
    kind = left.type
    return (
        universe.UNTYPED["int"] if isinstance(kind, m.Basic) and kind.untyped and kind.kind != "untyped rune" else kind
    )
