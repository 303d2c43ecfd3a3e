"""Go's own stubs and what is pushed to them or pulled by them: the std library works, so next to nothing is broken.

The differences are real ones, read in the sources, and harmless where they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import pytest

from golinkname_ls.catalog.std.symbols import Definition, Kind, TargetSymbols
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.contract.call_differences import BreachKind, call_breaches
from golinkname_ls.contract.call_layout import CallLayout, call_layout
from golinkname_ls.contract.mirrors.layout_differences import MirrorTerms, layout_differences
from golinkname_ls.contract.mirrors.shared_structs import MirrorRole, mirrors
from golinkname_ls.contract.upstream_types import upstream_call, upstream_signature
from golinkname_ls.golang.sizes.layout import Sizes
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.syntax.items.declarations import FuncDeclaration

# The others are asked with the exhaustive tests.
PLATFORMS = [
    "linux/amd64",
    *(
        pytest.param(platform, marks=pytest.mark.exhaustive)
        for platform in ("windows/amd64", "darwin/arm64", "linux/386", "plan9/amd64", "aix/ppc64", "js/wasm")
    ),
]
REAL = {
    # internal/poll/fd_io_plan9.go:92 without an argument, runtime/net_plan9.go:17 with one (1.27.3).
    ("plan9/amd64", "internal/poll.runtime_unignoreHangup"),
    # syscall/exec_libc.go:46 returns a word, runtime/syscall_aix.go:135 an int32 (1.27.3).
    ("aix/ppc64", "syscall.closeFD"),
    # The same under its name of before.
    ("aix/ppc64", "syscall.close"),
    # atomic_wasm.go has a result, the func that it is linked to has none (1.23.9).
    ("js/wasm", "runtime/internal/atomic.StoreReluintptr"),
    ("js/wasm", "internal/runtime/atomic.StoreReluintptr"),
    # reflect/badlinkname.go:130 takes the struct, reflect/value.go:112 under this name its address (1.27.3).
    ("linux/386", "reflect.(*Value).pointer"),
    ("js/wasm", "reflect.(*Value).pointer"),
}


def handshakes(symbols: TargetSymbols) -> Iterator[tuple[str, CallLayout, CallLayout]]:
    """(symbol, stub, upstream) of every func without body in std that another package defines."""
    for path in symbols.catalog.paths:
        for section in symbols.sections(path):
            if section.is_assembly:
                continue
            remotes = {local: remote for _, local, remote, _line in section.directives}
            for number in range(len(section.rows)):
                declaration = section.declaration(number)
                if not isinstance(declaration, FuncDeclaration) or declaration.has_body or declaration.is_method:
                    continue
                symbol = remotes.get(declaration.name) or f"{path}.{declaration.name}"
                found = symbols.find(symbol)
                entry = next(iter(symbols.entries(path, declaration.name)))
                if found is None or found.kind is not Kind.FUNC or found.entry is None or found.entry is entry:
                    continue
                own = Definition(symbol, Kind.FUNC, path, entry, frozenset())
                signature = upstream_signature(symbols, own)
                stub = call_layout(signature, symbols.target) if signature is not None else None
                upstream = upstream_call(symbols, found)
                if stub is not None and upstream is not None:
                    yield symbol, stub, upstream


@dataclass
class Kept:
    """What the library does not keep of its contracts, and how much it keeps or not."""

    handshakes: int = 0
    mirrors: int = 0
    broken: set[tuple[str, ...]] = field(default_factory=set)
    misshapen: set[tuple[str, ...]] = field(default_factory=set)


@cache
def kept(platform: str) -> Kept:
    found = Kept()
    for version in shipped().versions:
        catalog = shipped().version(version)
        assert catalog is not None
        symbols = TargetSymbols(catalog, Target(version, Platform.parse(platform)))
        for symbol, stub, upstream in handshakes(symbols):
            found.handshakes += 1
            broken = [b.text for b in call_breaches(stub, upstream) if b.gap is BreachKind.BROKEN]
            if broken and (platform, symbol) not in REAL:
                found.broken.add((symbol, broken[0]))
            if not broken:
                compare_mirrors(symbol, stub, upstream, Sizes.of(symbols.target.platform), found)
    return found


def compare_mirrors(symbol: str, stub: CallLayout, upstream: CallLayout, sizes: Sizes, found: Kept) -> None:
    sides = [*zip(stub.parameters, upstream.parameters, strict=False)]
    sides += zip(stub.results, upstream.results, strict=False)
    for ours, theirs in sides:
        for mirror in mirrors(ours.type, theirs.type, sizes):
            found.mirrors += mirror.ours is not mirror.theirs
            wrong = layout_differences(
                mirror.ours, mirror.theirs, sizes, MirrorTerms(stride=mirror.role is MirrorRole.ELEMENT)
            )
            if wrong:
                found.misshapen.add((symbol, *wrong))


@pytest.mark.parametrize("platform", PLATFORMS)
def test_std_keeps_its_own_contracts(platform: str) -> None:
    found = kept(platform)
    assert found.handshakes > 100
    assert not found.broken, "\n".join(map(str, sorted(found.broken)))


@pytest.mark.parametrize("platform", PLATFORMS)
def test_std_keeps_its_own_mirrors(platform: str) -> None:
    """Structs of std that stand for another package's."""
    found = kept(platform)
    assert found.mirrors > 20
    assert not found.misshapen, "\n".join(map(str, sorted(found.misshapen)))
