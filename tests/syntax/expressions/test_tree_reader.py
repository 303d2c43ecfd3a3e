"""What a piece of Go syntax says, form by form; parentheses and comments say nothing."""

from __future__ import annotations

import pytest

from golinkname_ls.syntax.expressions import expression as e
from golinkname_ls.syntax.expressions.parser import parse_expression, parse_signature, parse_type, parse_type_parameters
from golinkname_ls.syntax.expressions.tree_reader import embedded_name, expression_of, func_type_of
from golinkname_ls.syntax.tree.go_tree import parse, walk

A, B, F, P, T, INT = (e.Name(name) for name in ("a", "b", "f", "p", "T", "int"))
ONE, TEXT = e.Literal("int", "1"), e.Literal("string", '"s"')
NO_FUNC = e.FuncType((), ())


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a", A),
        ("nil", e.Name("nil")),
        ("true", e.Name("true")),
        ("((a))", A),
        ("0x1F", e.Literal("int", "0x1F")),
        ("1e3", e.Literal("float", "1e3")),
        ("2i", e.Literal("imaginary", "2i")),
        ("'a'", e.Literal("rune", "'a'")),
        ("`s`", e.Literal("string", "`s`")),
        ("p.f", e.Select(P, "f")),
        ("a[b]", e.Index(A, (B,))),
        ("f[int, T](a)", e.Call(e.Index(F, (INT, T)), (A,))),
        ("f[int](a)", e.Call(e.Index(F, (INT,)), (A,))),
        ("a[1:b]", e.Slicing(A)),
        ("a[:]", e.Slicing(A)),
        ("f()", e.Call(F, ())),
        ("f(a, b)", e.Call(F, (A, B))),
        ("f(a, b...)", e.Call(F, (A, B), True)),
        ("f(a /* words */)", e.Call(F, (A,))),
        ("[]T(a)", e.Call(e.SliceType(T), (A,))),
        ("(*T)(a)", e.Call(e.Star(T), (A,))),
        ("*a", e.Star(A)),
        ("&a", e.Unary("&", A)),
        ("-a", e.Unary("-", A)),
        ("<-a", e.Unary("<-", A)),
        ("a - b - 1", e.Binary("-", e.Binary("-", A, B), ONE)),
        ("a + b*1", e.Binary("+", A, e.Binary("*", B, ONE))),
        ("a &^ b", e.Binary("&^", A, B)),
        ("T{}", e.Composite(T, ())),
        ("T{a, b}", e.Composite(T, (None, None))),
        ("T{a: 1, b}", e.Composite(T, (A, None))),
        ("T{{a}, {b}}", e.Composite(T, (None, None))),
        ("[...]int{1: b}", e.Composite(e.ArrayType(None, INT), (ONE,))),
        ("p.T{}", e.Composite(e.Select(P, "T"), ())),
        ("func() { f() }", e.FuncLiteral(NO_FUNC)),
        ("a.(T)", e.Assertion(A, T)),
        ("new(a + 1)", e.Call(e.Name("new"), (e.Binary("+", A, ONE),))),
    ],
)
def test_expressions(text: str, read: e.Expression) -> None:
    found = parse_expression(text)
    assert (type(found), found) == (type(read), read)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("T", T),
        ("(T)", T),
        ("p.T", e.Select(P, "T")),
        ("T[int, p.T]", e.Index(T, (INT, e.Select(P, "T")))),
        ("*T", e.Star(T)),
        ("[1]T", e.ArrayType(ONE, T)),
        ("[]T", e.SliceType(T)),
        ("map[T]int", e.MapType(T, INT)),
        ("chan T", e.ChanType("both", T)),
        ("chan<- T", e.ChanType("send", T)),
        ("<-chan T", e.ChanType("receive", T)),
        ("chan (<-chan T)", e.ChanType("both", e.ChanType("receive", T))),
        ("chan<- <-chan T", e.ChanType("send", e.ChanType("receive", T))),
        ("<-chan <-chan T", e.ChanType("receive", e.ChanType("receive", T))),
        ("chan func(<-chan T)", e.ChanType("both", e.FuncType((e.Parameter("", e.ChanType("receive", T)),), ()))),
        ("func()", NO_FUNC),
        ("struct{}", e.StructType(())),
        ("struct{ a, b int }", e.StructType((e.Field("a", INT), e.Field("b", INT)))),
        ("struct{ a int \"s\" }", e.StructType((e.Field("a", INT, False, '"s"'),))),
        ("struct{ T }", e.StructType((e.Field("T", T, True),))),
        ("struct{ *T `s` }", e.StructType((e.Field("T", e.Star(T), True, "`s`"),))),
        ("struct{ p.T }", e.StructType((e.Field("T", e.Select(P, "T"), True),))),
        ("struct{ *T[int] }", e.StructType((e.Field("T", e.Star(e.Index(T, (INT,))), True),))),
        ("struct{ a *T }", e.StructType((e.Field("a", e.Star(T)),))),
        ("interface{}", e.InterfaceType((), ())),
        ("interface{ f(); T }", e.InterfaceType((e.Method("f", NO_FUNC),), (T,))),
        ("interface{ ~int | T }", e.InterfaceType((), (e.UnionType((e.Term(True, INT), e.Term(False, T))),))),
        ("interface{ ~int }", e.InterfaceType((), (e.UnionType((e.Term(True, INT),)),))),
    ],
)  # fmt: skip
def test_types(text: str, read: e.Expression) -> None:
    found = parse_type(text)
    assert (type(found), found) == (type(read), read)


