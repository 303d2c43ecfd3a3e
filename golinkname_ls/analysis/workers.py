"""Processes that check the files of one session side by side. What one of them leaves undone is done here.

Each first looks through its slices of the files for those that anything may be said of. These are then dealt out by the
platforms that build them.
"""

from __future__ import annotations

import contextlib
import multiprocessing
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TypeAlias

from golinkname_ls.analysis.many import Checked, check_one
from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.shares import Job, Platforms, shares
from golinkname_ls.golang.target import Target
from golinkname_ls.rules.finding import Change, Finding, Fix

# As many files as are looked at in a row: neighbours are in the same folders.
_SLICE = 64
# As many results as are worth a message.
_BATCH = 16
# A file of which only names are asked, against one with links to follow.
_SMALL = 0.05

_Results: TypeAlias = list[tuple[int, Checked]]
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
    for connection, share in zip(alive, shares(worth, len(alive)) if alive else (), strict=True):
        with contextlib.suppress(OSError):
            connection.send(share)
    while alive:
        ready = wait(alive)
        for connection in [c for c in alive if c in ready]:
            try:
                yield from connection.recv()
            except (EOFError, OSError):
                alive.remove(connection)


def _slices(number: int, count: int, total: int) -> list[int]:
    return [index for index in range(total) if index // _SLICE % count == number]


def _work(session: Session, files: list[Path], number: int, count: int, connection: Connection) -> None:
    with contextlib.suppress(Exception, KeyboardInterrupt):
        known: dict[int, tuple[tuple[Target, ...], Platforms]] = {}
        worth: dict[int, Job] = {}
        for index in _slices(number, count, len(files)):
            prospect = session.prospect(files[index])
            if prospect is None:
                continue
            targets = prospect.targets
            if id(targets) not in known:
                known[id(targets)] = targets, tuple(sorted({str(target.platform) for target in targets}))
            worth[index] = Job(known[id(targets)][1], 1 if prospect.links else _SMALL)
        connection.send(worth)
        results: _Results = []
        for index in connection.recv():
            results.append((index, _sendable(check_one(session, files[index]))))
            if len(results) == _BATCH:
                connection.send(results)
                results = []
        connection.send(results)


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
