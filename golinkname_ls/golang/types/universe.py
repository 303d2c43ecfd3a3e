"""Universe scope: predeclared types and constants, and unsafe.Pointer (go/types/universe.go)."""

from __future__ import annotations

from collections.abc import Set

from golinkname_ls.golang.types.model import Basic, Interface, Method, Named, Parameter, Signature, Type, underlying

_NAMES = """
    bool int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr
    float32 float64 complex64 complex128 string
"""
BASIC: dict[str, Basic] = {kind: Basic(kind, kind) for kind in _NAMES.split()}
BASIC["byte"] = Basic("uint8", "byte")
BASIC["rune"] = Basic("int32", "rune")

UNSAFE_POINTER = Basic("unsafe.Pointer", "unsafe.Pointer")
BOOL, INT, STRING, UINTPTR = BASIC["bool"], BASIC["int"], BASIC["string"], BASIC["uintptr"]
_DEFAULTS = {
    "untyped bool": BOOL,
    "untyped int": INT,
    "untyped rune": BASIC["rune"],
    "untyped float": BASIC["float64"],
    "untyped complex": BASIC["complex128"],
    "untyped string": STRING,
}
UNTYPED: dict[str, Basic] = {kind.removeprefix("untyped "): Basic(kind, kind) for kind in (*_DEFAULTS, "untyped nil")}

ANY = Interface(word="any")
ERROR = Named("", "error", lambda: Interface((Method("Error", Signature((), (Parameter(STRING),))),)))
COMPARABLE = Named("", "comparable", Interface)

TYPES: dict[str, Type] = {**BASIC, "any": ANY, "error": ERROR, "comparable": COMPARABLE}
CONSTANTS: dict[str, bool] = {"true": True, "false": False}

INTEGERS = frozenset(k for k in BASIC if k.startswith(("int", "uint"))) | {"untyped int", "untyped rune"}
UNSIGNED = frozenset(k for k in BASIC if k.startswith("uint"))
STRINGS = frozenset({"string", "untyped string"})


def has_kind(kind: Type, kinds: Set[str]) -> bool:
    """Whether the underlying type is a basic type of one of these kinds, such as `int8` or `untyped rune`."""
    bare = underlying(kind)
    return isinstance(bare, Basic) and bare.kind in kinds


def default_type(kind: Type) -> Type:
    """Default type of an untyped kind, `int` for `untyped int`; every other type itself (go/types.Default)."""
    return _DEFAULTS.get(kind.kind, kind) if isinstance(kind, Basic) else kind
