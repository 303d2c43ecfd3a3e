"""Calls that are made when something asks for their result: what a fix does, and which fixes there are."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

_T = TypeVar("_T")


class DeferredCall(partial[_T]):
    """A call of a func; two are equal where they would say the same, so that a report found again is the same report."""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, DeferredCall):
            return NotImplemented
        return (self.func, self.args, self.keywords) == (other.func, other.args, other.keywords)

    def __hash__(self) -> int:
        return hash(self.func)
