"""Constant values and their exact arithmetic (Go specification, "Constant expressions"; go/constant)."""

from __future__ import annotations

import operator as op
import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias

from golinkname_ls.syntax.expressions.expression import Literal


@dataclass(frozen=True, slots=True)
class Complex:
    """A complex constant."""

    real: Fraction
    imaginary: Fraction


Value: TypeAlias = bool | str | int | Fraction | Complex
"""A constant's value; a Fraction is one of floating point, which may be whole."""

# More bits than any constant of real code has: a shift by more is given up rather than computed.
_HUGE = 1 << 16
_HEX_FLOAT = re.compile(r"0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)[pP]([+-]?\d+)$")
_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{3}|.)", re.S)


class Incomputable(Exception):
    """A constant expression without a value, or with one too large to be worth computing."""


def literal_value(literal: Literal) -> Value:
    """The value of a basic literal; raises Incomputable for text that is no literal."""
    text = literal.text.replace("_", "") if literal.kind not in ("string", "rune") else literal.text
    try:
        if literal.kind == "int":
            return _integer(text)
        if literal.kind == "float":
            return _float(text)
        if literal.kind == "imaginary":
            inner = text[:-1]
            decimal = inner[:2].lower() not in ("0x", "0b", "0o") and not re.search(r"[.eE]", inner)
            value = Fraction(int(inner)) if decimal else _float(inner)
            return Complex(Fraction(0), value)
        if literal.kind == "rune":
            return ord(_unquote(text))
        return _unquote(text)
    except (ValueError, SyntaxError, TypeError, OverflowError) as error:
        raise Incomputable(literal.text) from error


def _integer(text: str) -> int:
    if len(text) > 1 and text[0] == "0" and text[1].isdigit():
        return int(text, 8)
    return int(text, 0)


def _float(text: str) -> Fraction:
    match = _HEX_FLOAT.match(text)
    if match:
        whole, part, power = match.groups()
        return Fraction(int(whole + part or "0", 16)) * Fraction(2) ** (int(power) - 4 * len(part))
    if text[:2].lower() in ("0x", "0b", "0o"):
        return Fraction(int(text, 0))
    return Fraction(text)


def _unquote(text: str) -> str:
    if text.startswith("`"):
        return text[1:-1].replace("\r", "")
    return _ESCAPE.sub(_escape, text[1:-1])


def _escape(match: re.Match[str]) -> str:
    code = match[1]
    if code[0] in "xuU":
        return chr(int(code[1:], 16))
    return chr(int(code, 8)) if code[0].isdigit() else _ESCAPES.get(code, code)


def byte_length(value: str) -> int:
    """The length of a string constant in bytes, as `len` counts (UTF-8)."""
    return len(value.encode("utf-8", "surrogatepass"))


def unary(operator: str, value: Value, unsigned_bits: int = 0) -> Value:
    """Value of `-x`, `+x`, `!x` or `^x`; `unsigned_bits` is an unsigned type's width, else 0. Raises Incomputable."""
    if operator == "!" and isinstance(value, bool):
        return not value
    if isinstance(value, bool | str):
        raise Incomputable(operator)
    if operator == "+":
        return value
    if operator == "-":
        return Complex(-value.real, -value.imaginary) if isinstance(value, Complex) else -value
    if operator == "^" and isinstance(value, int):
        return ~value & ((1 << unsigned_bits) - 1) if unsigned_bits else ~value
    raise Incomputable(operator)


def shift(operator: str, value: Value, count: Value) -> int:
    """The value of `x << n` or `x >> n`; raises Incomputable."""
    number, places = as_integer(value), as_integer(count)
    if number is None or places is None or not 0 <= places <= _HUGE:
        raise Incomputable(operator)
    return number << places if operator == "<<" else number >> places


def as_integer(value: Value) -> int | None:
    """The value as an int when it is a whole number, else None."""
    if isinstance(value, Complex) and value.imaginary == 0:
        value = value.real
    if isinstance(value, Fraction) and value.denominator == 1:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


_ORDER: dict[str, Callable[[Any, Any], bool]] = {"<": op.lt, "<=": op.le, ">": op.gt, ">=": op.ge}
_BITS: dict[str, Callable[[int, int], int]] = {
    "&": op.and_,
    "|": op.or_,
    "^": op.xor,
    "&^": lambda a, b: a & ~b,
    "%": lambda a, b: abs(a) % abs(b) * (-1 if a < 0 else 1),
}
_ARITHMETIC: dict[str, Callable[[int | Fraction, int | Fraction], int | Fraction]] = {
    "+": op.add,
    "-": op.sub,
    "*": op.mul,
}


def compare(operator: str, left: Value, right: Value) -> bool:
    """The value of a comparison (`==`, `!=`, `<` …); raises Incomputable."""
    if operator in ("==", "!="):
        return (left == right) is (operator == "==")
    if isinstance(left, Complex | bool) or isinstance(right, Complex | bool) or operator not in _ORDER:
        raise Incomputable(operator)
    if isinstance(left, str) is not isinstance(right, str):
        raise Incomputable(operator)
    return _ORDER[operator](left, right)


def binary(operator: str, left: Value, right: Value, integers: bool) -> Value:
    """The value of `x op y`, shifts and comparisons aside; `integers` makes `/` truncate. Raises Incomputable."""
    if isinstance(left, bool) and isinstance(right, bool):
        if operator in ("&&", "||"):
            return (left and right) if operator == "&&" else (left or right)
        raise Incomputable(operator)
    if isinstance(left, str) and isinstance(right, str) and operator == "+":
        return left + right
    if isinstance(left, bool | str) or isinstance(right, bool | str):
        raise Incomputable(operator)
    if isinstance(left, Complex) or isinstance(right, Complex):
        return _complex(operator, as_complex(left), as_complex(right))
    if operator in _BITS:
        a, b = as_integer(left), as_integer(right)
        if a is None or b is None or (operator == "%" and b == 0):
            raise Incomputable(operator)
        return _BITS[operator](a, b)
    if operator == "/":
        if right == 0:
            raise Incomputable("division by zero")
        a, b = as_integer(left), as_integer(right)
        if integers and a is not None and b is not None:
            return (abs(a) // abs(b)) * (1 if (a < 0) is (b < 0) else -1)
        return Fraction(left) / Fraction(right)
    if operator not in _ARITHMETIC:
        raise Incomputable(operator)
    return _ARITHMETIC[operator](left, right)


def as_complex(value: int | Fraction | Complex) -> Complex:
    """A number as a complex constant."""
    return value if isinstance(value, Complex) else Complex(Fraction(value), Fraction(0))


def _complex(operator: str, a: Complex, b: Complex) -> Complex:
    if operator == "+":
        return Complex(a.real + b.real, a.imaginary + b.imaginary)
    if operator == "-":
        return Complex(a.real - b.real, a.imaginary - b.imaginary)
    if operator == "*":
        real = a.real * b.real - a.imaginary * b.imaginary
        return Complex(real, a.real * b.imaginary + a.imaginary * b.real)
    norm = b.real * b.real + b.imaginary * b.imaginary
    if operator != "/" or norm == 0:
        raise Incomputable(operator)
    real = (a.real * b.real + a.imaginary * b.imaginary) / norm
    return Complex(real, (a.imaginary * b.real - a.real * b.imaginary) / norm)
