"""Target of a build: one Go version on one platform, with its build tags."""

from __future__ import annotations

from typing import NamedTuple

from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.version import GoVersion


class Target(NamedTuple):
    """Target of a build: Go version, platform, build tags (`-tags`) and whether cgo is on."""

    go: GoVersion
    platform: Platform
    tags: frozenset[str] = frozenset()
    cgo: bool = False
