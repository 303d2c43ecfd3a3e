"""Differences between the layout of a pulled var and that of the var it is laid over."""

from __future__ import annotations

from itertools import islice

from golinkname_ls.golang.sizes.layout import Sizes, layout_of, pointer_offsets
from golinkname_ls.golang.types import model as m
from golinkname_ls.rules.core.finding import Severity

_MANY = 1 << 16
"""More pointers than are worth comparing one by one."""


def layout_difference(ours: m.Type, theirs: m.Type, sizes: Sizes) -> tuple[str, Severity] | None:
    """Worst layout difference of two vars, as (message, severity); None for the same layout or unknown types."""
    own, upstream = layout_of(ours, sizes), layout_of(theirs, sizes)
    if own is None or upstream is None:
        return None
    if own.size > upstream.size:
        # Most linkers enlarge upstream's: what is behind it is not upstream's, but not somebody else's either.
        return f"it is {own.size} bytes, upstream's is {upstream.size}", Severity.WARNING
    ours_at = set(islice(pointer_offsets(ours, sizes), _MANY))
    theirs_at = set(islice(pointer_offsets(theirs, sizes), _MANY))
    within = {at for at in theirs_at if at < own.size}
    wrong = sorted(ours_at ^ within)
    if wrong:
        return _pointers(wrong[0], wrong[0] in ours_at, ours, theirs)
    if own.size < upstream.size:
        return f"it is {own.size} bytes of upstream's {upstream.size}", Severity.INFORMATION
    if own.align != upstream.align:
        return f"it is aligned to {own.align} bytes, upstream's to {upstream.align}", Severity.INFORMATION
    return None


def _pointers(at: int, ours: bool, own: m.Type, upstream: m.Type) -> tuple[str, Severity]:
    if not ours and _is_address(own):
        return f"it hides the pointer at offset {at} from the garbage collector", Severity.HINT
    if ours and _is_address(upstream):
        return f"upstream hides the pointer at offset {at} from the garbage collector", Severity.HINT
    side, other = ("the stub", "upstream") if ours else ("upstream", "the stub")
    return f"{side} has a pointer at offset {at}, {other} has none", Severity.ERROR


def _is_address(kind: m.Type) -> bool:
    bare = m.underlying(kind)
    return isinstance(bare, m.Basic) and bare.kind == "uintptr"
