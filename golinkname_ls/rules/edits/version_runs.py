"""Versions as a fix names them, and as it divides them among files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from golinkname_ls.golang.targets.version import GoVersion

VersionRun: TypeAlias = tuple[GoVersion | None, GoVersion | None, int]
"""The versions from the first one up to, not including, the second, None where nothing limits them; and whose they are."""


def version_ranges(versions: Iterable[GoVersion]) -> str:
    """`1.21-1.23, 1.25`."""
    runs: list[tuple[GoVersion, GoVersion]] = []
    for version in sorted(versions):
        if runs and version.minor - runs[-1][1].minor <= 1:
            runs[-1] = (runs[-1][0], version)
        else:
            runs.append((version, version))
    return ", ".join(f"{a}-{b}" if a != b else str(a) for a, b in runs)


def version_runs(groups: Sequence[Iterable[GoVersion]]) -> list[VersionRun] | None:
    """The numbers of the groups in the order of their versions; None when two groups have one version."""
    by_version = sorted((version, n) for n, versions in enumerate(groups) for version in versions)
    if len({version for version, _ in by_version}) < len(by_version):
        return None
    starts = [pair for at, pair in enumerate(by_version) if not at or by_version[at - 1][1] != pair[1]]
    ends = [version for version, _ in starts[1:]]
    return [
        (version if at else None, ends[at] if at < len(ends) else None, n) for at, (version, n) in enumerate(starts)
    ]


def file_name_word(run: VersionRun) -> str:
    """What the name of a file for those versions says: `go122`, `before_go122`."""
    first, end, _ = run
    return f"go{first.major}{first.minor}" if first else f"before_go{end.major}{end.minor}" if end else "split"
