"""Which mentions of a name count as live code, and what must be live in turn for the others.

An item "" counts for itself; a name must be mentioned by live code for the mention to count.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.compiler.live.mentions_of_name import Liveness, mentions_in_tree
from tests.compiler.live.marked_code import read

EMITTED, REACHED, AS_VALUE = Liveness.EMITTED, Liveness.REACHED, Liveness.REACHED_AS_VALUE

FILE = """package m

import (
	"example.com/m/lib"
	other "example.com/m/lib2"
)

const off = false

type T struct{ stub int }
type List[E any] struct{}

var value T
var _ = lib.Use
var _ = other.Use

func stub() int
func use(...any) int { return 0 }

"""
MORE = {f"{n}/{n}.go": "package lib\n\nfunc Use() int { return 0 }\n" for n in ("lib", "lib2")}


def mentions(root: Path, code: str, need: Liveness, word: str = "stub") -> list[str]:
    source, conditions = read(root, FILE + code + "\n", MORE)
    data = source.data
    extent = len(FILE), len(data)
    return list(mentions_in_tree(source.tree.root_node, data, word.encode(), conditions, need, extent))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        # The compiler emits every func of a package, whoever calls it.
        ("func f() { stub() }", [""]),
        ("func f() { use(stub) }", [""]),
        ("func (T) f() { stub() }", [""]),
        ("var v = stub()", [""]),
        ("func f() { stub(); stub() }", ["", ""]),
        # It emits nothing of these.
        ("func f() { if off { stub() } }", []),
        ("func f() { return; stub() }", []),
        ("func _() { stub() }", []),
        ("var _ = stub", []),
        ("var _ = []func() int{stub}", []),
        ("var _, _ = 1, stub", []),
        ("var v, _ = 1, stub; var _ = v", []),
        ("var v, _ = 1, []func() int{stub}; var _ = v", []),
        # What is given to `_` is computed where it calls something or may panic.
        ("var _ = stub()", [""]),
        ("var _ = use(stub)", [""]),
        ("var _ = []func() int{stub}[use()]", [""]),
        ("var _ = func() any { return stub }", [""]),
        ("var _ = len([]func() int{stub})", []),
        ("type F func() int; var _ = F(stub)", []),
        ("func f() { var _ = stub }", [""]),
        ("var _, v = stub, stub", [""]),
        # Other things of that name.
        ("func f(stub func()) { stub() }", []),
        ("func f() { stub := 1; use(stub) }", []),
        ("func f() { { stub := 1; use(stub) }; stub() }", [""]),
        ("func f() { use(value.stub) }", []),
        ("func f() { use(T{stub: 1}) }", []),
        ("func f() { stubs := 1; use(stubs) }", []),
        ("// stub\nvar v = `stub`", []),
        # Of generics instances are compiled, so that one has to be made.
        ("func g[E any]() { stub() }", ["g"]),
        ("func (List[E]) f() { stub() }", ["List"]),
        ("func (l *List[E]) f() { stub() }", ["List"]),
        ("func f() { _ = func() { stub() } }", [""]),
    ],
)
def test_emitted(code: str, expected: list[str], tmp_path: Path) -> None:
    assert mentions(tmp_path, code, EMITTED) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("func F() { stub() }", [""]),
        ("func (T) f() { stub() }", [""]),
        ("func init() { stub() }", [""]),
        ("func main() { stub() }", [""]),
        ("var v = stub()", [""]),
        # What is not exported has to be called by something live.
        ("func f() { stub() }", ["f"]),
        ("func f() { stub() }\nfunc F() { stub() }", ["f", ""]),
        ("func g[E any]() { stub() }", ["g"]),
        ("func G[E any]() { stub() }", ["G"]),
        # Values that are thrown away leave no relocation.
        ("func F() { _ = stub }", []),
        ("func F() { use(stub == nil) }", []),
        ("func F() { _ = func() { stub() } }", []),
        ("var _ = func() { stub() }", []),
        ("func F() { _ = use(stub) }", [""]),
        ("func F() { v := func() { stub() }; v() }", [""]),
        ("type F func() int; func G() { _ = F(stub) }", []),
    ],
)
def test_reached(code: str, expected: list[str], tmp_path: Path) -> None:
    assert mentions(tmp_path, code, REACHED) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("func F() { stub() }", []),
        ("func F() { (stub)() }", []),
        ("func F() { use(stub()) }", []),
        ("func F() { use(stub) }", [""]),
        ("func F() { v := stub; v() }", [""]),
        ("func f() { use(stub) }", ["f"]),
        # These make a value of what they call.
        ("func F() { go stub() }", [""]),
        ("func F() { defer stub() }", [""]),
    ],
)
def test_reached_as_a_value(code: str, expected: list[str], tmp_path: Path) -> None:
    assert mentions(tmp_path, code, AS_VALUE) == expected


@pytest.mark.parametrize(
    ("word", "code", "need", "expected"),
    [
        # A dot alone: the selectors of that name, whatever they select.
        (".stub", "func f() { use(value.stub) }", EMITTED, [""]),
        (".stub", "func f() { stub() }", EMITTED, []),
        (".Use", "func f() { lib.Use(); other.Use() }", EMITTED, ["", ""]),
        # A package: those of that import.
        ("lib.Use", "func f() { lib.Use() }", EMITTED, [""]),
        ("lib.Use", "func f() { other.Use() }", EMITTED, []),
        ("lib.Use", "func f(lib interface{ Use() }) { lib.Use() }", EMITTED, []),
        ("lib.Use", "func f() { Use := 1; use(Use) }", EMITTED, []),
        ("lib.Use", "func F() { lib.Use() }", AS_VALUE, []),
        ("lib.Use", "func F() { use(lib.Use) }", AS_VALUE, [""]),
    ],
)
def test_selectors(word: str, code: str, need: Liveness, expected: list[str], tmp_path: Path) -> None:
    assert mentions(tmp_path, code, need, word) == expected


@pytest.mark.parametrize(
    ("declaration", "value"),
    [
        ("func stub2[E any]()", "stub2[int]"),
        ("func stub2[A, B any]()", "stub2[int, string]"),
        ("type stub2[E any] struct{}", "stub2[int]{}"),
    ],
)
def test_a_discarded_instantiation_makes_the_instance(declaration: str, value: str, tmp_path: Path) -> None:
    assert mentions(tmp_path, f"{declaration}\nvar _ = {value}", EMITTED, "stub2") == [""]


def test_only_what_stands_in_the_extent_is_mentioned(tmp_path: Path) -> None:
    source, conditions = read(tmp_path, FILE + "func f() { stub() }\n", MORE)
    data = source.data
    extent = 0, data.rindex(b"stub")
    assert list(mentions_in_tree(source.tree.root_node, data, b"stub", conditions, EMITTED, extent)) == []


def test_control_flow_is_not_followed_through_many_brackets(tmp_path: Path) -> None:
    deep = "{ " * 150 + "if off { stub() }" + " }" * 150
    assert mentions(tmp_path, f"func f() {{ {deep} }}", EMITTED) == [""]
