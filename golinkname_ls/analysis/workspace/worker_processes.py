"""Processes that check the files of one session side by side. What one of them leaves undone is done here.

Each first looks through its slices of the files for those that anything may be said of. These are then dealt out by the
platforms that build them, a few at a time: who is done first helps the others.
"""

from __future__ import annotations

import contextlib
import multiprocessing
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection, wait
from pathlib import Path

from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.workspace.check_files import Checked, check_one
from golinkname_ls.analysis.workspace.load_balancing import Job, Platforms, shares
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.rules.core.finding import Change, Finding, Fix

# As many files as are looked at in a row: neighbours are in the same folders.
_SLICE = 64
# As many files as are worth a message, and fewer when less than these for each worker are left.
_BATCH = 16
# A worker has the next files before it is done with those at hand.
_AHEAD = 2
# A file of which only names are asked, against one with links to follow.
_SMALL = 0.05

_NOTHING = Checked([], 0, "")


def check_apart(session: Session, files: list[Path], count: int) -> Iterator[tuple[int, Checked]]:
    """Every file once, with its index, in any order, by `count` processes; raises what a check raises.

    A worker that ends early has met an error, or was killed: its files are checked here, where the error is met again.
    """
    context = multiprocessing.get_context("fork")
    connections: list[Connection] = []
    processes = []
    try:
        for number in range(count):
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(session, files, number, count, theirs), daemon=True)
            process.start()
            theirs.close()
            processes.append(process)
            connections.append(ours)
        undone = set(range(len(files)))
        for index, checked in _collected(connections, len(files)):
            undone.discard(index)
            yield index, checked
        yield from ((index, check_one(session, files[index])) for index in sorted(undone))
    finally:
        for process in processes:
            process.terminate()
            process.join()


def _collected(connections: list[Connection], total: int) -> Iterator[tuple[int, Checked]]:
    worth: dict[int, Job] = {}
    seen = set[int]()
    alive = list(connections)
    for number, connection in enumerate(connections):
        try:
            worth.update(connection.recv())
            seen.update(_slices(number, len(connections), total))
        except (EOFError, OSError):
            alive.remove(connection)
    yield from ((index, _NOTHING) for index in seen - worth.keys())
    left = dict(zip(alive, shares(worth, len(alive)) if alive else (), strict=True))
    for connection in alive * _AHEAD:
        _deal(connection, left)
    while alive:
        ready = wait(alive)
        for connection in [c for c in alive if c in ready]:
            try:
                yield from connection.recv()
                _deal(connection, left)
            except (EOFError, OSError):
                alive.remove(connection)


def _deal(connection: Connection, left: dict[Connection, list[int]]) -> None:
    """Send a worker its next files, the last ones of another's if it has none; an empty list ends it."""
    own = left[connection]
    count = min(_BATCH, sum(map(len, left.values())) // len(left) // _AHEAD + 1)
    if own:
        batch, own[:] = own[:count], own[count:]
    else:
        others = max(left.values(), key=len)
        batch, others[:] = others[-count:], others[:-count]
    with contextlib.suppress(OSError):
        connection.send(batch)


def _slices(number: int, count: int, total: int) -> list[int]:
    return [index for index in range(total) if index // _SLICE % count == number]


def _work(session: Session, files: list[Path], number: int, count: int, connection: Connection) -> None:
    with contextlib.suppress(Exception, KeyboardInterrupt):
        known: dict[int, tuple[tuple[Target, ...], Platforms]] = {}
        worth: dict[int, Job] = {}
        for index in _slices(number, count, len(files)):
            workload = session.workload(files[index])
            if workload is None:
                continue
            targets = workload.targets
            if id(targets) not in known:
                known[id(targets)] = targets, tuple(sorted({str(target.platform) for target in targets}))
            worth[index] = Job(known[id(targets)][1], 1 if workload.links else _SMALL)
        connection.send(worth)
        while batch := connection.recv():
            connection.send([(index, _sendable(check_one(session, files[index]))) for index in batch])


def _sendable(checked: Checked) -> Checked:
    """With the fixes worked out: what would compute them later stays here."""
    return checked._replace(findings=[_worked_out(finding) for finding in checked.findings])


def _worked_out(finding: Finding) -> Finding:
    fixes = tuple(_done(fix) for fix in finding.fixes)
    return replace(finding, fixes=fixes) if fixes else finding


def _done(fix: Fix) -> Fix:
    return replace(fix, compute=partial(_same, fix.changes()))


def _same(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    return changes
