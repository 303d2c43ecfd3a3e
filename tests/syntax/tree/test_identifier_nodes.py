"""Where a name stands as a whole word, and whether it is declared or used there."""

from __future__ import annotations

import pytest

from golinkname_ls.syntax.tree.go_tree import parse
from golinkname_ls.syntax.tree.identifier_nodes import declares, occurrences_of


def found(text: str, word: str, low: int = 0, high: int | None = None) -> list[tuple[int, str]]:
    data = text.encode()
    nodes = occurrences_of(parse(data).root_node, data, word.encode(), low, high)
    return [(node.start_byte, node.type) for node in nodes]


def test_whole_words_alone_count() -> None:
    assert found("package f\n\nvar ff, f_, f2, _f, f = 1, 2, 3, 4, f\n", "f") == [
        (8, "package_identifier"),
        (31, "identifier"),
        (47, "identifier"),
    ]
    assert found("package p\n", "") == []


def test_of_a_comment_or_string_the_whole_is_found() -> None:
    text = 'package p\n\n// f and f\nvar s = "a f"\n'
    assert found(text, "f") == [(11, "comment"), (11, "comment"), (31, "interpreted_string_literal_content")]


def test_a_part_of_the_text_is_looked_at_with_what_stands_beside_it() -> None:
    text = "package p\n\nvar af, f = 1, f\n"
    first, second = text.index(" f ") + 1, text.rindex("f")
    assert [at for at, _ in found(text, "f", 0, second)] == [first]
    assert [at for at, _ in found(text, "f", text.index("f,"), second + 1)] == [first, second]
    assert found(text, "f", second + 1) == []


# The Go spec, "Declarations and scope". The last f of each line is asked about.
@pytest.mark.parametrize(
    ("line", "declared"),
    [
        ("func f() {}", True),
        ("func (t T) f() {}", True),
        ("func g() { f() }", False),
        ("func (f) g() {}", False),
        ("var f = g", True),
        ("var a, f int", True),
        ("var a f", False),
        ("var a = f", False),
        ("const f = 1", True),
        ("const a = f", False),
        ("type f int", True),
        ("type f = int", True),
        ("type a f", False),
        ("type a[f any] int", True),
        ("type a[b f] int", False),
        ("func g(f int) {}", True),
        ("func g(int, f) {}", False),
        ("func g() (f int) { return }", True),
        ("func g() { f := 1 }", True),
        ("func g() { a, f := 1, 2 }", True),
        ("func g() { a := f }", False),
        ("func g() { f = 1 }", False),
        ("func g() { for f := range 3 {} }", True),
        ("func g() { for f = range 3 {} }", False),
        ("func g() { for a := range f {} }", False),
        ("func g() { select { case f := <-c: } }", True),
        ("func g() { select { case f = <-c: } }", False),
        ("func g() { select { case a := <-f: } }", False),
        ("func g() { switch f := a.(type) {} }", True),
        ("func g() { switch a := f.(type) {} }", False),
        ("func g() { switch a := 1; f {} }", False),
        ("var a = T{f: 1}", True),
        ("var a = T{b: f}", False),
        ("var a = T{f}", False),
        ("var a = T{b: {f}}", False),
    ],
)
def test_a_name_is_declared_or_used(line: str, declared: bool) -> None:
    data = f"package p\n\n{line}\n".encode()
    node = list(occurrences_of(parse(data).root_node, data, b"f"))[-1]
    assert node.parent is not None
    assert declares(node, node.parent) is declared
