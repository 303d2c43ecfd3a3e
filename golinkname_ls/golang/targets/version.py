"""Go versions as far as language and library care: major and minor."""

from __future__ import annotations

import re
from typing import NamedTuple

_VERSION = re.compile(r"^(?:go)?\s*(\d+)\.(\d+)(?:$|[.\-+]|rc|beta|alpha|\s)")


class GoVersion(NamedTuple):
    """`1.27`: what `go1.27rc1`, `1.27.3` and `go 1.27` have in common."""

    major: int
    minor: int

    @classmethod
    def parse(cls, text: str) -> GoVersion:
        """Read a release name; raises ValueError when it is none."""
        match = _VERSION.match(text.strip())
        if match is None:
            raise ValueError(f"{text!r} is no Go version")
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"
