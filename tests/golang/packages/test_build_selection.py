"""Which Go files a target selects, and which of them are compiled together (go/build; cmd/go/internal/load)."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.packages.build_selection import BuildSelection
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.package_membership import Member, UnreadMember
from golinkname_ls.text.buffer import Buffer
from tests.tree import write_tree


def target(platform: str = "linux/amd64", *, cgo: bool = False) -> Target:
    return Target(GoVersion(1, 27), Platform.parse(platform), cgo=cgo)


LINUX, WINDOWS = target(), target("windows/amd64")
FILES = {
    "c_windows.go": "package p\n",
    "b.go": "package p\n",
    "d.go": "//go:build windows\n\npackage p\n",
    "cgo.go": 'package p\n\nimport "C"\n',
    "a_tool.go": "//go:build ignore\n\npackage main\n",
    "doc.go": "package documentation\n",
    "b_test.go": "package p\n",
    "e_test.go": "package p_test\n",
    "w_windows_test.go": "package p\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> BuildSelection:
    return BuildSelection(write_tree(tmp_path, FILES), {})


def member(folder: BuildSelection, name: str) -> Member:
    header = folder.header(name)
    assert header is not None
    return UnreadMember(folder.folder / name, header.package_name)


def together(folder: BuildSelection, built_for: Target, name: str, among: list[str] | None = None) -> str:
    return " ".join(source.path.name for source in folder.selected(built_for, member(folder, name), among))


@pytest.mark.parametrize(
    ("built_for", "tests", "count"),
    [(LINUX, False, 1), (WINDOWS, False, 3), (target(cgo=True), False, 2), (LINUX, True, 3), (WINDOWS, True, 6)],
)
def test_names_constraints_and_cgo_select(built_for: Target, tests: bool, count: int, folder: BuildSelection) -> None:
    headers = folder.built(built_for, tests=tests)
    assert len(list(headers)) == count
    assert not {"documentation", "main"} & {header.package_name for header in headers}


@pytest.mark.parametrize(
    ("built_for", "like", "names"),
    [
        (LINUX, "b.go", "b.go"),
        (WINDOWS, "b.go", "b.go c_windows.go d.go"),
        (target(cgo=True), "b.go", "b.go cgo.go"),
        # A test of the package is compiled with it, an external one is a package of its own.
        (LINUX, "b_test.go", "b.go b_test.go"),
        (WINDOWS, "b_test.go", "b.go b_test.go c_windows.go d.go w_windows_test.go"),
        (LINUX, "e_test.go", "e_test.go"),
        # A file that this target leaves out is looked at as if it did not.
        (LINUX, "d.go", "b.go d.go"),
        (LINUX, "a_tool.go", "a_tool.go"),
        (LINUX, "w_windows_test.go", "b.go b_test.go w_windows_test.go"),
    ],
)
def test_files_that_are_compiled_together(built_for: Target, like: str, names: str, folder: BuildSelection) -> None:
    assert together(folder, built_for, like) == names


def test_only_files_that_are_asked_for_are_looked_at(folder: BuildSelection) -> None:
    assert together(folder, WINDOWS, "b.go", ["d.go", "b_test.go", "gone.go", "b.go"]) == "d.go b.go"


def test_a_like_that_is_not_in_the_folder_adds_nothing(folder: BuildSelection) -> None:
    gone = UnreadMember(folder.folder / "gone.go", "p")
    assert list(folder.selected_names(LINUX, gone)) == ["b.go"]


@pytest.mark.parametrize(
    ("built_for", "among", "name"),
    [
        (LINUX, None, "b.go"),
        (WINDOWS, ["d.go", "b.go"], "d.go"),
        (LINUX, ["d.go", "b.go"], "b.go"),
        (LINUX, ["b_test.go", "a_tool.go"], None),
    ],
)
def test_the_first_file_that_is_compiled(
    built_for: Target, among: list[str] | None, name: str | None, folder: BuildSelection
) -> None:
    found = folder.any_member(built_for, among)
    assert (found.name if found else None) == name


def test_a_folder_of_another_system_has_no_source(tmp_path: Path) -> None:
    folder = BuildSelection(write_tree(tmp_path, {"a_windows.go": "package p\n"}), {})
    assert folder.any_source(LINUX) is None
    source = folder.any_source(WINDOWS)
    assert source is not None
    assert source.path.name == "a_windows.go"


def test_an_edited_clause_or_constraint_counts(tmp_path: Path) -> None:
    write_tree(tmp_path, FILES)
    text = SourceFile(tmp_path / "d.go", Buffer(b"//go:build linux\n\npackage p\n"))
    folder = BuildSelection(tmp_path, {"d.go": text})
    assert together(folder, LINUX, "b.go") == "b.go d.go"
    text.splice(0, len(text.data), b"//go:build linux\n\npackage q\n")
    assert together(folder, LINUX, "b.go") == "b.go"
    assert together(folder, LINUX, "d.go") == "d.go"


def test_the_group_is_equal_for_files_that_are_compiled_together(folder: BuildSelection) -> None:
    def group(name: str) -> tuple[str, bool, str]:
        return folder.group(WINDOWS, member(folder, name))

    assert group("b.go") == group("c_windows.go") == group("d.go")
    assert group("b_test.go") == group("w_windows_test.go")
    # Left out by the target, each is looked at with the others and itself alone.
    apart = [group(name) for name in ("b.go", "cgo.go", "a_tool.go", "b_test.go", "e_test.go")]
    assert len(set(apart)) == len(apart)


BODYLESS = {"a.go": "package p\n", "a_test.go": "package p\n", "x_test.go": "package p_test\n"}
CGO = 'package p\n\nimport "C"\n'


@pytest.mark.parametrize(
    ("files", "cgo", "allowed"),
    [
        ({}, False, ""),
        # Any assembly file makes the compiler run without -complete, an empty one too
        # (cases/LN107/stub_beside_empty_assembly).
        ({"a.s": ""}, False, "a.go a_test.go"),
        ({"a_arm64.s": ""}, False, ""),
        ({"c.c": ""}, False, ""),
        ({"c.go": CGO}, True, "a.go a_test.go"),
        ({"c.go": CGO}, False, ""),
        ({"c.go": 'package other\n\nimport "C"\n'}, True, ""),
    ],
)
def test_where_funcs_may_lack_bodies(files: dict[str, str], cgo: bool, allowed: str, tmp_path: Path) -> None:
    folder = BuildSelection(write_tree(tmp_path, BODYLESS | files), {})
    found = [
        name for name in BODYLESS if folder.may_lack_bodies(target(cgo=cgo), name, member(folder, name).package_name)
    ]
    assert " ".join(found) == allowed


def test_a_package_may_be_named_as_if_of_tests(tmp_path: Path) -> None:
    folder = BuildSelection(write_tree(tmp_path, {"a.go": "package p_test\n", "a.s": ""}), {})
    assert folder.may_lack_bodies(LINUX, "a.go", "p_test")
