"""Runs of Go versions, one for each file when a declaration is split by version; and versions as text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from golinkname_ls.golang.targets.version import GoVersion


class VersionRun(NamedTuple):
    """Half-open run of Go versions from `first` to before `end`; None leaves that side open."""

    first: GoVersion | None
    end: GoVersion | None
    group: int
    """The number of the group whose versions they are."""

    @property
    def word(self) -> str:
        """Word for the run in a file name: `go122`, `before_go122`."""
        if self.first is not None:
            return f"go{self.first.major}{self.first.minor}"
        return f"before_go{self.end.major}{self.end.minor}" if self.end is not None else "split"


def version_runs(groups: Sequence[Iterable[GoVersion]]) -> list[VersionRun] | None:
    """Runs of successive versions of one group, oldest first; None when a version is in two groups."""
    by_version = sorted((version, n) for n, versions in enumerate(groups) for version in versions)
    if len({version for version, _ in by_version}) < len(by_version):
        return None
    starts = [pair for at, pair in enumerate(by_version) if not at or by_version[at - 1][1] != pair[1]]
    ends = [version for version, _ in starts[1:]]
    return [
        VersionRun(version if at else None, ends[at] if at < len(ends) else None, n)
        for at, (version, n) in enumerate(starts)
    ]


def fewest_groups(
    versions: Iterable[GoVersion], count: int, does: Callable[[int, GoVersion], bool]
) -> list[list[GoVersion]] | None:
    """Versions assigned to `count` texts, in as few runs as possible; None where no text fits a version.

    `does(n, version)` says whether text n, from 0, fits a version; the text of the version before is kept if it fits.
    """
    groups = [list[GoVersion]() for _ in range(count)]
    current: int | None = 0
    for version in sorted(versions):
        current = next((n for n in (current, *range(count)) if does(n, version)), None)
        if current is None:
            return None
        groups[current].append(version)
    return groups


def version_ranges(versions: Iterable[GoVersion]) -> str:
    """Versions as text: `1.21-1.23, 1.25`."""
    runs: list[tuple[GoVersion, GoVersion]] = []
    for version in sorted(versions):
        if runs and version.minor - runs[-1][1].minor <= 1:
            runs[-1] = (runs[-1][0], version)
        else:
            runs.append((version, version))
    return ", ".join(f"{a}-{b}" if a != b else str(a) for a, b in runs)
