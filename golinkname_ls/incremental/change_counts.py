"""Counts of the changes of all files of this process: a result kept with them is valid while they stay the same."""

from __future__ import annotations


class Clock:
    """Counts of changes: `edits` of all, the others of those that may change what a rule says.

    A change keeps its file's shape when it leaves alone every declaration (but for what stands in a func's body),
    the header, whether the file has errors, and every answer given about mentions. It may move all of these. `shapes`
    counts those that do not keep it; `directives` those that do, and touch directives; `constants` those of constants,
    and of the `decisive`: the package-level names that a condition was asked about.
    """

    def __init__(self) -> None:
        self.edits = 0
        self.shapes = 0
        self.directives = 0
        self.constants = 0
        self.decisive: set[str] = set()

    def tick(self, *, shape: bool, directives: bool = False) -> None:
        """Count the reading or the change of a file."""
        self.edits += 1
        self.shapes += shape
        self.directives += directives


CLOCK = Clock()
