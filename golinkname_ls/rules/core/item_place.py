"""Anchors: places in a file, given by the item (directive, declaration, comment) that stands there.

A rule says at which item it reports. Where that item stands is looked up when a finding is published or a fix is made,
so that an edit which only moves the item leaves the finding as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.syntax.comments.mirror_comment import MirrorComment, mirror_comment_span
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.files.text_file import TextFile
from golinkname_ls.syntax.items.declarations import Declaration
from golinkname_ls.syntax.items.directives import Directive
from golinkname_ls.syntax.items.outline import Outline
from golinkname_ls.text.buffer import Buffer
from golinkname_ls.text.span import Span


class Part(Enum):
    """Part of an item at which a rule reports: the whole, its name, or an argument of a directive."""

    WHOLE = "whole"
    NAME = "name"
    LOCAL = "local"
    REMOTE = "remote"


Item: TypeAlias = Directive | Declaration | MirrorComment | Span
"""What stands at a place; bytes alone in an assembly file, which has no items, and for comments of other kinds."""

_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A part of an item of a file, which edits elsewhere do not change."""

    file: TextFile
    item: Item
    part: Part = Part.WHOLE
    _looked_up: list[tuple[Outline, Span]] = field(default_factory=list, compare=False, repr=False)
    """Where it stands in an outline of the file, which is another one after each edit."""

    @property
    def span(self) -> Span:
        """Current span of the part in bytes; empty at the file's begin for an item that is gone."""
        if isinstance(self.item, Span):
            return self.item
        if not isinstance(self.file, SourceFile):
            return _NOWHERE
        outline = self.file.outline
        if not self._looked_up or self._looked_up[0][0] is not outline:
            self._looked_up[:] = [(outline, self._look_up(self.file))]
        return self._looked_up[0][1]

    def _look_up(self, file: SourceFile) -> Span:
        item = self.item
        if isinstance(item, MirrorComment):
            return mirror_comment_span(file, item)
        if isinstance(item, Directive):
            return self._in_directive(file, item)
        if isinstance(item, Span):
            return item
        place = file.outline.place(item)
        if place is None:
            return _NOWHERE
        return place.name if self.part is Part.NAME else place.span

    def settled(self) -> Anchor:
        """Anchor at the current bytes, without the text: for another process, or when the text is gone."""
        return Anchor(TextFile(self.file.path, Buffer(b""), None), self.span)

    def _in_directive(self, file: SourceFile, directive: Directive) -> Span:
        place = file.outline.directive_place(directive)
        if place is None:
            return _NOWHERE
        number = 0 if self.part is Part.LOCAL else 1
        return place.words[number] if self.part is not Part.WHOLE and len(place.words) > number else place.span


def at_directive(link: Link) -> Anchor:
    """A link's whole directive."""
    return Anchor(link.source, link.directive)


def at_local(link: Link) -> Anchor:
    """The first argument of a link's directive."""
    return Anchor(link.source, link.directive, Part.LOCAL)


def at_remote(link: Link) -> Anchor:
    """The second argument of a link's directive, the whole of it without one."""
    return Anchor(link.source, link.directive, Part.REMOTE if link.directive.remote else Part.WHOLE)


def at_name(source: SourceFile, declaration: Declaration) -> Anchor:
    """The name of a declaration."""
    return Anchor(source, declaration, Part.NAME)


def at_stub(link: Link) -> Anchor:
    """The name of a link's stub, or its directive where the stub is in another file."""
    if link.stub is not None and link.stub_source is link.source:
        return at_name(link.source, link.stub)
    return at_directive(link)
