"""Answers that take time to find: edits leave them as they are until a pause."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.incremental.recorded_questions import About, note

_T = TypeVar("_T")


def until_pause(package: PackageFolder, key: Hashable, find: Callable[[], _T]) -> _T:
    """What `find` gives; asked again by the same key it is what it was, until nobody types."""
    kept: list[_T] = package.recall_files(key, list)

    def ask() -> _T:
        kept[:] = [find()]
        return kept[0]

    answer = kept[0] if kept else ask()
    note(key, ask, answer, About.ELSEWHERE)
    return answer
