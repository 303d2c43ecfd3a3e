"""The result of a check, which every format prints."""

from __future__ import annotations

from dataclasses import dataclass

from golinkname_ls.rules.core.finding import Finding


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The findings with the numbers of files and directives, and the versions and platforms of the first file's module."""

    files: int
    directives: int
    go: list[str]
    platforms: list[str]
    findings: list[Finding]
