"""Takes out the findings that `//nolint` comments silence, and finds the comments that silence nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from golinkname_ls.analysis.engine import Engine
from golinkname_ls.analysis.window import Options, every_platform
from golinkname_ls.golang.modules.module import Module
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.rules.advice import unused_suppression
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.syntax.comments.nolint import Item, Nolint, nolints
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.files.text_file import TextFile
from golinkname_ls.text.span import Span


@dataclass(frozen=True, slots=True)
class _Reach:
    """What one comment covers: its own bytes, and the directives of what it stands on."""

    comment: Nolint
    spans: tuple[Span, ...]

    def silences(self, item: Item | None, finding: Finding) -> bool:
        """Whether `item` (None: the comment as one for every linter) takes the finding out."""
        if item is not None and item.rule not in ("", finding.code, finding.name):
            return False
        return any(span.start <= finding.span.start <= span.end for span in self.spans)


@dataclass
class Judge:
    """Knows, beside the findings at hand, what else a comment may silence elsewhere in the window."""

    engine: Engine
    patient: bool = True
    """Whether to look at every version on every platform (seconds) when a comment seems to silence nothing; if not,
    such a comment is left alone until `settle` has looked at the usual ones."""
    _elsewhere: dict[tuple[object, ...], frozenset[tuple[int, int]]] = field(default_factory=dict)

    def unsuppressed(
        self,
        findings: list[Finding],
        source: TextFile,
        package: PackageFolder,
        module: Module | None,
        options: Options,
        settle: bool = False,
    ) -> list[Finding]:
        """The findings that no comment silences, with LN405 for comments that silence nothing, sorted by place."""
        comments = nolints(source)
        if not comments:
            return findings
        reaches = [_Reach(comment, tuple(_spans(source, comment))) for comment in comments]
        kept = [f for f in findings if not any(_silenced(reach, f) for reach in reaches)]
        idle = _idle(reaches, findings)
        if idle:
            idle &= self._idle_everywhere(reaches, source, package, module, options, settle)
            for number, reach in enumerate(reaches):
                items = [item for at, item in enumerate(reach.comment.items) if (number, at) in idle]
                unused = unused_suppression.finding(source, reach.comment, items)
                if items and not any(_silenced(r, unused) for r in reaches if r is not reach):
                    kept.append(unused)
        return sorted(kept, key=lambda f: (f.span, f.code))

    def _idle_everywhere(
        self,
        reaches: list[_Reach],
        source: TextFile,
        package: PackageFolder,
        module: Module | None,
        options: Options,
        settle: bool,
    ) -> frozenset[tuple[int, int]]:
        """Those that are idle elsewhere too; none when no target builds the file, or while that is not known."""
        # Typing elsewhere in the file does not change the key.
        key = (source.path, options, _shape(source))
        if key not in self._elsewhere:
            if not (self.patient or settle):
                return frozenset()
            for old in [k for k in self._elsewhere if k[0] == source.path]:
                del self._elsewhere[old]
            self._elsewhere[key] = self._look(reaches, source, package, module, options)
        return self._elsewhere[key]

    def _look(
        self, reaches: list[_Reach], source: TextFile, package: PackageFolder, module: Module | None, options: Options
    ) -> frozenset[tuple[int, int]]:
        catalog = self.engine.catalog
        built = self.engine.windows.of(source.path.name, source.header, module, options).targets
        if not built:
            return frozenset()
        if self.patient:
            wide = replace(options, go="all", platforms=every_platform(catalog.versions))
        else:
            platforms = {*_USUAL, *(target.platform for target in built)}
            wide = replace(options, go="auto", platforms=tuple(sorted(platforms)))
        return _idle(reaches, self.engine.check_once(source, package, module, wide))


# An item about LN405 speaks of findings that are made after all others.
_ITSELF = (unused_suppression.RULE.code, unused_suppression.RULE.name)
_USUAL = tuple(
    map(Platform.parse, ("linux/amd64", "linux/arm64", "linux/386", "darwin/arm64", "windows/amd64", "js/wasm"))
)


def _idle(reaches: list[_Reach], findings: list[Finding]) -> frozenset[tuple[int, int]]:
    """The items about this program alone that silence none of the findings: (number of the comment, of the item)."""
    return frozenset(
        (number, at)
        for number, reach in enumerate(reaches)
        if not reach.comment.general
        for at, item in enumerate(reach.comment.items)
        if item.rule not in (None, *_ITSELF) and not any(reach.silences(item, f) for f in findings)
    )


def _named(comment: Nolint) -> list[Item]:
    """The items that are about this program alone."""
    return [] if comment.general else [item for item in comment.items if item.rule is not None]


def _silenced(reach: _Reach, finding: Finding) -> bool:
    if reach.comment.general:
        return reach.silences(None, finding)
    return any(reach.silences(item, finding) for item in _named(reach.comment))


def _spans(source: TextFile, comment: Nolint) -> Iterator[Span]:
    """The bytes a comment covers, and those of the directives whose local is declared in them."""
    first, last = comment.covers
    yield comment.covers
    if not isinstance(source, SourceFile):
        return
    names = set()
    for directive in source.outline.directives:
        if directive.local is None or directive.local.text in names:
            continue
        for declaration in source.outline.declared(directive.local.text):
            if first <= declaration.name_span.start <= last:
                names.add(directive.local.text)
                yield declaration.span
    for directive in source.outline.directives:
        if directive.local is not None and directive.local.text in names:
            yield directive.span


def _shape(source: TextFile) -> tuple[object, ...]:
    """What the idleness of a file's comments depends on, as far as the file itself goes."""
    data = source.data
    comments = tuple(data[c.covers.start : c.covers.end] for c in nolints(source))
    if not isinstance(source, SourceFile):
        return (
            source.header.constraint,
            *(line for line in data.split(b"\n") if line.lstrip().startswith(b"#")),
            *comments,
        )
    outline = source.outline
    directives = (data[d.span.start : d.span.end] for d in outline.directives)
    stubs = (data[f.span.start : f.span.end] for f in outline.funcs_without_body())
    return (outline.constraint, outline.imports_unsafe, *directives, *stubs, *comments)
