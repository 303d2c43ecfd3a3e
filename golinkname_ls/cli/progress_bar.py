"""A progress bar on stderr, if that is a terminal and the work takes long."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

_Item = TypeVar("_Item")
# Seconds; shorter work ends before anybody could read the bar.
_DELAY = 0.7


def with_progress_bar(items: Iterable[_Item], what: str, total: int) -> Iterator[_Item]:
    """The items, with a bar on stderr once it takes long and if that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    start = time.monotonic()
    rest = iter(items)
    for number, item in enumerate(rest, 1):
        yield item
        if time.monotonic() - start > _DELAY:
            yield from _with_bar(rest, what, number, total)


def _with_bar(items: Iterator[_Item], what: str, done: int, total: int) -> Iterator[_Item]:
    # Imported late: most checks end before the bar is shown.
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total, completed=done)
        for item in items:
            yield item
            bar.advance(task)
