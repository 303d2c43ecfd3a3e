"""Which field or method a selector denotes (Go specification, "Selectors"; go/types/lookup.go)."""

from __future__ import annotations

import pytest

from golinkname_ls.golang.type_checker.member_lookup import field_or_method
from golinkname_ls.golang.types.type_text import type_text
from tests.golang.type_checker.written_packages import code

OTHERS = {"lib": "package lib\n\ntype T struct{ Shown, hidden int8 }\n\nfunc (T) Do()\n\nfunc (T) do()\n"}
# The types T0 and T1 as in the specification's example, with T2 made deeper.
DECLARED = """
import "lib"

type T0 struct{ x int }

func (*T0) M0(a int8)

type T1 struct{ y string }

func (T1) M1() bool

type T2 struct {
	z float32
	T1
	*T0
}

func (*T2) M2()

type Deep struct {
	T2
	Shallow
}
type Shallow struct{ x uint8 }

type Twice struct {
	T0
	Shallow
}

type Hides struct {
	Twice
	x bool
}

type Own struct{ T1 }

func (Own) M1() error

type Loop struct {
	*Loop
	T1
}

type Reader interface {
	Closer
	Read(p []byte)
}
type Closer interface{ Close() error }
type Wraps struct{ Reader }

type Foreign struct{ lib.T }
"""


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("T2", "z", "float32"),
        ("*T2", "z", "float32"),
        # Promoted through an embedded struct and an embedded pointer.
        ("T2", "y", "string"),
        ("*T2", "x", "int"),
        ("T2", "M1", "func() bool"),
        ("*T2", "M0", "func(a int8)"),
        ("T2", "T0", "*m.T0"),
        # The shallowest depth counts, and where it has several there is none.
        ("Deep", "x", "uint8"),
        ("Twice", "x", None),
        ("Hides", "x", "bool"),
        ("Own", "M1", "func() error"),
        ("**T2", "z", None),
        ("T0", "none", None),
        # A type that embeds itself is looked at once.
        ("Loop", "y", "string"),
        ("Loop", "none", None),
        ("Reader", "Close", "func() error"),
        ("Wraps", "Read", "func(p []byte)"),
        ("struct{ T1; a []int }", "a", "[]int"),
        # Only embedded fields promote theirs.
        ("struct{ t T1 }", "y", None),
        ("func()", "a", None),
    ],
)
def test_selected(kind: str, name: str, expected: str | None) -> None:
    found = code(DECLARED, OTHERS)
    member = field_or_method(found.denoted(kind), name, "m", found.checker.method)
    assert (type_text(member[0]) if member is not None else None) == expected


@pytest.mark.parametrize(
    ("name", "package", "is_known"),
    [
        ("Shown", "m", True),
        ("hidden", "m", False),
        ("hidden", "lib", True),
        ("Do", "m", True),
        ("do", "m", False),
        ("do", "lib", True),
    ],
)
def test_unexported_members_are_known_to_their_package_only(name: str, package: str, is_known: bool) -> None:
    found = code(DECLARED, OTHERS)
    for kind in ("lib.T", "Foreign"):
        member = field_or_method(found.denoted(kind), name, package, found.checker.method)
        assert (member is not None) is is_known, kind


def test_fields_and_methods_are_told_apart() -> None:
    found = code("type T struct{ f func() }\n\nfunc (T) m()\n\ntype I interface{ m() }\n")
    told = {
        (kind, name): field_or_method(found.denoted(kind), name, "m", found.checker.method)
        for kind, name in (("T", "f"), ("T", "m"), ("I", "m"))
    }
    assert {key: member is not None and member[1] for key, member in told.items()} == {
        ("T", "f"): False,
        ("T", "m"): True,
        ("I", "m"): True,
    }
