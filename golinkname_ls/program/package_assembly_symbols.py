"""Symbols that a package's assembly defines on one target, with their ABIs, macros expanded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from golinkname_ls.golang.assembly.macros import macros
from golinkname_ls.golang.assembly.symbols import active, assembly_symbols, expanded
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.targets.target import Target

_T = TypeVar("_T")


def assembly_symbols_of(package: PackageFolder, prefix: str, target: Target) -> frozenset[tuple[str, str]]:
    """Symbols that the package's assembly defines on a target, as (`TEXT` or `GLOBL`, symbol)."""
    return package.answers.ask((assembly_symbols_of, prefix, target), lambda: _assembled_in(package, prefix, target))


def _assembled_in(package: PackageFolder, prefix: str, target: Target) -> frozenset[tuple[str, str]]:
    return frozenset((kind, symbol) for kind, symbol, _ in _assembly_of(package, prefix, target))


def assembly_abi(package: PackageFolder, prefix: str, symbol: str, target: Target) -> str:
    """ABI of the TEXT that the package's assembly has for the symbol, "" for none; `ABIInternal` if there are two."""
    texts = package.answers.ask((_texts, target), lambda: _texts(package, target))
    own = symbol.removeprefix(prefix) if symbol.startswith(prefix + ".") else symbol
    return max(texts.get(symbol, ""), texts.get(own, ""), key=len)


def _texts(package: PackageFolder, target: Target) -> dict[str, str]:
    """The ABI of each TEXT, the longer name if there are two."""
    rows = package.answers.ask((_rows, target), lambda: _rows(package, target))
    return {symbol: abi for kind, symbol, abi in sorted(rows, key=lambda row: len(row[2])) if kind == "TEXT"}


def _assembly_of(package: PackageFolder, prefix: str, target: Target) -> Iterator[tuple[str, str, str]]:
    for kind, symbol, abi in package.answers.ask((_rows, target), lambda: _rows(package, target)):
        yield kind, prefix + symbol if symbol.startswith(".") else symbol, abi


def _rows(package: PackageFolder, target: Target) -> frozenset[tuple[str, str, str]]:
    """(kind, symbol, ABI) of each definition; the package's own symbols begin with the dot behind its prefix."""
    found = set[tuple[str, str, str]]()
    for path, _ in package.assembly(target):
        found |= read_assembly(package, path.name, target, _assembled)
    return frozenset(found)


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


def assembler_names(package: PackageFolder, name: str, target: Target) -> frozenset[str]:
    """Macros of cmd/go for the assembler that a file or its includes name (cmd/go/internal/work/gc.go, asmArgs)."""
    goos, goarch = target.platform.goos, target.platform.goarch
    defined = {f"GOOS_{goos}", f"GOARCH_{goarch}", _LEVELS.get(goarch, f"GOARCH_{goarch}")}
    return package.answers.ask((assembler_names, name), lambda: _named(package, name)) & defined


# The assembler's names begin so.
_NAME = re.compile(rb"GO[A-Z0-9]+_\w+")


def _named(package: PackageFolder, name: str) -> frozenset[str]:
    """The words in a file, or in what it includes, that may be the assembler's."""
    texts = package.assembly_file(name) or b"", package.assembly_headers(name)
    return frozenset(word.decode("ascii", "replace") for text in texts for word in _NAME.findall(text))


def read_assembly(
    package: PackageFolder, name: str, target: Target, read: Callable[[bytes, bytes, frozenset[str]], _T]
) -> _T:
    """Result of `read` on an assembly file's bytes, those of its includes, and the macros that `#ifdef` finds defined.

    Of most files it is the same on all targets, and found once.
    """
    names = assembler_names(package, name, target)

    def find() -> _T:
        return read(package.assembly_file(name) or b"", package.assembly_headers(name), names)

    return package.answers.ask((read, name, names), find)
