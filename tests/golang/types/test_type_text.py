"""Types as go/types prints them (go/types/typestring.go)."""

from __future__ import annotations

import pytest

from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.type_text import type_text
from golinkname_ls.golang.types.universe import ANY, BASIC, INT
from tests.golang.type_checker.written_packages import code

DECLARED = "type T struct{}\n\ntype List[E any] []E\n"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("func(a, b int, s ...string) (ok bool)", "func(a int, b int, s ...string) (ok bool)"),
        ("func([]int) error", "func([]int) error"),
        ("func([]int, ...int)", "func([]int, ...int)"),
        ("func() (error)", "func() error"),
        ("func() (int, error)", "func() (int, error)"),
        ("func(func(...byte))", "func(func(...byte))"),
        ("[3]*map[string][]uint8", "[3]*map[string][]uint8"),
        # Without parentheses this were chan<- of a chan.
        ("chan (<-chan int)", "chan (<-chan int)"),
        ("chan (chan int)", "chan chan int"),
        ("chan<- (chan int)", "chan<- chan int"),
        ("<-chan chan<- int", "<-chan chan<- int"),
        (
            'struct { T; *List[int]; a, b byte `k:"v"` }',
            'struct{m.T; *m.List[int]; a byte "k:\\"v\\""; b byte "k:\\"v\\""}',
        ),
        ("struct{}", "struct{}"),
        ("interface{ M(int) bool; error; ~int | T }", "interface{M(int) bool; error; ~int | m.T}"),
        ("List[List[T]]", "m.List[m.List[m.T]]"),
        ("List", "m.List[E any]"),
        ("error", "error"),
        ("unknown", "invalid type"),
    ],
)
def test_text(written: str, text: str) -> None:
    assert type_text(code(DECLARED).denoted(written)) == text


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        # A constraint that is one type for several parameters is written once; two like ones are two types.
        ("func F[K comparable, V, W any]()", "func[K comparable, V, W any]()"),
        ("func F[A any, B any]()", "func[A, B any]()"),
        ("func F[A ~int, B ~int]()", "func[A ~int, B ~int]()"),
        ("func F[S ~[]E, E int | string](S) E", "func[S ~[]E, E int | string](S) E"),
        ("func F[T interface{ ~int; M() }]()", "func[T interface{M(); ~int}]()"),
    ],
)
def test_type_parameters(declared: str, text: str) -> None:
    assert code(declared).type("F") == text


def test_any_where_aliases_are_resolved() -> None:
    """Since 1.27 go/types prints `interface{}` there, and `any` only in interfaces and generic funcs."""

    def func(kind: m.Type, *parameters: m.TypeParameter) -> m.Signature:
        return m.Signature((m.Parameter(kind),), (), type_parameters=parameters)

    inside = m.Interface((m.Method("M", func(ANY)),))
    assert type_text(func(ANY)) == "func(any)"
    assert type_text(func(m.Slice(ANY)), "interface{}") == "func([]interface{})"
    assert type_text(m.Slice(inside), "interface{}") == "[]interface{M(any)}"
    assert type_text(func(ANY, m.TypeParameter("T", lambda: ANY)), "interface{}") == "func[T any](any)"
    # Written out, it is no alias.
    assert type_text(m.Interface()) == "interface{}"


def test_results_of_a_call_and_lengths_that_are_not_known() -> None:
    assert type_text(m.Tuple((INT, m.Array(None, BASIC["byte"])))) == "(int, [?]byte)"
