"""Who may pull which std symbol, in which version: cmd/link/internal/loader/loader.go, checkLinkname."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from enum import Enum

from golinkname_ls.catalog.symbols import Definition, Kind, TargetSymbols, split_symbol
from golinkname_ls.golang.version import GoVersion


class Pull(Enum):
    """May a package outside std pull the symbol?"""

    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"
    BLOCKED = "blocked"
    STD_ONLY = "std-only"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Era:
    """What a linker enforces from version `since` on."""

    since: GoVersion
    marks: bool
    assembly: bool
    builtins: bool


# loader.go checkLinkname (1.23.9:2339, 1.24.11:2410, 1.27.3:2497); sym.go:323 closed the builtin hole in 1.24.
ERAS = (
    Era(GoVersion(1, 0), marks=False, assembly=False, builtins=False),
    Era(GoVersion(1, 23), marks=True, assembly=False, builtins=False),
    Era(GoVersion(1, 24), marks=True, assembly=False, builtins=True),
    Era(GoVersion(1, 27), marks=True, assembly=True, builtins=True),
)


@functools.cache
def era(version: GoVersion) -> Era:
    """The rules in force in `version`."""
    return [e for e in ERAS if e.since <= version][-1]


def pull(symbols: TargetSymbols, symbol: str, package: str = "main") -> tuple[Pull, Definition | None]:
    """What the linker says when `package`, outside std, refers to `symbol` by linkname."""
    rules = era(symbols.target.go)
    found = symbols.find(symbol)
    if not rules.marks:
        return (Pull.ALLOWED if found else Pull.ABSENT), found
    blocked = symbols.catalog.blocked.get(symbol)
    if blocked is not None and package not in blocked:
        return Pull.BLOCKED, found
    if found is None:
        return Pull.ABSENT, None
    if not rules.builtins and symbol in symbols.catalog.builtins and found.kind is not Kind.VAR:
        return Pull.ALLOWED, found
    if found.kind in (Kind.ASSEMBLY, Kind.ASSEMBLY_DATA):
        return _assembly(symbols, found, rules, package), found
    if "linkname" in found.marks:
        return Pull.ALLOWED, found
    if _wrapper(found) and not rules.assembly:
        return Pull.ALLOWED, found
    return (Pull.STD_ONLY if "linknamestd" in found.marks else Pull.FORBIDDEN), found


def _assembly(symbols: TargetSymbols, found: Definition, rules: Era, package: str) -> Pull:
    if not rules.assembly or not symbols.register_abi or "linkname" in found.marks:
        return Pull.ALLOWED
    if found.abi == "ABIInternal" and (not split_symbol(found.symbol)[0] or found.symbol.startswith(package)):
        return Pull.ALLOWED
    return Pull.STD_ONLY if "linknamestd" in found.marks else Pull.FORBIDDEN


def _wrapper(found: Definition) -> bool:
    # The ABIInternal symbol of a func with this pragma is a wrapper, which 1.23-1.26 do not check.
    declaration = found.entry.declaration if found.entry else None
    return "go:cgo_unsafe_args" in getattr(declaration, "pragmas", ())
