"""Text archives as Go's own tests have them: a head, then files, each below a line `-- NAME --`.

An archive cannot hold a file without a final newline, and hides carriage returns. Where the head is TOML, `escaped` names the
files in which ␍ stands for a carriage return, and ␄ at the end says that no newline follows.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

_MARKER = re.compile(r"^-- (\S.*?) --\n", re.M)
_CARRIAGE_RETURN, _NO_NEWLINE = "␍", "␄"


def parse(archive: str) -> tuple[str, dict[str, str]]:
    """The head, and the text of each file by its name."""
    head, *rest = _MARKER.split(archive)
    return head, dict(zip(rest[::2], rest[1::2], strict=True))


def archive_of(head: str, files: dict[str, str]) -> str:
    """The archive that `parse` reads as these. ValueError where a text would not come back as it is."""
    archive = head + "".join(f"-- {name} --\n{text}" for name, text in files.items())
    if parse(archive) != (head, files):
        raise ValueError("a text without a final newline, or with a line that looks like the marker of a file")
    return archive


def read(path: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """An archive with a head of TOML: the head, and the files as they are on disk."""
    text, files = parse(read_raw(path))
    head = tomllib.loads(text)
    escaped = head.get("escaped", ())
    return head, {name: _plain(text) if name in escaped else text for name, text in files.items()}


def read_raw(path: Path) -> str:
    """A file's text with its own line ends."""
    return path.read_bytes().decode()


def _plain(escaped: str) -> str:
    return escaped.replace(_CARRIAGE_RETURN, "\r").removesuffix(f"{_NO_NEWLINE}\n")


def escaped(text: str) -> str:
    """A text as an archive can hold it."""
    text = text.replace("\r", _CARRIAGE_RETURN)
    return text if text.endswith("\n") or not text else f"{text}{_NO_NEWLINE}\n"
