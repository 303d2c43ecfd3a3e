"""go.mod: what the analysis needs of it (cmd/go/internal/modload, golang.org/x/mod/modfile)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from golinkname_ls.golang.version import GoVersion

_LINE = re.compile(r"^\s*(module|go|toolchain)\s+(\S+)", re.M)
_COMMENT = re.compile(r"//[^\n]*")


@dataclass(frozen=True, slots=True)
class Module:
    """A module: its folder, its path, its `go` line (None without one) and its toolchain."""

    folder: Path
    path: str
    go: GoVersion | None = None
    toolchain: GoVersion | None = None

    def import_path(self, folder: Path) -> str:
        """The import path of a folder of the module."""
        relative = folder.relative_to(self.folder).as_posix()
        return self.path if relative == "." else f"{self.path}/{relative}"


def read_module(file: Path) -> Module | None:
    """Read a go.mod; None when it cannot be read or names no module."""
    try:
        text = _COMMENT.sub("", file.read_bytes().decode("utf-8", "replace"))
    except OSError:
        return None
    words: dict[str, str] = {}
    for keyword, value in _LINE.findall(text):
        words.setdefault(keyword, value.strip('"`'))
    if "module" not in words:
        return None
    return Module(file.parent, words["module"], _version(words.get("go")), _version(words.get("toolchain")))


def find_module(folder: Path) -> Module | None:
    """The module that a folder belongs to: the nearest go.mod at or above it."""
    for candidate in (folder, *folder.parents):
        if (candidate / "go.mod").is_file():
            return read_module(candidate / "go.mod")
    return None


def _version(text: str | None) -> GoVersion | None:
    try:
        return GoVersion.parse(text) if text else None
    except ValueError:
        return None
