"""The doc comment of a std symbol, read from the user's GOROOT; never shipped."""

from __future__ import annotations

import functools
import os
from pathlib import Path

from golinkname_ls.golang.targets.version import GoVersion


def doc_comment(file: str, line: int, version: GoVersion) -> str:
    """The comment above line `line` of GOROOT/src/`file`; "" without a GOROOT of that version."""
    goroot = os.environ.get("GOROOT", "")
    if not goroot or not file or not _is_version(goroot, version):
        return ""
    return _comment(Path(goroot) / "src" / file, line)


@functools.lru_cache(maxsize=4)
def _is_version(goroot: str, version: GoVersion) -> bool:
    try:
        first = (Path(goroot) / "VERSION").read_text("utf-8", "replace").splitlines()[0]
        return GoVersion.parse(first) == version
    except (OSError, IndexError, ValueError):
        return False


@functools.lru_cache(maxsize=256)
def _comment(path: Path, line: int) -> str:
    try:
        rows = path.read_text("utf-8", "replace").split("\n")
    except OSError:
        return ""
    found: list[str] = []
    for row in reversed(rows[: max(line - 1, 0)]):
        if not row.startswith("//"):
            break
        if not row.startswith("//go:"):
            found.append(row.removeprefix("//").removeprefix(" "))
    return "\n".join(reversed(found)).strip()
