"""Answers about a folder, kept until something changes that they depend on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

_T = TypeVar("_T")
# A bound, since some keys have a word in them that is being typed.
_MOST = 50_000


class Remembering:
    """Answers of two kinds: those that depend on directives, too, and those that only depend on the rest of the files."""

    revisions: ClassVar[int] = 0
    """A counter that grows whenever answers about any folder are dropped."""

    def __init__(self) -> None:
        self._of_files: dict[object, Any] = {}
        self._of_directives: dict[object, Any] = {}

    def changed(self) -> None:
        """Drop all answers: the folder's files, their headers or its assembly may have changed."""
        self._of_files.clear()
        self.redirected()

    def redirected(self) -> None:
        """Drop the answers that depend on directives: those alone may have changed."""
        self._of_directives.clear()
        Remembering.revisions += 1

    def recall(self, key: object, make: Callable[[], _T]) -> _T:
        """The answer of `make` from files, headers, assembly and directives, kept under `key`."""
        return _recalled(self._of_directives, key, make)

    def recall_files(self, key: object, make: Callable[[], _T]) -> _T:
        """The answer of `make` from all that but directives, kept under `key`."""
        return _recalled(self._of_files, key, make)


def _recalled(known: dict[object, Any], key: object, make: Callable[[], _T]) -> _T:
    if key not in known:
        if len(known) > _MOST:
            known.clear()
        known[key] = make()
    found: _T = known[key]
    return found
