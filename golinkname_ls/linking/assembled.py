"""What a package's assembly defines on one target."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from golinkname_ls.catalog.assembly import active, assembly_symbols
from golinkname_ls.golang.package import PackageFolder
from golinkname_ls.golang.target import Target


def assembled(package: PackageFolder, prefix: str, target: Target) -> set[tuple[str, str]]:
    """(`TEXT` or `GLOBL`, symbol) of what the package's assembly defines on a target."""
    return {(kind, symbol) for kind, symbol, _ in _assembly_of(package, prefix, target)}


def assembly_abi(package: PackageFolder, prefix: str, symbol: str, target: Target) -> str:
    """The ABI of the TEXT that the package's assembly has for the symbol, "" for none; `ABIInternal` if there are two."""
    found = {abi for kind, name, abi in _assembly_of(package, prefix, target) if kind == "TEXT" and name == symbol}
    return max(found, key=len, default="")


def _assembly_of(package: PackageFolder, prefix: str, target: Target) -> Iterator[tuple[str, str, str]]:
    names = assembler_names(target)
    return (entry for _, data in package.assembly(target) for entry in _assembled(data, prefix, names))


@functools.lru_cache(maxsize=256)
def _assembled(data: bytes, prefix: str, names: frozenset[str]) -> frozenset[tuple[str, str, str]]:
    text = active(data.decode("utf-8", "replace"), names)
    return frozenset((kind.upper(), symbol, abi) for kind, symbol, abi in assembly_symbols(text, prefix))


def assembler_names(target: Target) -> frozenset[str]:
    """What cmd/go defines for the assembler (cmd/go/internal/work/gc.go, asmArgs)."""
    return frozenset({f"GOOS_{target.platform.goos}", f"GOARCH_{target.platform.goarch}"})