def parameters(*rows: tuple[str, e.Expression]) -> tuple[e.Parameter, ...]:
    return tuple(e.Parameter(name, kind) for name, kind in rows)


# The Go spec, "Function types": "Within a list of parameters or results, the names must either all be present or all
# be absent."
@pytest.mark.parametrize(
    ("text", "read", "results"),
    [
        ("func(a int, b T)", parameters(("a", INT), ("b", T)), ()),
        ("func(a, b T)", parameters(("a", T), ("b", T)), ()),
        ("func(int, T)", parameters(("", INT), ("", T)), ()),
        ("func(a, b, c, d int, f T)", parameters(*((n, INT) for n in "abcd"), ("f", T)), ()),
        ("func(a, _ T)", parameters(("a", T), ("_", T)), ()),
        ("func(a ...T)", (e.Parameter("a", T, True),), ()),
        ("func(int, ...T)", (e.Parameter("", INT), e.Parameter("", T, True)), ()),
        ("func() T", (), parameters(("", T))),
        ("func() (T)", (), parameters(("", T))),
        ("func() (int, T)", (), parameters(("", INT), ("", T))),
        ("func() (a, b T)", (), parameters(("a", T), ("b", T))),
        ("func() func()", (), parameters(("", NO_FUNC))),
        ("func(a int, /* words */ b T, // more\n)", parameters(("a", INT), ("b", T)), ()),
    ],
)
def test_signatures(text: str, read: tuple[e.Parameter, ...], results: tuple[e.Parameter, ...]) -> None:
    assert parse_signature(text) == e.FuncType(read, results)


def test_a_long_list_of_names_has_one_type() -> None:
    names = ["trap", "nargs", *(f"a{number}" for number in range(1, 19))]
    found = parse_signature(f"func({', '.join(names)} uintptr)")
    assert found is not None
    assert found.parameters == parameters(*((name, e.Name("uintptr")) for name in names))


@pytest.mark.parametrize(
    ("text", "constraint"),
    [
        ("a any", e.Name("any")),
        ("a p.T", e.Select(P, "T")),
        ("a ~int", e.UnionType((e.Term(True, INT),))),
        ("a int | ~T", e.UnionType((e.Term(False, INT), e.Term(True, T)))),
        ("a interface{ f() }", e.InterfaceType((e.Method("f", NO_FUNC),), ())),
    ],
)
def test_constraints(text: str, constraint: e.Expression) -> None:
    assert parse_type_parameters(text) == (e.TypeParameter("a", constraint),)


@pytest.mark.parametrize(("text", "name"), [("*p.T", "T"), ("T[int]", "T"), ("[]T", ""), ("func()", "")])
def test_the_field_name_of_an_embedded_type(text: str, name: str) -> None:
    kind = parse_type(text)
    assert kind is not None
    assert embedded_name(kind) == name


def test_nodes_that_are_no_expression_or_func_are_nothing() -> None:
    data = b"package p\n\nfunc f(a int) { return }\n"
    nodes = {node.type: node for node in walk(parse(data).root_node)}
    assert func_type_of(nodes["function_declaration"], data) == e.FuncType((e.Parameter("a", INT),), ())
    assert func_type_of(nodes["return_statement"], data) is None
    assert expression_of(nodes["return_statement"], data) is None
    assert expression_of(nodes["parameter_list"], data) is None
