"""Which conditions are constant, and of what value; expectations are the specification's ("Constant expressions")."""

from __future__ import annotations

from pathlib import Path

import pytest
from tree_sitter import Node

from golinkname_ls.compiler.constants.conditions import Conditions
from golinkname_ls.golang.targets.target import Target
from tests.program.small_programs import context_of, program, target

FILE = """package m

import (
	"example.com/m/lib"
	"runtime"
	"unsafe"
)

const debug = false
const level = 3
var verbose = false

type T struct{}

func (T) panic() {}

func call() bool { return lib.On }

var _ = unsafe.Sizeof(runtime.GOOS)

func f(p bool) {
"""
LIB = {"lib/lib.go": "package lib\n\nconst On = true\n\ntype T int\n\nfunc F() {}\n"}


def expression(root: Path, statements: str, asked: str, of: Target | None = None) -> tuple[Conditions, Node, bytes]:
    """The expression that is given to `_` behind the statements of a func, to be asked about."""
    found = program(root, {"m.go": f"{FILE}\t{statements}\n\t_ = {asked}\n}}\n"} | LIB, of)
    source = found.closure.packages["example.com/m"].any_source(found.symbols.target)
    assert source is not None
    data = source.data
    assert not source.outline.has_error
    node = source.tree.root_node.descendant_for_byte_range(at := data.rindex(b"_ = ") + 4, at + len(asked.encode()))
    assert node is not None
    while node.type == "expression_list":
        node = node.children[0]
    return Conditions(context_of(found)), node, data


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("debug", False),
        ("!debug", True),
        ("(((debug)))", False),
        ("level == 3 && !debug", True),
        ("lib.On", True),
        ("len([3]int{}) < 3", False),
        # `/` of integers truncates.
        ("level/2 == 1", True),
        ("1 << level", 8),
        ('"a" + "b"', "ab"),
        # The values of vars are not followed, whatever they begin with.
        ("verbose", None),
        ("p", None),
        ("call()", None),
        # Either side of && and || may decide.
        ("verbose && false", False),
        ("debug && verbose", False),
        ("p && verbose && debug", False),
        ("lib.On || verbose", True),
        ("verbose || p || lib.On", True),
        ("verbose || debug", None),
        ("verbose && lib.On", None),
        ("debug || debug", False),
        ("lib.On && lib.On", True),
        ("!(verbose && debug)", True),
        ("!verbose", None),
    ],
)
def test_value_at_package_level(asked: str, expected: object, tmp_path: Path) -> None:
    conditions, node, data = expression(tmp_path, "", asked)
    assert conditions.value(node, data) is expected or (
        type(expected) in (int, str) and conditions.value(node, data) == expected
    )


@pytest.mark.parametrize(
    ("statements", "asked", "expected"),
    [
        ("const n = 3", "n == 3", True),
        ("const a, b = true, false", "b", False),
        ("const a, b = true, false", "a", True),
        # What it is made of may be local as well.
        ("const n = 3; const twice = n * 2", "twice == 6", True),
        # A constant has the type that is written: 3 / 2 is 1 without it.
        ("const n float64 = 3", "n/2 == 1.5", True),
        ("const n = 3", "n/2 == 1", True),
        # Local names hide those of the package, predeclared ones are no keywords.
        ("const debug = true", "debug", True),
        ("debug := call()", "debug", None),
        ("true := call()", "true", None),
        ("var level int", "level == 3", None),
        ("lib := struct{ On bool }{}", "lib.On", None),
        # Implicit repetition and iota are left open.
        ("const (\n\ta = true\n\tb\n)", "b", None),
        ("const (\n\ta = iota == 0\n)", "a", None),
        # The package's own constant is meant before the local one is declared.
        ("{ const debug = true; _ = debug }", "debug", False),
    ],
)
def test_value_with_local_declarations(statements: str, asked: str, expected: object, tmp_path: Path) -> None:
    conditions, node, data = expression(tmp_path, statements, asked)
    assert conditions.value(node, data) is expected


@pytest.mark.parametrize(
    ("platform", "asked", "expected"),
    [
        ("linux/amd64", 'runtime.GOOS == "windows"', False),
        ("windows/amd64", 'runtime.GOOS == "windows"', True),
        ("linux/arm64", 'runtime.GOARCH == "arm64" || verbose', True),
        ("linux/386", "unsafe.Sizeof(uintptr(0)) == 4", True),
        ("linux/amd64", "unsafe.Sizeof(uintptr(0)) == 4", False),
        ("linux/386", "^uint(0)>>32 != 0", False),
        ("linux/amd64", "^uint(0)>>32 != 0", True),
    ],
)
def test_value_hangs_on_the_platform(platform: str, asked: str, expected: bool, tmp_path: Path) -> None:
    conditions, node, data = expression(tmp_path, "", asked, target(platform=platform))
    assert conditions.value(node, data) is expected


@pytest.mark.parametrize(
    ("statements", "asked", "expected"),
    [
        ("", "T", True),
        ("", "string", True),
        ("", "lib.T", True),
        ("", "lib.F", False),
        ("", "call", False),
        ("", "level", False),
        ("string := call", "string", False),
    ],
)
def test_type_names_are_told_from_values(statements: str, asked: str, expected: bool, tmp_path: Path) -> None:
    conditions, node, data = expression(tmp_path, statements, asked)
    assert conditions.is_type(node, data) is expected


@pytest.mark.parametrize(
    ("statements", "more", "expected"),
    [
        # FILE has a method of that name, which is no declaration of it.
        ("", "", True),
        ("panic := func(int) {}", "", False),
        ("", "func panic(int) {}\n", False),
        ("{ panic := 1; _ = panic }", "", True),
    ],
)
def test_predeclared_names_may_be_redeclared(statements: str, more: str, expected: bool, tmp_path: Path) -> None:
    (tmp_path / "more.go").write_text(f"package m\n\n{more}")
    conditions, node, data = expression(tmp_path, statements, "panic")
    assert conditions.is_predeclared(node, data) is expected


@pytest.mark.parametrize(
    ("spec", "qualifier", "expected"),
    [
        ('"unsafe"', "unsafe", True),
        ('u "unsafe"', "u", True),
        ('u "unsafe"', "unsafe", False),
        ('. "unsafe"', "", True),
        ('"unsafe"', "", False),
        ('unsafe "runtime"', "unsafe", False),
    ],
)
def test_unsafe_is_known_by_its_import(spec: str, qualifier: str, expected: bool, tmp_path: Path) -> None:
    found = program(tmp_path, {"m.go": f"package m\n\nimport {spec}\n"})
    assert Conditions(context_of(found)).is_unsafe(qualifier) is expected
