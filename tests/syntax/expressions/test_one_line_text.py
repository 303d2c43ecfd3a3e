"""Where a line end stood for a semicolon (the Go spec, "Semicolons"), and where it was only a blank."""

from __future__ import annotations

import pytest

from golinkname_ls.syntax.expressions.one_line_text import flatten


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (" int ", "int"),
        ("a  +\tb", "a + b"),
        ("a/* words */+ b // more", "a + b"),
        ("struct {\n\ta int\n\tb int // words\n}", "struct { a int; b int }"),
        ("struct {\n\ta int\n\n\n\tb int\n}", "struct { a int; b int }"),
        ("interface {\n\tf()\n\tg() int\n}", "interface { f(); g() int }"),
        ("struct{}", "struct{}"),
        ("(\n\ta int,\n\tb int,\n)", "(a int, b int)"),
        ("T{\n\ta,\n\tb,\n}", "T{ a, b }"),
        ("m[\n\tK,\n\tV,\n]", "m[K, V]"),
        ("a +\n\tb", "a + b"),
        ("a ||\n\tb", "a || b"),
        ("f(func() {\n\tg()\n})", "f(func() { g() })"),
        ("f(\n\tx)", "f(x)"),
        ("a +\r\n\tb", "a + b"),
        ("a + // words\n\tb", "a + b"),
        ("a + /* words\n*/ b", "a + b"),
        ("struct { a int /* words\n*/ b int }", "struct { a int; b int }"),
        ("chan\n\tint", "chan int"),
        ("func\n(a int)", "func (a int)"),
    ],
)
def test_one_line(text: str, line: str) -> None:
    assert flatten(text) == line


@pytest.mark.parametrize(
    "literal", ['"a  b"', '"// a"', '"\\"  //"', "`a  b`", "`\n\ta // b\n`", "'\\''", "'\"'", "`/*`"]
)
def test_literals_stay_as_they_are(literal: str) -> None:
    assert flatten(f"f(\n\t{literal},\n\tb,  // words\n)") == f"f({literal}, b)"
