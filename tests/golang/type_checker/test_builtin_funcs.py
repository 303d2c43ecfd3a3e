"""Calls of builtin funcs: types, and which are constants (Go specification, "Built-in functions", "Package unsafe")."""

from __future__ import annotations

from fractions import Fraction

import pytest

from golinkname_ls.golang.type_checker.builtin_funcs import is_builtin
from golinkname_ls.golang.type_checker.constant_arithmetic import Complex
from golinkname_ls.golang.type_checker.operand import Mode
from golinkname_ls.golang.types.type_text import type_text
from tests.golang.type_checker.written_packages import code

DECLARED = """
import "unsafe"

type Kind uint8
type Pair struct {
	a int8
	Inner
	p *int64
}
type Inner struct {
	b int64
	c int8
}
type Bytes []byte
type Halfs complex64

var (
	array   [10]int
	pointer *[4]string
	arrays  [2][3]int
	slice   Bytes
	text    string
	pair    Pair
	number  float32
	channel chan [5]int
)

func made() [7]int
"""


# "Length and capacity": constant for constant strings, and for arrays without receives and func calls.
@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ('len("日本")', 6),
        ("len(array)", 10),
        ("cap(pointer)", 4),
        ("len(arrays[1])", 3),
        ("len([10]float64{2})", 10),
        ("len([4]string(*pointer))", 4),
        ("len(slice)", None),
        ("len(text)", None),
        ("len(made())", None),
        ("len(<-channel)", None),
        ("len(&array)", 10),
    ],
)
def test_when_a_length_is_constant(expression: str, value: int | None) -> None:
    found = code(DECLARED).operand(expression)
    assert (type_text(found.type), found.value) == ("int", value)
    assert (found.mode is Mode.CONSTANT) is (value is not None)


@pytest.mark.parametrize(
    ("expression", "kind"),
    [
        ("append(slice, 1)", "m.Bytes"),
        ("copy(slice, text)", "int"),
        ("make(Bytes, 3)", "m.Bytes"),
        ("make(text)", "invalid type"),
        ("new(Kind)", "*m.Kind"),
        # Since 1.26 new takes an expression: new(1) is a *int.
        ("new(1)", "*int"),
        ("new(number)", "*float32"),
        ("new(unknown)", "invalid type"),
        ("recover()", "any"),
        ("panic(1)", "invalid type"),
        ("unsafe.Add(unsafe.Pointer(nil), 8)", "unsafe.Pointer"),
        ("unsafe.Slice(pointer, 3)", "[][4]string"),
        ("unsafe.Slice(slice, 3)", "invalid type"),
        ("unsafe.SliceData(slice)", "*byte"),
        ("unsafe.SliceData(pointer)", "invalid type"),
        ("unsafe.StringData(text)", "*byte"),
        ("real(Halfs(0))", "float32"),
        ("complex(number, 2)", "complex64"),
        ("min(number, 2)", "float32"),
        ("max()", "invalid type"),
    ],
)
def test_type(expression: str, kind: str) -> None:
    assert code(DECLARED).type(expression) == kind


# "Min and max": with constant arguments the result is constant. "Manipulating complex numbers" has real and imag.
@pytest.mark.parametrize(
    ("expression", "kind", "value"),
    [
        ('min("b", "a", "c")', "untyped string", "a"),
        ("max(1, 2, 10)", "untyped int", 10),
        ("max(Kind(1), 2)", "m.Kind", 2),
        ("complex(2, -2)", "untyped complex", Complex(Fraction(2), Fraction(-2))),
        ("complex(float32(1), 2)", "complex64", Complex(Fraction(1), Fraction(2))),
        ("complex(1, float64(2))", "complex128", Complex(Fraction(1), Fraction(2))),
        ("imag(2i)", "untyped float", 2),
        ("real(2i)", "untyped float", 0),
        ("real(3)", "untyped float", 3),
        ("imag(complex64(3))", "float32", 0),
    ],
)
def test_constant(expression: str, kind: str, value: object) -> None:
    found = code(DECLARED).operand(expression)
    assert (found.mode, type_text(found.type), found.value) == (Mode.CONSTANT, kind, value)


@pytest.mark.parametrize("expression", ['min(1, "a")', "max(true, false)", "min(1, text)", "real(slice)"])
def test_arguments_that_a_func_does_not_take_give_no_constant(expression: str) -> None:
    assert code(DECLARED).operand(expression).value is None


# go/types/gcsizes.go; b is promoted, so its offset counts from the start of pair.
@pytest.mark.parametrize(
    ("expression", "amd64", "arm"),
    [
        ("unsafe.Sizeof(pair)", 32, 20),
        ("unsafe.Sizeof(1)", 8, 4),
        ("unsafe.Sizeof('a')", 4, 4),
        ("unsafe.Alignof(pair)", 8, 4),
        ("unsafe.Alignof(pair.a)", 1, 1),
        ("unsafe.Offsetof(pair.p)", 24, 16),
        ("unsafe.Offsetof(pair.b)", 8, 4),
        ("unsafe.Offsetof(pair.c)", 16, 12),
        ("unsafe.Offsetof((&pair).p)", 24, 16),
    ],
)
def test_sizes_are_constants_of_the_architecture(expression: str, amd64: int, arm: int) -> None:
    for goarch, value in (("amd64", amd64), ("arm", arm)):
        found = code(DECLARED, goarch=goarch).operand(expression)
        assert (type_text(found.type), found.value) == ("uintptr", value), goarch


@pytest.mark.parametrize(
    "expression", ["unsafe.Sizeof(unknown)", "unsafe.Offsetof(array)", "unsafe.Offsetof(pair.none)", "unsafe.Sizeof()"]
)
def test_a_size_that_is_not_known_is_no_constant(expression: str) -> None:
    found = code(DECLARED).operand(expression)
    assert (found.mode, type_text(found.type)) == (Mode.VALUE, "uintptr")


def test_builtins_of_unsafe_need_their_qualifier() -> None:
    assert is_builtin("len")
    assert is_builtin("unsafe.Sizeof")
    assert not is_builtin("Sizeof")
    assert not is_builtin("unsafe.Pointer")
