"""A progress bar on a terminal, for work that takes long; nothing anywhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

_Item = TypeVar("_Item")
# Shorter work ends before anybody could read the bar.
_PATIENCE = 0.7


def progress(items: Sequence[_Item], what: str) -> Iterator[_Item]:
    """The items, with a bar on stderr once it takes long and if that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    start = time.monotonic()
    for number, item in enumerate(items):
        if time.monotonic() - start > _PATIENCE:
            yield from _with_bar(items, number, what)
            return
        yield item


def _with_bar(items: Sequence[_Item], done: int, what: str) -> Iterator[_Item]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=len(items), completed=done)
        for item in items[done:]:
            yield item
            bar.advance(task)
