"""The check of many files: in several processes, where there are enough files and the system can fork."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.workspace.file_result import CheckedFile, check_file

# Fewer files are done before the processes are there.
_ENOUGH_FILES = 200
# Each process reads again what several ask for, such as the packages of std: more of them gain little.
_MOST_PROCESSES = 4


def check_files(session: Session, files: list[Path]) -> Iterator[tuple[int, CheckedFile]]:
    """Every file once, with its index, in any order; raises what a check raises."""
    count = min(processors(), _MOST_PROCESSES)
    # macOS has fork, too, but its libraries do not bear it.
    if len(files) < _ENOUGH_FILES or count < 2 or sys.platform != "linux":
        yield from ((index, check_file(session, file)) for index, file in enumerate(files))
    else:
        # Imported late: multiprocessing takes a tenth of the time of a small check.
        from golinkname_ls.analysis.workspace import worker_processes

        yield from worker_processes.check_in_processes(session, files, count)


def processors() -> int:
    """The number of the machine's processors that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
