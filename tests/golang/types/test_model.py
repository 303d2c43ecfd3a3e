"""Which types are identical, and what underlies a type (Go specification, "Type identity", "Underlying types")."""

from __future__ import annotations

import pytest

from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.universe import BASIC, INT, STRING
from tests.golang.type_checker.written_packages import code

DECLARED = """
type A0 = []string
type A1 = A0
type B0 A0
type B1 []string
type C0 B0
type D0[P1, P2 any] struct { x P1; y P2 }
type E0 = D0[int, string]
"""


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # The specification's examples.
        ("A0", "A1"),
        ("A0", "[]string"),
        ("D0[int, string]", "E0"),
        ("[]int", "[]int"),
        ("struct{ a, b *B1 }", "struct{ a, b *B1 }"),
        ("func(x int, y float64) *[]string", "func(int, float64) (result *[]string)"),
        ("byte", "uint8"),
        ("rune", "int32"),
        ("any", "interface{}"),
        ("interface{ A(); B() }", "interface{ B(); A() }"),
    ],
)
def test_identical(left: str, right: str) -> None:
    found = code(DECLARED)
    assert found.denoted(left) == found.denoted(right)
    assert hash(found.denoted(left)) == hash(found.denoted(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("B0", "B1"),
        ("B0", "C0"),
        ("B0", "[]string"),
        ("D0[int, string]", "D0[string, int]"),
        ("D0[int, string]", "struct{ x int; y string }"),
        ("func(int, float64) *B0", "func(x int, y float64) *A1"),
        ("func(...int)", "func([]int)"),
        ("[3]int", "[4]int"),
        ("chan int", "<-chan int"),
        ("struct{ a int }", 'struct{ a int "t" }'),
        ("struct{ B0 }", "struct{ B0 B0 }"),
        ("int", "int64"),
    ],
)
def test_different(left: str, right: str) -> None:
    found = code(DECLARED)
    assert found.denoted(left) != found.denoted(right)


def test_an_instance_made_elsewhere_is_the_same_type() -> None:
    generic = m.Named("m", "List", lambda: m.Struct(()))

    def instance(of: m.Named, argument: m.Type) -> m.Named:
        return m.Named("m", "List", lambda: m.Struct(()), arguments=(argument,), origin=of)

    assert instance(generic, INT) == instance(generic, INT)
    assert instance(generic, INT) != instance(generic, STRING)
    assert instance(generic, INT) != generic
    assert instance(generic, INT) != instance(m.Named("m", "List", lambda: m.Struct(())), INT)


def test_the_underlying_type_is_worked_out_once_and_ends() -> None:
    asked: list[str] = []

    def resolve() -> m.Type:
        asked.append("asked")
        return BASIC["uint8"]

    kind = m.Named("m", "Kind", resolve)
    assert [m.underlying(kind), m.underlying(kind), asked] == [BASIC["uint8"], BASIC["uint8"], ["asked"]]
    circle: m.Named = m.Named("m", "T", lambda: m.underlying(circle))
    assert m.underlying(circle) is m.INVALID


def test_under_a_type_parameter_is_its_constraint() -> None:
    closer = m.Interface((m.Method("Close", m.Signature((), ())),))
    named = m.Named("m", "Closer", lambda: closer)
    assert m.underlying(m.TypeParameter("T", lambda: named)) is closer
    # Each is a type of its own, whatever its name.
    assert m.TypeParameter("T", lambda: named) != m.TypeParameter("T", lambda: named)
