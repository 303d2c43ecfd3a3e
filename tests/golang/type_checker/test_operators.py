"""Types and values of conversions and operators (Go specification, "Conversions", "Operators", "Slice expressions")."""

from __future__ import annotations

from fractions import Fraction

import pytest

from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.golang.type_checker.operand import UNKNOWN, Operand, constant, value_of
from golinkname_ls.golang.type_checker.operators import binary, bits, common_type, convert, pointed, sliced_type, unary
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.type_text import type_text
from golinkname_ls.golang.types.universe import BASIC, BOOL, INT, STRING, UINTPTR, UNSAFE_POINTER, UNTYPED

AMD64 = Target(GoVersion(1, 27), Platform("linux", "amd64"))
ARM = Target(GoVersion(1, 27), Platform("linux", "arm"))
WAIT_REASON = m.Named("runtime", "waitReason", lambda: BASIC["uint8"])
BYTES = m.Named("m", "Bytes", lambda: m.Slice(BASIC["byte"]))


def untyped(kind: str, value: object) -> Operand:
    return constant(UNTYPED[kind], value)


@pytest.mark.parametrize(
    ("kind", "target", "width"),
    [
        (BASIC["int16"], AMD64, 16),
        (INT, AMD64, 64),
        (INT, ARM, 32),
        (UINTPTR, ARM, 32),
        (WAIT_REASON, ARM, 8),
        (BASIC["float32"], AMD64, 0),
        (UNTYPED["int"], AMD64, 0),
        (m.Pointer(INT), AMD64, 0),
    ],
)
def test_width_of_an_integer_type(kind: m.Type, target: Target, width: int) -> None:
    assert bits(kind, target) == width


@pytest.mark.parametrize(
    ("kind", "operand", "expected"),
    [
        (INT, untyped("float", Fraction(3)), constant(INT, 3)),
        (WAIT_REASON, untyped("int", 3), constant(WAIT_REASON, 3)),
        # int(1.2) cannot be represented.
        (INT, untyped("float", Fraction(6, 5)), UNKNOWN),
        (BASIC["float64"], untyped("int", 1), constant(BASIC["float64"], 1)),
        (STRING, untyped("rune", ord("x")), constant(STRING, "x")),
        (STRING, untyped("int", -1), constant(STRING, "\ufffd")),
        (STRING, untyped("int", 0x110000), constant(STRING, "\ufffd")),
        (STRING, untyped("string", "s"), constant(STRING, "s")),
        (BOOL, untyped("bool", True), constant(BOOL, True)),
        # []byte("x"), any(1) and unsafe.Pointer(x) are no constants.
        (BYTES, untyped("string", "x"), value_of(BYTES)),
        (m.Interface(), untyped("int", 1), value_of(m.Interface())),
        (UNSAFE_POINTER, constant(UINTPTR, 1), value_of(UNSAFE_POINTER)),
        (INT, value_of(BASIC["uint8"]), value_of(INT)),
    ],
)
def test_conversion(kind: m.Type, operand: Operand, expected: Operand) -> None:
    assert convert(kind, operand, AMD64) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        # The later kind in this list: integer, rune, floating point, complex.
        (UNTYPED["int"], UNTYPED["rune"], UNTYPED["rune"]),
        (UNTYPED["float"], UNTYPED["rune"], UNTYPED["float"]),
        (UNTYPED["float"], UNTYPED["complex"], UNTYPED["complex"]),
        (UNTYPED["float"], INT, INT),
        (WAIT_REASON, UNTYPED["int"], WAIT_REASON),
        (UNTYPED["nil"], BYTES, BYTES),
    ],
)
def test_type_of_an_operation_on_two_types(left: m.Type, right: m.Type, expected: m.Type) -> None:
    assert common_type(left, right) == expected


