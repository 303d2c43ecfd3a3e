"""Types of expressions and type literals (Go specification, "Types", "Expressions"; go/types prints the same)."""

from __future__ import annotations

import pytest

from golinkname_ls.golang.type_checker.operand import Mode
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.type_text import type_text
from tests.golang.type_checker.written_packages import code

OTHERS = {"lib": "package lib\n\nconst N = 3\n\ntype T struct{ F int }\n\nfunc Two() (int, error)\n"}
DECLARED = """
import (
	"lib"
	"unsafe"
)

const size = 4

type Text string
type Table map[Text][]bool
type Words [size]uintptr
type List[T any] struct {
	next *List[T]
	item T
}
type Pair[K comparable, V any] struct {
	key K
	value V
}
type Vector[T any] = []T
type Kind uint8
type Holder struct{ call func() }

func (k Kind) Name(long bool) string
func (k *Kind) Set(Kind)
func (Kind) Add(other Kind) Kind

var (
	table   Table
	words   *Words
	text    Text
	kind    Kind
	holder  *any
	channel <-chan List[int]
	double  **int
)

func nothing()
func First[T any](of []T, others ...T) T
func Map[K comparable, V any](m map[K]V) (keys []K, values []V)
func Second[A, B any](a A, b B) B
func Convert[To, From any](from From) To
"""


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("[lib.N * 2]byte", "[6]byte"),
        ("[len(words)]int", "[4]int"),
        ("[unknown]int", "[?]int"),
        ("[-1]int", "[?]int"),
        ("[2.0]int", "[2]int"),
        ("[2.5]int", "[?]int"),
        ("map[lib.T]*unsafe.Pointer", "map[lib.T]*unsafe.Pointer"),
        ("List[List[Kind]]", "m.List[m.List[m.Kind]]"),
        ("Pair[string, int]", "m.Pair[string, int]"),
        ("Pair[string]", "invalid type"),
        ("Kind[int]", "invalid type"),
        ("Vector[Text]", "[]m.Text"),
        ("func(a, b int, c ...string) (x error)", "func(a int, b int, c ...string) (x error)"),
        # Methods are sorted: exported ones first.
        ("interface{ b(); A(); a() int; error }", "interface{A(); a() int; b(); error}"),
        ("interface{ a(); Ä() }", "interface{Ä(); a()}"),
        ('struct { lib.T; *Kind `tag:"x"`; a, b int }', 'struct{lib.T; *m.Kind "tag:\\"x\\""; a int; b int}'),
        # A value is no type, and neither is a package.
        ("size", "invalid type"),
        ("lib", "invalid type"),
        ("lib.N", "invalid type"),
        ("lib.none", "invalid type"),
        ("*none", "*invalid type"),
    ],
)
def test_type_as_written(written: str, text: str) -> None:
    assert type_text(code(DECLARED, OTHERS).denoted(written)) == text


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        # Index and slice expressions.
        ("table[``]", "[]bool"),
        ("table[``][0]", "bool"),
        ("words[0]", "uintptr"),
        ("words[:]", "[]uintptr"),
        ("text[0]", "byte"),
        ("text[1:]", "m.Text"),
        ("kind[0]", "invalid type"),
        # Selectors, through pointers and into other packages.
        ("(&lib.T{}).F", "int"),
        ("(<-channel).next.item", "int"),
        ("lib.N", "untyped int"),
        ("kind.none", "invalid type"),
        # Method values, and method expressions, whose receiver is the first parameter.
        ("kind.Name", "func(long bool) string"),
        ("Kind.Name", "func(k m.Kind, long bool) string"),
        ("(*Kind).Set", "func(*m.Kind, m.Kind)"),
        ("Kind.Add", "func(_ m.Kind, other m.Kind) m.Kind"),
        ("lib.T.F", "invalid type"),
        ("Holder.call", "invalid type"),
        # Dereferences, assertions and literals.
        ("**double", "int"),
        ("*kind", "invalid type"),
        ("(*holder).(Kind)", "m.Kind"),
        ("func(int) error { return nil }", "func(int) error"),
        ("[...]Kind{3: 1, 2, 0: 5}", "[5]m.Kind"),
        ("[...]Kind{unknown: 1}", "[?]m.Kind"),
        ("[...]int{}", "[0]int"),
        ("&Words{}", "*m.Words"),
        # Calls and conversions.
        ("Kind(3)", "m.Kind"),
        ("Kind(3, 4)", "invalid type"),
        ("lib.Two()", "(int, error)"),
        ("kind.Name(true)", "string"),
        ("kind()", "invalid type"),
        ("(*Table)(nil)", "*m.Table"),
        # Generic funcs, with type arguments and inferred ones.
        ("First[Kind]", "func(of []m.Kind, others ...m.Kind) m.Kind"),
        ("First(table[``])", "bool"),
        ("Map(table)", "([]m.Text, [][]bool)"),
        ("Convert[string](kind)", "string"),
        ("Convert(kind)", "invalid type"),
        ("Second(lib.Two())", "error"),
        ("Convert[string]", "func[From any](from From) string"),
    ],
)
def test_type_of_an_expression(expression: str, text: str) -> None:
    assert code(DECLARED, OTHERS).type(expression) == text


@pytest.mark.parametrize(
    ("expression", "mode"),
    [
        ("nothing()", Mode.NOTHING),
        ("lib", Mode.PACKAGE),
        ("*Kind", Mode.TYPE),
        ("List[int]", Mode.TYPE),
        ("kind", Mode.VALUE),
        ("size", Mode.CONSTANT),
        (r"'\UFFFFFFFF'", Mode.UNKNOWN),
        ("unsafe.Sizeof", Mode.BUILTIN),
        ("unsafe.none", Mode.UNKNOWN),
        ("unsafe.Pointer", Mode.TYPE),
    ],
)
def test_what_an_expression_denotes(expression: str, mode: Mode) -> None:
    assert code(DECLARED, OTHERS).operand(expression).mode is mode


def test_unexported_names_belong_to_the_package_that_writes_them() -> None:
    """Identical field names of other packages make other types (Go specification, "Type identity")."""
    struct, interface = "struct{ a, B int }", "interface{ m(); M() }"
    others = {"lib": f"package lib\n\ntype S = {struct}\n\ntype I = {interface}\n\ntype E = struct{{ B int }}\n"}
    found = code('import "lib"\n', others)
    assert found.denoted(struct) == found.denoted(struct)
    assert found.denoted(struct) != found.denoted("lib.S")
    assert found.denoted(interface) != found.denoted("lib.I")
    assert found.denoted("struct{ B int }") == found.denoted("lib.E")


def test_an_instance_is_made_once() -> None:
    found = code(DECLARED, OTHERS)
    first = found.denoted("List[int]")
    assert isinstance(first, m.Named)
    assert found.denoted("List[int]") is first
    assert found.denoted("List[string]") != first
    next_field = m.underlying(first).fields[0]
    assert next_field.type.element is first
