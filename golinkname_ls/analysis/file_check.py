"""The check of one Go file on every target of its window.

    //go:linkname a runtime.a    reports of the rules of links, on each target
    //go:linkname b runtime.b    reports of its own: they stay when an edit changes `a` alone

Reports of one rule at one place become one finding.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TypeAlias, TypeVar

from golinkname_ls.analysis.joined_reports import join_reports, reports_of
from golinkname_ls.analysis.target_window import Window
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.incremental.answers import Answers
from golinkname_ls.rules.all_rules import FILE_CHECKS, LINK_CHECKS, WINDOW_CHECKS
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.rules.core.rule import Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.directives import Directive
from golinkname_ls.text.span import Span

_T = TypeVar("_T")
_Reports: TypeAlias = list[tuple[Target, Violation]]


@dataclass(frozen=True)
class FileCheck:
    """Check of one file: its units, one for each target of its window, and the findings of all rules on them."""

    source: SourceFile
    units: tuple[Unit, ...]
    window: Window
    answers: Answers = field(default_factory=Answers, compare=False)

    def findings(self) -> list[Finding]:
        """Findings of the file, unordered."""
        reports: _Reports = []
        for check in FILE_CHECKS:
            reports += self._kept(check, partial(self._of_file, check))
        for directive in self.source.outline.directives:
            if directive.well_formed:
                reports += self._kept(directive, partial(self._of_directive, directive))
        groups: dict[tuple[str, Span], _Reports] = {}
        for target, report in reports:
            groups.setdefault((report.rule.code, report.at.span), []).append((target, report))
        # A finding is made once of the same reports.
        return [self._kept(tuple(r for _, r in group), partial(self._joined, group)) for group in groups.values()]

    def _kept(self, key: Hashable, make: Callable[[], _T]) -> _T:
        """Result of `make`, kept under `key` while an editor has the file open; computed anew for a file on disk."""
        return self.answers.ask(key, make) if self.source.inputs is not None else make()

    def _of_file(self, check: Callable[[Unit], Iterator[Violation]]) -> _Reports:
        return [(unit.target, report) for unit in self.units for report in reports_of(partial(check, unit))]

    def _of_directive(self, directive: Directive) -> _Reports:
        links = [(unit, link) for unit in self.units for link in unit.links_of(directive)]
        found = [
            (unit.target, report)
            for unit, link in links
            for check in LINK_CHECKS
            for report in reports_of(partial(check, unit, link))
        ]
        for check in WINDOW_CHECKS:
            found += reports_of(partial(check, links, list(self.window.beyond)))
        return found

    def _joined(self, reports: _Reports) -> Finding:
        return join_reports(reports, self.window.current)
