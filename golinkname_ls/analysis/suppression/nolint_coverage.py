"""The bytes that a `//nolint` comment covers, and the findings that it silences there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from golinkname_ls.rules.advice import unused_suppression
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.syntax.comments.nolint import Item, Nolint
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.files.text_file import TextFile
from golinkname_ls.text.span import Span

# An item about LN405 speaks of findings that are made after all others.
_ITSELF = (unused_suppression.RULE.code, unused_suppression.RULE.name)


@dataclass(frozen=True, slots=True)
class NolintCoverage:
    """A `//nolint` comment with the spans in which it silences findings."""

    comment: Nolint
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, source: TextFile, comment: Nolint) -> NolintCoverage:
        """The coverage of a comment in a file."""
        return cls(comment, tuple(_spans(source, comment)))

    def silences(self, finding: Finding) -> bool:
        """Whether the comment silences a finding: as one for every linter, or by one of its items."""
        if self.comment.general:
            return self._covers(finding)
        return any(item.rule is not None and self.item_silences(item, finding) for item in self.comment.items)

    def item_silences(self, item: Item, finding: Finding) -> bool:
        """Whether one item of the comment, a rule or this program's name, silences a finding."""
        return item.rule in ("", finding.code, finding.name) and self._covers(finding)

    def _covers(self, finding: Finding) -> bool:
        return any(span.start <= finding.span.start <= span.end for span in self.spans)


def idle_items(coverages: list[NolintCoverage], findings: list[Finding]) -> frozenset[tuple[int, int]]:
    """Items that name rules of this program and silence no finding, as (coverage index, item index)."""
    return frozenset(
        (number, at)
        for number, coverage in enumerate(coverages)
        if not coverage.comment.general
        for at, item in enumerate(coverage.comment.items)
        if item.rule not in (None, *_ITSELF) and not any(coverage.item_silences(item, f) for f in findings)
    )


def _spans(source: TextFile, comment: Nolint) -> Iterator[Span]:
    """The bytes a comment covers, and those of the directives whose local is declared in them."""
    first, last = comment.covers
    yield comment.covers
    if not isinstance(source, SourceFile):
        return
    names = set()
    for directive, _ in source.outline.placed_directives:
        if not directive.local or directive.local in names:
            continue
        for _, declared in source.outline.placed_named(directive.local):
            if first <= declared.name.start <= last:
                names.add(directive.local)
                yield declared.span
    for directive, place in source.outline.placed_directives:
        if directive.local in names:
            yield place.span
