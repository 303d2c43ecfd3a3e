"""Random func types: nested structs, arrays, complex numbers, strings, interfaces, empty and blank fields."""

from __future__ import annotations

from random import Random

_LEAVES = [
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
    "any",
    "error",
    "[]byte",
    "*int",
    "map[string]int",
    "func()",
    "chan<-\tint",
    "unsafe.Pointer",
    "struct{}",
]


def random_type(random: Random, depth: int = 0) -> str:
    """A type as Go source."""
    draw = random.random()
    if depth < 3 and draw < 0.22:
        names = ["_" if random.random() < 0.15 else f"f{n}" for n in range(random.randint(0, 4))]
        return "struct{" + "; ".join(f"{n} {random_type(random, depth + 1)}" for n in names) + "}"
    if depth < 3 and draw < 0.34:
        return f"[{random.choice([0, 1, 1, 1, 2, 3])}]{random_type(random, depth + 1)}"
    return random.choice(_LEAVES).replace("\t", " ")


def random_signature(random: Random) -> str:
    """A func type with up to 14 arguments and 5 results."""
    parameters = [random_type(random) for _ in range(random.randint(0, 14))]
    results = [random_type(random) for _ in range(random.randint(0, 5))]
    return f"func({', '.join(parameters)}) ({', '.join(results)})"
