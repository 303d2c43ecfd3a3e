"""Registers and stack slots of arguments and results in ABIInternal (src/cmd/compile/abi-internal.md)."""

from __future__ import annotations

import pytest

from golinkname_ls.golang.sizes.layout import Sizes
from golinkname_ls.golang.sizes.register_assignment import (
    CallingSequence,
    Part,
    Scalar,
    Unresolved,
    assign,
    register_name,
    registers,
    scalars,
)
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.universe import BASIC, INT
from tests.golang.type_checker.written_packages import code


def target(goarch: str, minor: int = 27) -> Target:
    return Target(GoVersion(1, minor), Platform("linux", goarch))


def sequence(written: str, of: Target) -> CallingSequence:
    func = code('import "unsafe"\n', goarch=of.platform.goarch).denoted(written)
    assert isinstance(func, m.Signature)
    return assign([p.type for p in func.parameters], [r.type for r in func.results], of)


def places(values: tuple[tuple[Part, ...], ...], of: Target) -> list[str]:
    """Each value's registers, or its offset on the stack: `AX,BX`, `+16`; "" of a value of size 0."""
    return [",".join(register_name(p, of) or f"+{p.stack}" for p in parts) for parts in values]


def test_the_example_of_the_specification() -> None:
    func = "func(a1 uint8, a2 [2]uintptr, a3 uint8) (r1 struct { x uintptr; y [2]uintptr }, r2 string)"
    found = sequence(func, target("amd64"))
    assert places(found.arguments, target("amd64")) == ["AX", "+0", "BX"]
    assert places(found.results, target("amd64")) == ["+16", "AX,BX"]
    # a2 and r1 on the stack; the two bytes of a1 and a3 rounded up to a word.
    assert (found.stack_bytes, found.spill_bytes) == (16 + 24, 8)


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ("int8, float32, *int, float64", ["AX", "X0", "BX", "X1"]),
        ("string, []int, error", ["AX,BX", "CX,DI,SI", "R8,R9"]),
        ("complex64, complex128", ["X0,X1", "X2,X3"]),
        ("struct { a int8; b float32; c func() }, bool", ["AX,X0,BX", "CX"]),
        # Arrays of one element or none are taken apart, longer ones never, wherever they are inside a value.
        ("[1]string, [0]int, int", ["AX,BX", "", "CX"]),
        ("[2]int8, int", ["+0", "AX"]),
        ("struct { a int; b [2]int8 }, int", ["+0", "AX"]),
        ("[1][2]int8, int", ["+0", "AX"]),
        # All of a value or nothing: the last two registers of nine stay for what fits.
        ("[]int, []int, int, []int, string", ["AX,BX,CX", "DI,SI,R8", "R9", "+0", "R10,R11"]),
        (
            "int, int, int, int, int, int, int, int, string, int",
            ["AX", "BX", "CX", "DI", "SI", "R8", "R9", "R10", "+0", "R11"],
        ),
        # Where one class of registers runs out, the other is given back, too.
        (
            "[]int, []int, string, struct { f float64; s string }, float64",
            ["AX,BX,CX", "DI,SI,R8", "R9,R10", "+0", "X0"],
        ),
        ("struct{}, int", ["", "AX"]),
    ],
)
def test_registers_of_arguments(parameters: str, expected: list[str]) -> None:
    found = sequence(f"func({parameters})", target("amd64"))
    assert places(found.arguments, target("amd64")) == expected


def test_the_fifteenth_float_is_the_last_in_a_register() -> None:
    found = sequence(f"func({', '.join(['float64'] * 16)})", target("amd64"))
    assert places(found.arguments, target("amd64"))[13:] == ["X13", "X14", "+0"]


def test_results_start_anew_and_have_no_spill_space() -> None:
    found = sequence("func(a string, b float64, c int8) (string, float32)", target("amd64"))
    assert places(found.results, target("amd64")) == ["AX,BX", "X0"]
    # 16 bytes of a, 8 of b and 1 of c, rounded up.
    assert (found.stack_bytes, found.spill_bytes) == (0, 32)


def test_spill_space_is_aligned_like_the_types() -> None:
    # a at 0, b at 8, c at 16.
    assert sequence("func(a int8, b int64, c int16)", target("amd64")).spill_bytes == 24
    assert sequence("func(a, b int8, c int16)", target("amd64")).spill_bytes == 8


def test_offset_and_class_of_each_part() -> None:
    (parts,) = sequence("func(struct { a int8; s string; f float32 })", target("arm64")).arguments
    assert [(p.offset, p.size, p.kind) for p in parts] == [
        (0, 1, "int"),
        (8, 8, "ptr"),
        (16, 8, "int"),
        (24, 4, "float"),
    ]
    (parts,) = sequence("func([2]string)", target("arm64")).arguments
    assert [(p.offset, p.size, p.kind) for p in parts] == [(0, 32, "stack")]


@pytest.mark.parametrize(
    ("goarch", "expected"),
    [
        ("amd64", ["AX", "BX", "X0"]),
        ("arm64", ["R0", "R1", "F0"]),
        ("ppc64le", ["R3", "R4", "F1"]),
        ("riscv64", ["X10", "X11", "F10"]),
        ("loong64", ["R4", "R5", "F0"]),
        ("s390x", ["R2", "R3", "F0"]),
    ],
)
def test_first_registers_of_an_architecture(goarch: str, expected: list[str]) -> None:
    found = sequence("func(int, *int, float64)", target(goarch))
    assert places(found.arguments, target(goarch)) == expected


@pytest.mark.parametrize(
    ("goarch", "minor", "expected"),
    [
        ("amd64", 19, (9, 15)),
        ("arm64", 19, (16, 16)),
        ("ppc64", 19, (12, 12)),
        ("riscv64", 19, (16, 16)),
        ("loong64", 21, (0, 0)),
        ("loong64", 22, (16, 16)),
        ("386", 27, (0, 0)),
        ("wasm", 27, (0, 0)),
    ],
)
def test_number_of_registers(goarch: str, minor: int, expected: tuple[int, int]) -> None:
    assert registers(target(goarch, minor)) == expected


def test_without_registers_all_is_on_the_stack_as_in_abi0() -> None:
    found = sequence("func(a int8, e struct{ x [0]int32 }, b int8) (bool, string)", target("386"))
    # A value of size 0 has no place, but aligns what follows it; results start at a word.
    assert places(found.arguments, target("386")) == ["+0", "", "+4"]
    assert places(found.results, target("386")) == ["+8", "+12"]
    assert (found.stack_bytes, found.spill_bytes) == (20, 0)


def test_machine_values_spell_arrays_out() -> None:
    kind = code().denoted("struct { a int8; f [2]float32; e error; z [3]struct{} }")
    assert list(scalars(kind, Sizes(8), offset=100)) == [
        Scalar("int8", 100, 1),
        Scalar("float32", 104, 4),
        Scalar("float32", 108, 4),
        Scalar("itab", 116, 8),
        Scalar("pointer", 124, 8),
    ]


@pytest.mark.parametrize(
    "kind",
    [
        m.INVALID,
        m.Array(None, INT),
        m.Array(2, m.INVALID),
        m.Struct((m.Field("f", m.INVALID),)),
        m.TypeParameter("T", lambda: m.Interface()),
    ],
)
def test_what_is_not_known_is_never_guessed(kind: m.Type) -> None:
    with pytest.raises(Unresolved):
        assign([BASIC["int8"], kind], [], target("amd64"))
    with pytest.raises(Unresolved):
        list(scalars(kind, Sizes(8)))
