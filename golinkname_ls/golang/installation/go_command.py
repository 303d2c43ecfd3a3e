"""The user's go command: where it is on PATH, and what its `go env` prints."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from golinkname_ls.golang.regular_files import is_file

_TIMEOUT = 10.0
# It is told to stay itself and to read no go.mod or go.work: nothing is downloaded.
_ALONE = {"GOTOOLCHAIN": "local", "GOWORK": "off", "GOFLAGS": "", "GO111MODULE": "off"}


def find_go(path: str, workspace: Path | None = None) -> Path | None:
    """The first go command in an absolute folder of a PATH that is not below `workspace`; None without one."""
    # Not shutil.which: on Windows it looks into the current folder first.
    name = "go.exe" if sys.platform == "win32" else "go"
    for entry in path.split(os.pathsep):
        folder = Path(entry)
        if not entry or not folder.is_absolute() or (workspace is not None and _inside(folder, workspace)):
            continue
        if is_file(folder / name) and os.access(folder / name, os.X_OK):
            return folder / name
    return None


def go_env(program: Path, variable: str, environment: Mapping[str, str]) -> str:
    """Output of `go env VARIABLE`, run in a folder of its own; "" when it fails or takes longer than 10 seconds."""
    try:
        with tempfile.TemporaryDirectory(prefix="golinkname-ls-") as folder:
            done = subprocess.run(  # noqa: S603  (the user's own go, found by absolute path)
                [str(program), "env", variable],
                cwd=folder,
                env={**environment, **_ALONE},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_TIMEOUT,
                check=False,
            )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else ""


def _inside(folder: Path, workspace: Path) -> bool:
    try:
        return folder.resolve().is_relative_to(workspace.resolve())
    except (OSError, RuntimeError):
        return True
