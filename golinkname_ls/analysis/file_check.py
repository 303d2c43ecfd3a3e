"""The check of one Go file on every target of its window, repeated after edits of its directives.

Reports are kept by directive, with the questions that were asked for them. After an edit only directives that changed,
or whose questions have other answers by now, are checked again:

    //go:linkname a runtime.a    reports kept, their spans moved
    //go:linkname b runtime.bx   changed: every rule of links runs on this one
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from functools import partial

from golinkname_ls.analysis.joined_reports import join_reports, reports_of
from golinkname_ls.analysis.window import Window
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.incremental.recorded_questions import About, Reads, recording
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.rules.core.rule import Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.registry import FILE_CHECKS, LINK_CHECKS, WINDOW_CHECKS
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.directives import Directive
from golinkname_ls.text.span import Shift, Span

_FindingPlace = tuple[str, int, int]
"""A rule's code, and the bytes [start, end)."""


@dataclass(slots=True, eq=False)
class _PlacedReport:
    """A report on one target; `span` is where it stands by now."""

    target: Target
    report: Violation
    span: Span


@dataclass(slots=True, eq=False)
class _DirectiveReports:
    """The reports about one directive's links, and what the rules asked for them."""

    directive: Directive
    reads: Reads
    reports: list[_PlacedReport]


@dataclass
class FileCheck:
    """A file's units, one a target of its window, and the reports of the last run."""

    source: SourceFile
    units: tuple[Unit, ...]
    window: Window
    fresh: list[bool] = field(default_factory=list)
    """Which of the last findings were made then; the fixes of the others know the text they were first made from."""
    _by_directive: list[_DirectiveReports] = field(default_factory=list)
    _reads: Reads = field(default_factory=Reads)
    _version: int = 0
    _ran: bool = False
    _findings: dict[tuple[int, ...], tuple[Finding, list[_PlacedReport]]] = field(default_factory=dict)
    """By the ids of the reports they were made of; held with those, so that no id is used again meanwhile."""

    def asks(self, about: About) -> bool:
        """Whether the findings rest on answers of a kind."""
        return self._reads.asks(about) or any(kept.reads.asks(about) for kept in self._by_directive)

    def stays(self, about: About) -> bool:
        """Whether every answer of a kind that the findings rest on is still the same."""
        return self._reads.stays(about) and all(kept.reads.stays(about) for kept in self._by_directive)

    def run(self) -> list[Finding]:
        """The findings, sorted by place; nothing but directives may have changed since the last run."""
        directives = self.source.outline.directives
        kept = self._kept_reports()
        same: dict[int, Directive] = {}
        for directive in directives:
            reports = kept.get(directive.span.start)
            if reports is not None and reports.directive.moved(directive.span.start) == directive:
                same[id(directive)] = reports.directive
                reports.directive = directive
            else:
                kept.pop(directive.span.start, None)
        if self._ran:
            for unit in self.units:
                unit.renew(same)
        self._by_directive = [kept.get(d.span.start) or self._check_directive(d) for d in directives if d.well_formed]
        self._version, self._ran = self.source.version, True
        with recording() as self._reads:
            of_file = [
                _PlacedReport(unit.target, report, report.span)
                for unit in self.units
                for check in FILE_CHECKS
                for report in reports_of(check, unit)
            ]
        return self._join(self._grouped(of_file, {id(reports) for reports in kept.values()}))

    def _grouped(self, of_file: list[_PlacedReport], kept: set[int]) -> dict[_FindingPlace, list[_PlacedReport]]:
        """The reports by the finding that they become.

        A directive whose reports were `kept` is checked again where one of them now shares its finding with others than
        before: the finding is made anew, and a kept report knows a former text.
        """
        while True:
            grouped: dict[_FindingPlace, list[_PlacedReport]] = {}
            for placed in (*of_file, *(r for reports in self._by_directive for r in reports.reports)):
                grouped.setdefault((placed.report.rule.code, *placed.span), []).append(placed)
            new = {id(r) for group in grouped.values() if _identity(group) not in self._findings for r in group}
            stale = [d for d in self._by_directive if id(d) in kept and any(id(r) in new for r in d.reports)]
            if not stale:
                return grouped
            kept -= {id(reports) for reports in stale}
            self._by_directive = [self._check_directive(d.directive) if d in stale else d for d in self._by_directive]

    def _kept_reports(self) -> dict[int, _DirectiveReports]:
        """The reports that still hold, by the offset where their directive starts now."""
        edits = self.source.edits_since(self._version)
        if edits is None:
            return {}
        found = {}
        answers: dict[Hashable, object] = {}
        for kept in self._by_directive:
            span = _carried(kept.directive.span, edits)
            spans = [_carried(placed.span, edits) for placed in kept.reports]
            if span is None or None in spans or not kept.reads.hold(answers):
                continue
            for placed, carried in zip(kept.reports, spans, strict=True):
                placed.span = carried or placed.span
            found[span.start] = kept
        return found

    def _check_directive(self, directive: Directive) -> _DirectiveReports:
        for unit in self.units:
            unit.narrow(directive)
        with recording() as reads:
            found = [(u.target, report) for u in self.units for check in LINK_CHECKS for report in reports_of(check, u)]
            for check in WINDOW_CHECKS:
                found += reports_of(partial(check, list(self.units)), list(self.window.beyond))
        for unit in self.units:
            unit.narrow(None)
        return _DirectiveReports(directive, reads, [_PlacedReport(t, report, report.span) for t, report in found])

    def _join(self, grouped: dict[_FindingPlace, list[_PlacedReport]]) -> list[Finding]:
        made: list[tuple[Finding, bool]] = []
        known, self._findings = self._findings, {}
        for (_, start, end), group in grouped.items():
            key = _identity(group)
            before = known.get(key)
            if before is None:
                finding = join_reports(self.source, [(r.target, r.report) for r in group], self.window.current)
            else:
                finding = before[0]
            if finding.span != (start, end):
                finding = replace(finding, span=Span(start, end))
            self._findings[key] = finding, group
            made.append((finding, before is None))
        made.sort(key=lambda pair: (pair[0].span, pair[0].code))
        self.fresh = [fresh for _, fresh in made]
        return [finding for finding, _ in made]


def _identity(group: list[_PlacedReport]) -> tuple[int, ...]:
    return tuple(id(placed.report) for placed in group)


def _carried(span: Span, edits: list[Shift]) -> Span | None:
    now: Span | None = span
    for edit in edits:
        now = edit.carried(now) if now is not None else None
    return now
