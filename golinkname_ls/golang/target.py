"""One Go version on one platform, with its build tags."""

from __future__ import annotations

from dataclasses import dataclass

from golinkname_ls.golang.platform import Platform
from golinkname_ls.golang.version import GoVersion


@dataclass(frozen=True, slots=True)
class Target:
    """What a build constraint is evaluated for."""

    go: GoVersion
    platform: Platform
    tags: frozenset[str] = frozenset()
    cgo: bool = False
