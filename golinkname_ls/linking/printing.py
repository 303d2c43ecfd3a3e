"""What print and println call for their arguments (cmd/compile/internal/walk/builtin.go, walkPrint, 1.24.11 and 1.27.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.operand import Mode, Operand
from golinkname_ls.linking.code import has_methods

_BASIC = {
    "bool": ("printbool",),
    "string": ("printstring",),
    "float": ("printfloat", "printfloat64"),
    "float64": ("printfloat", "printfloat64"),
    "float32": ("printfloat", "printfloat32"),
    "complex": ("printcomplex", "printcomplex128"),
    "complex128": ("printcomplex", "printcomplex128"),
    "complex64": ("printcomplex", "printcomplex64"),
    "unsafe.Pointer": ("printpointer",),
    "rune": ("printint",),
    **dict.fromkeys(("int", "int8", "int16", "int32", "int64"), ("printint",)),
    **dict.fromkeys(("uint", "uint8", "uint16", "uint32", "uint64", "uintptr"), ("printuint",)),
}
_CONSTANTS = {" ": ("printsp",), "\n": ("printnl",)}


def printed(given: Sequence[Operand | None], line: bool) -> set[str]:
    """The funcs of the runtime, of all versions, that are called for these arguments; None is one of unknown type.

    `line` says that a space stands between them and a line's end behind.
    """
    found = {"printlock", "printunlock"}
    for part in _parts(given, line):
        found.update(part)
    return found


def _parts(given: Sequence[Operand | None], line: bool) -> Iterator[tuple[str, ...]]:
    items: list[Operand | str | None] = []
    for index, one in enumerate(given):
        items += [" "] if line and index else []
        is_text = one is not None and one.mode is Mode.CONSTANT and isinstance(one.value, str)
        items.append(str(one.value) if one is not None and is_text else one)
    items += ["\n"] if line else []
    # Constant strings that stand together are printed as one.
    text, unsure = "", False
    for item in (*items, None):
        if isinstance(item, str):
            text += item
            continue
        if text and not unsure and (item is not None or len(items) == 0 or items[-1] is not None):
            yield _CONSTANTS.get(text, ("printstring",))
        text, unsure = "", item is None
        if item is not None:
            yield _of(item)


def _of(item: Operand) -> tuple[str, ...]:
    kind = m.underlying(item.type)
    match kind:
        case m.Basic():
            return _BASIC.get(kind.kind.removeprefix("untyped "), ())
        case m.Interface():
            known = has_methods(kind)
            return () if known is None else ("printiface",) if known else ("printeface",)
        case m.Chan() | m.Map() | m.Signature() | m.Pointer():
            return ("printpointer",)
        case m.Slice():
            return ("printslice",)
    return ()
