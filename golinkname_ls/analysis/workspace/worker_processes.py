"""Worker processes that check the files of one session; what one of them leaves undone is done here.

Each first looks through its slices of the files for those that rules may report on, and sends their workloads. The files
are then shared out by the platforms that build them, a few at a time; a worker without files of its own takes others'.
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
from golinkname_ls.analysis.workspace.file_result import CheckedFile, check_file
from golinkname_ls.analysis.workspace.load_balancing import Job, Platforms, shares
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.rules.core.finding import Finding

# Files looked through in a row: neighbours are in the same folders.
_SLICE = 64
# Files sent in one message; fewer when less than that is left for each worker.
_BATCH = 16
# Batches a worker is ahead: it has the next files before it is done with those at hand.
_AHEAD = 2
# The effort of a file without links to resolve, against one with such.
_SMALL = 0.05

_NOTHING = CheckedFile([], 0, "")


def check_in_processes(session: Session, files: list[Path], count: int) -> Iterator[tuple[int, CheckedFile]]:
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
        yield from ((index, check_file(session, files[index])) for index in sorted(undone))
    finally:
        for process in processes:
            process.terminate()
            process.join()


def _collected(connections: list[Connection], total: int) -> Iterator[tuple[int, CheckedFile]]:
    """The results of all workers, which are sent files as long as any are left; ends when every worker has."""
    jobs: dict[int, Job] = {}
    seen = set[int]()
    alive = list(connections)
    for number, connection in enumerate(connections):
        try:
            jobs.update(connection.recv())
            seen.update(_slices(number, len(connections), total))
        except (EOFError, OSError):
            alive.remove(connection)
    yield from ((index, _NOTHING) for index in seen - jobs.keys())
    left = dict(zip(alive, shares(jobs, len(alive)) if alive else (), strict=True))
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
    """The indices of the files that the worker `number` of `count` looks through."""
    return [index for index in range(total) if index // _SLICE % count == number]


def _work(session: Session, files: list[Path], number: int, count: int, connection: Connection) -> None:
    """The worker's side: send the jobs in its slices, then check what is sent until that is nothing."""
    with contextlib.suppress(Exception, KeyboardInterrupt):
        known: dict[int, tuple[tuple[Target, ...], Platforms]] = {}
        jobs: dict[int, Job] = {}
        for index in _slices(number, count, len(files)):
            workload = session.workload(files[index])
            if workload is None:
                continue
            targets = workload.targets
            if id(targets) not in known:
                known[id(targets)] = targets, tuple(sorted({str(target.platform) for target in targets}))
            jobs[index] = Job(known[id(targets)][1], 1 if workload.links else _SMALL)
        connection.send(jobs)
        while batch := connection.recv():
            connection.send([(index, _sendable(check_file(session, files[index]))) for index in batch])


def _sendable(checked: CheckedFile) -> CheckedFile:
    """With the changes of its fixes computed: what would compute them later cannot be sent."""
    return checked._replace(findings=[_with_changes(finding) for finding in checked.findings])


def _with_changes(finding: Finding) -> Finding:
    fixes = tuple(replace(fix, compute=partial(tuple, fix.changes())) for fix in finding.fixes)
    return replace(finding, fixes=fixes) if fixes else finding
