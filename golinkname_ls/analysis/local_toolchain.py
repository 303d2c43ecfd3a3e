"""The version of the user's own go command: the only program this project ever starts."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from golinkname_ls.golang.version import GoVersion

_TIMEOUT = 10.0


@functools.cache
def local_version() -> GoVersion | None:
    """What `go env GOVERSION` says; None without a go command, when it fails or takes too long.

    It is asked in a folder of its own and told to stay itself: no go.mod or go.work is read, nothing is downloaded.
    """
    command = _command()
    if command is None:
        return None
    environment = os.environ | {"GOTOOLCHAIN": "local", "GOWORK": "off", "GOFLAGS": ""}
    try:
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(  # noqa: S603  (an absolute path, no words of a workspace)
                [command, "env", "GOVERSION"],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_TIMEOUT,
                check=False,
            )
        return GoVersion.parse(done.stdout.decode("utf-8", "replace"))
    except (OSError, subprocess.SubprocessError, ValueError):
        return None


def _command() -> str | None:
    """The go command in an absolute folder of PATH: never one of the working directory, which Windows looks at first."""
    folders = [f for f in os.environ.get("PATH", "").split(os.pathsep) if Path(f).is_absolute()]
    found = shutil.which("go", path=os.pathsep.join(folders)) if folders else None
    if found is None or Path(found).parent not in map(Path, folders):
        return None
    return found
