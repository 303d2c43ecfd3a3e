"""Which go command on PATH may be run, and how it is run."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from golinkname_ls.golang.installation.go_command import find_go, go_env
from tests.tree import write_tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the go commands here are shell scripts")


def script(folder: Path, text: str = "", mode: int = 0o755) -> Path:
    write_tree(folder, {"go": f"#!/bin/sh\n{text}\n"})
    (folder / "go").chmod(mode)
    return folder / "go"


def search(*folders: Path | str, workspace: Path | None = None) -> Path | None:
    return find_go(os.pathsep.join(map(str, folders)), workspace)


def test_the_first_executable_file_on_path(tmp_path: Path) -> None:
    first, second = script(tmp_path / "first"), script(tmp_path / "second")
    script(tmp_path / "plain", mode=0o644)
    (tmp_path / "folder" / "go").mkdir(parents=True)
    assert search(first.parent, second.parent) == first
    assert search(tmp_path / "gone", tmp_path / "folder", tmp_path / "plain", second.parent) == second
    assert search(tmp_path / "gone") is None
    assert search("") is None


def test_a_relative_entry_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(tmp_path)
    script(tmp_path / "bin")
    monkeypatch.chdir(tmp_path)
    assert search("", ".", "bin") is None


def test_what_lies_in_the_workspace_is_not_run(tmp_path: Path) -> None:
    # A module that somebody was sent must not bring its own go command.
    script(tmp_path / "w" / "tools" / "bin")
    beside = script(tmp_path / "w_other")
    (tmp_path / "link").symlink_to(tmp_path / "w" / "tools", target_is_directory=True)
    planted = [tmp_path / "w" / "tools" / "bin", tmp_path / "w_other" / ".." / "w" / "tools" / "bin"]
    for folder in (*planted, tmp_path / "link" / "bin"):
        assert search(folder, beside.parent, workspace=tmp_path / "w") == beside, folder
    assert search(*planted) == planted[0] / "go"


def test_it_is_run_alone_and_its_output_is_the_value(tmp_path: Path) -> None:
    program = script(tmp_path, 'echo "$1 $2 $GOTOOLCHAIN $GOWORK [$GOFLAGS] $GO111MODULE $MINE"; ls -A')
    environment = {"PATH": os.environ["PATH"], "GOTOOLCHAIN": "go1.99", "GOFLAGS": "-mod=mod", "MINE": "x"}
    # Nothing is listed: it stands in an empty folder, where no go.mod makes it fetch another toolchain.
    assert go_env(program, "GOROOT", environment) == "env GOROOT local off [] off x"


@pytest.mark.parametrize("text", ["echo /go; exit 1", "kill $$", "true"])
def test_a_command_that_fails_says_nothing(text: str, tmp_path: Path) -> None:
    assert go_env(script(tmp_path, text), "GOROOT", {"PATH": os.environ["PATH"]}) == ""


def test_a_command_that_cannot_be_run_says_nothing(tmp_path: Path) -> None:
    assert go_env(tmp_path / "gone", "GOROOT", {}) == ""
    assert go_env(script(tmp_path, mode=0o644), "GOROOT", {}) == ""
