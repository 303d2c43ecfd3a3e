"""What makes a reference by name of an ordinary call: a stub for the called func in the same package.

The compiler has one symbol for the stub and for the func that an import names: cmd/compile/internal/types/sym.go,
LinksymABI (1.24.11:86), looks up both by the name alone, and noder/reader.go (1.27.3:1321) marks it for every stub, whether
or not anything mentions that. What is marked goes into the object file as a reference by name (cmd/internal/obj/sym.go,
1.27.3:360), which the linker checks like any pull (cmd/link/internal/loader/loader.go, checkLinkname).
"""

from __future__ import annotations

import functools

from golinkname_ls.catalog.knowledge import inlined
from golinkname_ls.catalog.symbols import Definition, Kind, TargetSymbols, split_symbol
from golinkname_ls.golang.package import PackageFolder
from golinkname_ls.linking.mentioned import names_imported
from golinkname_ls.linking.package_facts import Surroundings
from golinkname_ls.syntax.member import Member
from golinkname_ls.syntax.mention import Need

# cmd/compile/internal/ssagen/intrinsics.go (1.27.3): instructions in the place of a call, on some architecture or other.
_INTRINSIC_PACKAGES = frozenset({"math/bits", "sync/atomic"})
_INTRINSICS = frozenset(
    {
        "math.Abs",
        "math.Ceil",
        "math.Copysign",
        "math.FMA",
        "math.Floor",
        "math.Round",
        "math.RoundToEven",
        "math.Sqrt",
        "math.Trunc",
        "runtime.KeepAlive",
    }
)


def used_by_import(
    package: PackageFolder, symbols: TargetSymbols, like: Member, found: Definition, surroundings: Surroundings
) -> str:
    """The func of std by whose import live code of the package of `like` refers to a symbol of std; "" without.

    It is the symbol's own func, or one that calls it and that the compiler puts in the place of calls: an object file
    lists that one, too, while an instruction of its body is left. Where that is not known, or a call of the func may be
    made an instruction, there is none.
    """
    symbol = found.symbol
    path, _ = split_symbol(symbol)
    if found.kind is not Kind.FUNC or symbol in _INTRINSICS or path in _INTRINSIC_PACKAGES:
        return ""

    def names(func: str, need: Need) -> bool:
        owner, name = split_symbol(func)
        known = symbols.packages.package(owner, owner)
        if not name[:1].isupper() or "." in name or known is None:
            return False
        return names_imported(package, symbols.target, like, (owner, known.name, name), surroundings, need=need)

    if symbol in inlined().get(symbol, (symbol,)) and names(symbol, Need.NAME):
        return symbol
    callers = (c for c in _callers().get(symbol, ()) if names(c, Need.NAME) and not names(c, Need.VALUE))
    return next(callers, "")


@functools.cache
def _callers() -> dict[str, list[str]]:
    """The funcs that are inlined, by what they then call."""
    found: dict[str, list[str]] = {}
    for caller, listed in inlined().items():
        for symbol in listed:
            if symbol != caller:
                found.setdefault(symbol, []).append(caller)
    return found
