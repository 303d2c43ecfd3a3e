"""Constant expressions; expectations are the specification's ("Constant expressions") and its examples."""

from __future__ import annotations

from fractions import Fraction

import pytest

from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.golang.type_checker.checker import Checker
from golinkname_ls.golang.type_checker.file_scope import Scope
from golinkname_ls.golang.type_checker.operand import Mode
from golinkname_ls.golang.types.type_text import type_text
from golinkname_ls.syntax.expressions.parser import parse_expression
from golinkname_ls.syntax.items.declarations import Import


class Nothing:
    """Packages and a package without any declaration."""

    path = name = "p"

    def __init__(self, goarch: str) -> None:
        self.target = Target(GoVersion(1, 27), Platform("linux", goarch))

    def package(self, path: str, importer: str) -> None:
        return None

    def declared(self, name: str) -> None:
        return None

    def methods(self, base: str) -> dict:
        return {}


def value(text: str, goarch: str = "amd64"):
    nothing = Nothing(goarch)
    scope = Scope(nothing, (Import("unsafe"),), iota=5)
    parsed = parse_expression(text)
    assert parsed is not None
    return Checker(nothing).evaluate(parsed, scope)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("15 / 4", "untyped int", 3),
        ("15 / 4.0", "untyped float", Fraction(15, 4)),
        ("-7 / 2", "untyped int", -3),
        ("-7 % 3", "untyped int", -1),
        ("1 << 3.0", "untyped int", 8),
        ("1.0 << 3", "untyped int", 8),
        ("'a' + 1", "untyped rune", 98),
        ('"hi" + `x`', "untyped string", "hix"),
        ("^1", "untyped int", -2),
        ("uint8(^1 & 0xff)", "uint8", 254),
        ("^uint8(1)", "uint8", 254),
        ("6 &^ 3", "untyped int", 4),
        ("0x1p-2", "untyped float", Fraction(1, 4)),
        ("0o17 + 017 + 0b1_1", "untyped int", 33),
        ("1 < 2 && !false", "untyped bool", True),
        ('len("h\\u00e9")', "int", 3),
        ("len([10]int{})", "int", 10),
        ("iota * 2", "untyped int", 10),
        ("min(3, 2.5)", "untyped float", Fraction(5, 2)),
        ("string('x')", "string", "x"),
    ],
)
def test_constant(text, kind, expected):
    found = value(text)
    assert found.mode is Mode.CONSTANT
    assert (type_text(found.type), found.value) == (kind, expected)


@pytest.mark.parametrize(("goarch", "size", "mask"), [("amd64", 24, 2**64 - 1), ("386", 16, 2**32 - 1)])
def test_depends_on_the_architecture(goarch, size, mask):
    assert value("unsafe.Sizeof(struct{a int8; b float64; c uintptr}{})", goarch).value == size
    assert value("^uintptr(0)", goarch).value == mask


@pytest.mark.parametrize("text", ["1 / 0", "1 << -1", "unknown", "f()", '"a" * 2', "1 << 999999999"])
def test_what_cannot_be_computed_is_unknown(text):
    assert value(text).value is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[...]string{5: ``, ``}", "[7]string"),
        ("func(a int, b ...string) (n int, err error) {}", "func(a int, b ...string) (n int, err error)"),
        ("&struct{a, b int}{}", "*struct{a int; b int}"),
        ("make(chan (<-chan int))", "chan (<-chan int)"),
        ("append([]byte(nil), 1)", "[]byte"),
        ("[]int{}[1:2]", "[]int"),
        ("map[string]*int{}[``]", "*int"),
        ("interface{ error }(nil).Error", "func() string"),
        ("func() (a int) {}()", "int"),
        ("any(1).(error)", "error"),
        ("new(3)", "*int"),
        ("unsafe.Slice((*int32)(nil), 3)", "[]int32"),
    ],
)
def test_type(text, kind):
    assert type_text(value(text).type) == kind
