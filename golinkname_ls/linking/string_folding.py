"""Comparisons of strings that are no constant expressions, as far as the compiler computes them.

cmd/compile/internal/walk/compare.go, walkCompareString (1.27.3:340): one side a constant, it compares lengths and then words of
the strings; the optimiser reads those of a known string. Longer ones it calls memequal for, which gives nothing away.
"""

from __future__ import annotations

from golinkname_ls.golang.platform import Platform

# cmd/internal/sys/arch.go, CanMergeLoads; ppc64 and loong64 since later versions, of which nothing was measured.
_MERGING = frozenset({"386", "amd64", "arm64", "ppc64le", "s390x"})
_LONGEST = 6


def equal_strings(left: str, right: str, platform: Platform, *, reads_halves: bool) -> bool | None:
    """Whether two known strings are equal, None where the compiler does not find out.

    Without `reads_halves` it does not see what is in a word of four bytes on 64-bit architectures (measured: 1.19 to 1.24).
    """
    one, other = left.encode("utf-8", "surrogateescape"), right.encode("utf-8", "surrogateescape")
    if len(one) != len(other):
        return False
    merges = platform.goarch in _MERGING
    if len(one) > (2 * platform.pointer_size if merges else _LONGEST):
        return True if one == other else None
    known, at = True, 0
    while at < len(one):
        size = next(s for s in (platform.pointer_size, 4, 2, 1) if s <= len(one) - at) if merges else 1
        unseen = size == 4 and platform.pointer_size == 8 and not reads_halves
        if not unseen and one[at : at + size] != other[at : at + size]:
            return False
        known = known and not unseen
        at += size
    return True if known else None
