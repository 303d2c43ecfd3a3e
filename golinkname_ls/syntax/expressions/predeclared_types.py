"""The names of predeclared types."""

from __future__ import annotations

INTEGERS = frozenset(
    {"int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr"}
)
ALIASES = {"byte": "uint8", "rune": "int32"}
BASIC = INTEGERS | {"bool", "complex64", "complex128", "float32", "float64", "string"}
"""Each is a type of its own."""
EMPTY_INTERFACES = frozenset({"any", "interface{}"})
INTERFACES = EMPTY_INTERFACES | {"error"}
