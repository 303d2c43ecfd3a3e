"""`doctor` shows what is in force."""

from __future__ import annotations

import pytest

from golinkname_ls.cli.commands import doctor as doctor_command
from golinkname_ls.golang.targets.version import GoVersion
from tests.analysis.modules import write_module


@pytest.fixture(autouse=True)
def _local(monkeypatch):
    monkeypatch.setattr(doctor_command, "local_version", lambda: GoVersion(1, 25))


def test_the_configuration_in_force(command):
    toml = 'versions = "1.24-"\ntags = ["b", "a"]\nplatforms = ["linux/386"]\n'
    write_module(
        command.folder,
        {
            "golinkname.toml": toml,
            "Makefile": "\tgo build -ldflags=-checklinkname=0\n",
            "go.mod": "module m\n\ngo 1.22\n",
        },
    )
    done = command("doctor")
    assert done.status == 0
    assert f"configuration: {command.folder / 'golinkname.toml'}\n" in done.out
    assert "go command: Go 1.25\n" in done.out
    assert "window: Go 1.24, 1.25, 1.26, 1.27; current: 1.25\n" in done.out
    assert "platforms: linux/386\n" in done.out
    assert "tags: a, b\n" in done.out
    assert "checklinkname: off, says Makefile:1\n" in done.out


def test_a_broken_configuration(command):
    write_module(command.folder, {"golinkname.toml": "x = 1\n"})
    done = command("doctor")
    assert done.status == 1
    assert "golinkname.toml:1: unknown key x" in done.out


def test_no_module(command):
    assert "module: none at or above this folder\n" in command("doctor").out
