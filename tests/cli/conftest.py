"""Fixtures of the command line's tests."""

from __future__ import annotations

import pytest

from tests.cli.command import Command


@pytest.fixture
def command(tmp_path, capsys, monkeypatch) -> Command:
    """The command line in an empty folder."""
    return Command(tmp_path, capsys, monkeypatch)
