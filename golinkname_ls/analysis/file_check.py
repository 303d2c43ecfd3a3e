"""One file checked on every target of its window, and again after its directives changed: then only what that may concern."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.incremental.recorded_questions import About, Reads, recording
from golinkname_ls.rules import BY_LINK, RULES
from golinkname_ls.rules.core.finding import DirectiveSummary, Finding, Severity
from golinkname_ls.rules.core.rule import Report, Unit
from golinkname_ls.rules.runtime import version_gap
from golinkname_ls.syntax.files.text_file import TextFile
from golinkname_ls.syntax.items.directives import Directive
from golinkname_ls.text.span import Shift, Span

_A = TypeVar("_A")
_B = TypeVar("_B")
_FILE_CHECKS = (
    *(rule.check for rule in RULES if rule not in BY_LINK),
    *(rule.check_file for rule in BY_LINK if hasattr(rule, "check_file")),
)


_Place = tuple[str, int, int]
"""A rule's code, and the bytes from where to where."""


@dataclass(slots=True, eq=False)
class _Said:
    """A report; `span` is where it stands by now."""

    target: Target
    report: Report
    span: Span


@dataclass(slots=True, eq=False)
class _Record:
    """What the rules said of one directive's links, and what they asked for it."""

    directive: Directive
    reads: Reads
    said: list[_Said]


@dataclass
class Checking:
    """The units of one file's targets; those of `beyond` leave the file out, `current` are the current versions."""

    source: TextFile
    units: tuple[Unit, ...]
    beyond: tuple[Target, ...]
    current: frozenset[GoVersion]
    fresh: list[bool] = field(default_factory=list)
    """Which of the last findings were made then; the fixes of the others know the text they were first made from."""
    _records: list[_Record] = field(default_factory=list)
    _reads: Reads = field(default_factory=Reads)
    _version: int = 0
    _ran: bool = False
    _findings: dict[tuple[int, ...], tuple[Finding, list[_Said]]] = field(default_factory=dict)
    """With the reports they were made of, by which they are found again: those must not go while this does not."""

    def asks(self, about: About) -> bool:
        """Whether the findings rest on answers of a kind."""
        return self._reads.asks(about) or any(record.reads.asks(about) for record in self._records)

    def stays(self, about: About) -> bool:
        """Whether every answer of a kind that the findings rest on is still the same."""
        return self._reads.stays(about) and all(record.reads.stays(about) for record in self._records)

    def run(self, directives: list[Directive]) -> list[Finding]:
        """The findings with these directives, sorted by place; nothing but directives may have changed since the last."""
        kept = self._kept()
        same: dict[int, Directive] = {}
        for directive in directives:
            record = kept.get(directive.span.start)
            if record is not None and record.directive.moved(directive.span.start) == directive:
                same[id(directive)] = record.directive
                record.directive = directive
            else:
                kept.pop(directive.span.start, None)
        if self._ran:
            for unit in self.units:
                unit.renew(same)
        self._records = [kept.get(d.span.start) or self._look(d) for d in directives if d.well_formed]
        self._version, self._ran = self.source.version, True
        with recording() as self._reads:
            of_file = [
                (u.target, report) for u in self.units for check in _FILE_CHECKS for report in followed(check, u)
            ]
        said = [_Said(target, report, report.span) for target, report in of_file]
        return self._join(self._together(said, {id(record) for record in kept.values()}))

    def _together(self, of_file: list[_Said], kept: set[int]) -> dict[_Place, list[_Said]]:
        """The reports by what they become one finding of.

        Where a record that was kept says it with others than before it is made anew: its report knows a former text.
        """
        while True:
            joined: dict[_Place, list[_Said]] = {}
            for said in (*of_file, *(s for record in self._records for s in record.said)):
                joined.setdefault((said.report.rule.code, *said.span), []).append(said)
            strange = {id(s) for group in joined.values() if _key(group) not in self._findings for s in group}
            stale = [r for r in self._records if id(r) in kept and any(id(s) in strange for s in r.said)]
            if not stale:
                return joined
            kept -= {id(record) for record in stale}
            self._records = [self._look(r.directive) if r in stale else r for r in self._records]

    def _kept(self) -> dict[int, _Record]:
        """The records that still hold, by the place where their directive stands now."""
        edits = self.source.edits_since(self._version)
        if edits is None:
            return {}
        found = {}
        answers: dict[Hashable, object] = {}
        for record in self._records:
            span = _carried(record.directive.span, edits)
            places = [_carried(said.span, edits) for said in record.said]
            if span is None or None in places or not record.reads.hold(answers):
                continue
            for said, place in zip(record.said, places, strict=True):
                said.span = place or said.span
            found[span.start] = record
        return found

    def _look(self, directive: Directive) -> _Record:
        for unit in self.units:
            unit.narrow(directive)
        with recording() as reads:
            found = [(u.target, report) for u in self.units for rule in BY_LINK for report in followed(rule.check, u)]
            found += followed(partial(version_gap.check_window, list(self.units)), list(self.beyond))
        for unit in self.units:
            unit.narrow(None)
        return _Record(directive, reads, [_Said(target, report, report.span) for target, report in found])

    def _join(self, joined: dict[_Place, list[_Said]]) -> list[Finding]:
        made: list[tuple[Finding, bool]] = []
        known, self._findings = self._findings, {}
        for (_, start, end), said in joined.items():
            key = _key(said)
            before = known.get(key)
            if before is None:
                finding = join(self.source, [(s.target, s.report) for s in said], self.current)
            else:
                finding = before[0]
            if finding.span != (start, end):
                finding = replace(finding, span=Span(start, end))
            self._findings[key] = finding, said
            made.append((finding, before is None))
        made.sort(key=lambda pair: (pair[0].span, pair[0].code))
        self.fresh = [fresh for _, fresh in made]
        return [finding for finding, _ in made]


def followed(check: Callable[[_A], Iterable[_B]], of: _A) -> list[_B]:
    """What a rule says; nothing where code, or what it refers to, is nested too deep to be followed."""
    try:
        return list(check(of))
    except RecursionError:
        return []


def _key(said: list[_Said]) -> tuple[int, ...]:
    return tuple(id(s.report) for s in said)


def _carried(span: Span, edits: list[Shift]) -> Span | None:
    now: Span | None = span
    for edit in edits:
        now = edit.carried(now) if now is not None else None
    return now


def join(source: TextFile, reports: list[tuple[Target, Report]], current: frozenset[GoVersion]) -> Finding:
    """What the rule says of one place on all these targets."""
    now = [(t, r) for t, r in reports if t.go in current]
    _, report = min(now or reports, key=lambda pair: (pair[1].severity.rank, -pair[0].go.minor))
    versions = sorted({t.go for t, _ in reports})
    message, severity = report.message, report.severity
    if not now and severity is Severity.ERROR:
        severity = Severity.WARNING
        message += f" (not the current toolchain: Go {', '.join(map(str, versions))})"
    link, fixes = report.link, report.fixes
    return Finding(
        code=report.rule.code,
        name=report.rule.name,
        stage=report.rule.stage,
        severity=severity,
        message=message,
        file=source.path,
        span=report.span,
        directive=DirectiveSummary(link.form.value, link.local, link.remote) if link else None,
        go=tuple(map(str, versions)),
        platforms=tuple(sorted({str(t.platform) for t, _ in reports})),
        upstream=report.upstream,
        fixes=tuple(followed(lambda make: make(), fixes)) if callable(fixes) else fixes,
        related=report.related,
    )
