"""What of Go the grammar cannot read is read all the same; a tree that is edited is the one of the new text."""

from __future__ import annotations

import pytest

from golinkname_ls.syntax.tree.go_tree import Parsed, TreeEdit, method_type_parameters, node_text, parse, walk


def names(text: str) -> list[str]:
    data = text.encode()
    return [node_text(node, data) for node in walk(parse(data).root_node) if node.type.endswith("identifier")]


# Go 1.26: "the built-in new function now allows its operand to be an expression".
@pytest.mark.parametrize(
    "argument",
    ["3", '"a"', "'a'", "`a`", "-1", "!on", "&x", "f(1)", "p.F()", "x + 1", "x == y", "T{1}", "x<<2", " x * y", "\n3"],
)
def test_new_takes_an_expression(argument: str) -> None:
    text = f"package p\n\nvar a = new({argument})\n"
    assert not parse(text.encode()).root_node.has_error
    assert names(text)[:3] == ["p", "a", "new"]


@pytest.mark.parametrize("argument", ["T", "p.T", "[]int", "func()", "func(int) bool", "struct{ a int }", "map[K]V"])
def test_new_takes_a_type(argument: str) -> None:
    assert not parse(f"package p\n\nvar a, b = new({argument}), new(1)\n".encode()).root_node.has_error


@pytest.mark.parametrize(
    ("head", "name", "written"),
    [
        ("func (r *Rand) N[Int int64 | uint64](n Int) Int", "N", "Int int64 | uint64"),
        ("func (l List[T]) Map[U, V any](f func(T) U) V", "Map", "U, V any"),
        ("func (T) plain(a [2]int)", "plain", ""),
    ],
)
def test_a_method_may_have_type_parameters(head: str, name: str, written: str) -> None:
    data = f"package p\n\n{head} {{ panic(0) }}\n\nfunc after() {{}}\n".encode()
    root = parse(data).root_node
    assert not root.has_error
    [method] = [node for node in root.children if node.type == "method_declaration"]
    found = method.child_by_field_name("name")
    assert found is not None
    assert node_text(found, data) == name
    assert method_type_parameters(data, found.end_byte) == written
    assert names(data.decode())[-1] == "after"


def test_type_parameters_end_at_the_bracket_that_closes_them() -> None:
    assert method_type_parameters(b"m[K any, S []K](s S)", 1) == "K any, S []K"
    assert method_type_parameters(b"m[K any", 1) == ""


@pytest.mark.parametrize("text", ["var a = new(3", "var a = renew(3 4)", "func (t T) m[K any]("])
def test_other_errors_stay(text: str) -> None:
    assert parse(f"package p\n\n{text}\n".encode()).root_node.has_error


def edit_of(before: bytes, start: int, end: int, new: bytes) -> tuple[bytes, TreeEdit]:
    after = before[:start] + new + before[end:]

    def point(data: bytes, at: int) -> tuple[int, int]:
        return data.count(b"\n", 0, at), at - data.rfind(b"\n", 0, at) - 1

    points = point(before, start), point(before, end), point(after, start + len(new))
    return after, TreeEdit(start, end, start + len(new), *points)


@pytest.mark.parametrize(
    ("before", "old", "new"),
    [
        ("func f() { g(1) }", "1", "2, 3"),
        ("func (t T) m[K any](k K) {}", "K any", "K, V any"),
        ("func (t T) m[K any](k K) {}", "[K any]", ""),
        ("var a = new(3)", "3", "4"),
        ("var a = new(3)", "3", "int"),
        ("var a = new(int)", "int", "1 +\n2"),
    ],
)
def test_an_edited_tree_is_that_of_the_new_text(before: str, old: str, new: str) -> None:
    data = f"package p\n\n{before}\n\nvar z = 1\n".encode()
    at = data.index(old.encode())
    after, edit = edit_of(data, at, at + len(old), new.encode())
    parsed = Parsed(data)
    parsed.edit(edit)
    again = Parsed(after, parsed).tree.root_node
    places = [(node.type, node.start_byte, node.end_byte, node.start_point) for node in walk(again)]
    assert places == [(n.type, n.start_byte, n.end_byte, n.start_point) for n in walk(parse(after).root_node)]
    assert not again.has_error


def test_an_edit_moves_what_is_behind_it() -> None:
    _, edit = edit_of(b"ab\ncd\nef", 1, 4, b"x\ny\nz\nw")
    assert (edit.delta, edit.rows) == (4, 2)


def test_an_edit_within_a_part_counts_columns_from_the_part_on_its_first_line_alone() -> None:
    _, edit = edit_of(b"package p; var a = 1\nvar b = 2\n", 19, 25, b"3")
    assert edit.within(11, (0, 11)) == TreeEdit(8, 14, 9, (0, 8), (1, 4), (0, 9))


def test_nodes_come_in_source_order() -> None:
    assert names("package p\n\nfunc f(a int) { b(c, d) }\n") == ["p", "f", "a", "int", "b", "c", "d"]
