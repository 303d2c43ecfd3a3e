"""Calls of builtin funcs, package unsafe's too: their type, and value where constant (go/types/builtins.go).

`unsafe.Sizeof(x)` → a constant of type uintptr; `append(s, x)` → a value of s's type.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from golinkname_ls.golang.sizes.layout import Sizes, field_offset, layout_of
from golinkname_ls.golang.type_checker import constant_arithmetic as constants
from golinkname_ls.golang.type_checker.operand import UNKNOWN, Mode, Operand, constant, value_of
from golinkname_ls.golang.type_checker.operators import common_type, pointed
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types import universe
from golinkname_ls.syntax.expressions import expression as e


@dataclass(frozen=True, slots=True)
class BuiltinCall:
    """A call of the builtin `name` (`len`, `unsafe.Sizeof`), whose arguments are evaluated when they are asked for."""

    name: str
    arguments: tuple[e.Expression, ...]
    sizes: Sizes
    evaluate: Callable[[e.Expression], Operand]

    def operand(self, number: int = 0) -> Operand:
        """Operand of the argument `number`, from 0; unknown when there are fewer."""
        return self.evaluate(self.arguments[number]) if number < len(self.arguments) else UNKNOWN


def call_builtin(call: BuiltinCall) -> Operand:
    """Operand of a builtin call: its type, and its value where that is constant."""
    return _BUILTINS[call.name](call)


def is_builtin(name: str) -> bool:
    """Whether `name` is a builtin func; those of package unsafe begin with `unsafe.`."""
    return name in _BUILTINS


def _length(call: BuiltinCall) -> Operand:
    operand = call.operand()
    if isinstance(operand.value, str):
        return constant(universe.INT, constants.byte_length(operand.value))
    kind = pointed(operand.type)
    if isinstance(kind, m.Array) and kind.length is not None and not _runs_code(call.arguments[0], call.evaluate):
        return constant(universe.INT, kind.length)
    return value_of(universe.INT)


def _runs_code(expression: e.Expression, evaluate: Callable[[e.Expression], Operand]) -> bool:
    """Whether evaluating an expression calls a func or receives, so that `len` of it is no constant."""
    match expression:
        case e.Call():
            return not evaluate(expression.function).is_type or any(
                _runs_code(a, evaluate) for a in expression.arguments
            )
        case e.Unary("<-", _):
            return True
        case e.Unary() | e.Select() | e.Index() | e.Slicing() | e.Star():
            return _runs_code(expression.operand, evaluate)
        case _:
            return False


def _append(call: BuiltinCall) -> Operand:
    return value_of(call.operand().type)


def _new(call: BuiltinCall) -> Operand:
    # Since 1.26 new takes a value, too.
    operand = call.operand()
    kind = operand.type if operand.is_type else universe.default_type(operand.type)
    return value_of(m.Pointer(kind)) if kind is not m.INVALID else UNKNOWN


def _make(call: BuiltinCall) -> Operand:
    operand = call.operand()
    return value_of(operand.type) if operand.is_type else UNKNOWN


def _extreme(call: BuiltinCall) -> Operand:
    operands = [call.evaluate(argument) for argument in call.arguments]
    if not operands:
        return UNKNOWN
    kind = operands[0].type
    for operand in operands[1:]:
        kind = common_type(kind, operand.type)
    values = [o.value for o in operands if o.value is not None]
    if len(values) < len(operands):
        return value_of(kind)
    best = values[0]
    try:
        for value in values[1:]:
            if constants.compare("<" if call.name == "min" else ">", value, best):
                best = value
    except constants.Incomputable:
        return UNKNOWN
    return constant(kind, best)


_PARTS: dict[str, m.Type] = {
    "complex64": universe.BASIC["float32"],
    "complex128": universe.BASIC["float64"],
    "untyped complex": universe.UNTYPED["float"],
}


def _part(call: BuiltinCall) -> Operand:
    operand = call.operand()
    bare = m.underlying(operand.type)
    if not isinstance(bare, m.Basic):
        return UNKNOWN
    if operand.value is not None and not isinstance(operand.value, bool | str):
        whole = constants.as_complex(operand.value)
        part = whole.real if call.name == "real" else whole.imaginary
        return constant(_PARTS.get(bare.kind, universe.UNTYPED["float"]), part)
    return value_of(universe.default_type(_PARTS.get(bare.kind, m.INVALID)))


def _complex(call: BuiltinCall) -> Operand:
    parts = [call.operand(number) for number in (0, 1)]
    bare = m.underlying(common_type(parts[0].type, parts[1].type))
    kind = universe.BASIC["complex64" if universe.has_kind(bare, {"float32"}) else "complex128"]
    values = [
        constants.as_complex(p.value) for p in parts if p.value is not None and not isinstance(p.value, bool | str)
    ]
    if len(values) == len(parts) and isinstance(bare, m.Basic):
        whole = universe.UNTYPED["complex"] if bare.untyped else kind
        return constant(whole, constants.Complex(values[0].real, values[1].real))
    return value_of(kind)


def _size_or_alignment(call: BuiltinCall) -> Operand:
    found = layout_of(universe.default_type(call.operand().type), call.sizes)
    if found is None:
        return value_of(universe.UINTPTR)
    return constant(universe.UINTPTR, found.size if call.name == "unsafe.Sizeof" else found.align)


def _offsetof(call: BuiltinCall) -> Operand:
    argument = call.arguments[0] if call.arguments else None
    if not isinstance(argument, e.Select):
        return value_of(universe.UINTPTR)
    offset = field_offset(pointed(call.evaluate(argument.operand).type), argument.name, call.sizes)
    return constant(universe.UINTPTR, offset) if offset is not None else value_of(universe.UINTPTR)


def _slice(call: BuiltinCall) -> Operand:
    pointer = m.underlying(call.operand().type)
    return value_of(m.Slice(pointer.element)) if isinstance(pointer, m.Pointer) else UNKNOWN


def _slice_data(call: BuiltinCall) -> Operand:
    kind = m.underlying(call.operand().type)
    return value_of(m.Pointer(kind.element)) if isinstance(kind, m.Slice) else UNKNOWN


def _always(kind: m.Type) -> Callable[[BuiltinCall], Operand]:
    return lambda _call: value_of(kind)


_BUILTINS: dict[str, Callable[[BuiltinCall], Operand]] = {
    "len": _length,
    "cap": _length,
    "append": _append,
    "copy": _always(universe.INT),
    "new": _new,
    "make": _make,
    "min": _extreme,
    "max": _extreme,
    "real": _part,
    "imag": _part,
    "complex": _complex,
    "recover": _always(universe.ANY),
    **dict.fromkeys(("panic", "print", "println", "close", "delete", "clear"), lambda _call: Operand(Mode.NOTHING)),
    "unsafe.Sizeof": _size_or_alignment,
    "unsafe.Alignof": _size_or_alignment,
    "unsafe.Offsetof": _offsetof,
    "unsafe.Add": _always(universe.UNSAFE_POINTER),
    "unsafe.Slice": _slice,
    "unsafe.SliceData": _slice_data,
    "unsafe.String": _always(universe.STRING),
    "unsafe.StringData": _always(m.Pointer(universe.BASIC["byte"])),
}
