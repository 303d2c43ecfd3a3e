"""What was found out about a folder, kept until something changes that it rests on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

_T = TypeVar("_T")
# Some keys have a word in them that is being typed.
_MOST = 50_000


class Remembering:
    """Answers of two kinds: those that rest on directives, too, go when a directive changes, the others stay."""

    revisions: ClassVar[int] = 0
    """Grows whenever answers about any folder go."""

    def __init__(self) -> None:
        self._of_files: dict[object, Any] = {}
        self._of_directives: dict[object, Any] = {}

    def changed(self) -> None:
        """Its files, their headers or its assembly may have become others."""
        self._of_files.clear()
        self.redirected()

    def redirected(self) -> None:
        """Its directives alone may have."""
        self._of_directives.clear()
        Remembering.revisions += 1

    def recall(self, key: object, make: Callable[[], _T]) -> _T:
        """What `make` finds in the folder's files, headers, assembly and directives, kept under `key`."""
        return _recalled(self._of_directives, key, make)

    def recall_files(self, key: object, make: Callable[[], _T]) -> _T:
        """What `make` finds in all that but directives, kept under `key`."""
        return _recalled(self._of_files, key, make)


def _recalled(known: dict[object, Any], key: object, make: Callable[[], _T]) -> _T:
    if key not in known:
        if len(known) > _MOST:
            known.clear()
        known[key] = make()
    found: _T = known[key]
    return found
