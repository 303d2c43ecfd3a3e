"""Executor of processes that are forked from this one as it is; one that dies costs its own task alone."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, TypeVar

from pebble import ProcessPool

_T = TypeVar("_T")
# Seconds for one task: it is given up then, and its process with it.
_LIMIT = 600.0
CAN_FORK = sys.platform == "linux"
"""macOS has fork, too, but its libraries do not bear it."""


class ForkedProcesses(Executor):
    """A pool of processes behind the interface of `concurrent.futures`.

    A task whose process dies raises an OSError (pebble's ProcessExpired), one that takes too long a TimeoutError.
    """

    def __init__(self, count: int, limit: float = _LIMIT) -> None:
        self._pool = ProcessPool(count, context=multiprocessing.get_context("fork"))
        self._limit = limit

    def submit(self, fn: Callable[..., _T], /, *args: Any, **kwargs: Any) -> Future[_T]:
        """Run a func in a process; raises RuntimeError after `shutdown`."""
        return self._pool.schedule(fn, args=args, kwargs=kwargs, timeout=self._limit)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes; with `cancel_futures` at once."""
        if cancel_futures:
            self._pool.stop()  # type: ignore[no-untyped-call]
        else:
            self._pool.close()  # type: ignore[no-untyped-call]
        if wait:
            self._pool.join()


def processors() -> int:
    """The number of the machine's processors that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
