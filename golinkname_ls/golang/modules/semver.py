"""Semantic versions of modules and their order (golang.org/x/mod/semver): with `v`, build metadata ignored."""

from __future__ import annotations

import functools
import re

_VERSION = re.compile(
    r"v(0|[1-9]\d*)(?:\.(0|[1-9]\d*)(?:\.(0|[1-9]\d*)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?)?)?"
)

SortKey = tuple[int, int, int, int, tuple[tuple[int, int, str], ...]]


def is_valid(version: str) -> bool:
    """Whether `version` is a semantic version."""
    return _VERSION.fullmatch(version) is not None


@functools.lru_cache(maxsize=8192)
def sort_key(version: str) -> SortKey:
    """A key that orders versions; what is no version comes before all."""
    match = _VERSION.fullmatch(version)
    if match is None:
        return (-1, 0, 0, 0, ())
    major, minor, patch, pre = int(match[1]), int(match[2] or 0), int(match[3] or 0), match[4]
    if pre is None:
        return (major, minor, patch, 1, ())
    # Numbers come before words, and a shorter list of equal parts before a longer one.
    parts = tuple((0, int(p), "") if p.isdigit() else (1, 0, p) for p in pre.split("."))
    return (major, minor, patch, 0, parts)
