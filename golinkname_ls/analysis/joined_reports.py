"""A finding made of what one rule reports at one place on several targets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.rules.core.finding import DirectiveSummary, Finding, Severity
from golinkname_ls.rules.core.rule import Violation

_T = TypeVar("_T")


def reports_of(check: Callable[[], Iterable[_T]]) -> list[_T]:
    """The reports of a rule; none where code, or what it refers to, is nested too deep to be followed."""
    try:
        return list(check())
    except RecursionError:
        return []


def join_reports(reports: list[tuple[Target, Violation]], current: frozenset[GoVersion]) -> Finding:
    """Finding made of the reports of one rule at one place, one report a target.

    It shows the worst report of a `current` version, else the worst of any.

    An error that no current version has becomes a warning that names the versions.
    """
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
        at=report.at,
        directive=DirectiveSummary(link.form.value, link.local, link.remote) if link else None,
        go=tuple(map(str, versions)),
        platforms=tuple(sorted({str(t.platform) for t, _ in reports})),
        upstream=report.upstream,
        fixes=tuple(reports_of(fixes)) if callable(fixes) else fixes,
        related=report.related,
    )
