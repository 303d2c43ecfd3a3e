"""Looking at bytes finds at least what a parse finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.scan.declaration_patterns import declarable, func_names, glance, may_declare
from golinkname_ls.text.buffer import Buffer


def parsed(text: str) -> SourceFile:
    return SourceFile(Path("a.go"), Buffer(text.encode()))


BODYLESS = [
    "func f()",
    "func f() int",
    "func f(a int) (b, c string)",
    "func f() interface{}",
    "func f() struct{}",
    "func f() interface{ M() }",
    "func f(x struct{ a int }) int",
    "func f(x struct{ a int })",
    "func f() int // a word {",
    "func f() /* { */ int",
    "func f() // }",
    "func f(\n\ta int,\n\tb int,\n) int",
    "func f(a int,\n\tb int) int",
    "func f(\n)",
    "func f() interface {\n\tM()\n}",
    "func f() struct{\n\ta int\n}",
    "func f(x struct {\n\ta int\n}) int",
    "func /* x */ f()",
    "\tfunc f()",
    "  func f() int",
    "var x int; func f()",
    "var x int;func f()",
    "func f()\r",
    "func Größe() int",
]
WITH_BODY = ["func f() {}", "func f() {\n}", "func f() int { return 1 }", "func f() { x := struct{}{}; _ = x }"]


@pytest.mark.parametrize("text", BODYLESS)
@pytest.mark.parametrize("behind", ["", "\n", "\n\nfunc g() {\n}\n"])
def test_a_func_without_body_is_spotted(text: str, behind: str) -> None:
    data = f"package p\n\n{text}{behind}"
    names = {d.name for d in parsed(data).outline.funcs_without_body()}
    assert names
    found = glance(data.encode()).bodyless
    assert names <= found or "" in found


@pytest.mark.parametrize("text", WITH_BODY)
def test_a_body_is_none(text: str) -> None:
    assert glance(f"package p\n\n{text}\n".encode()).bodyless == frozenset()
    assert func_names(f"package p\n\n{text}\n".encode()) == {"f"}


def test_a_method_without_body_has_no_name() -> None:
    assert glance(b"package p\nfunc (t T) m()\n").bodyless == {""}


@pytest.mark.parametrize(
    "word", ["//go:linkname a b", "// go:LinkName a b", "//nolint:golinkname", "//golinkname:mirror a.b"]
)
def test_words_of_ours(word: str) -> None:
    assert glance(f"package p\n\n{word}\n".encode()).directives
    assert not glance(b"package p\n").directives


DECLARING = [
    "func name() {}",
    "func name[T any]() {}",
    "var name int",
    "var name, b = 1, 2",
    "var b, name = 1, 2",
    "var (\n\tb int\n\tname int\n)",
    "var (b int; name int)",
    "var (\n\tname(int)\n)",
    "const name = 1",
    "const (\n\ta = iota\n\tname\n)",
    "const (\n\ta, name = iota, iota\n)",
    "type name int",
    "type name[T any] int",
    "type (\n\tname struct{}\n)",
    "type (\n\tname = int\n)",
    "func /* x */ name() {}",
    "var\tname int",
    "func\n// words\nname() {}",
    "var x = f(1,\n\t2); var name int",
    "type(name int)",
]


@pytest.mark.parametrize("text", DECLARING)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_declaration_is_spotted(text: str, newline: str) -> None:
    data = f"package p\n\n{text}\n".replace("\n", newline)
    assert parsed(data).outline.declares("name")
    assert may_declare(data.encode(), b"name")


@pytest.mark.parametrize("text", ["var\n(name int)", "var // words\n(\tname int)", "const /* words */ (name = 1)"])
def test_a_declaration_that_the_grammar_cannot_read_is_spotted(text: str) -> None:
    assert may_declare(f"package p\n\n{text}\n".encode(), b"name")
    assert b"name" in declarable(f"package p\n\n{text}\n".encode())


@pytest.mark.parametrize(
    "text", ["func f() {\n\tname.x()\n\tx.name()\n\tname := 1\n}", "var rename int", "var names int", "// a name here"]
)
def test_uses_are_not_declarations(text: str) -> None:
    assert not may_declare(f"package p\n\n{text}\n".encode(), b"name")


PIECES = st.sampled_from(
    [
        "func ",
        "var ",
        "const ",
        "type ",
        "name",
        "other",
        "(",
        ")",
        "{",
        "}",
        "\n",
        " ",
        "\t",
        ", ",
        "=",
        "1",
        "int",
        ";",
    ]
)


@given(st.lists(PIECES, max_size=14))
def test_whatever_a_parse_finds_is_spotted(pieces: list[str]) -> None:
    data = "package p\n" + "".join(pieces)
    outline = parsed(data).outline
    assert may_declare(data.encode(), b"name") or not outline.declares("name")
    if not outline.has_error:
        found = glance(data.encode()).bodyless
        assert all((d.name in found and not d.is_method) or "" in found for d in outline.funcs_without_body())
