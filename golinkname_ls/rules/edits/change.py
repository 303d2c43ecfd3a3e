"""Changes of files that a fix is made of: edits of the text, and new files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from golinkname_ls.text.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Replacement of the bytes of `span` in `file` by `text`."""

    file: Path
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to be made that does not exist yet."""

    file: Path
    text: str


FileChange: TypeAlias = Edit | NewFile
