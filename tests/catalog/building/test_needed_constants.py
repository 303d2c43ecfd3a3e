"""Which constants types depend on: those in array lengths and in vars' values, with what their own values mention."""

from __future__ import annotations

import pytest

from golinkname_ls.catalog.building.needed_constants import needed_constants
from golinkname_ls.syntax.items.declarations_from_tree import extract

CONSTANTS = """
const size = 4
const double = size * 2
const typed kind = 1
const kind = 3
const looped = other
const other = looped
const unused = 9
"""


@pytest.mark.parametrize(
    ("code", "needed"),
    [
        ("func f(n int) int { return size }", set()),
        ("func f(p [size]int)", {"size"}),
        ("func f() (p *[size + double]int)", {"size", "double"}),
        ("type t struct{ a [size]byte }", {"size"}),
        ("type t struct{ size int }", set()),
        ("var v [double]int", {"double", "size"}),
        # A var without a type has that of its value.
        ("var v = size", {"size"}),
        ("var v int = size", set()),
        ("var v [len([double]int{})]int", {"double", "size"}),
        ("var v [unsafe.Sizeof([2]int{}) + size]int", {"size"}),
        ("var v = typed", {"typed", "kind"}),
        ("var v [looped]int", {"looped", "other"}),
        ("var v [missing]int", set()),
    ],
)
def test_constants_that_a_type_depends_on(code: str, needed: set[str]) -> None:
    files = [extract("a.go", f"package p\n{CONSTANTS}".encode()), extract("b.go", f"package p\n\n{code}\n".encode())]
    assert needed_constants(files) == needed
