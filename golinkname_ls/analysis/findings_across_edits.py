"""The findings of one file, kept from one keystroke to the next.

Most edits change nothing that a rule looks at, they only move it: then the findings' spans are moved too, and no rule runs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from golinkname_ls.analysis.file_check import FileCheck
from golinkname_ls.analysis.package_context import PackageContext
from golinkname_ls.incremental.change_counts import CLOCK
from golinkname_ls.incremental.recorded_questions import About
from golinkname_ls.rules.core.finding import Finding, Fix
from golinkname_ls.rules.edits.change import FileChange
from golinkname_ls.syntax.files.text_file import TextFile
from golinkname_ls.text.span import Shift, Span


class KeptFindings:
    """The findings of one file; they hold as long as no file changes its shape (see `incremental.change_counts`)."""

    def __init__(
        self,
        check: Callable[[], list[Finding]],
        file_check: FileCheck | None,
        source: TextFile,
        context: PackageContext,
    ) -> None:
        """Run `file_check`, or `check` without one."""
        self._check = check
        self.file_check = file_check
        self._inputs = (source, *context)
        self._first = file_check.run() if file_check is not None else check()
        self._stale = (
            [not fresh for fresh in file_check.fresh] if file_check is not None else [False] * len(self._first)
        )
        self._shapes, self._directives, self._edits = CLOCK.shapes, CLOCK.directives, CLOCK.edits
        self.findings = [replace(f, fixes=self._fixes(n, f)) if f.fixes else f for n, f in enumerate(self._first)]
        """As of the last `carry`; the same list as long as none has changed in any way."""
        package = context.package
        used = {f.file for f in self._first} | {r.file for f in self._first for r in f.related}
        sources = {path: package.text(path.name) for path in used if path.parent == package.folder}
        self._versions = {path: (found, found.version) for path, found in sources.items() if found is not None}
        self._carries = len(used) == len(self._versions)

    def carry(self, source: TextFile, context: PackageContext) -> bool:
        """Move the findings to where their places are now; False when they have to be worked out anew."""
        if not self.keeps_shape(source, context) or self._directives != CLOCK.directives or not self._carries:
            return False
        if self.file_check is not None and self._edits != CLOCK.edits and not self.file_check.stays(About.PLACES):
            return False
        for path, (file, version) in self._versions.items():
            edits = file.edits_since(version)
            if edits is None:
                return False
            for edit in edits:
                spans = [s for f in self.findings for p, s in _places(f) if p == path]
                if all(edit.start >= s.end for s in spans):
                    continue
                if any(edit.carried(s) is None for s in spans):
                    return False
                self.findings = [_moved(f, path, edit) for f in self.findings]
            self._versions[path] = file, file.version
        return True

    def keeps_shape(self, source: TextFile, context: PackageContext) -> bool:
        """Whether at most directives have changed; source and context are compared by identity."""
        same = all(a is b for a, b in zip((source, *context), self._inputs, strict=True))
        return same and self._shapes == CLOCK.shapes

    def _fixes(self, number: int, finding: Finding) -> tuple[Fix, ...]:
        return tuple(replace(f, compute=partial(self._compute, number, n)) for n, f in enumerate(finding.fixes))

    def _compute(self, number: int, fix: int) -> tuple[FileChange, ...]:
        # A rule's fix knows the places of the text it was made from; moved findings ask for a fix of their own.
        old = self._stale[number] or CLOCK.edits != self._edits
        if old and CLOCK.shapes == self._shapes and CLOCK.directives == self._directives:
            self._first, self._edits = self._check(), CLOCK.edits
            self._stale = [False] * len(self._first)
        return self._first[number].fixes[fix].changes()


def _places(finding: Finding) -> list[tuple[Path, Span]]:
    return [(finding.file, finding.span), *((r.file, r.span) for r in finding.related)]


def _moved(finding: Finding, path: Path, edit: Shift) -> Finding:
    if all(file != path or edit.start >= span.end for file, span in _places(finding)):
        return finding

    def moved(file: Path, span: Span) -> Span:
        return (edit.carried(span) or span) if file == path else span

    related = tuple(replace(r, span=moved(r.file, r.span)) for r in finding.related)
    return replace(finding, span=moved(finding.file, finding.span), related=related)
