"""Where a call's arguments and results travel; the expectations are those of Go's ABI (src/cmd/compile/abi-internal.md)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from golinkname_ls.contract.call_layout import CallLayout, call_layout, short_text
from golinkname_ls.golang.types import model as m
from tests.golang.type_checker.written_packages import code
from tests.program.small_programs import target


def layout(signature: str, goarch: str = "amd64", types: str = "") -> CallLayout:
    denoted = code(types, goarch=goarch).denoted(signature)
    assert isinstance(denoted, m.Signature)
    return CallLayout(denoted, target("1.27", f"linux/{goarch}"))


def places(slots: dict) -> list[str]:
    return [f"{slot.number} {slot.name} {slot.scalar.kind}" for slot in slots.values()]


@pytest.mark.parametrize(
    ("signature", "goarch", "arguments", "results"),
    [
        ("func(s string) int", "amd64", ["1 AX pointer", "1 BX int"], ["1 AX int"]),
        ("func(s string) int", "arm64", ["1 R0 pointer", "1 R1 int"], ["1 R0 int"]),
        ("func(s string) int", "386", ["1 stack+0 pointer", "1 stack+4 int"], ["1 stack+8 int"]),
        ("func(a float64, b int, c float32)", "amd64", ["1 X0 float64", "2 AX int", "3 X1 float32"], []),
        ("func(b []byte) error", "amd64", ["1 AX pointer", "1 BX int", "1 CX int"], ["1 AX itab", "1 BX pointer"]),
        # An array of one element is that element; longer ones go on the stack.
        ("func(a [1]int)", "amd64", ["1 AX int"], []),
        ("func(a [2]int, b int)", "amd64", ["1 stack+0 int", "1 stack+8 int", "2 AX int"], []),
        # What does not fit as a whole takes no register, and leaves them to those behind it.
        (
            "func(a, b, c, d, e, f, g, h int, s string, i int)",
            "amd64",
            [
                *(f"{n} {r} int" for n, r in enumerate(["AX", "BX", "CX", "DI", "SI", "R8", "R9", "R10"], 1)),
                "9 stack+0 pointer",
                "9 stack+8 int",
                "10 R11 int",
            ],
            [],
        ),
        ("func(a struct{}, b int)", "amd64", ["2 AX int"], []),
        # Results are aligned to a word behind the arguments.
        ("func(a int8) int8", "386", ["1 stack+0 int8"], ["1 stack+4 int8"]),
        ("func(a int8, b int32)", "386", ["1 stack+0 int8", "2 stack+4 int32"], []),
    ],
)
def test_places(signature: str, goarch: str, arguments: list[str], results: list[str]) -> None:
    found = layout(signature, goarch)
    assert (places(found.argument_places), places(found.result_places)) == (arguments, results)


@pytest.mark.parametrize(
    ("signature", "goarch", "size"),
    [
        ("func(s string) int", "amd64", 16),
        ("func(a int8, b int64)", "amd64", 16),
        ("func(a [2]int) [3]int", "amd64", 40),
        ("func() int", "amd64", 0),
        ("func(s string) int", "386", 12),
    ],
)
def test_stack_that_the_caller_reserves(signature: str, goarch: str, size: int) -> None:
    assert layout(signature, goarch).reserved == size


def test_receiver_is_the_first_parameter() -> None:
    signature = code().denoted("func(n int)")
    assert isinstance(signature, m.Signature)
    method = replace(signature, receiver=m.Parameter(code().denoted("string"), "s"))
    found = CallLayout(method, target())
    assert places(found.argument_places) == ["1 AX pointer", "1 BX int", "2 CX int"]
    assert found.text("f") == "func f(s string, n int)"


def test_large_values_are_one_piece() -> None:
    (slot,) = layout("func(a [5000]int)").argument_places.values()
    assert (slot.scalar.kind, slot.scalar.size) == ("memory", 40000)
    assert len(layout("func(a [4096]int)").argument_places) == 4096


def test_type_that_is_not_known_has_no_layout() -> None:
    signature = code().denoted("func(a Missing)")
    assert isinstance(signature, m.Signature)
    assert call_layout(signature, target()) is None


@pytest.mark.parametrize(
    ("signature", "text"),
    [
        ("func()", "func f()"),
        ("func(int, string) bool", "func f(int, string) bool"),
        ("func(a int, b ...string) (n int, err error)", "func f(a int, b ...string) (n int, err error)"),
        ("func() (err error)", "func f() (err error)"),
        ("func() (int, error)", "func f() (int, error)"),
        ("func(a []int)", "func f(a []int)"),
    ],
)
def test_text(signature: str, text: str) -> None:
    assert layout(signature).text("f") == text


@pytest.mark.parametrize(
    ("what", "number", "marked"),
    [
        ("argument", 1, "a int"),
        ("argument", 2, "b ...string"),
        ("result", 2, "err error"),
        ("result", 3, None),
        ("", 0, None),
    ],
)
def test_span_of_one_part(what: str, number: int, marked: str | None) -> None:
    text, span = layout("func(a int, b ...string) (n int, err error)").marked("f", what, number)
    assert (text[slice(*span)] if span else None) == marked


def test_types_are_written_as_in_source() -> None:
    library = {"net/http": "package http\n\ntype Client struct{}\n", "a.b/c-d": "package d\n\ntype T int\n"}
    found = code('import ("net/http"; d "a.b/c-d")', library)
    assert short_text(found.denoted("map[string]*http.Client")) == "map[string]*http.Client"
    assert short_text(found.denoted("func(d.T, [2]d.T)")) == "func(c-d.T, [2]c-d.T)"


def test_names_of_parameters_make_another_layout() -> None:
    # Messages show them.
    assert layout("func(a int)") == layout("func(a int)")
    assert layout("func(a int)") != layout("func(b int)")
    assert layout("func(a int)") != layout("func(a int)", "arm64")
