"""The result of a check, which every format prints."""

from __future__ import annotations

from dataclasses import dataclass

from golinkname_ls.rules.core.finding import Finding


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Result of a check: findings, numbers of files and directives, versions and platforms.

    `go` and `platforms` are those of the first file's module.
    """

    files: int
    directives: int
    go: list[str]
    platforms: list[str]
    findings: list[Finding]
