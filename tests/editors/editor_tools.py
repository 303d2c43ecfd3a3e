"""What the editors' tests share beside their fixtures."""

import subprocess
from pathlib import Path

import pytest

EDITORS = Path(__file__).parents[2] / "editors"


def run(command: list[str], **options) -> str:
    """Runs a command to its end and returns what it printed; fails with all of it when the command does."""
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False, **options
    )
    if done.returncode != 0:
        pytest.fail(f"{command[0]} ended with {done.returncode}:\n{done.stdout}")
    return done.stdout
