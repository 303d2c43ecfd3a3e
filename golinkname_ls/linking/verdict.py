"""Who may pull which std symbol, in which version: cmd/link/internal/loader/loader.go, checkLinkname."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from enum import Enum

from golinkname_ls.catalog.symbols import Definition, Kind, TargetSymbols
from golinkname_ls.golang.version import GoVersion


class Pull(Enum):
    """May a package outside std pull the symbol?"""

    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"
    BLOCKED = "blocked"
    STD_ONLY = "std-only"
    ABSENT = "absent"


class Merge(Enum):
    """What the linker does with two variables of one name (loader.go, addSym)."""

    CONTENT = "the one with content wins; sizes do not matter"
    STRICT = "as SIZE, but content that is smaller than the other's size is a duplicate"
    SIZE = "content wins, else the larger one; the winner grows to the larger size"


@dataclass(frozen=True, slots=True)
class Era:
    """What a linker enforces, and a compiler leaves to it, from version `since` on."""

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
    types: bool = False
    """A var's DWARF type must exist elsewhere in the program (1.19)."""
    dotted: bool = False
    """Types' symbols begin with `type.`, as if of a package; since 1.20 with `type:`, which no assembly can name."""
    static_calls: bool = False
    """The value that an inlined call gives is initial data."""
    heeds_calls: bool = False
    """No var is copied into another's initial data after a call that may change it (staticinit/sched.go, mayModifyPkgVar)."""
    heeds_steps: bool = False
    """Nor after `x++` or `x += 1`."""
    sees_loops: bool = False
    """The compiler drops loops that never run though vars of their condition change in them (ssa/sccp.go)."""
    inlines_late: bool = False
    """It inlines what `go` and `defer` call, too, and methods of interfaces whose value it knows (inline/interleaved)."""
    drops_unread: bool = False
    """It drops assignments to locals that nothing reads (cmd/compile/internal/deadlocals)."""
    reads_halves: bool = False
    """It knows what is in the four-byte words of constant strings."""
    folds_slices: bool = False
    """It computes comparisons of parts of constant strings."""


# loader.go checkLinkname (1.23.9:2339, 1.24.11:2410, 1.27.3:2497); sym.go:323 closed the builtin hole in 1.24.
# 1.24.11:2301 gives sizes before it looks for marks, which it then does not find missing; 1.25.5 does it afterwards.
# addSym: 1.22.10:356, 1.23.9:344, 1.24.11:352. ld/pcln.go:722 panics on marked assembly before 1.22.
_1_0 = Era(GoVersion(1, 0), types=True, dotted=True)
_1_21 = Era(GoVersion(1, 21), static_calls=True)
_1_22 = replace(
    _1_21, since=GoVersion(1, 22), marked_assembly=True, heeds_calls=True, sees_loops=True, inlines_late=True
)
_1_23 = replace(_1_22, since=GoVersion(1, 23), marks=True, merge=Merge.STRICT, flag=True, heeds_steps=True)
_1_24 = replace(
    _1_23,
    since=GoVersion(1, 24),
    builtins=True,
    drops_unread=True,
    merge=Merge.SIZE,
    text_wins=True,
    unseen_when_grown=True,
)
_1_25 = replace(_1_24, since=GoVersion(1, 25), unseen_when_grown=False, reads_halves=True)
_1_26 = replace(_1_25, since=GoVersion(1, 26), folds_slices=True)
_1_27 = replace(_1_26, since=GoVersion(1, 27), assembly=True, var_over_func=True, text_over_wrapper=True)

ERAS = (_1_0, _1_21, _1_22, _1_23, _1_24, _1_25, _1_26, _1_27)


CALLS_UNSEEN = frozenset({"wasm"})
"""Architectures of which the linker writes the calls without a look at whether there is what they call.

cmd/link/internal/wasm/asm.go, asmb (1.27.3): references from data alone go the way of all other architectures.
"""


@functools.cache
def era(version: GoVersion) -> Era:
    """The rules in force in `version`."""
    return [e for e in ERAS if e.since <= version][-1]


def pull(symbols: TargetSymbols, symbol: str, package: str = "main") -> tuple[Pull, Definition | None]:
    """What the linker says when `package`, outside std, refers to `symbol` by linkname."""
    found = symbols.find(symbol)
    return verdict(symbols, symbol, found, package), found


def verdict(symbols: TargetSymbols, symbol: str, found: Definition | None, package: str) -> Pull:
    """The same for a definition already looked up; None means that nothing in the program defines the symbol."""
    rules = era(symbols.target.go)
    if blocked(symbols, symbol, package):
        return Pull.BLOCKED
    if found is None:
        return Pull.ABSENT
    if not rules.marks:
        return Pull.ALLOWED
    if not rules.builtins and symbol in symbols.catalog.builtins and found.kind is not Kind.VAR:
        return Pull.ALLOWED
    if found.kind in (Kind.ASSEMBLY, Kind.ASSEMBLY_DATA):
        return _assembly(symbols, found, rules, package)
    if "linkname" in found.marks:
        return Pull.ALLOWED
    if _wrapper(found) and not rules.assembly:
        return Pull.ALLOWED
    return Pull.STD_ONLY if "linknamestd" in found.marks else Pull.FORBIDDEN


def blocked(symbols: TargetSymbols, symbol: str, package: str) -> bool:
    """Whether the linker refuses the name as such, defined or not."""
    allowed = symbols.catalog.blocked.get(symbol) if era(symbols.target.go).marks else None
    return allowed is not None and package not in allowed


def _assembly(symbols: TargetSymbols, found: Definition, rules: Era, package: str) -> Pull:
    if not rules.assembly or not symbols.register_abi or "linkname" in found.marks:
        return Pull.ALLOWED
    if found.abi == "ABIInternal" and ("." not in found.symbol or found.symbol.startswith(package)):
        return Pull.ALLOWED
    return Pull.STD_ONLY if "linknamestd" in found.marks else Pull.FORBIDDEN


def _wrapper(found: Definition) -> bool:
    # The ABIInternal symbol of a func with this pragma is a wrapper, which 1.23-1.26 do not check.
    declaration = found.entry.declaration if found.entry else None
    return "go:cgo_unsafe_args" in getattr(declaration, "pragmas", ())
