"""What every format prints."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from golinkname_ls.rules.core.finding import Finding


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The result of one `check`."""

    files: int
    directives: int
    go: list[str]
    platforms: list[str]
    findings: list[Finding]


def shown(path: Path) -> str:
    """A path relative to the working directory, with slashes, when it lies below it or near it."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return path.as_posix()
