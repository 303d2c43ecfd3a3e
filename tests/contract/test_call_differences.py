"""Which differences of a stub's calls break them: what one side reads and the other does not set, as Go's ABI has it."""

from __future__ import annotations

import pytest

from golinkname_ls.contract.call_differences import BreachKind, call_breaches, first_breach
from golinkname_ls.contract.call_layout import CallLayout
from golinkname_ls.golang.types import model as m
from tests.golang.type_checker.written_packages import code
from tests.program.small_programs import target

TYPES = """
import "unsafe"

type T struct{ a int }
type Number int32
type String struct { p unsafe.Pointer; n int }
type Slice struct { p unsafe.Pointer; n, c int }
type Face struct { tab, data unsafe.Pointer }
type Hidden struct { tab uintptr; data unsafe.Pointer }
type Plain struct { tab int; data unsafe.Pointer }
"""


def layout(signature: str, goarch: str) -> CallLayout:
    denoted = code(TYPES, goarch=goarch).denoted(signature)
    assert isinstance(denoted, m.Signature)
    return CallLayout(denoted, target("1.27", f"linux/{goarch}"))


def differences(stub: str, upstream: str, goarch: str = "amd64") -> list[str]:
    """Kind of each difference, with its part and the numbers on both sides."""
    found = call_breaches(layout(stub, goarch), layout(upstream, goarch))
    return [f"{b.gap.value}: {b.what} {b.stub_number} {b.upstream_number}" for b in found]


@pytest.mark.parametrize(
    ("stub", "upstream"),
    [
        ("func(a int) string", "func(b int) string"),
        ("func(a byte)", "func(a uint8)"),
        ("func(a int32)", "func(a Number)"),
        ("func(a ...int)", "func(a []int)"),
        # Words that are addresses.
        ("func(p unsafe.Pointer)", "func(p *T)"),
        ("func(p unsafe.Pointer)", "func(p map[string]int)"),
        ("func(p unsafe.Pointer)", "func(p chan int)"),
        ("func(p unsafe.Pointer)", "func(p func())"),
        ("func(s String)", "func(s string)"),
        ("func(s Slice)", "func(s []T)"),
        ("func(f Face)", "func(f any)"),
        # The type word is no pointer that the garbage collector needs.
        ("func(f Hidden)", "func(f any)"),
        ("func() (a, b int)", "func() struct{ a, b int }"),
        ("func(a struct{}, b int)", "func(b int)"),
        ("func()", "func(a struct{})"),
    ],
)
def test_compatible(stub: str, upstream: str) -> None:
    assert differences(stub, upstream) == []
    assert differences(upstream, stub) == []


@pytest.mark.parametrize(
    ("stub", "upstream", "expected"),
    [
        ("func(a int32)", "func(a int64)", ["broken: argument 1 1"]),
        # More than upstream reads.
        ("func(a int64)", "func(a int32)", ["inexact: argument 1 1"]),
        ("func() int64", "func() int32", ["broken: result 1 1"]),
        ("func() int32", "func() int64", ["inexact: result 1 1"]),
        ("func(a int)", "func(a uint)", ["inexact: argument 1 1"]),
        ("func(p uintptr)", "func(p *T)", ["hidden pointer: argument 1 1"]),
        ("func(p *T)", "func(p uintptr)", ["hidden pointer: argument 1 1"]),
        ("func() uintptr", "func() *T", ["hidden pointer: result 1 1"]),
        ("func(p int)", "func(p *T)", ["broken: argument 1 1"]),
        ("func(f Plain)", "func(f any)", ["broken: argument 1 1"]),
        ("func(n int)", "func(x float64)", ["broken: argument 0 1"]),
        ("func() float64", "func() int", ["broken: result 1 0"]),
        ("func(x float32)", "func(x float64)", ["broken: argument 1 1"]),
        ("func(a, b int, c *T)", "func(a, b, c int)", ["broken: argument 3 3"]),
        # What is missing on one side.
        ("func()", "func(a, b int)", ["broken: argument 0 1"]),
        ("func(a int)", "func(a, b int)", ["broken: argument 0 2"]),
        ("func(a, b int)", "func(a int)", ["inexact: argument 2 0"]),
        ("func(a, b int)", "func()", ["inexact: argument 1 0"]),
        ("func()", "func() int", ["inexact: result 0 1"]),
        ("func() int", "func()", ["broken: result 1 0"]),
        ("func() (a, b int)", "func() int", ["broken: result 2 0"]),
        # As many values of more words.
        ("func(a string)", "func(a *byte)", ["inexact: argument 0 0"]),
        ("func() *byte", "func() string", ["inexact: result 0 0"]),
        ("func(a *byte)", "func(a string)", ["broken: argument 0 1"]),
    ],
)
def test_in_registers(stub: str, upstream: str, expected: list[str]) -> None:
    assert differences(stub, upstream) == expected


