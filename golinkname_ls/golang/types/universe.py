"""The names every Go file sees without importing anything (go/types/universe.go), and package unsafe."""

from __future__ import annotations

from golinkname_ls.golang.types.model import Basic, Interface, Method, Named, Parameter, Signature, Type

_KINDS = [
    "bool",
    "int",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "uintptr",
    "float32",
    "float64",
    "complex64",
    "complex128",
    "string",
]

BASIC: dict[str, Basic] = {kind: Basic(kind, kind) for kind in _KINDS}
BASIC["byte"] = Basic("uint8", "byte")
BASIC["rune"] = Basic("int32", "rune")

UNSAFE_POINTER = Basic("unsafe.Pointer", "unsafe.Pointer")
BOOL, INT, STRING, UINTPTR = BASIC["bool"], BASIC["int"], BASIC["string"], BASIC["uintptr"]
UNTYPED: dict[str, Basic] = {
    kind: Basic(f"untyped {kind}", f"untyped {kind}")
    for kind in ["bool", "int", "rune", "float", "complex", "string", "nil"]
}
_DEFAULTS = {
    "untyped bool": BOOL,
    "untyped int": INT,
    "untyped rune": BASIC["rune"],
    "untyped float": BASIC["float64"],
    "untyped complex": BASIC["complex128"],
    "untyped string": STRING,
}

ANY = Interface(word="any")
ERROR = Named("", "error", lambda: Interface((Method("Error", Signature((), (Parameter(STRING),))),)))
COMPARABLE = Named("", "comparable", Interface)

TYPES: dict[str, Type] = {**BASIC, "any": ANY, "error": ERROR, "comparable": COMPARABLE}
CONSTANTS: dict[str, bool] = {"true": True, "false": False}
BUILTINS = frozenset(
    [
        "append",
        "cap",
        "clear",
        "close",
        "complex",
        "copy",
        "delete",
        "imag",
        "len",
        "make",
        "max",
        "min",
        "new",
        "panic",
        "print",
        "println",
        "real",
        "recover",
    ]
)
UNSAFE_BUILTINS = frozenset(["Add", "Alignof", "Offsetof", "Sizeof", "Slice", "SliceData", "String", "StringData"])

INTEGERS = frozenset(k for k in BASIC if k.startswith(("int", "uint"))) | {"untyped int", "untyped rune"}
UNSIGNED = frozenset(k for k in BASIC if k.startswith("uint"))
FLOATS = frozenset({"float32", "float64", "untyped float"})
COMPLEXES = frozenset({"complex64", "complex128", "untyped complex"})
STRINGS = frozenset({"string", "untyped string"})


def default_type(kind: Type) -> Type:
    """What an untyped value becomes when nothing else gives it a type (untyped nil stays)."""
    return _DEFAULTS.get(kind.kind, kind) if isinstance(kind, Basic) else kind
