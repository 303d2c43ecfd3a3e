"""The part of a file without syntax errors that is parsed again after an edit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """The text from the end of one declaration to the end of another, with the blocks [first, stop) in it."""

    first: int
    stop: int
    start: int
    end: int
    closed: bool
    """Whether it ends with a declaration, not with the file."""
    text: bytes
