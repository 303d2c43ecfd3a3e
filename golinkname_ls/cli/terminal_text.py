"""Text of files and names of files as a terminal may have it."""

from __future__ import annotations

import re

# A terminal obeys them (ECMA-48, sections 5.2 and 5.3, and DEL). Tabs and ends of lines are left.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def legible(text: str, instead: str | None = None) -> str:
    """The text with its control characters written out as `\\x1b`, or with `instead` in their places."""
    return _CONTROL.sub(lambda control: instead or f"\\x{ord(control[0]):02x}", text)
