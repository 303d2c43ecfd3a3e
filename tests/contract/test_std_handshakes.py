"""Go's own stubs and what is pushed to them or pulled by them: the std library works, so next to nothing is broken.

The differences are real ones, read in the sources, and harmless where they are.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from golinkname_ls.catalog.store import shipped
from golinkname_ls.catalog.symbols import Definition, Kind, TargetSymbols
from golinkname_ls.golang.platform import Platform
from golinkname_ls.golang.target import Target
from golinkname_ls.linking.call import Call, call_of
from golinkname_ls.linking.contract import Gap, compare
from golinkname_ls.linking.upstream import upstream_call, upstream_signature
from golinkname_ls.syntax.declaration import FuncDeclaration

PLATFORMS = ["linux/amd64", "windows/amd64", "darwin/arm64", "linux/386", "plan9/amd64", "aix/ppc64", "js/wasm"]
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


def handshakes(symbols: TargetSymbols) -> Iterator[tuple[str, Call, Call]]:
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
                stub = call_of(signature, symbols.target) if signature is not None else None
                upstream = upstream_call(symbols, found)
                if stub is not None and upstream is not None:
                    yield symbol, stub, upstream


@pytest.mark.parametrize("platform", PLATFORMS)
def test_std_keeps_its_own_contracts(platform: str) -> None:
    broken, count = set(), 0
    for version in shipped().versions:
        catalog = shipped().version(version)
        assert catalog is not None
        for symbol, stub, upstream in handshakes(TargetSymbols(catalog, Target(version, Platform.parse(platform)))):
            count += 1
            found = [b.text for b in compare(stub, upstream) if b.gap is Gap.BROKEN]
            if found and (platform, symbol) not in REAL:
                broken.add((symbol, found[0]))
    assert count > 100
    assert not broken, "\n".join(map(str, sorted(broken)))
