"""What a folder's own go.mod says of it: the import paths of its folders, and why the go command refuses it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from golinkname_ls.golang.modules.module import Module, is_std, read_module, refusal
from golinkname_ls.golang.targets.version import GoVersion
from tests.tree import write_tree


@pytest.mark.parametrize(
    ("module", "folder", "path"),
    [
        ("example.com/m", ".", "example.com/m"),
        ("example.com/m", "a/b", "example.com/m/a/b"),
        # std's packages do not have their module's name in front, its vendored ones have `vendor` (PathPrefix).
        ("std", "net/http", "net/http"),
        ("std", "vendor/golang.org/x/net/idna", "vendor/golang.org/x/net/idna"),
        ("std", ".", ""),
        ("cmd", "go", "cmd/go"),
        ("stdlib", "a", "stdlib/a"),
    ],
)
def test_the_import_path_of_a_folder(module: str, folder: str, path: str, tmp_path: Path) -> None:
    assert Module(tmp_path, module).import_path(tmp_path / folder) == path


def test_a_folder_outside_has_no_import_path(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="outside"):
        Module(tmp_path / "m", "example.com/m").import_path(tmp_path / "outside")


@pytest.mark.parametrize(
    ("text", "go", "toolchain"),
    [
        ("module m\n", None, None),
        ("module m\ngo 1.21.3\ntoolchain go1.22rc1\n", GoVersion(1, 21), GoVersion(1, 22)),
        ("module m\ngo 1.22\ntoolchain default\n", GoVersion(1, 22), None),
    ],
)
def test_a_module_has_the_versions_of_its_lines(
    text: str, go: GoVersion | None, toolchain: GoVersion | None, tmp_path: Path
) -> None:
    write_tree(tmp_path, {"go.mod": text})
    assert read_module(tmp_path / "go.mod") == Module(tmp_path, "m", go, toolchain)


@pytest.mark.parametrize("text", ["", "go 1.22\n", "// module m\n"])
def test_without_a_module_line_there_is_no_module(text: str, tmp_path: Path) -> None:
    write_tree(tmp_path, {"go.mod": text})
    assert read_module(tmp_path / "go.mod") is None
    assert refusal(tmp_path / "go.mod") == ": it has no module line"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("module m\n", ""),
        ("module m\n\n<<<<<<< HEAD\ngo 1.22\n=======\ngo 1.23\n>>>>>>> other\n", ":3: a merge conflict is left in it"),
        ("module m\n>>>>>>> other\n", ":2: a merge conflict is left in it"),
        # The mark of a conflict begins its line.
        ("module m // <<<<<<< HEAD\n", ""),
    ],
)
def test_a_merge_conflict_is_refused_at_its_line(text: str, words: str, tmp_path: Path) -> None:
    write_tree(tmp_path, {"go.mod": text})
    assert refusal(tmp_path / "go.mod") == words


def test_a_file_that_cannot_be_read_is_no_module(tmp_path: Path) -> None:
    assert read_module(tmp_path / "go.mod") is None
    assert refusal(tmp_path / "go.mod").startswith(": ")
    assert "module line" not in refusal(tmp_path / "go.mod")


@pytest.mark.skipif(sys.platform == "win32", reason="a folder cannot be opened there at all")
def test_a_folder_named_go_mod_is_no_module(tmp_path: Path) -> None:
    (tmp_path / "go.mod").mkdir()
    assert read_module(tmp_path / "go.mod") is None


@pytest.mark.parametrize(("path", "std"), [("std", True), ("cmd", True), ("example.com/std", False), ("mycorp", False)])
def test_only_goroots_own_modules_are_std(path: str, std: bool, tmp_path: Path) -> None:
    # A path without a dot does not make a package std's: it is what `-std` was given for
    # (cases/LN201/module_path_without_dot_is_not_std).
    assert is_std(Module(tmp_path, path)) is std
    assert not is_std(None)
