"""Findings without those that `//nolint` comments silence, and with LN405 for comments that silence nothing.

A comment that silences nothing on the targets at hand may still be needed on another: before LN405 is reported, the file
is checked on further versions and platforms. The result is remembered until something changes that it depends on.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from golinkname_ls.analysis.engine import Engine
from golinkname_ls.analysis.options import every_platform
from golinkname_ls.analysis.package_context import PackageContext
from golinkname_ls.analysis.suppression.nolint_coverage import NolintCoverage, idle_items
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.rules.advice import unused_suppression
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.syntax.comments.nolint import nolints
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.files.text_file import TextFile

# Where an editor looks for findings that a comment may be needed for.
_USUAL_PLATFORMS = tuple(
    map(Platform.parse, ("linux/amd64", "linux/arm64", "linux/386", "darwin/arm64", "windows/amd64", "js/wasm"))
)


@dataclass
class NolintFilter:
    """The filter of a session, which remembers idle items: those that silence nothing on any target.

    For a comment that seems to be idle every version on every platform is checked, which takes seconds. If `interactive`
    only usual platforms are, and only when a `thorough` answer is asked for; until then the comment is left alone.
    """

    engine: Engine
    interactive: bool
    _idle: dict[tuple[object, ...], frozenset[tuple[int, int]]] = field(default_factory=dict)

    def unsuppressed(
        self, findings: list[Finding], source: TextFile, context: PackageContext, thorough: bool
    ) -> list[Finding]:
        """The findings that no comment silences, with LN405 for comments that silence nothing, sorted by place."""
        comments = nolints(source)
        if not comments:
            return findings
        coverages = [NolintCoverage.of(source, comment) for comment in comments]
        kept = [f for f in findings if not any(coverage.silences(f) for coverage in coverages)]
        idle = idle_items(coverages, findings)
        if idle:
            idle &= self._idle_everywhere(coverages, source, context, thorough)
            for number, coverage in enumerate(coverages):
                items = [item for at, item in enumerate(coverage.comment.items) if (number, at) in idle]
                unused = unused_suppression.finding(source, coverage.comment, items)
                if items and not any(other.silences(unused) for other in coverages if other is not coverage):
                    kept.append(unused)
        return sorted(kept, key=lambda f: (f.span, f.code))

    def _idle_everywhere(
        self, coverages: list[NolintCoverage], source: TextFile, context: PackageContext, thorough: bool
    ) -> frozenset[tuple[int, int]]:
        """The items idle on other targets too; none when no target builds the file, or while that is not known."""
        # Typing elsewhere in the file does not change the key.
        key = (source.path, context.options, _dependencies(source))
        if key not in self._idle:
            if self.interactive and not thorough:
                return frozenset()
            for old in [k for k in self._idle if k[0] == source.path]:
                del self._idle[old]
            self._idle[key] = self._find_idle(coverages, source, context)
        return self._idle[key]

    def _find_idle(
        self, coverages: list[NolintCoverage], source: TextFile, context: PackageContext
    ) -> frozenset[tuple[int, int]]:
        built = self.engine.windows.of(source.path.name, source.header, context).targets
        if not built:
            return frozenset()
        if self.interactive:
            platforms = {*_USUAL_PLATFORMS, *(target.platform for target in built)}
            options = replace(context.options, go="auto", platforms=tuple(sorted(platforms)))
        else:
            options = replace(context.options, go="all", platforms=every_platform(self.engine.catalog.versions))
        return idle_items(coverages, self.engine.check_once(source, context._replace(options=options)))


def _dependencies(source: TextFile) -> tuple[object, ...]:
    """The parts of a file that decide which of its comments are idle."""
    data = source.data
    comments = tuple(data[c.covers.start : c.covers.end] for c in nolints(source))
    if not isinstance(source, SourceFile):
        macros = (line for line in data.split(b"\n") if line.lstrip().startswith(b"#"))
        return (source.header.constraint, *macros, *comments)
    outline = source.outline
    directives = (data[d.span.start : d.span.end] for d in outline.directives)
    stubs = (data[f.span.start : f.span.end] for f in outline.funcs_without_body())
    return (outline.constraint, outline.imports_unsafe, *directives, *stubs, *comments)
