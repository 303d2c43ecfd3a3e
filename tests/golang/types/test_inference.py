"""Which type arguments a generic func gets (Go specification, "Type inference", "Type unification")."""

from __future__ import annotations

import pytest

from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.inference import inferred, instantiated
from golinkname_ls.golang.types.type_text import type_text
from tests.golang.type_checker.written_packages import Code, code

DECLARED = """
type List[E any] []E
type Pair[K comparable, V any] struct { key K; value V }
type Set[E comparable] map[E]bool
type Ints []int
type Floats interface{ ~[]float64 }
type Func func(int) bool
type Point struct{ x, y int32 }

var (
	ints    []int
	named   Ints
	texts   map[string]*bool
	list    List[string]
	pair    *Pair[int8, Ints]
	array   [3]bool
	channel <-chan error
	callee  Func
	point   struct { x int32; y *bool }
)

func Same[T any](a, b T) T
func Append[S ~[]E, E any](s S, more ...E) S
func Element[S ~[]E, E any](s S) E
func Nested[S ~[]E, E ~[]F, F any](s S) F
func Reverse[F any, E ~[]F, S ~[]E](s S) F
func Keys[K comparable, V any](of map[K]*V) ([]K, V)
func Items[E any](of List[E]) []E
func Value[K comparable, V any](of *Pair[K, V]) V
func First[T any](of [3]T) T
func Fourth[T any](of [4]T) T
func Receive[T any](from <-chan T) T
func Apply[A, B any](f func(A) B) (A, B)
func Field[T any](of struct { x int32; y *T }) T
func Either[T ~[]E | ~map[int]E, E any](t T) E
func Sum[T Floats, N any](t T) N
func Make[T any]() T
func Swap[A, B any](a A, b B) (B, A)
"""


def signature(found: Code, name: str) -> m.Signature:
    kind = found.operand(name).type
    assert isinstance(kind, m.Signature)
    return kind


def called(name: str, *arguments: str, spread: bool = False) -> str | None:
    """Signature of a generic func in a call with these arguments; None where no types can be inferred."""
    found = code(DECLARED)
    kinds = [found.operand(argument).type for argument in arguments]
    result = inferred(signature(found, name), kinds, spread, found.checker.instance)
    return type_text(result) if result is not None else None


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("Same", ("1", "2"), "func(a int, b int) int"),
        # A typed argument decides, wherever it stands.
        ("Same", ("1", "float32(2)"), "func(a float32, b float32) float32"),
        # The core type of a constraint gives the element's type, and ~[]E lets the named type be S.
        ("Append", ("named", "1"), "func(s m.Ints, more ...int) m.Ints"),
        ("Append", ("ints",), "func(s []int, more ...int) []int"),
        ("Element", ("list",), "func(s m.List[string]) string"),
        ("Nested", ("[][]Point{}",), "func(s [][]m.Point) m.Point"),
        ("Reverse", ("[][]Point{}",), "func(s [][]m.Point) m.Point"),
        # Types that are made of others give their parts, a named type by its underlying type.
        ("Keys", ("texts",), "func(of map[string]*bool) ([]string, bool)"),
        ("Items", ("list",), "func(of m.List[string]) []string"),
        ("Value", ("pair",), "func(of *m.Pair[int8, m.Ints]) m.Ints"),
        ("First", ("array",), "func(of [3]bool) bool"),
        ("Receive", ("channel",), "func(from <-chan error) error"),
        ("Apply", ("callee",), "func(f func(int) bool) (int, bool)"),
        ("Field", ("point",), "func(of struct{x int32; y *bool}) bool"),
        # No argument tells T, and neither does a constraint of several types tell E.
        ("Make", (), None),
        ("Either", ("ints",), None),
        ("Sum", ("[]float64{}",), None),
        # What does not fit gives no types: another length, another generic type, another number of results.
        ("Fourth", ("array",), None),
        ("Items", ("Set[int]{}",), None),
        ("Apply", ("func(int) {}",), None),
        ("Keys", ("ints",), None),
        ("Make", ("1",), None),
        # nil has no default type, but its parameter may be bound by another argument.
        ("Swap", ("1", "'a'"), "func(a int, b rune) (rune, int)"),
        ("Same", ("nil", "pair"), "func(a *m.Pair[int8, m.Ints], b *m.Pair[int8, m.Ints]) *m.Pair[int8, m.Ints]"),
    ],
)
def test_inferred_from_arguments(name: str, arguments: tuple[str, ...], expected: str | None) -> None:
    assert called(name, *arguments) == expected


def test_variadic_arguments_are_elements_unless_they_are_spread() -> None:
    found = code("func Join[T any](sep string, parts ...T) T\n")
    kinds = [found.denoted("string"), found.denoted("[]byte")]
    for spread, text in (
        (False, "func(sep string, parts ...[]byte) []byte"),
        (True, "func(sep string, parts ...byte) byte"),
    ):
        result = inferred(signature(found, "Join"), kinds, spread, found.checker.instance)
        assert result is not None
        assert type_text(result) == text


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("Swap", ("int", "string"), "func(a int, b string) (string, int)"),
        # Some of them leave the func generic in the others.
        ("Swap", ("int",), "func[B any](a int, b B) (B, int)"),
        ("Append", ("Ints",), "func(s m.Ints, more ...int) m.Ints"),
        # A constraint of one type fixes what is under it, and nothing else.
        ("Either", ("[]int",), "func[E any](t []int) E"),
    ],
)
def test_given_type_arguments(name: str, arguments: tuple[str, ...], expected: str) -> None:
    found = code(DECLARED)
    kinds = tuple(found.denoted(argument) for argument in arguments)
    assert type_text(instantiated(signature(found, name), kinds, found.checker.instance)) == expected
