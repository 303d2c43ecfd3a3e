"""Text and paths of files in the form that a terminal may have, and messages on stderr."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

# A terminal obeys them (ECMA-48, sections 5.2 and 5.3, and DEL). Tabs and ends of lines are left.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def escape_controls(text: str, instead: str | None = None) -> str:
    """The text with its control characters written out as `\\x1b`, or with `instead` in their places."""
    return _CONTROL.sub(lambda control: instead or f"\\x{ord(control[0]):02x}", text)


def display_path(path: Path) -> str:
    """A path relative to the working directory, with slashes; absolute where there is no such path."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return path.as_posix()


def print_message(text: str) -> None:
    """Print one line of the program's own to stderr."""
    print(f"golinkname-ls: {escape_controls(text)}", file=sys.stderr)
