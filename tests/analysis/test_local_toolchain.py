"""The user's go command: asked for its version only, far from any module, and never for long."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from golinkname_ls.analysis import local_toolchain
from golinkname_ls.golang.targets.version import GoVersion
from tests.toolchain.goroots import demand, goroots

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")


@pytest.fixture(autouse=True)
def fresh():
    local_toolchain.local_version.cache_clear()
    yield
    local_toolchain.local_version.cache_clear()


def stand_in(folder: Path, script: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    go = folder / "go"
    go.write_text("#!/bin/sh\n" + script)
    go.chmod(0o755)
    return folder


def on_path(monkeypatch: pytest.MonkeyPatch, *folders: Path | str) -> GoVersion | None:
    monkeypatch.setenv("PATH", os.pathsep.join([*map(str, folders), "/usr/bin", "/bin"]))
    return local_toolchain.local_version()


def test_it_is_told_to_stay_itself_and_asked_elsewhere(tmp_path, monkeypatch):
    log = tmp_path / "log"
    folder = stand_in(tmp_path / "bin", f'echo "$PWD $GOTOOLCHAIN $GOWORK $*" > {log}\necho go1.26.3\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOTOOLCHAIN", "go1.99.0")
    assert on_path(monkeypatch, folder) == GoVersion(1, 26)
    where, *words = log.read_text().split()
    assert words == ["local", "off", "env", "GOVERSION"]
    assert not Path(where).is_relative_to(tmp_path)


@pytest.mark.parametrize("script", ["exit 3\n", "echo devel\n", "echo\n", "printf '\\377\\376'\n", "sleep 30\n"])
def test_what_does_not_answer_counts_as_none(tmp_path, monkeypatch, script):
    monkeypatch.setattr(local_toolchain, "_TIMEOUT", 0.5)
    assert on_path(monkeypatch, stand_in(tmp_path / "bin", script)) is None


def test_a_go_of_the_working_directory_is_never_run(tmp_path, monkeypatch):
    stand_in(tmp_path, "echo go1.26.3\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join([".", ""]))
    assert local_toolchain.local_version() is None


@pytest.mark.toolchain
def test_the_real_ones_are_known_by_their_version(monkeypatch):
    for root in demand(goroots()):
        local_toolchain.local_version.cache_clear()
        assert on_path(monkeypatch, root.path / "bin") == root.version
