"""One change to a stub's parameters or results, drawn by a seed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

INTEGERS = ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int", "uint", "int64", "uint64", "uintptr", "bool"]
WIDER = {
    "int8": ["int16", "int64"],
    "uint8": ["uint32", "int"],
    "bool": ["uint16", "int"],
    "int16": ["int32", "int"],
    "uint16": ["uint64", "uintptr"],
    "int32": ["int64", "uintptr"],
    "uint32": ["int64", "uintptr"],
    "float32": ["float64"],
    "complex64": ["complex128"],
}
NARROWER = {
    **{wide: ["int32", "uint8", "bool", "int16"] for wide in ("int", "uint", "int64", "uint64", "uintptr")},
    "int32": ["int16", "uint8"],
    "uint32": ["uint16", "bool"],
    "int16": ["int8"],
    "uint16": ["uint8"],
    "float64": ["float32"],
    "complex128": ["complex64"],
}
OTHER_SIGN = {
    "int8": "uint8",
    "int16": "uint16",
    "int32": "uint32",
    "int64": "uint64",
    "int": "uint",
    "uintptr": "int",
} | {"uint8": "int8", "uint16": "int16", "uint32": "int32", "uint64": "int64", "uint": "uintptr"}
POINTERS = ["unsafe.Pointer", "*int", "*string", "map[string]int", "chan bool", "func(int) bool", "*struct{ a, b int }"]
STRUCTS = [
    "struct{ a int }",
    "struct{ a, b uintptr }",
    "struct{ a *byte; b int }",
    "struct{ a, b unsafe.Pointer }",
    "struct{ a uint8; b int64 }",
    "struct{ a uint8; b uint16; c float32 }",
    "struct{ a string; b []int }",
    "struct{ a float64; b *int; c [1]int32 }",
    "struct{ a any; b struct{ c error; d bool } }",
    "struct{ a [2]uintptr; b *byte }",
    "struct{ a, b, c, d, e, f, g, h, i, j int }",
]
REST = ["float32", "float64", "complex64", "complex128", "string", "[]byte", "any", "error", "[1]int", "[2]uintptr"]
POOL = INTEGERS + POINTERS + STRUCTS + REST + ["[3]uint8", "[4]*int"]
# What a value can be spelled as in other words.
ALIKE = {
    "string": ["struct{ p unsafe.Pointer; n int }", "struct{ p *byte; n uintptr }", "struct{ p, n uintptr }", "[]byte"],
    "any": ["struct{ t, d unsafe.Pointer }", "struct{ t uintptr; d unsafe.Pointer }", "error", "[2]unsafe.Pointer"],
    "interface{}": ["struct{ t, d unsafe.Pointer }", "struct{ t int; d unsafe.Pointer }", "error"],
    "error": ["any", "struct{ t, d unsafe.Pointer }", "struct{ t, d uintptr }", "int", "uintptr", "unsafe.Pointer"],
    "complex64": ["struct{ r, i float32 }", "float64", "uint64"],
    "complex128": ["struct{ r, i float64 }", "[2]float64"],
}


@dataclass(frozen=True)
class Shape:
    """A func's parameters and results, each as Go source."""

    parameters: tuple[str, ...]
    results: tuple[str, ...]

    @property
    def text(self) -> str:
        """What stands behind `func` or a func's name."""
        return f"({', '.join(self.parameters)}) ({', '.join(self.results)})"


def mutate(shape: Shape, random: Random) -> tuple[str, Shape]:
    """The name of a change, and the shape with it."""
    while True:
        side = random.choice(["parameters", "results"])
        values = list(getattr(shape, side))
        change = random.choice(CHANGES)
        changed = change(values, random)
        if changed is not None and tuple(changed) != getattr(shape, side):
            return f"{change.__name__.strip('_')} {side}", replace(shape, **{side: tuple(changed)})


Change = Callable[[list[str], Random], list[str] | None]


