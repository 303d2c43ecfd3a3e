"""The check of many files: in several processes, where there are enough files and the system can fork."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, as_completed
from pathlib import Path

from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.workspace.check_task import LOST, CheckedFile, check_batch, check_file, use_session
from golinkname_ls.golang.targets.file_selection import name_words

# Fewer files are done before the processes are there.
_ENOUGH_FILES = 200
# Each process reads again what several ask for, such as the packages of std: more of them gain little.
_MOST_PROCESSES = 4
_FIRST = 0.6
"""The part of the files that is dealt out at once."""
# One that takes its process down costs a second check of its batch.
_BATCH = 4096
_LAST_BATCH = 32
_LOSSES = (OSError, TimeoutError, BrokenExecutor)


def check_files(session: Session, files: list[Path]) -> Iterator[tuple[int, CheckedFile]]:
    """Checked files, each once with its index in `files`, in any order; raises what a check raises."""
    # Imported late: multiprocessing takes a tenth of the time of a small check.
    if len(files) >= _ENOUGH_FILES:
        from golinkname_ls.analysis.workspace import fork_pool_executor as forked_processes

        count = min(forked_processes.processors(), _MOST_PROCESSES)
        if count > 1 and forked_processes.CAN_FORK:
            with use_session(session):
                yield from check_in_executor(forked_processes.ForkedProcesses(count), files, count)
            return
    yield from ((index, check_file(session, file)) for index, file in enumerate(files))


def check_in_executor(processes: Executor, files: list[Path], count: int) -> Iterator[tuple[int, CheckedFile]]:
    """The files checked by `count` workers of an executor, which is shut down; raises what a check raises.

    Of the files of a worker that died, or took too long, each is checked again alone: the one that is to blame has this
    for its error.
    """
    try:
        alone: list[list[int]] = []
        for batch, done in _done(processes, files, _batches(files, count)):
            lost = isinstance(done.exception(), _LOSSES)
            if lost and len(batch) > 1:
                alone += [[index] for index in batch]
            else:
                yield from zip(batch, [LOST] if lost else done.result(), strict=True)
        for batch, done in _done(processes, files, alone):
            lost = isinstance(done.exception(), _LOSSES)
            yield from zip(batch, [LOST] if lost else done.result(), strict=True)
    finally:
        processes.shutdown(cancel_futures=True)


def _done(
    processes: Executor, files: list[Path], batches: list[list[int]]
) -> Iterator[tuple[list[int], Future[list[CheckedFile]]]]:
    """The batches, each when it is done."""
    pending = {processes.submit(check_batch, [files[index] for index in batch]): batch for batch in batches}
    for future in as_completed(pending):
        yield pending[future], future


def _batches(files: list[Path], count: int) -> list[list[int]]:
    """The indices of the files in batches: a large one for each worker first, then ever smaller ones.

    Files for the same systems ask the same of other packages: they are neighbours in a batch.
    """
    order = sorted(range(len(files)), key=lambda index: (_systems(files[index]), index))
    found: list[list[int]] = []
    left, large = len(files), min(int(len(files) * _FIRST / count), _BATCH)
    while left:
        size = large if len(found) < count else min(left // (2 * count), _BATCH)
        batch = order[len(files) - left :][: max(size, _LAST_BATCH)]
        found.append(batch)
        left -= len(batch)
    return found


def _systems(file: Path) -> tuple[bool, tuple[str, str]]:
    """A key of the systems that a file's name is meant for; those for some alone come first, since they ask for more."""
    words = name_words(file.name)
    return not any(words), words
