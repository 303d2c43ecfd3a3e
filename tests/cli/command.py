"""Runs the command line in this process."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from golinkname_ls.cli.commands import check as check_command
from golinkname_ls.cli.main import run


class Done(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def findings(self) -> list[dict[str, Any]]:
        return json.loads(self.out)["findings"]

    @property
    def codes(self) -> list[str]:
        return [f["code"] for f in self.findings]


class Command:
    """Commands in one working directory, on a machine without Go unless a test says otherwise."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        monkeypatch.chdir(folder)
        self.local(None)

    def local(self, version: object) -> None:
        self._monkeypatch.setattr(check_command, "local_version", lambda: version)

    def __call__(self, *arguments: str) -> Done:
        self._capsys.readouterr()
        status = run(arguments)
        out, err = self._capsys.readouterr()
        return Done(status, out, err)