@pytest.mark.parametrize(
    ("stub", "upstream", "expected"),
    [
        ("func(n int32)", "func(x float32)", ["broken: argument 1 1"]),
        ("func(a int32)", "func(a int64)", ["broken: argument 1 1"]),
        # Two arguments lie in the bytes of one.
        (
            "func(a, b int32)",
            "func(a int64)",
            ["inexact: argument 1 1", "inexact: argument 2 1", "inexact: argument 2 0"],
        ),
        ("func(a int32, b int16)", "func(a int64)", ["broken: argument 1 1", "inexact: argument 2 0"]),
        ("func(a int64)", "func(a, b int32)", ["inexact: argument 1 1", "inexact: argument 1 2"]),
        # The result lies behind the arguments: the caller has left no room for it.
        ("func()", "func() int32", ["inexact: result 0 1", "broken:  0 0"]),
        ("func(a int32)", "func(a int32)", []),
        ("func(a, b int32)", "func(a int32)", ["inexact: argument 2 0"]),
        # The stub's result is where upstream's second argument is.
        ("func(a int32) int32", "func(a, b int32) int32", ["broken: argument 0 2", "broken: result 1 0"]),
    ],
)
def test_on_the_stack(stub: str, upstream: str, expected: list[str]) -> None:
    assert differences(stub, upstream, "386") == expected


def test_room_for_results_on_the_stack() -> None:
    assert differences("func()", "func() [2]int") == ["inexact: result 0 1", "broken:  0 0"]
    # Where it is broken anyway, that says enough.
    assert differences("func(a int32)", "func(a int64) [2]int") == ["broken: argument 1 1", "inexact: result 0 1"]


def test_large_values_are_compared_by_their_size() -> None:
    assert differences("func(a [5000]int)", "func(a [5000]uint)") == []
    assert differences("func(a [5000]int)", "func(a [5001]int)") == ["broken: argument 1 1"]


@pytest.mark.parametrize(
    ("stub", "upstream", "text"),
    [
        (
            "func(a int32)",
            "func(a int64)",
            "upstream reads 8 bytes of argument 1 (int64) in AX, the stub sets 4 (int32)",
        ),
        ("func()", "func(a, b int)", "upstream takes 2 arguments, the stub passes none"),
        ("func(a, b int)", "func(a int)", "the stub passes 2 arguments, upstream takes 1"),
        ("func(a string)", "func(a *byte)", "the stub passes 2 words, upstream takes 1"),
        ("func()", "func() int", "upstream returns 1 result, the stub takes none"),
        ("func() *byte", "func() string", "upstream returns 2 words, the stub takes 1"),
        ("func() bool", "func()", "upstream returns nothing: result 1 (bool) is whatever is in AX"),
        (
            "func(p uintptr)",
            "func(p *T)",
            "argument 1: AX holds a pointer (*m.T) that the stub's uintptr hides from the garbage collector",
        ),
        (
            "func(p *T)",
            "func(p uintptr)",
            "argument 1: AX holds a pointer (*m.T) that upstream's uintptr hides from the garbage collector",
        ),
        (
            "func(p int)",
            "func(p *T)",
            "argument 1: in AX the stub has an integer (int) where upstream has a pointer (*m.T)",
        ),
    ],
)
def test_sentences(stub: str, upstream: str, text: str) -> None:
    assert [b.text for b in call_breaches(layout(stub, "amd64"), layout(upstream, "amd64"))] == [text]


def test_first_of_a_kind() -> None:
    found = call_breaches(layout("func(a int, b, c int32)", "amd64"), layout("func(a uint, b, c int64)", "amd64"))
    broken = first_breach(found, BreachKind.BROKEN)
    assert broken is not None
    assert broken.upstream_number == 2
    assert first_breach(found, BreachKind.HIDDEN_POINTER) is None
