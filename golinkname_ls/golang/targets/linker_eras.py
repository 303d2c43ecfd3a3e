"""Rules of the toolchains on linknames by Go version: required marks, joined vars, clashes."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from enum import Enum

from golinkname_ls.golang.targets.version import GoVersion


class Merge(Enum):
    """Rule by which the linker joins two vars of one name (loader.go, addSym)."""

    CONTENT = "the one with content wins; sizes do not matter"
    STRICT = "as SIZE, but content that is smaller than the other's size is a duplicate"
    SIZE = "content wins, else the larger one; the winner grows to the larger size"


@dataclass(frozen=True, slots=True)
class Era:
    """Rules that the linker and the compiler enforce from version `since` on."""

    since: GoVersion
    marks: bool = False
    """Std symbols need a mark."""
    assembly: bool = False
    """So do assembly symbols."""
    builtins: bool = False
    """So do the compiler's builtins."""
    merge: Merge = Merge.CONTENT
    """How variables are joined."""
    flag: bool = False
    """The linker knows `-checklinkname`."""
    marked_assembly: bool = False
    """Own assembly that a directive marks can be linked."""
    text_wins: bool = False
    """A func and a var of one name and ABI are joined."""
    text_over_wrapper: bool = False
    """A body takes the place of an assembly func in both ABIs."""
    var_over_func: bool = False
    """A var over a marked func that is used crashes the linker."""
    unseen_when_grown: bool = False
    """Marks are not looked for where a var grows."""
    dotted: bool = False
    """Types' symbols begin with `type.`, as if of a package; since 1.20 with `type:`, which no assembly can name."""


# loader.go checkLinkname (1.23.9:2339, 1.24.11:2410, 1.27.3:2497); sym.go:323 closed the builtin hole in 1.24.
# 1.24.11:2301 gives sizes before it looks for marks, which it then does not find missing; 1.25.5 does it afterwards.
# addSym: 1.22.10:356, 1.23.9:344, 1.24.11:352. ld/pcln.go:722 panics on marked assembly before 1.22.
_1_0 = Era(GoVersion(1, 0), dotted=True)
_1_21 = Era(GoVersion(1, 21))
_1_22 = replace(_1_21, since=GoVersion(1, 22), marked_assembly=True)
_1_23 = replace(_1_22, since=GoVersion(1, 23), marks=True, merge=Merge.STRICT, flag=True)
_1_24 = replace(_1_23, since=GoVersion(1, 24), builtins=True, merge=Merge.SIZE, text_wins=True, unseen_when_grown=True)
_1_25 = replace(_1_24, since=GoVersion(1, 25), unseen_when_grown=False)
_1_27 = replace(_1_25, since=GoVersion(1, 27), assembly=True, var_over_func=True, text_over_wrapper=True)

ERAS = (_1_0, _1_21, _1_22, _1_23, _1_24, _1_25, _1_27)


CALLS_UNSEEN = frozenset({"wasm"})
"""Architectures of which the linker writes the calls without a look at whether there is what they call.

cmd/link/internal/wasm/asm.go, asmb (1.27.3): references from data alone go the way of all other architectures.
"""


@functools.cache
def era(version: GoVersion) -> Era:
    """The rules in force in `version`."""
    return [e for e in ERAS if e.since <= version][-1]
