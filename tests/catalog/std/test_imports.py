"""Which std packages a program links in: what it imports, what those import, and what the linker always takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.catalog.std.imports import StdImports
from tests.catalog.std.small_std import symbols_of


def imports(folder: Path, files: dict[str, str], **options) -> StdImports:
    return StdImports(symbols_of(folder, files, **options))


def importing(*paths: str) -> str:
    return "package p\n\n" + "".join(f'import _ "{path}"\n' for path in paths)


def test_imports_of_imports_are_linked_in(tmp_path: Path) -> None:
    std = imports(tmp_path, {"a/a.go": importing("b"), "b/b.go": importing("c", "a"), "c/c.go": importing()})
    assert std.closure(frozenset({"a"})) == {"a", "b", "c", "runtime"}
    assert std.closure(frozenset({"c"})) == {"c", "runtime"}
    assert std.closure(frozenset()) == {"runtime"}


@pytest.mark.parametrize(
    ("roots", "path", "linked"),
    [
        ({"a"}, "a", True),
        ({"a"}, "b", True),
        ({"b"}, "a", False),
        (set(), "runtime", True),
        (set(), "internal/abi", True),
    ],
)
def test_program_links_a_package(tmp_path: Path, roots: set[str], path: str, linked: bool) -> None:
    files = {"a/a.go": importing("b"), "b/b.go": importing(), "runtime/proc.go": importing("internal/abi")}
    assert imports(tmp_path, files).links(frozenset(roots), path) == linked


def test_imports_are_those_of_the_targets_files(tmp_path: Path) -> None:
    files = {"a/a.go": importing("b"), "a/a_windows.go": importing("c")}
    assert imports(tmp_path, files).imports("a") == {"b"}


def test_import_of_a_vendored_package_is_its_copy(tmp_path: Path) -> None:
    # cmd/go: std's own imports of golang.org/x are resolved in GOROOT/src/vendor.
    path = "golang.org/x/net/idna"
    files = {"a/a.go": importing(path, "golang.org/x/none"), f"vendor/{path}/i.go": importing("b")}
    std = imports(tmp_path, files)
    assert std.imports("a") == {f"vendor/{path}", "golang.org/x/none"}
    assert {f"vendor/{path}", "b"} <= std.closure(frozenset({"a"}))


def test_race_detector_brings_its_package(tmp_path: Path) -> None:
    # cmd/link/internal/ld/lib.go, loadlib.
    files = {"runtime/race/race.go": importing("b")}
    assert imports(tmp_path / "plain", files).closure(frozenset()) == {"runtime"}
    assert imports(tmp_path / "race", files, tags=("race",)).closure(frozenset()) == {"runtime", "runtime/race", "b"}


def test_import_of_c_brings_runtime_cgo(tmp_path: Path) -> None:
    files = {"net/cgo.go": 'package net\n\nimport "C"\n', "runtime/cgo/c.go": importing("b")}
    assert {"runtime/cgo", "b"} <= imports(tmp_path / "on", files, cgo=True).closure(frozenset({"net"}))
    assert imports(tmp_path / "off", files).closure(frozenset({"net"})) == {"net", "runtime"}
