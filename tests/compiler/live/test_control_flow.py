"""Which statements are dead code: behind constant conditions and terminating statements, as the specification has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.compiler.live.control_flow import is_dead
from tests.compiler.live.marked_code import place_of, read

FILE = """package m

import (
	"os"
	u "unsafe"
)

var _ = os.Args
var _ u.Pointer

type sized struct{}

func (sized) Sizeof(bool) uintptr { return 0 }

func M() bool

func f(v bool, x int, i any, c chan int) {
"""


def dead(root: Path, statements: str) -> bool:
    """Whether control never comes to `M` in the body of a func."""
    source, conditions = read(root, f"{FILE}{statements}\n}}\n")
    child, found = place_of(source, "M"), False
    while child.parent is not None:
        found = found or is_dead(child, child.parent, source.data, conditions)
        child = child.parent
    return found


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ("M()", False),
        ("if false { M() }", True),
        ("if false { } else { M() }", False),
        ("if true { } else { M() }", True),
        ("if true { M() } else { }", False),
        ("if v { M() }", False),
        ("if v { } else { M() }", False),
        # The statement in front of a condition, and the condition itself, are always computed.
        ("if M(); false { }", False),
        ("if false { } else if M() { }", False),
        ("if true { } else if M() { }", True),
        ("if v { } else if true { } else { M() }", True),
        ("for false { M() }", True),
        ("for v { M() }", False),
        ("for M() { }", False),
        ("for i := 0; false; i++ { M() }", True),
        ("for ; false; M() { }", True),
        ("for ; v; M() { }", False),
        ("for M(); false; { }", False),
        ("for range x { M() }", False),
        ("_ = false && M()", True),
        ("_ = true && M()", False),
        ("_ = true || M()", True),
        ("_ = false || M()", False),
        ("_ = v && M()", False),
        ("_ = M() && false", False),
        ("_ = v && false && M()", True),
        ("_ = true == M()", False),
        ("_ = false == M()", False),
        # An operand that is not computed: only its type counts.
        ("_ = u.Sizeof(M())", True),
        ("_ = u.Alignof(M())", True),
        ("_ = u.Slice((*bool)(nil), M())", False),
        ("_ = sized{}.Sizeof(M())", False),
    ],
)
def test_code_behind_a_constant_condition(statements: str, expected: bool, tmp_path: Path) -> None:
    assert dead(tmp_path, statements) is expected


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ("switch x { case 1: M() }", False),
        ("switch 2 { case 1: M() }", True),
        ("switch 2 { case 1, 2: M() }", False),
        ("switch 2 { case 1, x: M() }", False),
        ("switch 2 { case x, 2: case x: M() }", True),
        ("switch { case false: M() }", True),
        ("switch { case v: M() }", False),
        ("switch { case true: case v: M() }", True),
        ("switch { case v: case true: M() }", False),
        ("switch { case v: case true: case x == 1: M() }", True),
        # A default is chosen where no case is, wherever it is written.
        ("switch 2 { case 1: default: M() }", False),
        ("switch 2 { case 2: default: M() }", True),
        ("switch 2 { default: M(); case 2: }", True),
        ("switch 2 { default: M(); case x: }", False),
        ("switch 1 { case 1: fallthrough; case 2: M() }", False),
        ("switch 1 { case 1: fallthrough; case 2: fallthrough; case 3: M() }", False),
        ("switch 1 { case 1: fallthrough; case 2: ; case 3: M() }", True),
        ("switch 3 { case 1: fallthrough; case 2: M() }", True),
        ('switch "a" { case "b": M() }', True),
        # Types decide at run time.
        ("switch i.(type) { case int: M() }", False),
    ],
)
def test_case_that_no_constant_chooses(statements: str, expected: bool, tmp_path: Path) -> None:
    assert dead(tmp_path, statements) is expected


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ("return; M()", True),
        ("M(); return", False),
        ("{ return }; M()", True),
        ("if v { return }; M()", False),
        ("if v { return } else { return }; M()", True),
        ("if v { return } else if x > 0 { return }; M()", False),
        ("if true { return }; M()", True),
        ("if false { return }; M()", False),
        ("if false { } else { return }; M()", True),
        ("for v { continue; M() }", True),
        ("for v { break; M() }", True),
        ("for v { continue }; M()", False),
        ("panic(1); M()", True),
        ("panic := func(int) { }; panic(1); M()", False),
        ("os.Exit(1); M()", False),
        ("func() { return }(); M()", False),
        ("return; func() { M() }()", True),
        ("for { }; M()", True),
        ("for true { }; M()", True),
        ("for v { }; M()", False),
        ("for i := 0; ; i++ { }; M()", True),
        ("for range c { }; M()", False),
        ("switch x { case 1: return; default: return }; M()", True),
        ("switch x { case 1: return }; M()", False),
        ("switch x { case 1: default: return }; M()", False),
        ("switch x { case 1: break; default: return }; M()", False),
        ("switch x { case 1: fallthrough; default: return }; M()", True),
        ("switch 1 { case 1: return }; M()", True),
        ("switch 2 { case 1: return }; M()", False),
        ("switch 1 { case 2: case 1: return }; M()", True),
        ("switch 2 { case 1: default: return }; M()", True),
        ("switch i.(type) { case int: return; default: return }; M()", True),
        ("switch i.(type) { case int: return }; M()", False),
        # A select waits until one of its cases can go on.
        ("select { case <-c: return }; M()", True),
        ("select { }; M()", True),
        ("select { case <-c: default: return }; M()", False),
        ("select { case <-c: if v { break }; return }; M()", False),
    ],
)
def test_code_behind_a_terminating_statement(statements: str, expected: bool, tmp_path: Path) -> None:
    assert dead(tmp_path, statements) is expected


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ("for { break }; M()", False),
        ("for { if v { break } }; M()", False),
        # What a break leaves is the innermost statement that it can leave, unless it names one.
        ("for { for { break } }; M()", True),
        ("for { switch { case v: break } }; M()", True),
        ("L: for { switch { case v: break L } }; M()", False),
        ("L: for { for { break L } }; M()", False),
        ("for { L: for { break L } }; M()", True),
        ("L: for { func() { L: for { break L } }() }; M()", True),
        ("L: for { continue L }; M()", True),
        ("goto L; M(); L:", True),
        ("goto L; L: M()", False),
        ("goto L; return; L: M()", False),
        ("if v { goto L }; return; L: M()", False),
        # No control comes to a label that no goto names, or only one behind it.
        ("L: for { continue L }; return; M()", True),
        ("return; L: for { M(); continue L }", True),
        ("return; L: M(); goto L", True),
        ("if v { goto L }; return; L: x++; K: M(); goto K", False),
        ("if v { goto K }; return; L: M(); goto L; K:", True),
    ],
)
def test_labels_and_breaks(statements: str, expected: bool, tmp_path: Path) -> None:
    assert dead(tmp_path, statements) is expected
