"""Mirrored structs: pairs of a local and an upstream struct that a link lays over each other.

They meet behind a pointer, as elements of a slice or array, or by value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from golinkname_ls.golang.sizes.layout import Sizes, field_offsets
from golinkname_ls.golang.types import model as m

_DEPTH = 8


class MirrorRole(Enum):
    """Way in which memory of the struct's type is shared with upstream."""

    BEHIND = "behind a pointer"
    ELEMENT = "an element of a slice or array"
    VALUE = "by value"


@dataclass(frozen=True, slots=True)
class Mirror:
    """Local struct type `ours` that stands for the upstream type `theirs`."""

    ours: m.Named
    theirs: m.Named
    role: MirrorRole

    @property
    def same_name(self) -> bool:
        """Whether both have one name, letter case aside."""
        return self.ours.name.casefold() == self.theirs.name.casefold()


def mirrors(ours: m.Type, theirs: m.Type, sizes: Sizes) -> Iterator[Mirror]:
    """Pairs of named structs that meet where a value of type `ours` is one of type `theirs`, outermost first.

    Inside structs only pairs of one name count: what else stands at a field's place is the struct's own affair.
    """
    yield from _walk(ours, theirs, sizes, MirrorRole.VALUE, set(), 0)


def _walk(
    ours: m.Type, theirs: m.Type, sizes: Sizes, role: MirrorRole, seen: set[tuple[m.Named, m.Named]], depth: int
) -> Iterator[Mirror]:
    if ours is theirs or depth > _DEPTH:
        return
    match m.underlying(ours), m.underlying(theirs):
        case m.Pointer(mine), m.Pointer(other):
            yield from _walk(mine, other, sizes, MirrorRole.BEHIND, seen, depth)
        case (m.Slice(mine), m.Slice(other)) | (m.Array(_, mine), m.Array(_, other)):
            yield from _walk(mine, other, sizes, MirrorRole.ELEMENT, seen, depth)
        case m.Struct() as mine, m.Struct() as other:
            if not isinstance(ours, m.Named) or not isinstance(theirs, m.Named) or (ours, theirs) in seen:
                return
            seen.add((ours, theirs))
            mirror = Mirror(ours, theirs, role)
            if depth and not mirror.same_name:
                return
            yield mirror
            yield from _inside(mine, other, sizes, seen, depth + 1)
        case _:
            return


def _inside(
    ours: m.Struct, theirs: m.Struct, sizes: Sizes, seen: set[tuple[m.Named, m.Named]], depth: int
) -> Iterator[Mirror]:
    upstream = {f.name: (f, at) for f, at, _ in field_offsets(theirs, sizes) or ()}
    for field, offset, _ in field_offsets(ours, sizes) or ():
        other = upstream.get(field.name)
        if other is not None and other[1] == offset:
            yield from _walk(field.type, other[0].type, sizes, MirrorRole.VALUE, seen, depth)
