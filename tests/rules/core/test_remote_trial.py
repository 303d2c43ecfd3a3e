"""Whether another remote would do for a link: the linker takes it, and the stub fits what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.rules.core.remote_trial import fits, has_same_type
from tests.rules.core.small_units import first_link, unit_of

LIB = "example.com/m/lib"
FILES = {
    "lib/lib.go": """\
package lib

type Number int

func Same(n int) bool { return n > 0 }

func Unsigned(n uint) bool { return n > 0 }

func More(n, m int) bool { return n > m }

func Float(n float64) bool { return n > 0 }

func Pointer(n *int) bool { return n != nil }

var Int, Other int

var Named Number

var Wide [4]int

var Short int32

var Text string

var Data int = 7
""",
}


def module(stub: str) -> dict[str, str]:
    text = f'package main\n\nimport (\n\t_ "{LIB}"\n\t_ "unsafe"\n)\n\n//go:linkname f {LIB}.none\n{stub}\n\nfunc main() {{}}\n'
    return {"a.go": text} | FILES


@pytest.mark.parametrize(
    ("stub", "name", "right"),
    [
        ("func f(n int) bool", "Same", True),
        # Another sign is inexact only, another number or class of arguments is broken.
        ("func f(n int) bool", "Unsigned", True),
        ("func f(n int) bool", "More", False),
        ("func f(n int) bool", "Float", False),
        ("func f(n uintptr) bool", "Pointer", False),
        ("func f(n int) bool", "Nothing", False),
        ("func f() int", "Int", False),
        ("var f int", "Int", True),
        ("var f int", "Named", True),
        ("var f uint", "Int", True),
        ("var f int", "Text", False),
        # Without data upstream's the larger var is the definition; with data, upstream's is enlarged
        # (cases/LN203/own_var_size_mismatch_data_larger).
        ("var f [4]int", "Int", False),
        ("var f [4]int", "Data", False),
        ("var f int32", "Int", True),
        ("var f int", "Same", False),
        ("var f int", "Nothing", False),
    ],
)
def test_stub_fits_another_remote(tmp_path: Path, stub: str, name: str, right: bool) -> None:
    unit = unit_of(tmp_path, module(f"{stub}\n\nvar _ = f"))
    assert fits(unit, first_link(unit), f"{LIB}.{name}") == right


@pytest.mark.parametrize(("version", "right"), [("1.26", True), ("1.27", False)])
def test_remote_that_the_linker_refuses_does_not_fit(tmp_path: Path, version: str, right: bool) -> None:
    # cases/LN201/runtime_nanotime1: an assembly func that 1.27 has no mark for.
    unit = unit_of(tmp_path, module("func f() int64\n\nfunc g() { f() }"), version=version)
    assert fits(unit, first_link(unit), "runtime.nanotime")
    assert fits(unit, first_link(unit), "runtime.nanotime1") == right


@pytest.mark.parametrize(
    ("stub", "name", "same"),
    [
        ("var f int", "Int", True),
        ("var f int", "Named", False),
        ("var f uint", "Int", False),
        ("var f string", "Text", True),
        ("var f missing", "Int", False),
        ("var f [4]int", "Wide", True),
        ("var f int", "Nothing", False),
        ("func f(n int) bool", "Same", False),
    ],
)
def test_var_of_the_very_same_type(tmp_path: Path, stub: str, name: str, same: bool) -> None:
    unit = unit_of(tmp_path, module(stub))
    assert has_same_type(unit, first_link(unit), f"{LIB}.{name}") == same
