"""What is a GOROOT, of which release, and how the user's own is found."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from golinkname_ls.golang.installation.environment import GoEnvironment
from golinkname_ls.golang.installation.goroot import NotAGoroot, find_goroot, read_goroot
from golinkname_ls.golang.targets.version import GoVersion
from tests.tree import write_tree

RUNTIME = {"src/runtime/proc.go": "package runtime\n"}
INTERNAL = {"src/internal/goversion/goversion.go": "package goversion\n\nconst Version = 28\n"}


@pytest.mark.parametrize(
    ("files", "release", "version"),
    [
        ({"VERSION": "go1.27.3\ntime 2026-08-28T16:20:06Z\n"}, "go1.27.3", GoVersion(1, 27)),
        ({"VERSION": "devel go1.28-0a1b2c3 Mon\n"}, "devel go1.28-0a1b2c3 Mon", GoVersion(1, 28)),
        # A clone has no VERSION; where it has both, VERSION says it.
        (INTERNAL, "devel go1.28", GoVersion(1, 28)),
        ({"VERSION": "\n", **INTERNAL}, "devel go1.28", GoVersion(1, 28)),
        ({"VERSION": "go1.27rc1", **INTERNAL}, "go1.27rc1", GoVersion(1, 27)),
    ],
)
def test_the_release(files: dict[str, str], release: str, version: GoVersion, tmp_path: Path) -> None:
    found = read_goroot(write_tree(tmp_path, RUNTIME | files))
    assert (found.folder, found.release, found.version) == (tmp_path, release, version)


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "there is no such folder"),
        ({"VERSION": "go1.27\n", "src/fmt/fmt.go": ""}, "it has no src/runtime folder"),
        (RUNTIME, "it has no VERSION file and no src/internal/goversion"),
        (
            RUNTIME | {"src/internal/goversion/goversion.go": "package x\n// const Version = 28\n"},
            "it has no VERSION file",
        ),
        (RUNTIME | {"VERSION": "weekly.2011\n"}, "its VERSION file says 'weekly.2011', which is no Go version"),
        (RUNTIME | {"VERSION/x": ""}, "its VERSION file cannot be read"),
    ],
)
def test_what_is_missing_is_said(files: dict[str, str], words: str, tmp_path: Path) -> None:
    write_tree(tmp_path / "go", files)
    with pytest.raises(NotAGoroot, match=words):
        read_goroot(tmp_path / "go")


def installed(root: Path, go: str = "exit 1") -> Path:
    write_tree(root, RUNTIME | {"VERSION": "go1.27.3\n", "bin/go": f"#!/bin/sh\n{go}\n"})
    (root / "bin" / "go").chmod(0o755)
    return root


def environment(**variables: str) -> GoEnvironment:
    return GoEnvironment.read({"GOENV": "off", **variables})


def test_the_variable_stands_before_path_even_if_it_is_wrong(tmp_path: Path) -> None:
    named, other = installed(tmp_path / "named"), installed(tmp_path / "other")
    found = find_goroot(environment(GOROOT=str(named), PATH=str(other / "bin")))
    assert found.goroot is not None
    assert found.goroot.folder == named
    assert found.told == f"{named} (go1.27.3, from GOROOT)"
    found = find_goroot(environment(GOROOT=str(tmp_path / "gone"), PATH=str(other / "bin")))
    assert found.goroot is None
    assert found.told.startswith("GOROOT: ")


def test_without_variable_and_command_there_is_none() -> None:
    found = find_goroot(environment(PATH=""))
    assert (found.goroot, found.told) == (None, "no GOROOT set and no go on PATH")


@pytest.mark.skipif(sys.platform == "win32", reason="the go commands here are shell scripts")
def test_the_command_says_its_goroot_or_stands_in_it(tmp_path: Path) -> None:
    own = installed(tmp_path / "own")
    asked = installed(tmp_path / "asked", f"echo {own}")
    found = find_goroot(environment(PATH=str(asked / "bin")))
    assert found.goroot is not None
    assert found.goroot.folder == own
    # One that fails: by the place of what a link on PATH leads to.
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "go").symlink_to(own / "bin" / "go")
    found = find_goroot(environment(PATH=os.pathsep.join(["relative", str(tmp_path / "bin")])))
    assert found.goroot is not None
    assert found.goroot.folder == own.resolve()
    assert find_goroot(environment(PATH=str(own / "bin")), workspace=tmp_path).goroot is None
