"""Deferred calls, made when their result is asked for: the changes of a fix, the fixes of a violation."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

_T = TypeVar("_T")


class DeferredCall(partial[_T]):
    """A call of a func to be made later; two are equal when func and arguments are.

    So a report found again equals the one before.
    """

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, DeferredCall):
            return NotImplemented
        return (self.func, self.args, self.keywords) == (other.func, other.args, other.keywords)

    def __hash__(self) -> int:
        return hash(self.func)
