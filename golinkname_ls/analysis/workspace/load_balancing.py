"""Shares of files for worker processes, about equally large.

Files that are built on the same platforms ask the same of other packages: they go to the same worker while that is fair.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

Platforms: TypeAlias = tuple[str, ...]

# A group that is larger than a worker's fair share by no more than this is not torn apart.
_SLACK = 1.25


class Job(NamedTuple):
    """A file to check on some platforms; `effort` is how long that takes on one of them, in any unit."""

    platforms: Platforms
    effort: float = 1

    @property
    def weight(self) -> float:
        """The effort on all platforms."""
        return len(self.platforms) * self.effort


_Part: TypeAlias = tuple[float, list[int]]


def shares(jobs: Mapping[int, Job], count: int) -> list[list[int]]:
    """The indices of files in `count` shares that take about the same time, each sorted.

    The files of one folder have neighbouring indices, and stay together as far as they can.
    """
    groups: dict[Platforms, list[int]] = {}
    for index in sorted(jobs):
        groups.setdefault(jobs[index].platforms, []).append(index)
    fair = sum(job.weight for job in jobs.values()) / count
    parts = [part for group in groups.values() for part in _cut(jobs, group, fair)]
    dealt: list[_Part] = [(0, []) for _ in range(count)]
    for weight, part in sorted(parts, reverse=True):
        dealt.sort(key=lambda share: share[0])
        dealt[0] = dealt[0][0] + weight, dealt[0][1] + part
    return [sorted(share) for _, share in dealt]


def _cut(jobs: Mapping[int, Job], group: list[int], fair: float) -> list[_Part]:
    total = sum(jobs[index].weight for index in group)
    pieces = 1 if total <= fair * _SLACK else math.ceil(total / fair)
    parts: list[list[int]] = [[] for _ in range(pieces)]
    done = 0.0
    for index in group:
        parts[min(int(done / total * pieces), pieces - 1) if total else 0].append(index)
        done += jobs[index].weight
    return [(sum(jobs[index].weight for index in part), part) for part in parts]
