"""Which upstream signatures a stub has in its window, each with its versions, and where the stub stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.rules.fixes.signature_variants import same_link, stub_text, variants
from tests.rules.core.small_units import first_link, main_file, units

WINDOW = ("1.21", "1.22", "1.23")
REMOTE = "//go:linkname round runtime.roundupsize\n"
# runtime/msize.go: 1.22 gave it a second parameter.
OLD, NEW = "func round(size uintptr) uintptr", "func round(size uintptr, noscan bool) (reqSize uintptr)"


def told(root: Path, code: str, versions: tuple[str, ...] = WINDOW) -> list[tuple[str, str, bool]]:
    unit = units(root, {"a.go": main_file(code)}, versions)[-1]
    return [(v.title, v.text, v.fits) for v in variants(unit, first_link(unit))]


@pytest.mark.parametrize(
    ("stub", "found"),
    [
        (OLD, [("1.21", OLD, True), ("1.22-1.23", NEW, False)]),
        (NEW, [("1.21", OLD, False), ("1.22-1.23", NEW, True)]),
        # One that fits is kept with its own names.
        (
            "func round(z uintptr) (r uintptr)",
            [("1.21", "func round(z uintptr) (r uintptr)", True), ("1.22-1.23", NEW, False)],
        ),
        ("func round(n string)", [("1.21", OLD, False), ("1.22-1.23", NEW, False)]),
    ],
)
def test_each_signature_has_its_versions(tmp_path: Path, stub: str, found: list[tuple[str, str, bool]]) -> None:
    assert told(tmp_path, REMOTE + stub) == found


def test_versions_apart_have_one_signature(tmp_path: Path) -> None:
    stub = "func wait(p *uint32)"
    assert told(tmp_path, f"//go:linkname wait runtime.semacquire\n{stub}", ("1.19", "1.27")) == [
        ("1.19, 1.27", stub, True)
    ]


@pytest.mark.parametrize(
    ("stub", "new", "found"),
    [
        # Names of parameters and results are no part of a signature: the newest version's are taken.
        ("f()", "g(m int) (err error)", [("1.21-1.22", "f(m int) (err error)", False)]),
        ("f(z int) error", "g(m int) (err error)", [("1.21-1.22", "f(z int) error", True)]),
        ("f()", "g(n uint) error", [("1.21", "f(n int) error", False), ("1.22", "f(n uint) error", False)]),
    ],
)
def test_same_types_are_one_signature(tmp_path: Path, stub: str, new: str, found: list[tuple[str, str, bool]]) -> None:
    files = {
        "a.go": (
            'package main\n\nimport (\n\t_ "example.com/m/lib"\n\t_ "unsafe"\n)\n\n'
            f"//go:linkname f example.com/m/lib.g\nfunc {stub}\n\nfunc main() {{}}\n"
        ),
        "lib/old.go": "//go:build !go1.22\n\npackage lib\n\nfunc g(n int) error { return nil }\n",
        "lib/new.go": f"//go:build go1.22\n\npackage lib\n\nfunc {new} {{ return nil }}\n",
    }
    unit = units(tmp_path, files, ("1.21", "1.22"))[-1]
    expected = [(title, f"func {text}", fits) for title, text, fits in found]
    assert [(v.title, v.text, v.fits) for v in variants(unit, first_link(unit))] == expected


def test_version_without_the_symbol_has_no_signature(tmp_path: Path) -> None:
    # cases/LN202/runtime_cheaprand: 1.22 is the first with cheaprand.
    found = told(tmp_path, "//go:linkname f runtime.cheaprand\nfunc f() uint64")
    assert [(title, fits) for title, _, fits in found] == [("1.22-1.23", False)]


@pytest.mark.parametrize(
    "code", ["//go:linkname v runtime.zerobase\nvar v uintptr", "//go:linkname f runtime.nanotime"]
)
def test_what_is_no_func_has_no_signature(tmp_path: Path, code: str) -> None:
    assert told(tmp_path, code) == []


def test_stub_that_versions_have_in_different_files_is_another_one(tmp_path: Path) -> None:
    files = {
        "a.go": main_file(REMOTE.strip()),
        "old.go": f"//go:build !go1.22\n\npackage main\n\n{OLD}\n",
        "new.go": f"//go:build go1.22\n\npackage main\n\n{NEW}\n",
    }
    old, new, newest = units(tmp_path, files, WINDOW)
    link = first_link(old)
    assert same_link(old, link) == link
    assert same_link(new, link) is None
    assert same_link(newest, first_link(new)) == first_link(newest)
    assert [(v.title, v.text) for v in variants(old, link)] == [("1.21", OLD)]
    assert stub_text(first_link(new)) == NEW


def test_stub_that_reads_the_same_in_another_file_is_another_one(tmp_path: Path) -> None:
    text = f"package main\n\n{OLD}\n"
    files = {
        "a.go": main_file(REMOTE.strip()),
        "old.go": f"//go:build !go1.22\n\n{text}",
        "new.go": f"//go:build go1.22\n\n{text}",
    }
    old, new = units(tmp_path, files, ("1.21", "1.22"))
    assert first_link(old).stub == first_link(new).stub
    assert same_link(new, first_link(old)) is None


def test_text_of_a_missing_stub_is_empty(tmp_path: Path) -> None:
    (unit,) = units(tmp_path, {"a.go": main_file(REMOTE)}, ("1.27",))
    assert stub_text(first_link(unit)) == ""
    assert same_link(unit, first_link(unit)) is None
