"""Go versions by major and minor number, as language, library and linker change with them."""

from __future__ import annotations

import re
from typing import NamedTuple

_VERSION = re.compile(r"^(?:go)?\s*(\d+)\.(\d+)(?:$|[.\-+]|rc|beta|alpha|\s)")


class GoVersion(NamedTuple):
    """A Go version without its patch number: `1.27` for `go1.27rc1`, `1.27.3` and `go 1.27`."""

    major: int
    minor: int

    @classmethod
    def parse(cls, text: str) -> GoVersion:
        """The version that a release name begins with; raises ValueError when it is no release name."""
        match = _VERSION.match(text.strip())
        if match is None:
            raise ValueError(f"{text!r} is no Go version")
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"
