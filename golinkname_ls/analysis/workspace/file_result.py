"""The result of the check of one file."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from golinkname_ls.analysis.session import Session
from golinkname_ls.rules.core.finding import Finding


class CheckedFile(NamedTuple):
    """A file's findings, its number of directives, and why it could not be read ("" when it could)."""

    findings: list[Finding]
    directives: int
    read_error: str


def check_file(session: Session, file: Path) -> CheckedFile:
    """Check one file in this process."""
    findings = session.check(file)
    error = session.read_error(file)
    return CheckedFile(findings, session.directives(file), (error.strerror or "cannot be read") if error else "")
