"""Which worker checks which files: files that are built on the same platforms ask the same of other packages."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TypeAlias

Platforms: TypeAlias = tuple[str, ...]

# A group that is larger than a worker's fair share by no more than this is not torn apart.
_SLACK = 1.25


def shares(platforms: Mapping[int, Platforms], count: int) -> list[list[int]]:
    """The indices of files, dealt out to `count` workers in parts that take about the same time, each part sorted.

    The files of one folder have neighbouring indices, and stay together as far as they can.
    """
    groups: dict[Platforms, list[int]] = {}
    for index in sorted(platforms):
        groups.setdefault(platforms[index], []).append(index)
    fair = sum(len(group) * _weight(names) for names, group in groups.items()) / count
    parts = [(len(part) * _weight(names), part) for names, group in groups.items() for part in _cut(names, group, fair)]
    dealt: list[tuple[int, list[int]]] = [(0, []) for _ in range(count)]
    for weight, part in sorted(parts, reverse=True):
        dealt.sort(key=lambda share: share[0])
        dealt[0] = dealt[0][0] + weight, dealt[0][1] + part
    return [sorted(share) for _, share in dealt]


def _weight(names: Platforms) -> int:
    return max(len(names), 1)


def _cut(names: Platforms, group: list[int], fair: float) -> list[list[int]]:
    weight = len(group) * _weight(names)
    if weight <= fair * _SLACK:
        return [group]
    size = math.ceil(len(group) / math.ceil(weight / fair))
    return [group[start : start + size] for start in range(0, len(group), size)]
