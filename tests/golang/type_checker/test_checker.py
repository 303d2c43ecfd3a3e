"""Types of declarations and methods, resolved when asked for (Go specification, "Declarations and scope"; go/types)."""

from __future__ import annotations

import pytest

from golinkname_ls.golang.type_checker.checker import Checker
from golinkname_ls.golang.type_checker.operand import Mode
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.type_text import type_text
from golinkname_ls.golang.types.universe import BASIC, INT
from tests.golang.type_checker.written_packages import WrittenPackages, code

CONSTS = """
type Kind uint8

const (
	zero Kind = iota
	one
	_
	three
)
const (
	a, b = iota, iota * 10
	c, d
)
const float float64 = 1
const half = float / 2
const number = "x"
const wrong int = 1.5
const computed = call()
const KB, MB = 1 << (10 * (iota + 1)), 1 << (20 * (iota + 1))

func call() int
"""


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        # Implicit repetition keeps the type: three is a Kind, too.
        ("one", "m.Kind", 1),
        ("three", "m.Kind", 3),
        ("d", "untyped int", 10),
        ("half", "float64", 0.5),
        ("number", "untyped string", "x"),
        ("MB", "untyped int", 1 << 20),
        ("wrong", "invalid type", None),
        ("computed", "invalid type", None),
    ],
)
def test_const(name: str, text: str, value: object) -> None:
    found = code(CONSTS).operand(name)
    assert (type_text(found.type), found.value) == (text, value)


VARS = """
type T struct{ f func() (int, error) }
type I interface{ M() string }

var (
	typed    []T      = nil
	inferred          = map[string]T{}
	constant          = 'x'
	whole             = 1 << 3
	compared          = constant == 'y'
	first, second     = two()
	value, ok         = inferred["x"]
	held, isI         = any(nil).(I)
	got, open         = <-make(chan T)
	a, b              = 1, "s"
	called, err       = typed[0].f()
	x, y, z           = two()
	p, q              = one()
	k1, k2, k3        = inferred["x"]
	isType            = T
	nothing           = none()
)

func two() (int, error)
func one() int
func none()
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("typed", "[]m.T"),
        ("inferred", "map[string]m.T"),
        # An untyped constant takes its default type.
        ("constant", "rune"),
        ("whole", "int"),
        ("compared", "bool"),
        ("first", "int"),
        ("second", "error"),
        # v, ok = m[k], x.(T) and <-c.
        ("value", "m.T"),
        ("ok", "bool"),
        ("held", "m.I"),
        ("isI", "bool"),
        ("got", "m.T"),
        ("open", "bool"),
        ("b", "string"),
        ("err", "error"),
        # Two results for three names, or one for two, declare nothing that has a type.
        ("x", "invalid type"),
        ("p", "invalid type"),
        ("k1", "invalid type"),
        ("isType", "invalid type"),
        ("nothing", "invalid type"),
    ],
)
def test_var(name: str, text: str) -> None:
    assert code(VARS).type(name) == text


TYPES = """
type Defined struct{ next *Defined }
type Second Defined
type Alias = Defined
type Strings = List[string]
type List[T any] []T
type Sum[N ~int | float64, M fmt] func(N) M
type fmt interface{ Format() }
type Own Own

func Keys[K comparable, V, W any](m map[K]V) []K
"""


@pytest.mark.parametrize(
    ("written", "text", "underlying"),
    [
        ("Defined", "m.Defined", "struct{next *m.Defined}"),
        # The underlying type of a type is that of the type it is defined by.
        ("Second", "m.Second", "struct{next *m.Defined}"),
        ("Alias", "m.Defined", "struct{next *m.Defined}"),
        ("Strings", "m.List[string]", "[]string"),
        ("Sum", "m.Sum[N ~int | float64, M m.fmt]", "func(N) M"),
        ("Own", "m.Own", "invalid type"),
    ],
)
def test_type(written: str, text: str, underlying: str) -> None:
    found = code(TYPES).denoted(written)
    assert (type_text(found), type_text(m.underlying(found))) == (text, underlying)


def test_generic_func() -> None:
    assert code(TYPES).type("Keys") == "func[K comparable, V, W any](m map[K]V) []K"


def test_a_constraint_that_is_no_interface_stands_for_one_that_embeds_it() -> None:
    found = code(TYPES)
    sum_, fmt = found.denoted("Sum"), found.denoted("fmt")
    assert isinstance(sum_, m.Named)
    number, formatted = (parameter.constraint for parameter in sum_.parameters)
    union = m.Union((m.Term(True, INT), m.Term(False, BASIC["float64"])))
    assert number == m.Interface(embedded=(union,))
    assert formatted is fmt


def test_aliases_are_kept_where_asked() -> None:
    packages = WrittenPackages({"m": f"package m\n{TYPES}type Mapped[K comparable] = map[K]Alias\n\nvar v Alias\n"})
    showing, comparing = Checker(packages, keep_aliases=True), Checker(packages)
    texts = [type_text(checker.find("m", "v").type) for checker in (showing, comparing)]
    assert texts == ["m.Alias", "m.Defined"]
    # A generic alias has no name of its own without its type arguments.
    mapped = showing.find("m", "Mapped")
    assert mapped is not None
    assert mapped.mode is Mode.TYPE
    assert isinstance(mapped.type, m.Map)


METHODS = """
type Cache struct{}
type List[T any] struct{ items []T }
type Pair[K comparable, V any] struct{}

func (c *Cache) Refill(n Kind) bool
func (Cache) Size() (n int)
func (l *List[E]) Push(item E) List[E]
func (Pair[_, X]) Value() X

type Kind uint8

func Refill(n int)
"""


@pytest.mark.parametrize(
    ("kind", "name", "receiver", "text"),
    [
        ("Cache", "Refill", "*m.Cache", "func(n m.Kind) bool"),
        ("Cache", "Size", "m.Cache", "func() (n int)"),
        # The receiver gives the type's parameters other names; an instance's arguments stand for them.
        ("List[int]", "Push", "*m.List[int]", "func(item int) m.List[int]"),
        ("List", "Push", "*m.List[E]", "func(item E) m.List[E]"),
    ],
)
def test_method(kind: str, name: str, receiver: str, text: str) -> None:
    found = code(METHODS)
    named = found.denoted(kind)
    assert isinstance(named, m.Named)
    method = found.checker.method(named, name)
    assert method is not None
    assert type_text(method) == text
    assert method.receiver is not None
    assert type_text(method.receiver.type) == receiver


def test_a_receiver_need_not_name_every_type_parameter() -> None:
    found = code(METHODS)
    pair = found.denoted("Pair[string, bool]")
    assert isinstance(pair, m.Named)
    method = found.checker.method(pair, "Value")
    assert method is not None
    assert type_text(method) == "func() bool"


def test_what_is_declared_elsewhere_is_no_method() -> None:
    found = code(METHODS)
    cache, kind = found.denoted("Cache"), found.denoted("Kind")
    assert isinstance(cache, m.Named)
    assert isinstance(kind, m.Named)
    assert found.checker.method(cache, "Push") is None
    assert found.checker.method(kind, "Refill") is None
    # error is declared in no package.
    error = found.denoted("error")
    assert isinstance(error, m.Named)
    assert found.checker.method(error, "Error") is None
