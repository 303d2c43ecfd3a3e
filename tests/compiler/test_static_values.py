"""Whether a var is data in the object file, nothing, or perhaps, asked of `initial_data` itself.

Expectations are those of cmd/compile's staticinit (see `static_initialisers.tsv` for what was measured). None stands for
perhaps: releases differ, or what is computed is not followed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.compiler.initial_data import has_initial_data
from golinkname_ls.program.type_checking import checker_of
from golinkname_ls.syntax.items.declarations import VarDeclaration
from tests.program.small_programs import MODULE, program

FILE = """package m

import (
	_ "embed"
	"example.com/m/lib"
)

type T struct{ a, b int }
type Shape interface{ Area() int }

const zero, five = 0, 5

var other = 5
var pointer = &other
var array [3]int
var part = &T{}

func call() int { return other }
func two() (int, int) { return 1, 2 }

%s
"""
LIB = {"lib/lib.go": "package lib\n\nvar V = 1\n\nfunc F() {}\n\nconst Five = 5\n"}


def answer(root: Path, declarations: str) -> bool | None:
    found = program(root, {"m.go": FILE % declarations} | LIB)
    source = found.closure.packages[MODULE].any_source(found.symbols.target)
    assert source is not None
    declaration = next(d for d in source.outline.declared("v") if isinstance(d, VarDeclaration))
    return has_initial_data(checker_of(found), MODULE, source, declaration)


@pytest.mark.parametrize(
    ("declarations", "expected"),
    [
        # Zeros are made by the linker (cases/LN203/var_zero_init_explicit).
        ("var v int", False),
        ("var v = 0", False),
        ("var v = [4]int{}", False),
        ("var v *int = nil", False),
        ('var v = ""', False),
        ("var v int = zero", False),
        # Literals and constants.
        ("var v = 7", True),
        ("var v int = five - 4", True),
        ("var v int = five - 5", False),
        ("var v int = lib.Five", True),
        ("var v = [4]int{2: 1}", True),
        ('var v = "x"', True),
        # Addresses and funcs.
        ("var v = &other", True),
        ("var v = &T{}", True),
        ("var v = call", True),
        ("var v = lib.F", True),
        # An interface holds a pointer to its type, whatever the value is.
        ("var v any = 0", True),
        ("var v any = zero", True),
        ("var v Shape", False),
        ("var v Shape = nil", False),
        # Maps are filled at run time.
        ("var v = map[string]int{`a`: 1}", False),
        # What is computed is not followed.
        ("var v = call()", None),
        ("var v any = call()", None),
        ("var v = *pointer", None),
        ("var v = *&T{1, 2}", None),
        ("var v = &array[1]", None),
        ("var v = &[]int{1}[0]", None),
        ("var v = &part.b", None),
        ("var v = [1]map[string]int{{`a`: 1}}", None),
        ("var v = lib.V", None),
        # Several results of one call are assigned at run time, in every release (cases/LN203/own_var_dynamic_init).
        ("var v, w = two()", False),
    ],
)
def test_initial_value(declarations: str, expected: bool | None, tmp_path: Path) -> None:
    assert answer(tmp_path, declarations) is expected


@pytest.mark.parametrize(
    ("declarations", "expected"),
    [
        ("//go:embed m.go\nvar v string", True),
        ("//go:embed m.go\n// What it holds.\nvar v string", True),
        ("//go:embed\tm.go\nvar v []byte", True),
        ("// go:embed m.go\nvar v string", False),
        ("//go:embedded\nvar v string", False),
        ("//go:embed m.go\nvar w string\n\nvar v string", False),
        ("var (\n\t//go:embed m.go\n\tv string\n)", True),
    ],
)
def test_embedded_file_is_data(declarations: str, expected: bool, tmp_path: Path) -> None:
    assert answer(tmp_path, declarations) is expected


def test_embed_counts_only_beside_its_import(tmp_path: Path) -> None:
    found = program(tmp_path, {"m.go": "package m\n\n//go:embed m.go\nvar v string\n"})
    source = found.closure.packages[MODULE].any_source(found.symbols.target)
    assert source is not None
    declared = next(d for d in source.outline.declared("v") if isinstance(d, VarDeclaration))
    assert has_initial_data(checker_of(found), MODULE, source, declared) is False
