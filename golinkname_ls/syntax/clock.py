"""Counts the changes of all files of this process, so that what was worked out from them knows whether it still holds."""

from __future__ import annotations


class Clock:
    """`edits` counts every change; `shapes` only those that may change what a rule says; `constants` those of constants.

    A change keeps its file's shape when it leaves alone every declaration (but for what stands in a func's body),
    every directive, the header, whether the file has errors, and every answer given about mentions. It may move all of these.
    """

    def __init__(self) -> None:
        self.edits = 0
        self.shapes = 0
        self.constants = 0

    def tick(self, *, shape: bool) -> None:
        """A file was read or changed."""
        self.edits += 1
        self.shapes += shape


CLOCK = Clock()
