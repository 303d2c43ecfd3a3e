"""Files and folders on disk; one that cannot be looked at, as in a loop of links, counts as not there."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def regular(state: os.stat_result) -> os.stat_result:
    """The state of a regular file; raises OSError for a pipe or a device, where reading may never end."""
    if not stat.S_ISREG(state.st_mode):
        raise OSError(errno.EINVAL, "Not a regular file")
    return state


def read_regular(path: Path) -> bytes:
    """The bytes of a regular file; raises OSError for any other, too."""
    regular(path.stat())
    return path.read_bytes()


def is_file(path: Path) -> bool:
    """Whether there is a file of that path that can be looked at."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Whether there is a folder of that path that can be looked at."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def has_go_files(folder: Path) -> bool:
    """Whether the folder holds any Go file, whatever its constraint (cmd/go/internal/fsys: IsGoDir)."""
    try:
        with os.scandir(folder) as entries:
            return any(e.name.endswith(".go") and e.is_file() for e in entries)
    except (OSError, ValueError):
        return False


def at_or_above(folder: Path, name: str) -> Path | None:
    """The nearest file `name` in `folder` or above it, None when there is none."""
    return next((f / name for f in (folder, *folder.parents) if is_file(f / name)), None)
