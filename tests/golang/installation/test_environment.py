"""Which value of a variable counts, and what follows from it without one (cmd/go/internal/cfg; os.UserConfigDir)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from golinkname_ls.golang.installation.environment import GoEnvironment
from tests.tree import write_tree

HOME = "USERPROFILE" if sys.platform == "win32" else "HOME"


def read(**variables: str) -> GoEnvironment:
    return GoEnvironment.read({"GOENV": "off", **variables})


@pytest.mark.parametrize(
    ("variables", "value"),
    [
        ({}, "written"),
        ({"GOWORK": "mine"}, "mine"),
        # cfg.EnvOrAndChanged: an empty variable is as good as none.
        ({"GOWORK": ""}, "written"),
    ],
)
def test_the_environment_stands_before_go_env_w(variables: dict[str, str], value: str, tmp_path: Path) -> None:
    write_tree(tmp_path, {"env": "GOWORK=written\n"})
    assert GoEnvironment.read({"GOENV": str(tmp_path / "env"), **variables}).get("GOWORK") == value


def test_rows_that_go_env_w_would_not_write_are_passed_over(tmp_path: Path) -> None:
    write_tree(tmp_path, {"env": "# GOA=1\nlower=1\n GOB=1\nGOC\n=x\n\nGOD=a=b\r\nGOE=\n"})
    assert dict(GoEnvironment.read({"GOENV": str(tmp_path / "env")}).written) == {"GOD": "a=b", "GOE": ""}


def test_an_unreadable_file_counts_as_empty(tmp_path: Path) -> None:
    assert GoEnvironment.read({"GOENV": str(tmp_path)}).written == {}


@pytest.mark.skipif(sys.platform != "linux", reason="the folder of `go env -w` is another elsewhere")
@pytest.mark.parametrize(
    ("variables", "value"),
    [
        ({"HOME": "home"}, "home"),
        ({"HOME": "home", "XDG_CONFIG_HOME": "xdg"}, "xdg"),
        ({"HOME": "home", "XDG_CONFIG_HOME": ""}, "home"),
        ({}, ""),
    ],
)
def test_where_go_env_w_writes(variables: dict[str, str], value: str, tmp_path: Path) -> None:
    write_tree(tmp_path, {"home/.config/go/env": "GOWORK=home\n", "xdg/go/env": "GOWORK=xdg\n"})
    found = {name: str(tmp_path / folder) if folder else "" for name, folder in variables.items()}
    assert GoEnvironment.read(found).get("GOWORK") == value


@pytest.mark.skipif(sys.platform != "linux", reason="the folder of `go env -w` is another elsewhere")
def test_a_relative_configuration_folder_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_tree(tmp_path, {"xdg/go/env": "GOWORK=xdg\n", "home/.config/go/env": "GOWORK=home\n"})
    monkeypatch.chdir(tmp_path)
    assert GoEnvironment.read({"HOME": str(tmp_path / "home"), "XDG_CONFIG_HOME": "xdg"}).get("GOWORK") == ""


@pytest.mark.parametrize(
    ("variables", "cache"),
    [
        ({"GOMODCACHE": "/cache", "GOPATH": "/p", HOME: "/home"}, "/cache"),
        ({"GOPATH": f"/p{os.pathsep}/q", HOME: "/home"}, "/p/pkg/mod"),
        ({HOME: "/home"}, "/home/go/pkg/mod"),
        ({}, None),
    ],
)
def test_the_module_cache(variables: dict[str, str], cache: str | None) -> None:
    assert read(**variables).module_cache == (Path(cache) if cache else None)


@pytest.mark.parametrize(
    ("flags", "mod"),
    [
        ("", ""),
        ("-mod=vendor", "vendor"),
        ("--mod=vendor", "vendor"),
        ("-mod=mod -mod=readonly -v", "readonly"),
        ("-modcacherw -modfile=x.mod", ""),
        ("'-mod=vendor' \"-tags=a b\"", "vendor"),
        ("-v=mod=vendor", ""),
        ("mod=vendor", ""),
        ("-mod=vendor 'unclosed", ""),
    ],
)
def test_the_last_flag_of_goflags_counts(flags: str, mod: str) -> None:
    assert read(GOFLAGS=flags).mod == mod
