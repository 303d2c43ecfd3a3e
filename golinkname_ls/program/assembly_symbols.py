"""Symbols that a package's assembly defines on one target, with their ABIs, macros expanded."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from golinkname_ls.catalog.assembly.macros import macros
from golinkname_ls.catalog.assembly.symbols import active, assembly_symbols, expanded
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.targets.target import Target


def assembly_symbols_of(package: PackageFolder, prefix: str, target: Target) -> frozenset[tuple[str, str]]:
    """Symbols that the package's assembly defines on a target, as (`TEXT` or `GLOBL`, symbol)."""
    return package.recall_files((assembly_symbols_of, prefix, target), lambda: _assembled_in(package, prefix, target))


def _assembled_in(package: PackageFolder, prefix: str, target: Target) -> frozenset[tuple[str, str]]:
    return frozenset((kind, symbol) for kind, symbol, _ in _assembly_of(package, prefix, target))


def assembly_abi(package: PackageFolder, prefix: str, symbol: str, target: Target) -> str:
    """ABI of the TEXT that the package's assembly has for the symbol, "" for none; `ABIInternal` if there are two."""
    texts = package.recall_files((_texts, target), lambda: _texts(package, target))
    own = symbol.removeprefix(prefix) if symbol.startswith(prefix + ".") else symbol
    return max(texts.get(symbol, ""), texts.get(own, ""), key=len)


def _texts(package: PackageFolder, target: Target) -> dict[str, str]:
    """The ABI of each TEXT, the longer name if there are two."""
    rows = package.recall_files((_rows, target), lambda: _rows(package, target))
    return {symbol: abi for kind, symbol, abi in sorted(rows, key=lambda row: len(row[2])) if kind == "TEXT"}


def _assembly_of(package: PackageFolder, prefix: str, target: Target) -> Iterator[tuple[str, str, str]]:
    for kind, symbol, abi in package.recall_files((_rows, target), lambda: _rows(package, target)):
        yield kind, prefix + symbol if symbol.startswith(".") else symbol, abi


def _rows(package: PackageFolder, target: Target) -> frozenset[tuple[str, str, str]]:
    """(kind, symbol, ABI) of each definition; the package's own symbols begin with the dot behind its prefix."""
    found = set[tuple[str, str, str]]()
    for _, data in package.assembly(target):
        headers = package.assembly_headers(data)
        found |= _assembled(data, headers, assembler_names(target, data, headers))
    return frozenset(found)


@functools.lru_cache(maxsize=1024)
def _assembled(data: bytes, headers: bytes, names: frozenset[str]) -> frozenset[tuple[str, str, str]]:
    text = active((headers + b"\n" + data).decode("utf-8", "replace"), names)
    texts = [text, expanded(text, table)] if (table := macros(text)) else [text]
    return frozenset((kind.upper(), symbol, abi) for t in texts for kind, symbol, abi in assembly_symbols(t, ""))


# cmd/go/internal/work/gc.go, asmArgs (1.27.3:346): what GO386 and its like are without being set.
_LEVELS = {
    "386": "GO386_sse2",
    "amd64": "GOAMD64_v1",
    "mips": "GOMIPS_hardfloat",
    "mipsle": "GOMIPS_hardfloat",
    "mips64": "GOMIPS64_hardfloat",
    "mips64le": "GOMIPS64_hardfloat",
    "ppc64": "GOPPC64_power8",
    "ppc64le": "GOPPC64_power8",
    "riscv64": "GORISCV64_rva20u64",
}


def assembler_names(target: Target, *texts: bytes) -> frozenset[str]:
    """Macros among cmd/go's for the assembler that one of the texts names (cmd/go/internal/work/gc.go, asmArgs)."""
    goos, goarch = target.platform.goos, target.platform.goarch
    names = {f"GOOS_{goos}", f"GOARCH_{goarch}", _LEVELS.get(goarch, f"GOARCH_{goarch}")}
    return frozenset(name for name in names if any(name.encode() in _asked(text) for text in texts))


# The assembler's names begin so; a file is asked for each target.
_NAME = re.compile(rb"GO[A-Z0-9]+_\w+")


@functools.lru_cache(maxsize=1024)
def _asked(text: bytes) -> frozenset[bytes]:
    """The names in a text that may be the assembler's."""
    return frozenset(_NAME.findall(text))