@pytest.mark.parametrize(
    ("operator", "operand", "expected"),
    [
        ("&", value_of(INT), value_of(m.Pointer(INT))),
        ("<-", value_of(m.Chan("receive", INT)), value_of(INT)),
        ("<-", value_of(INT), UNKNOWN),
        ("-", value_of(INT), value_of(INT)),
        ("-", untyped("int", 5), untyped("int", -5)),
        ("^", constant(WAIT_REASON, 1), constant(WAIT_REASON, 0xFE)),
        ("^", constant(BASIC["int8"], 1), constant(BASIC["int8"], -2)),
        ("!", untyped("int", 1), UNKNOWN),
        ("&", UNKNOWN, UNKNOWN),
    ],
)
def test_unary_operator(operator: str, operand: Operand, expected: Operand) -> None:
    assert unary(operator, operand, AMD64) == expected


def test_complement_of_a_word_depends_on_the_architecture() -> None:
    operand = constant(UINTPTR, 0)
    assert unary("^", operand, ARM).value == 2**32 - 1
    assert unary("^", operand, AMD64).value == 2**64 - 1


@pytest.mark.parametrize(
    ("left", "operator", "right", "expected"),
    [
        # Division truncates by the type of the result: const x float64 = 7; x / 2 is 3.5.
        (constant(BASIC["float64"], 7), "/", untyped("int", 2), constant(BASIC["float64"], Fraction(7, 2))),
        (untyped("int", 7), "/", untyped("rune", 2), untyped("rune", 3)),
        (untyped("int", 7), "/", untyped("float", Fraction(2)), untyped("float", Fraction(7, 2))),
        (value_of(WAIT_REASON), "+", untyped("int", 1), value_of(WAIT_REASON)),
        # A comparison gives an untyped bool, whatever is compared and even if its type is unknown.
        (constant(INT, 1), "<", untyped("int", 2), untyped("bool", True)),
        (value_of(STRING), "==", untyped("string", ""), value_of(UNTYPED["bool"])),
        (UNKNOWN, "!=", untyped("int", 1), value_of(UNTYPED["bool"])),
        # Otherwise a part that is unknown makes the whole unknown.
        (UNKNOWN, "+", untyped("int", 1), UNKNOWN),
        (value_of(INT), "+", UNKNOWN, UNKNOWN),
        (untyped("int", 1), "/", untyped("int", 0), UNKNOWN),
    ],
)
def test_binary_operator(left: Operand, operator: str, right: Operand, expected: Operand) -> None:
    assert binary(operator, left, right, AMD64) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        # A constant shift of an untyped constant is an integer constant; else it has the left operand's type.
        (untyped("float", Fraction(1)), untyped("int", 3), untyped("int", 8)),
        (untyped("rune", 97), untyped("int", 1), untyped("rune", 194)),
        (constant(WAIT_REASON, 1), constant(INT, 3), constant(WAIT_REASON, 8)),
        # The count's type never decides, and a shift by a variable is no constant: var j int32 = 1 << s.
        (value_of(BASIC["int8"]), constant(BASIC["uint64"], 3), value_of(BASIC["int8"])),
        (untyped("int", 1), value_of(BASIC["uint8"]), value_of(INT)),
    ],
)
def test_shift(left: Operand, right: Operand, expected: Operand) -> None:
    assert binary("<<", left, right, AMD64) == expected


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (m.Array(3, INT), "[]int"),
        (m.Pointer(m.Array(3, INT)), "[]int"),
        # Slices and typed strings keep their type, an untyped string becomes a value of type string.
        (BYTES, "m.Bytes"),
        (m.Named("m", "Text", lambda: STRING), "m.Text"),
        (UNTYPED["string"], "string"),
    ],
)
def test_type_of_a_slice_expression(kind: m.Type, text: str) -> None:
    assert type_text(sliced_type(kind)) == text


def test_pointers_are_followed_once() -> None:
    assert pointed(m.Pointer(BYTES)) == m.Slice(BASIC["uint8"])
    assert pointed(m.Pointer(m.Pointer(BYTES))) == m.Pointer(BYTES)
    assert pointed(WAIT_REASON) == BASIC["uint8"]
