"""Who may pull which std symbol, in which version: cmd/link/internal/loader/loader.go, checkLinkname."""

from __future__ import annotations

import functools
from dataclasses import dataclass
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
    """What a linker enforces, and a compiler leaves to it, from version `since` on.

    `marks`: std symbols need a mark. `assembly`: so do assembly symbols. `builtins`: so do the compiler's builtins.
    `merge`: how variables are joined. `static_calls`: the value that an inlined call gives is initial data.
    `heeds_calls`: no var is copied into another's initial data after a call that may change it; `heeds_steps`: nor after
    `x++` or `x += 1` (cmd/compile/internal/staticinit/sched.go, mayModifyPkgVar).
    `types`: a var's DWARF type must exist elsewhere in the program (1.19).
    `flag`: the linker knows `-checklinkname`. `marked_assembly`: own assembly that a directive marks can be linked.
    `text_wins`: a func and a var of one name and ABI are joined. `var_over_func`: a var over a marked func
    that is used crashes the linker. `dotted`: types' symbols begin with `type.`, as if of a package; since 1.20 with
    `type:`, which no assembly can name. `unseen_when_grown`: marks are not looked for
    where a var grows. `sees_loops`: the compiler drops loops that never run though vars of their condition change in them
    (cmd/compile/internal/ssa/sccp.go). `inlines_late`: it inlines what `go` and `defer` call, too, and
    methods of interfaces whose value it knows (inline/interleaved). `drops_unread`: it drops assignments to locals that
    nothing reads (cmd/compile/internal/deadlocals). `reads_halves`: it knows what is in
    the four-byte words of constant strings. `folds_slices`: it computes comparisons of parts of constant strings. `text_over_wrapper`: a body takes the place of an assembly func in both ABIs.
    """

    since: GoVersion
    marks: bool = False
    assembly: bool = False
    builtins: bool = False
    merge: Merge = Merge.CONTENT
    static_calls: bool = True
    heeds_calls: bool = True
    heeds_steps: bool = True
    types: bool = False
    dotted: bool = False
    unseen_when_grown: bool = False
    sees_loops: bool = True
    inlines_late: bool = True
    drops_unread: bool = False
    flag: bool = False
    marked_assembly: bool = True
    text_wins: bool = False
    var_over_func: bool = False
    text_over_wrapper: bool = False
    reads_halves: bool = False
    folds_slices: bool = False


# loader.go checkLinkname (1.23.9:2339, 1.24.11:2410, 1.27.3:2497); sym.go:323 closed the builtin hole in 1.24.
# 1.24.11:2301 gives sizes before it looks for marks, which it then does not find missing; 1.25.5 does it afterwards.
# addSym: 1.22.10:356, 1.23.9:344, 1.24.11:352. ld/pcln.go:722 panics on marked assembly before 1.22.
ERAS = (
    Era(
        GoVersion(1, 0),
        types=True,
        dotted=True,
        marked_assembly=False,
        static_calls=False,
        heeds_calls=False,
        heeds_steps=False,
        sees_loops=False,
        inlines_late=False,
    ),
    Era(
        GoVersion(1, 21),
        marked_assembly=False,
        heeds_calls=False,
        heeds_steps=False,
        sees_loops=False,
        inlines_late=False,
    ),
    Era(GoVersion(1, 22), heeds_steps=False),
    Era(GoVersion(1, 23), marks=True, merge=Merge.STRICT, flag=True),
    Era(
        GoVersion(1, 24),
        marks=True,
        builtins=True,
        drops_unread=True,
        merge=Merge.SIZE,
        flag=True,
        text_wins=True,
        unseen_when_grown=True,
    ),
    Era(
        GoVersion(1, 25),
        marks=True,
        builtins=True,
        drops_unread=True,
        merge=Merge.SIZE,
        flag=True,
        text_wins=True,
        reads_halves=True,
    ),
    Era(
        GoVersion(1, 26),
        marks=True,
        builtins=True,
        drops_unread=True,
        merge=Merge.SIZE,
        flag=True,
        text_wins=True,
        reads_halves=True,
        folds_slices=True,
    ),
    Era(
        GoVersion(1, 27),
        marks=True,
        assembly=True,
        builtins=True,
        drops_unread=True,
        reads_halves=True,
        folds_slices=True,
        merge=Merge.SIZE,
        flag=True,
        text_wins=True,
        var_over_func=True,
        text_over_wrapper=True,
    ),
)


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
