"""Values of literals and constant operations, exact (Go specification, "Constant expressions", "Integer operators")."""

from __future__ import annotations

from fractions import Fraction

import pytest

from golinkname_ls.golang.type_checker.constant_arithmetic import (
    Complex,
    Incomputable,
    as_integer,
    binary,
    byte_length,
    compare,
    literal_value,
    shift,
    unary,
)
from golinkname_ls.syntax.expressions.expression import Literal


def number(real: int, imaginary: int = 0) -> Complex:
    return Complex(Fraction(real), Fraction(imaginary))


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("int", "0600", 384),
        ("int", "0_600", 384),
        ("int", "0xBad_Face", 0xBADFACE),
        ("float", "072.40", Fraction(7240, 100)),
        ("float", "6.67428e-11", Fraction("6.67428e-11")),
        ("float", "0x2.p10", 2048),
        ("float", "0x1.Fp+0", Fraction(31, 16)),
        ("float", "0X.8p-0", Fraction(1, 2)),
        ("float", "0X_1FFFP-16", Fraction(8191, 65536)),
        # Backward compatible: a leading 0 of an imaginary literal does not make it octal.
        ("imaginary", "0123i", number(0, 123)),
        ("imaginary", "0o123i", number(0, 0o123)),
        ("imaginary", "0xabci", number(0, 0xABC)),
        ("imaginary", "1E6i", number(0, 10**6)),
        ("rune", r"'\000'", 0),
        ("rune", r"'\x07'", 7),
        ("rune", r"'\U00101234'", 0x101234),
        ("rune", r"'\''", 39),
        ("string", r'"\u65e5本\n"', "日本\n"),
        ("string", r'"a_\\n"', "a_\\n"),
        # Carriage returns are discarded from raw strings, and backslashes mean nothing there.
        ("string", "`\\n\r\n`", "\\n\n"),
    ],
)
def test_value_of_a_literal(kind: str, text: str, expected: object) -> None:
    assert literal_value(Literal(kind, text)) == expected


@pytest.mark.parametrize(
    ("kind", "text"), [("int", "08"), ("int", "0b2"), ("rune", "'ab'"), ("rune", r"'\UFFFFFFFF'"), ("float", "1e")]
)
def test_what_is_no_literal_has_no_value(kind: str, text: str) -> None:
    with pytest.raises(Incomputable):
        literal_value(Literal(kind, text))


# The table of "Integer operators": truncation toward zero, the remainder has the sign of the dividend.
@pytest.mark.parametrize(
    ("x", "y", "quotient", "remainder"),
    [(5, 3, 1, 2), (-5, 3, -1, -2), (5, -3, -1, 2), (-5, -3, 1, -2), (6, -3, -2, 0)],
)
def test_quotient_and_remainder_of_integers(x: int, y: int, quotient: int, remainder: int) -> None:
    assert binary("/", x, y, integers=True) == quotient
    assert binary("%", x, y, integers=True) == remainder


def test_a_whole_quotient_of_floats_is_not_truncated() -> None:
    # const x float64 = 7; x / 2 is 3.5.
    assert binary("/", 7, 2, integers=False) == Fraction(7, 2)


@pytest.mark.parametrize(
    ("left", "operator", "right", "expected"),
    [
        (True, "&&", False, False),
        (True, "||", False, True),
        ("a", "+", "b", "ab"),
        (0b1100, "&^", 0b1010, 0b0100),
        (0b1100, "^", 0b1010, 0b0110),
        # A whole number of floating point may be an operand of integer operators: 5.0 % 3 in an integer expression.
        (Fraction(5), "%", 3, 2),
        (number(1, 2), "+", 3, number(4, 2)),
        (3, "-", number(1, 2), number(2, -2)),
        (number(1, 2), "*", number(3, 4), number(-5, 10)),
        (number(-5, 10), "/", number(3, 4), number(1, 2)),
    ],
)
def test_binary_operation(left: object, operator: str, right: object, expected: object) -> None:
    assert binary(operator, left, right, integers=True) == expected


@pytest.mark.parametrize(
    ("left", "operator", "right"),
    [
        (1, "/", 0),
        (1, "%", 0),
        (1, "/", Fraction(0)),
        (number(1), "/", number(0)),
        (number(1), "%", number(2)),
        (Fraction(1, 2), "&", 1),
        ("a", "-", "b"),
        ("a", "+", 1),
        (True, "+", False),
        (1, "&&", 1),
    ],
)
def test_operations_without_a_value(left: object, operator: str, right: object) -> None:
    with pytest.raises(Incomputable):
        binary(operator, left, right, integers=True)


@pytest.mark.parametrize(
    ("left", "operator", "right", "expected"),
    [
        ("a", "<", "b", True),
        (2, ">=", Fraction(2), True),
        (Fraction(1, 3), ">", Fraction(1, 2), False),
        (True, "==", True, True),
        (number(1, 2), "!=", number(1, 2), False),
    ],
)
def test_comparison(left: object, operator: str, right: object, expected: bool) -> None:
    assert compare(operator, left, right) is expected


# "Comparison operators": bool and complex values are comparable, not ordered.
@pytest.mark.parametrize(("left", "right"), [(True, False), (number(1), number(2)), ("a", 1)])
def test_what_is_not_ordered_cannot_be_compared(left: object, right: object) -> None:
    with pytest.raises(Incomputable):
        compare("<", left, right)


def test_complement_is_masked_by_the_width_of_an_unsigned_type() -> None:
    # The specification's examples: ^1 is -2, ^uint8(1) is 0xFE.
    assert unary("^", 1) == -2
    assert unary("^", 1, unsigned_bits=8) == 0xFE
    assert unary("-", number(1, -2)) == number(-1, 2)
    for operator, value in (("^", Fraction(1)), ("!", 1), ("-", True), ("+", "a")):
        with pytest.raises(Incomputable):
            unary(operator, value)


def test_shifts_take_whole_numbers_and_counts_that_are_not_negative() -> None:
    assert shift("<<", Fraction(1), Fraction(3)) == 8
    assert shift(">>", -5, 1) == -3
    assert shift("<<", 1, 0) == 1
    for value, count in ((Fraction(1, 2), 1), (1, -1), (1, Fraction(1, 2)), (True, 1), (1, 10**9)):
        with pytest.raises(Incomputable):
            shift("<<", value, count)


def test_what_counts_as_an_integer() -> None:
    assert as_integer(number(3)) == 3
    assert as_integer(number(3, 1)) is None
    assert as_integer(Fraction(3, 2)) is None
    assert as_integer(True) is None


def test_length_of_a_string_is_that_of_its_bytes() -> None:
    assert byte_length("日本") == 6
