"""Which structs a link lays over each other, and how they meet."""

from __future__ import annotations

import pytest

from golinkname_ls.contract.mirrors.shared_structs import mirrors
from golinkname_ls.golang.sizes.layout import Sizes
from tests.golang.type_checker.written_packages import code

OURS = """
import "up"

type node struct {
	inner inner
	list  []inner
	other int
}
type inner struct{ n int }
type renamed struct{ inner inner }
type moved struct {
	first int
	inner inner
}
type swapped struct{ inner other }
type other struct{ n int }
type loop struct{ next *loop }
type number int

var _ up.Node
"""
UPSTREAM = """package up

type Node struct {
	inner Inner
	list  []Inner
	other int
}
type Inner struct{ n int }
type Renamed struct{ member Inner }
type Moved struct{ inner Inner }
type Swapped struct{ inner Inner }
type Loop struct{ next *Loop }
type Number int
"""


def met(ours: str, theirs: str) -> list[str]:
    found = code(OURS, {"up": UPSTREAM})
    pairs = mirrors(found.denoted(ours), found.denoted(theirs), Sizes(8))
    return [f"{p.ours.name}-{p.theirs.name} {p.role.name}" for p in pairs]


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("*inner", "*up.Inner", ["inner-Inner BEHIND"]),
        ("inner", "up.Inner", ["inner-Inner VALUE"]),
        ("[]inner", "[]up.Inner", ["inner-Inner ELEMENT"]),
        ("[2]inner", "[2]up.Inner", ["inner-Inner ELEMENT"]),
        ("[]*inner", "[]*up.Inner", ["inner-Inner BEHIND"]),
        # The names of the outer ones do not matter.
        ("*other", "*up.Inner", ["other-Inner BEHIND"]),
        # Other kinds, and what has no names.
        ("*inner", "up.Inner", []),
        ("*inner", "*int", []),
        ("number", "up.Number", []),
        ("[]inner", "[2]up.Inner", []),
        ("*struct{ n int }", "*up.Inner", []),
        ("*up.Inner", "*up.Inner", []),
        # Inside, what has one name at one place.
        ("*node", "*up.Node", ["node-Node BEHIND", "inner-Inner VALUE"]),
        ("*renamed", "*up.Renamed", ["renamed-Renamed BEHIND"]),
        ("*moved", "*up.Moved", ["moved-Moved BEHIND"]),
        ("*swapped", "*up.Swapped", ["swapped-Swapped BEHIND"]),
        # Each pair once.
        ("*loop", "*up.Loop", ["loop-Loop BEHIND"]),
    ],
)
def test_pairs(ours: str, theirs: str, expected: list[str]) -> None:
    assert met(ours, theirs) == expected


def test_same_name_is_without_letter_case() -> None:
    found = code(OURS, {"up": UPSTREAM})
    names = {}
    for ours, theirs in (("inner", "up.Inner"), ("other", "up.Inner")):
        (pair,) = mirrors(found.denoted(ours), found.denoted(theirs), Sizes(8))
        names[ours] = pair.same_name
    assert names == {"inner": True, "other": False}
