"""Access checks of the linker: whether a package outside std may pull a std symbol, by version.

    //go:linkname now time.now            → allowed: time marks it (a directive of its own names it)
    //go:linkname f runtime.newproc1      → forbidden since 1.23: no mark
    //go:linkname f runtime.coroswitch    → blocked 1.23 to 1.26: on the linker's list

Source: cmd/link/internal/loader/loader.go, checkLinkname, and its list blockedLinknames.
"""

from __future__ import annotations

from enum import Enum

from golinkname_ls.catalog.std.symbols import Definition, Kind, TargetSymbols
from golinkname_ls.golang.targets.linker_eras import Era, era


class PullVerdict(Enum):
    """Answer of the linker to a pull of a std symbol from outside std."""

    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"
    BLOCKED = "blocked"
    STD_ONLY = "std-only"
    ABSENT = "absent"


def pull_verdict(symbols: TargetSymbols, symbol: str, package: str = "main") -> tuple[PullVerdict, Definition | None]:
    """Verdict on `package`, outside std, referring to `symbol` by linkname, with the symbol's definition."""
    found = symbols.find(symbol)
    return verdict_on(symbols, symbol, found, package), found


def verdict_on(symbols: TargetSymbols, symbol: str, found: Definition | None, package: str) -> PullVerdict:
    """Verdict on pulling a definition already looked up; `found` is None when nothing in the program defines it."""
    rules = era(symbols.target.go)
    if is_blocked(symbols, symbol, package):
        return PullVerdict.BLOCKED
    if found is None:
        return PullVerdict.ABSENT
    if not rules.marks:
        return PullVerdict.ALLOWED
    if not rules.builtins and symbol in symbols.catalog.builtins and found.kind is not Kind.VAR:
        return PullVerdict.ALLOWED
    if found.kind in (Kind.ASSEMBLY, Kind.ASSEMBLY_DATA):
        return _assembly(symbols, found, rules, package)
    if "linkname" in found.marks:
        return PullVerdict.ALLOWED
    if _wrapper(found) and not rules.assembly:
        return PullVerdict.ALLOWED
    return PullVerdict.STD_ONLY if "linknamestd" in found.marks else PullVerdict.FORBIDDEN


def is_blocked(symbols: TargetSymbols, symbol: str, package: str) -> bool:
    """Whether the linker's list of blocked linknames bars the package from the symbol, defined or not."""
    allowed = symbols.catalog.blocked.get(symbol) if era(symbols.target.go).marks else None
    return allowed is not None and package not in allowed


def _assembly(symbols: TargetSymbols, found: Definition, rules: Era, package: str) -> PullVerdict:
    if not rules.assembly or not symbols.register_abi or "linkname" in found.marks:
        return PullVerdict.ALLOWED
    if found.abi == "ABIInternal" and ("." not in found.symbol or found.symbol.startswith(package)):
        return PullVerdict.ALLOWED
    return PullVerdict.STD_ONLY if "linknamestd" in found.marks else PullVerdict.FORBIDDEN


def _wrapper(found: Definition) -> bool:
    # The ABIInternal symbol of a func with this pragma is a wrapper, which 1.23-1.26 do not check.
    declaration = found.entry.declaration if found.entry else None
    return "go:cgo_unsafe_args" in getattr(declaration, "pragmas", ())
