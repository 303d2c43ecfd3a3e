"""Which types a type is made of, and what becomes of it when type arguments stand for its type parameters."""

from __future__ import annotations

import pytest

from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.components import component_types, substitute
from golinkname_ls.golang.types.type_text import type_text
from golinkname_ls.golang.types.universe import BASIC, INT, STRING
from tests.golang.type_checker.written_packages import code

T = m.TypeParameter("T", m.Interface)
U = m.TypeParameter("U", m.Interface)
GENERIC = m.Named("m", "List", lambda: m.Slice(T), parameters=(T,))


def instance(of: m.Named, arguments: tuple[m.Type, ...]) -> m.Type:
    return m.Named(of.path, of.name, lambda: of.underlying, arguments=arguments, origin=of)


@pytest.mark.parametrize(
    ("written", "components"),
    [
        ("map[string][]int", ["string", "[]int"]),
        ("[4]bool", ["bool"]),
        ("<-chan error", ["error"]),
        ("func(a int, b ...string) (bool, error)", ["int", "[]string", "bool", "error"]),
        ("struct { a int8; Named }", ["int8", "m.Named"]),
        ("interface{ M(int); error }", ["func(int)", "error"]),
        # A named type's own parts are not those of what it is used in.
        ("Named", []),
        ("uint8", []),
    ],
)
def test_components_in_source_order(written: str, components: list[str]) -> None:
    found = code("type Named struct{ inner *int64 }\n").denoted(written)
    assert [type_text(kind) for kind in component_types(found)] == components


def signature(*kinds: m.Type, variadic: bool = False, result: m.Type = INT) -> m.Signature:
    return m.Signature(tuple(map(m.Parameter, kinds)), (m.Parameter(result),), variadic)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (m.Pointer(m.Slice(T)), "*[]string"),
        (m.Array(3, T), "[3]string"),
        (m.Chan("send", T), "chan<- string"),
        (m.Map(T, m.Map(INT, T)), "map[string]map[int]string"),
        (signature(INT, m.Slice(T), variadic=True, result=T), "func(int, ...string) string"),
        # Names, tags and embedding stay.
        (m.Struct((m.Field("f", T, tag="t"), m.Field("List", T, embedded=True))), 'struct{f string "t"; string}'),
        (m.Interface((m.Method("M", signature(T)),), (m.Pointer(T),)), "interface{M(string) int; *string}"),
        (m.Union((m.Term(True, m.Slice(T)), m.Term(False, INT))), "~[]string | int"),
        (m.Tuple((T, INT)), "(string, int)"),
        # An instance gets new type arguments, however deep.
        (instance(GENERIC, (m.Pointer(T),)), "m.List[*string]"),
        (instance(GENERIC, (instance(GENERIC, (T,)),)), "m.List[m.List[string]]"),
        # Only bound parameters are replaced; the generic type itself has none to replace.
        (m.Map(U, T), "map[U]string"),
        (m.Named("m", "Plain", lambda: m.Slice(T)), "m.Plain"),
        (BASIC["uint8"], "uint8"),
    ],
)
def test_type_arguments_take_the_place_of_parameters(kind: m.Type, text: str) -> None:
    assert type_text(substitute(kind, {T: STRING}, instance)) == text


def test_parameters_are_told_apart_by_identity() -> None:
    same_name = m.TypeParameter("T", m.Interface)
    assert substitute(m.Slice(same_name), {T: STRING}, instance) == m.Slice(same_name)


def test_both_are_replaced_at_once() -> None:
    assert substitute(m.Map(T, U), {T: U, U: T}, instance) == m.Map(U, T)


def test_fields_keep_the_package_they_belong_to() -> None:
    found = substitute(m.Struct((m.Field("f", T, package="m"),)), {T: INT}, instance)
    assert found == m.Struct((m.Field("f", INT, package="m"),))
