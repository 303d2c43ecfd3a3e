"""Conversions that leave a value's bits as they are (cmd/compile/internal/typecheck/subr.go, convertOp, 1.27.3:367)."""

from __future__ import annotations

from golinkname_ls.golang.target import Target
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.expressions import bits
from golinkname_ls.golang.types.universe import UNSIGNED

_ROUNDED = frozenset({"float32", "float64", "complex64", "complex128"})
_ADDRESSES = frozenset({"uintptr", "unsafe.Pointer"})


def same_bits(source: m.Type, to: m.Type, target: Target) -> bool:
    """Whether the compiler drops the conversion.

    Integers must have one width and sign; a float's stays even to its own type, since it rounds (expr.go, tcConv,
    1.27.3:375).
    """
    old, new = m.underlying(source), m.underlying(to)
    if isinstance(old, m.Basic) and isinstance(new, m.Basic):
        if new.kind in _ROUNDED:
            return False
        if old.kind == new.kind:
            return True
        if "unsafe.Pointer" in (old.kind, new.kind):
            return {old.kind, new.kind} <= _ADDRESSES
        width = bits(old, target)
        return width != 0 and width == bits(new, target) and (old.kind in UNSIGNED) is (new.kind in UNSIGNED)
    if isinstance(old, m.Pointer) and isinstance(new, m.Pointer):
        return True
    for pointer, other in ((old, new), (new, old)):
        if isinstance(pointer, m.Pointer) and isinstance(other, m.Basic):
            return other.kind == "unsafe.Pointer"
    # What compiles and is of one kind is of identical types; of an array's two lengths one may not be known.
    return type(old) is type(new)
