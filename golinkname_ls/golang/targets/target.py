"""Target of a build: one Go version on one platform, with its build tags."""

from __future__ import annotations

from typing import NamedTuple

from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.version import GoVersion


class Target(NamedTuple):
    """A Go version, a platform, the tags of `-tags`, and whether cgo is on: what decides a build constraint."""

    go: GoVersion
    platform: Platform
    tags: frozenset[str] = frozenset()
    cgo: bool = False
