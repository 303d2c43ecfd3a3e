"""Which local declaration a name means, by the Go spec, "Declarations and scope"."""

from __future__ import annotations

import pytest

from golinkname_ls.syntax.tree.go_tree import parse
from golinkname_ls.syntax.tree.identifier_nodes import occurrences_of
from golinkname_ls.syntax.tree.local_scopes import binding, declaring

HERE = "/**/"


def bound(text: str) -> tuple[str, bool]:
    """What the last x means: `HERE` for the x behind that comment, "package" for none, and whether in a func literal."""
    data = f"package p\n\n{text}\n".encode()
    root = parse(data).root_node
    assert not root.has_error
    found = binding(list(occurrences_of(root, data, b"x"))[-1], data)
    if found is None:
        return "package", False
    assert data[found[0].start_byte : found[0].end_byte] == b"x"
    return (HERE if data[: found[0].start_byte].endswith(HERE.encode()) else "another"), found[1]


@pytest.mark.parametrize(
    "body",
    [
        "/**/x := 1; _ = x",
        "a, /**/x := 1, 2; _ = x",
        "var /**/x int; _ = x",
        "var (\n\ta = 1\n\t/**/x = 2\n)\n_ = x",
        "const /**/x = 1; _ = x",
        "const (\n\t/**/x = 1\n\ty = x\n)",
        "var (\n\t/**/x = 1\n\ty = x\n)",
        "type /**/x int; var _ x",
        "type /**/x struct{ next *x }",
        "x := 1; /**/x := 2; _ = x",
        "x := 1; { /**/x := 2; _ = x }",
        "/**/x := 1; { x := 2; _ = x }; _ = x",
        "/**/x := 1; { x := x }",
        "/**/x := 1; if x := x; true {}",
        "if /**/x := 1; x > 0 {}",
        "if /**/x := 1; true { _ = x }",
        "if /**/x := 1; true {} else { _ = x }",
        "if /**/x := 1; true {} else if y := x; y > 0 {}",
        "for /**/x := 0; x < 3; {}",
        "for /**/x := 0; ; x++ {}",
        "for /**/x := 0; ; { _ = x }",
        "for _, /**/x := range a { _ = x }",
        "switch /**/x := 1; x {}",
        "switch /**/x := 1; { case x > 0: }",
        "switch /**/x := a.(type) { case int: _ = x }",
        "switch /**/x := a.(type) { default: _ = x }",
        "select { case /**/x := <-c: _ = x }",
        "switch { case true: /**/x := 1; _ = x }",
        "L: /**/x := 1; _ = x; goto L",
    ],
)
def test_a_local_declaration_is_meant(body: str) -> None:
    assert bound(f"func f() {{ {body} }}") == (HERE, False)


@pytest.mark.parametrize(
    "body",
    [
        "_ = 1; x := x",
        "var x = x",
        "const x = x",
        "_ = 1; for x := x; ; {}",
        "for x := range x {}",
        "for x = range a { _ = x }",
        "switch x := x.(type) {}",
        "{ x := 1 }; _ = x",
        "if x := 1; true {}; _ = x",
        "if true { x := 1 } else { _ = x }",
        "for x := range a {}; _ = x",
        "for x := 0; ; {}; _ = x",
        "switch { case true: x := 1; case false: _ = x }",
        "select { case x := <-c: ; case <-d: _ = x }",
        "func() { x := 1 }(); _ = x",
        "x: for { break }; _ = x",
        "x = 1; _ = x",
    ],
)
def test_no_local_declaration_reaches_so_far(body: str) -> None:
    assert bound(f"func f() {{ {body} }}") == ("package", False)


def test_what_is_declared_behind_is_not_meant_yet() -> None:
    data = b"package p\n\nfunc f() { g(x); x := 1 }\n"
    use = next(occurrences_of(parse(data).root_node, data, b"x"))
    assert binding(use, data) is None


@pytest.mark.parametrize(
    "text",
    [
        "func f(/**/x int) { _ = x }",
        "func f(a, /**/x int) { _ = x }",
        "func f() (/**/x int) { _ = x; return }",
        "func (/**/x T) m() { _ = x }",
        "func f[/**/x any]() { var _ x }",
        "func f[/**/x any](a x) {}",
        "func (t T[/**/x]) m() { var _ x }",
        "func (t *T[a, /**/x]) m() { var _ x }",
        "type T[/**/x any] []x",
    ],
)
def test_a_func_or_type_declares_its_parameters(text: str) -> None:
    assert bound(text) == (HERE, False)


@pytest.mark.parametrize(
    "text",
    [
        "var x = 1\n\nfunc f() { _ = x }",
        "var (\n\tx = 1\n\ty = x\n)",
        "const (\n\tx = 1\n\ty = x\n)",
        "type x struct{ next *x }",
        "func f(a T[x]) { var _ x }",
        "func f(x int) {}\n\nfunc g() { _ = x }",
    ],
)
def test_what_the_package_declares_is_no_local(text: str) -> None:
    assert bound(text) == ("package", False)


@pytest.mark.parametrize(
    ("body", "crossed"),
    [
        ("/**/x := 1; func() { _ = x }()", True),
        ("/**/x := 1; func() { if true { _ = x } }()", True),
        ("func(/**/x int) { _ = x }(1)", False),
        ("func() { /**/x := 1; _ = x }()", False),
        ("func(/**/x int) { func() { _ = x }() }(1)", True),
    ],
)
def test_a_func_literal_stands_between(body: str, crossed: bool) -> None:
    assert bound(f"func f() {{ {body} }}") == (HERE, crossed)


def test_one_step_upwards_finds_what_that_node_declares() -> None:
    data = b"package p\n\nfunc f(a int) { g(a) }\n"
    use = list(occurrences_of(parse(data).root_node, data, b"a"))[-1]
    call, function = use.parent, parse(data).root_node.children[-1]
    while function.type != "function_declaration":
        function = function.prev_sibling
    assert call is not None
    assert declaring(use, call, data, b"a") is None
    body = function.child_by_field_name("body")
    found = declaring(body, function, data, b"a")
    assert found is not None
    assert found.start_byte == data.index(b"(a") + 1
    assert declaring(body, function, data, b"b") is None
