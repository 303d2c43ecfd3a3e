"""Findings without those that `//nolint` comments silence, and with LN405 for comments that silence nothing.

A comment that silences nothing on the targets at hand may still be needed on another: before LN405 is reported, the
file is checked on further versions and platforms.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from golinkname_ls.analysis.engine import Engine
from golinkname_ls.analysis.options import every_platform
from golinkname_ls.analysis.package_context import PackageContext
from golinkname_ls.analysis.suppression.nolint_coverage import NolintCoverage, idle_items
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.incremental.answers import Later
from golinkname_ls.rules.advice import unused_suppression
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.syntax.comments.nolint import nolints
from golinkname_ls.syntax.files.text_file import TextFile

# Where an editor looks for findings that a comment may be needed for.
_USUAL_PLATFORMS = tuple(
    map(Platform.parse, ("linux/amd64", "linux/arm64", "linux/386", "darwin/arm64", "windows/amd64", "js/wasm"))
)


@dataclass
class NolintFilter:
    """Filter of a session's findings by `//nolint` comments.

    For a comment that seems to be idle every version on every platform is checked, which takes seconds. If
    `interactive` only usual platforms are, and only at the next `catch_up`; until then the comment is left alone.
    """

    engine: Engine
    interactive: bool

    def unsuppressed(self, findings: list[Finding], source: TextFile, context: PackageContext) -> list[Finding]:
        """The findings that no comment silences, with LN405 for comments that silence nothing."""
        comments = nolints(source)
        if not comments:
            return findings
        coverages = [NolintCoverage.of(source, comment) for comment in comments]
        kept = [f for f in findings if not any(coverage.silences(f) for coverage in coverages)]
        idle = idle_items(coverages, findings)
        if idle:
            idle &= self._idle_everywhere(source, context)
            for number, coverage in enumerate(coverages):
                items = [item for at, item in enumerate(coverage.comment.items) if (number, at) in idle]
                unused = unused_suppression.finding(source, coverage.comment, items)
                if items and not any(other.silences(unused) for other in coverages if other is not coverage):
                    kept.append(unused)
        return kept

    def _idle_everywhere(self, source: TextFile, context: PackageContext) -> frozenset[tuple[int, int]]:
        """The items idle on other targets too; none when no target builds the file, or while that is not known."""
        make = partial(self._find_idle, source, context)
        if not self.interactive or source.inputs is None:
            return make()
        kind = partial(Later, first=frozenset[tuple[int, int]]())
        found: frozenset[tuple[int, int]] = source.answers.ask((NolintFilter, context), make, kind)
        return found

    def _find_idle(self, source: TextFile, context: PackageContext) -> frozenset[tuple[int, int]]:
        built = self.engine.windows.of(source.path.name, source.header, context).targets
        if not built:
            return frozenset()
        if self.interactive:
            platforms = {*_USUAL_PLATFORMS, *(target.platform for target in built)}
            options = replace(context.options, go="auto", platforms=tuple(sorted(platforms)))
        else:
            options = replace(context.options, go="all", platforms=every_platform(self.engine.catalog.versions))
        coverages = [NolintCoverage.of(source, comment) for comment in nolints(source)]
        return idle_items(coverages, self.engine.check(source, context._replace(options=options)))
