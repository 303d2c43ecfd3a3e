"""Answers that are slow to compute: while the user types they stay as they are, and are computed anew in a pause."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.incremental.recorded_questions import About, note

_T = TypeVar("_T")


def until_pause(package: PackageFolder, key: Hashable, find: Callable[[], _T]) -> _T:
    """Result of `find`, kept under `key` with the package; computed anew when typing pauses."""
    kept: list[_T] = package.recall_files(key, list)

    def ask() -> _T:
        kept[:] = [find()]
        return kept[0]

    answer = kept[0] if kept else ask()
    note(key, ask, answer, About.ELSEWHERE)
    return answer
