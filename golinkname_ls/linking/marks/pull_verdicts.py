"""Who may pull which std symbol, in which version: cmd/link/internal/loader/loader.go, checkLinkname."""

from __future__ import annotations

from enum import Enum

from golinkname_ls.catalog.std.symbols import Definition, Kind, TargetSymbols
from golinkname_ls.golang.targets.eras import Era, era


class PullVerdict(Enum):
    """May a package outside std pull the symbol?"""

    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"
    BLOCKED = "blocked"
    STD_ONLY = "std-only"
    ABSENT = "absent"


def pull_verdict(symbols: TargetSymbols, symbol: str, package: str = "main") -> tuple[PullVerdict, Definition | None]:
    """What the linker says when `package`, outside std, refers to `symbol` by linkname."""
    found = symbols.find(symbol)
    return verdict_on(symbols, symbol, found, package), found


def verdict_on(symbols: TargetSymbols, symbol: str, found: Definition | None, package: str) -> PullVerdict:
    """The same for a definition already looked up; None means that nothing in the program defines the symbol."""
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
    """Whether the linker refuses the name as such, defined or not."""
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
