"""The result of the check of one file, and the task that checks some in a worker."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from golinkname_ls.analysis.session import Session
from golinkname_ls.rules.core.finding import Finding


class CheckedFile(NamedTuple):
    """A file's findings, its number of directives, and why it could not be read ("" when it could)."""

    findings: list[Finding]
    directives: int
    read_error: str


LOST = CheckedFile([], 0, "the check of this file ended early; please report it")
"""The result of a file that takes its process down with it."""
_sessions: list[Session] = []


@contextmanager
def use_session(session: Session) -> Iterator[None]:
    """Let `check_batch` use a session, in this process and in those that are forked from it, in a with block."""
    _sessions.append(session)
    try:
        yield
    finally:
        _sessions.pop()


def check_batch(files: list[Path]) -> list[CheckedFile]:
    """Check files by the session in use: a task, whose result can be sent to another process."""
    return [_sendable(check_file(_sessions[-1], file)) for file in files]


def check_file(session: Session, file: Path) -> CheckedFile:
    """Check one file in this process."""
    findings = session.check(file)
    error = session.read_error(file)
    return CheckedFile(findings, session.directives(file), (error.strerror or "cannot be read") if error else "")


def _sendable(checked: CheckedFile) -> CheckedFile:
    """Result in a form that can be sent to another process: places looked up, changes of fixes computed."""
    return checked._replace(findings=[_settled(finding) for finding in checked.findings])


def _settled(finding: Finding) -> Finding:
    fixes = tuple(replace(fix, compute=partial(tuple, fix.changes())) for fix in finding.fixes)
    related = tuple(replace(other, at=other.at.settled()) for other in finding.related)
    return replace(finding, at=finding.at.settled(), fixes=fixes, related=related)
