"""What changed in a std package between two Go versions, on two small GOROOTs."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.linking.std_versions.version_diff import defined_symbols, symbol_changes, symbol_state
from tests.linking.std_versions.small_std import small_std

MARKED = "//go:linkname f\nfunc f() {}"
FOR_STD = "//go:linknamestd f\nfunc f() {}"


@pytest.mark.parametrize(
    ("versions", "before", "after", "kinds"),
    [
        (("1.24", "1.26"), "func f() {}", "func f() {}", []),
        # Only that it moved: the mark is what it was.
        (("1.24", "1.26"), MARKED, "var v int\n" + MARKED, []),
        (("1.24", "1.26"), "", "func f() {}", ["added"]),
        (("1.24", "1.26"), "func f() {}", "", ["removed"]),
        (("1.24", "1.26"), "func f() {}", "type f int", ["removed"]),
        (("1.24", "1.26"), "func f(n int) {}", "func f(n int64) {}", ["signature"]),
        (("1.24", "1.26"), "func f() {}", "var f int", ["signature"]),
        # A mark opens it from 1.23 on; before it was open anyway.
        (("1.24", "1.26"), "func f() {}", MARKED, ["opened", "mark-gained"]),
        (("1.24", "1.26"), MARKED, "func f() {}", ["closed", "mark-lost"]),
        (("1.21", "1.22"), "func f() {}", MARKED, ["mark-gained"]),
        (("1.22", "1.23"), "func f() {}", "func f() {}", ["closed"]),
        # linknamestd is for std alone.
        (("1.27", "1.28"), MARKED, FOR_STD, ["closed", "mark-lost", "mark-gained"]),
        (("1.27", "1.28"), "func f() {}", FOR_STD, ["mark-gained"]),
    ],
)
def test_kinds_of_change(versions: tuple[str, str], before: str, after: str, kinds: list[str], tmp_path: Path) -> None:
    old, new = small_std(tmp_path, versions[0], before), small_std(tmp_path, versions[1], after)
    changes = [c for c in symbol_changes(old, new, "runtime") if c.symbol == "runtime.f"]
    assert [kind.value for c in changes for kind in c.kinds] == kinds


def test_sides_of_a_change(tmp_path: Path) -> None:
    old, new = small_std(tmp_path, "1.24", "func f() {}"), small_std(tmp_path, "1.26", "func g() {}")
    sides = {c.symbol: (c.before is None, c.after is None) for c in symbol_changes(old, new, "runtime")}
    assert sides == {"runtime.f": (False, True), "runtime.g": (True, False)}


def test_symbols_of_a_package(tmp_path: Path) -> None:
    text = """
const size = 4
type T struct{}
func (t *T) Method() {}
func generic[E any]() {}
func other() {}
var table [size]int
//go:linkname sync_f sync.f
func sync_f() {}
"""
    found = small_std(tmp_path, "1.26", text, "TEXT runtime·stop(SB),4,$0\n\tRET\nTEXT sync·inner(SB),4,$0\n\tRET\n")
    names = list(defined_symbols(found, "runtime"))
    assert names == sorted(names)
    assert {"runtime.(*T).Method", "runtime.other", "runtime.stop", "runtime.table"} <= set(names)
    assert not {"runtime.size", "runtime.T", "sync.f", "sync.inner"} & set(names)
    # What another package pushes is the package's.
    assert "sync.f" in defined_symbols(found, "sync")


def test_state_of_assembly_and_of_nothing(tmp_path: Path) -> None:
    found = small_std(tmp_path, "1.26", "func gone()", "TEXT runtime·stop(SB),4,$0\n\tRET\n")
    stop = symbol_state(found, "runtime.stop")
    assert stop is not None
    assert (stop.kind, stop.declaration, stop.file) == ("assembly", "assembly", "")
    assert symbol_state(found, "runtime.gone") is None
