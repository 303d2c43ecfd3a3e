"""Findings with their severity, stage, fixes and further places. Offsets are bytes, spans half-open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from golinkname_ls.rules.core.item_place import Anchor
from golinkname_ls.rules.edits.change import Edit, FileChange, NewFile
from golinkname_ls.text.span import Span


class Severity(Enum):
    """Severity of a finding, from worst to mildest."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """0 for an error, growing as it gets milder."""
        return list(Severity).index(self)


class Stage(Enum):
    """Stage at which the real toolchain, or the running program, notices what a finding says."""

    COMPILE = "compile"
    LINK = "link"
    RUNTIME = "runtime"
    ADVICE = "advice"
    POLICY = "policy"
    STYLE = "style"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to repair a finding.

    `safe` fixes keep what the program means and may be applied unseen. The changes are computed when asked for:
    an editor lists the titles on every cursor move and resolves the one that is picked. `makes_files` says beforehand
    whether there are new files among them, which not every editor can make.
    """

    title: str
    safe: bool
    compute: Callable[[], tuple[FileChange, ...]]
    makes_files: bool = False

    def changes(self) -> tuple[FileChange, ...]:
        """The edits, non-overlapping, against the text as it is now; and the new files.

        () where code is nested too deep to be followed.
        """
        try:
            return self.compute()
        except RecursionError:
            return ()

    def edits(self) -> tuple[Edit, ...]:
        """The edits among the changes."""
        return tuple(change for change in self.changes() if isinstance(change, Edit))

    def creates(self) -> tuple[NewFile, ...]:
        """The new files among the changes."""
        return tuple(change for change in self.changes() if isinstance(change, NewFile))


@dataclass(frozen=True, slots=True)
class DirectiveSummary:
    """Directive that a finding is about, as the JSON format names it."""

    form: str
    local: str
    remote: str


@dataclass(frozen=True, slots=True)
class UpstreamSummary:
    """Definition of the remote: its type, its file below GOROOT/src (or the module), its line from 1."""

    type: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains a finding."""

    at: Anchor
    message: str

    @property
    def file(self) -> Path:
        """The file it stands in."""
        return self.at.file.path

    @property
    def span(self) -> Span:
        """The bytes where it stands now."""
        return self.at.span


@dataclass(frozen=True, slots=True)
class Finding:
    """Report of a rule at one place with one severity; `go` and `platforms` list the targets it holds for."""

    code: str
    name: str
    stage: Stage
    severity: Severity
    message: str
    at: Anchor
    directive: DirectiveSummary | None = None
    go: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    upstream: UpstreamSummary | None = None
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    module: str = ""
    """`module@version` for a finding in a required module."""

    @property
    def file(self) -> Path:
        """The file it stands in."""
        return self.at.file.path

    @property
    def span(self) -> Span:
        """The bytes where it stands now."""
        return self.at.span
