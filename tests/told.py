"""Findings as plain values: what they say and where that stands now."""

from collections.abc import Iterable

from golinkname_ls.rules.core.finding import Finding


def told(findings: Iterable[Finding], *, changes: bool = False) -> list[tuple]:
    """Each finding with its fixes; with `changes` also what those do."""
    return [
        (
            *(f.code, f.severity, f.message, f.file, f.span, f.directive, f.go, f.platforms, f.upstream, f.module),
            [(r.file, r.span, r.message) for r in f.related],
            [(fix.title, fix.safe, fix.changes() if changes else ()) for fix in f.fixes],
        )
        for f in findings
    ]
