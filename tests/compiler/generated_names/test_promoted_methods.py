"""Which methods a type has by what it embeds; the specification's "Struct types" and "Selectors"."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.compiler.generated_names.promoted_methods import promotes
from golinkname_ls.program.type_checking import checker_of
from tests.program.small_programs import MODULE, program

FILE = """package m

import (
	"example.com/m/lib"
	"sync"
)

type Inner struct{ field int }

func (Inner) Value()    {}
func (*Inner) Pointer() {}
func (Inner) both()     {}

type Other struct{}

func (Other) Value() {}

type Deep struct{ Inner }
type Shallow struct{ Other }

type HasField struct{ Pointer int }

type Doer interface{ Do() }
type Composed interface {
	Doer
	More()
}

type Recursive struct{ *Recursive }
type Generic[E any] struct{ Inner }

var _ lib.T
var _ sync.Mutex

type T %s
"""
LIB = """package lib

type T struct{}

func (T) Exported() {}
func (T) hidden()   {}
"""


def promoted(root: Path, definition: str, method: str, *, pointer: bool, name: str = "T") -> bool | None:
    found = program(root, {"m.go": FILE % definition, "lib/lib.go": LIB})
    return promotes(checker_of(found), MODULE, name, method, pointer)


@pytest.mark.parametrize(
    ("definition", "method", "of_value", "of_pointer"),
    [
        ("struct{ Inner }", "Value", True, True),
        ("struct{ Inner }", "Pointer", False, True),
        ("struct{ Inner }", "both", True, True),
        ("struct{ Inner }", "None", False, False),
        ("struct{ *Inner }", "Value", True, True),
        ("struct{ *Inner }", "Pointer", True, True),
        ("struct{ inner Inner }", "Value", False, False),
        # Two levels down; a pointer on the way is enough.
        ("struct{ Deep }", "Pointer", False, True),
        ("struct{ *Deep }", "Pointer", True, True),
        # The shallowest counts, and has to be the only one there.
        ("struct{ Inner; Other }", "Value", False, False),
        ("struct{ Inner; Other }", "Pointer", False, True),
        ("struct{ Deep; Other }", "Value", True, True),
        ("struct{ Deep; Shallow }", "Value", False, False),
        ("struct{ Inner; Value int }", "Value", False, False),
        ("struct{ Inner; HasField }", "Pointer", False, False),
        ("struct{ Deep; HasField }", "Pointer", False, False),
        # A pointer to an interface has no methods, one to a struct that embeds it does.
        ("struct{ Doer }", "Do", True, True),
        ("struct{ Composed }", "Do", True, True),
        ("struct{ Composed }", "More", True, True),
        ("struct{ Doer }", "More", False, False),
        ("interface{ Do() }", "Do", True, False),
        ("struct{ error }", "Error", True, True),
        # Of other packages.
        ("struct{ lib.T }", "Exported", True, True),
        ("struct{ lib.T }", "hidden", False, False),
        ("struct{ sync.Mutex }", "Lock", False, True),
        ("struct{ *sync.Mutex }", "Lock", True, True),
        # A defined type has none of the methods of the type that it is made of, but those of what that embeds.
        ("Inner", "Value", False, False),
        ("Deep", "Value", True, True),
        ("struct{ *Recursive }", "Value", False, False),
        ("int", "Value", False, False),
    ],
)
def test_method_set(definition: str, method: str, of_value: bool, of_pointer: bool, tmp_path: Path) -> None:
    assert promoted(tmp_path, definition, method, pointer=False) is of_value
    assert promoted(tmp_path, definition, method, pointer=True) is of_pointer


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Deep", True),
        # The symbols of its instances have the type arguments in their names.
        ("Generic", False),
        ("Nothing", False),
    ],
)
def test_types_by_name(name: str, expected: bool, tmp_path: Path) -> None:
    assert promoted(tmp_path, "int", "Pointer", pointer=True, name=name) is expected


def test_alias_has_no_methods_under_its_name(tmp_path: Path) -> None:
    assert promoted(tmp_path, "= Deep", "Value", pointer=False) is False


@pytest.mark.parametrize("definition", ["struct{ missing.T }", "struct{ *Absent }", "missing.T"])
def test_what_cannot_be_resolved_is_unknown(definition: str, tmp_path: Path) -> None:
    assert promoted(tmp_path, definition, "Value", pointer=False) is None