def _each(pick: Callable[[str, Random], str | None]) -> Change:
    """Change one value that can be changed so."""

    def change(values: list[str], random: Random) -> list[str] | None:
        candidates = [(n, new) for n, old in enumerate(values) if (new := pick(old, random)) is not None]
        if not candidates:
            return None
        number, new = random.choice(candidates)
        return [*values[:number], new, *values[number + 1 :]]

    change.__name__ = pick.__name__
    return change


def drop(values: list[str], random: Random) -> list[str] | None:
    if not values:
        return None
    number = random.randrange(len(values))
    return [*values[:number], *values[number + 1 :]]


def drop_last(values: list[str], random: Random) -> list[str] | None:
    return values[:-1] if values else None


def add(values: list[str], random: Random) -> list[str] | None:
    number = random.randint(0, len(values))
    return [*values[:number], random.choice(POOL), *values[number:]]


def add_last(values: list[str], random: Random) -> list[str] | None:
    return [*values, random.choice(POOL)]


def add_many(values: list[str], random: Random) -> list[str] | None:
    return [*values, *(random.choice(INTEGERS + REST) for _ in range(random.randint(2, 14)))]


def swap(values: list[str], random: Random) -> list[str] | None:
    if len(values) < 2:
        return None
    one, other = random.sample(range(len(values)), 2)
    values[one], values[other] = values[other], values[one]
    return values


def join(values: list[str], random: Random) -> list[str] | None:
    """Two neighbours become one struct."""
    if len(values) < 2:
        return None
    number = random.randrange(len(values) - 1)
    return [*values[:number], f"struct{{ a {values[number]}; b {values[number + 1]} }}", *values[number + 2 :]]


def widen(value: str, random: Random) -> str | None:
    return random.choice(WIDER[value]) if value in WIDER else None


def narrow(value: str, random: Random) -> str | None:
    return random.choice(NARROWER[value]) if value in NARROWER else None


def sign(value: str, random: Random) -> str | None:
    return OTHER_SIGN.get(value)


def retype(value: str, random: Random) -> str | None:
    return random.choice(POOL)


def reword(value: str, random: Random) -> str | None:
    if value.startswith("[]"):
        return random.choice(
            ["struct{ p unsafe.Pointer; n, c int }", "struct{ p uintptr; n, c int }", "string", "*int"]
        )
    return random.choice(ALIKE[value]) if value in ALIKE else None


def wrap(value: str, random: Random) -> str | None:
    return random.choice(["struct{{ a {} }}", "[1]{}", "[2]{}", "struct{{ a {}; b uint8 }}"]).format(value)


def pointer_for_value(value: str, random: Random) -> str | None:
    return None if _is_pointer(value) else "*" + value


def struct_for_pointer(value: str, random: Random) -> str | None:
    if value.startswith("*"):
        return value[1:]
    return random.choice(STRUCTS) if _is_pointer(value) else None


def integer_for_pointer(value: str, random: Random) -> str | None:
    return random.choice(INTEGERS) if _is_pointer(value) else None


def uintptr_for_pointer(value: str, random: Random) -> str | None:
    return "uintptr" if _is_pointer(value) else None


def other_pointer(value: str, random: Random) -> str | None:
    return random.choice(POINTERS) if _is_pointer(value) else None


def pointer_for_integer(value: str, random: Random) -> str | None:
    return random.choice(POINTERS) if value in INTEGERS else None


def float_for_integer(value: str, random: Random) -> str | None:
    return random.choice(["float32", "float64"]) if value in INTEGERS else None


def _is_pointer(value: str) -> bool:
    return value.startswith(("*", "map[", "chan ", "<-chan", "func(")) or value == "unsafe.Pointer"


CHANGES: list[Change] = [
    drop,
    drop_last,
    add,
    add_last,
    add_many,
    swap,
    join,
    *map(
        _each,
        [
            widen,
            narrow,
            sign,
            retype,
            reword,
            wrap,
            pointer_for_value,
            struct_for_pointer,
            integer_for_pointer,
            uintptr_for_pointer,
            other_pointer,
            pointer_for_integer,
            float_for_integer,
        ],
    ),
]
