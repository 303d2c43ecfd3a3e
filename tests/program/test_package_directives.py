"""Which directives of a package count on a target, and which names two of them share."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.packages.packages_by_folder import Folders
from golinkname_ls.program.package_directives import (
    directive_of,
    directives_of,
    locals_of,
    named_twice,
    selected_sources,
)
from tests.program.small_programs import target
from tests.tree import write_tree

FILES = {
    "a.go": "package m\n\n//go:linkname one p.one\n//go:linkname mark\n",
    "a_windows.go": "package m\n\n//go:linkname one p.other\n",
    "a_test.go": "package m\n\n//go:linkname tested p.one\n",
    "x_test.go": "package m_test\n\n//go:linkname external p.one\n",
    # Comments that the compiler takes for none, or refuses.
    "ignored.go": "package m\n\n// go:linkname spaced p.one\n//go:linkname too p.many words\n",
    "ignore.go": "//go:build ignore\n\npackage main\n\n//go:linkname tool p.one\n",
}


def folder(root: Path, files: dict[str, str] = FILES) -> PackageFolder:
    return Folders().package(write_tree(root, files))


@pytest.mark.parametrize(
    ("platform", "like", "expected"),
    [
        ("linux/amd64", None, {"one": "p.one", "mark": ""}),
        ("linux/amd64", "a.go", {"one": "p.one", "mark": ""}),
        ("windows/amd64", None, {"one": "p.other", "mark": ""}),
        ("linux/amd64", "a_test.go", {"one": "p.one", "mark": "", "tested": "p.one"}),
        ("linux/amd64", "x_test.go", {"external": "p.one"}),
    ],
)
def test_directives_of_the_files_compiled_together(
    platform: str, like: str | None, expected: dict[str, str], tmp_path: Path
) -> None:
    package = folder(tmp_path)
    member = package.source(like) if like is not None else None
    assert directives_of(package, target(platform=platform), member) == expected


@pytest.mark.parametrize(("local", "expected"), [("one", "p.one"), ("mark", ""), ("tested", None), ("p.one", None)])
def test_directive_of_a_local(local: str, expected: str | None, tmp_path: Path) -> None:
    assert directive_of(folder(tmp_path), target(), local) == expected


def test_locals_of_a_symbol(tmp_path: Path) -> None:
    package = folder(tmp_path, FILES | {"b.go": "package m\n\n//go:linkname two p.one\n//go:linkname three p.three\n"})
    assert set(locals_of(package, target(), "p.one")) == {"one", "two"}
    assert locals_of(package, target(platform="windows/amd64"), "p.one") == ("two",)
    # The one-argument form links nothing to another symbol.
    assert locals_of(package, target(), "") == ("mark",)
    assert locals_of(package, target(), "mark") == ()


@pytest.mark.parametrize(
    ("second", "like", "expected"),
    [
        ("two p.two", "a.go", set()),
        ("one p.two", "a.go", {"one"}),
        ("two p.one", "a.go", {"p.one"}),
        ("one p.one", "a.go", {"one", "p.one"}),
        ("mark", "a.go", {"mark"}),
        # A name that is local here and remote there.
        ("two mark", "a.go", {"mark"}),
        ("two p.two", "a_test.go", {"p.one"}),
    ],
)
def test_named_twice(second: str, like: str, expected: set[str], tmp_path: Path) -> None:
    package = folder(tmp_path, FILES | {"b.go": f"package m\n\n//go:linkname {second}\n"})
    member = package.source(like)
    assert member is not None
    assert named_twice(package, target(), member) == expected


def test_directives_of_tests_count_for_their_files_alone(tmp_path: Path) -> None:
    package = folder(tmp_path)
    found = {}
    for name in ("a.go", "a_test.go", "x_test.go"):
        member = package.source(name)
        assert member is not None
        found[name] = named_twice(package, target(), member)
    assert found == {"a.go": frozenset(), "a_test.go": {"p.one"}, "x_test.go": frozenset()}


def test_one_directive_does_not_name_its_symbol_twice(tmp_path: Path) -> None:
    package = folder(tmp_path, {"a.go": "package m\n\n//go:linkname own own\n"})
    member = package.source("a.go")
    assert member is not None
    assert named_twice(package, target(), member) == set()


def test_selected_sources(tmp_path: Path) -> None:
    package = folder(tmp_path)
    every = sorted(FILES)
    assert [s.name for s in selected_sources(package, target(), every)] == ["a.go", "ignored.go"]
    assert [s.name for s in selected_sources(package, target(), ["a_windows.go"])] == []
    tests = [s.name for s in selected_sources(package, target(), every, package.source("a_test.go"))]
    assert tests == ["a.go", "a_test.go", "ignored.go"]
