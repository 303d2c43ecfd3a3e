"""Many files checked: side by side in several processes, where there are enough of them and the system can fork."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from golinkname_ls.analysis.session import Session
from golinkname_ls.rules.core.finding import Finding

# Fewer are done before the processes are there.
_ENOUGH = 200
# Each reads again what several ask for, such as the packages of std: more of them gain little.
_MOST = 4


class Checked(NamedTuple):
    """A file's findings, how many directives it has, and why it could not be read ("" when it could)."""

    findings: list[Finding]
    directives: int
    trouble: str


def check_one(session: Session, file: Path) -> Checked:
    """One file, checked here."""
    findings = session.check(file)
    error = session.read_error(file)
    return Checked(findings, session.directives(file), (error.strerror or "cannot be read") if error else "")


def check_all(session: Session, files: list[Path]) -> Iterator[tuple[int, Checked]]:
    """Every file once, with its index, in any order; raises what a check raises."""
    count = min(processors(), _MOST)
    # macOS has fork, too, but its libraries do not bear it.
    if len(files) < _ENOUGH or count < 2 or sys.platform != "linux":
        yield from ((index, check_one(session, file)) for index, file in enumerate(files))
    else:
        from golinkname_ls.analysis.workspace import worker_processes as workers

        yield from workers.check_apart(session, files, count)


def processors() -> int:
    """How many of the machine's processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
