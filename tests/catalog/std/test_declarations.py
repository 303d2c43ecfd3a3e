"""Which of std's files a target builds, which declaration a name means there, and which directives mark a symbol."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.catalog.std.small_std import symbols_of


@pytest.mark.parametrize(
    ("name", "text", "platform", "built"),
    [
        ("a.go", "package p\n", "linux/amd64", True),
        ("a_linux.go", "package p\n", "linux/amd64", True),
        ("a_linux.go", "package p\n", "windows/amd64", False),
        ("a.go", "//go:build windows\n\npackage p\n", "windows/amd64", True),
        ("a.go", "//go:build windows\n\npackage p\n", "linux/amd64", False),
        # go/build: a file that imports "C" is built with cgo only.
        ("a.go", 'package p\n\nimport "C"\n', "linux/amd64", False),
    ],
)
def test_package_is_there_where_a_file_is_built(
    tmp_path: Path, name: str, text: str, platform: str, built: bool
) -> None:
    for ask_files_first in (False, True):
        std = symbols_of(tmp_path / str(ask_files_first), {f"p/{name}": text}, platform)
        if ask_files_first:
            assert [s.name for s in std.sections("p")] == [name] * built
        assert std.has_package("p") == built
        assert not std.has_package("q")


def test_file_with_cgo_is_built_where_cgo_is_on(tmp_path: Path) -> None:
    assert symbols_of(tmp_path, {"p/a.go": 'package p\n\nimport "C"\n'}, cgo=True).has_package("p")


DECLARED = """\
package p

type T struct{}

type S struct{}

func f() {}

func (t *T) f() {}

func (S) f() {}

var T_f int
"""


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("f", "func f"),
        ("(*T).f", "*T"),
        # A pointer's method is none of the value's; the pointer has those of the value (method sets).
        ("T.f", ""),
        ("S.f", "S"),
        ("(*S).f", "S"),
        ("U.f", ""),
        ("(*T).T_f", ""),
        ("T_f", "var"),
        ("T", "type"),
        ("T.T", ""),
        ("g", ""),
        ("", ""),
    ],
)
def test_name_means_a_declaration(tmp_path: Path, name: str, found: str) -> None:
    entries = list(symbols_of(tmp_path, {"p/a.go": DECLARED}).entries("p", name))
    assert len(entries) == bool(found)
    for entry in entries:
        kind = type(entry.declaration).__name__.removesuffix("Declaration").lower()
        receiver = getattr(entry.declaration, "receiver", "").rpartition(" ")[2]
        assert (receiver or (f"func {name}" if kind == "func" else kind)) == found


def test_declarations_and_methods_are_those_of_the_target(tmp_path: Path) -> None:
    files = {
        "p/a_linux.go": "package p\n\ntype T int\n\nfunc (T) m() int\n\nfunc f() int\n",
        "p/a_windows.go": "package p\n\ntype T int\n\nfunc (T) m() uint\n\nfunc f() uint\n",
    }
    for platform, kind in (("linux/amd64", "int"), ("windows/amd64", "uint")):
        std = symbols_of(tmp_path / kind, files, platform)
        assert [e.declaration.signature for e in std.entries("p", "f")] == [f"func() {kind}"]
        assert [e.declaration.signature for e in std.methods("p", "T")] == [f"func() {kind}"]
        assert not list(std.methods("p", "U"))
        assert not list(std.methods("q", "T"))


@pytest.mark.parametrize(
    ("directive", "symbol", "marks"),
    [
        ("//go:linkname f", "p.f", {"linkname"}),
        ("//go:linknamestd f", "p.f", {"linknamestd"}),
        ("//go:linkname f p.f", "p.f", {"linkname"}),
        # The body is q's symbol then; and the directive is no mark of p.f.
        ("//go:linkname f q.f", "q.f", {"linkname"}),
        ("//go:linkname f q.f", "p.f", set()),
        ("//go:linkname f", "p.g", set()),
        ("//go:linkname f", "q.f", set()),
        ("//go:linkname badlinkname p.(*T).f", "p.(*T).f", {"linkname"}),
        ("//go:linkname f\n//go:linknamestd g p.f", "p.f", {"linkname", "linknamestd"}),
    ],
)
def test_directive_marks_a_symbol(tmp_path: Path, directive: str, symbol: str, marks: set[str]) -> None:
    text = f'package p\n\nimport _ "unsafe"\n\n{directive}\nfunc f() {{}}\n'
    assert symbols_of(tmp_path, {"p/a.go": text}).marks("p", symbol) == marks


def test_only_the_packages_own_built_files_mark(tmp_path: Path) -> None:
    # A directive in an excluded file does not count, nor does one of another package.
    files = {
        "p/a.go": "package p\n\nfunc f() {}\n",
        "p/a_windows.go": "package p\n\n//go:linkname f\n",
        "q/b.go": "package q\n\n//go:linkname f p.f\nfunc f()\n",
    }
    for platform, marks in (("linux/amd64", set()), ("windows/amd64", {"linkname"})):
        std = symbols_of(tmp_path / platform.replace("/", "-"), files, platform)
        assert std.marks("p", "p.f") == marks
        assert std.marks("r", "p.f") == set()
