"""Differences of a std package's symbols between two Go versions: added, removed, opened, closed, changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from golinkname_ls.catalog.std.printed_declarations import line_of
from golinkname_ls.catalog.std.symbols import TargetSymbols, split_symbol
from golinkname_ls.linking.marks.pull_verdicts import PullVerdict, pull_verdict
from golinkname_ls.syntax.items.declarations import FuncDeclaration, VarDeclaration


@dataclass(frozen=True, slots=True)
class SymbolState:
    """A std symbol in one Go version: `declaration` is its line of Go, or `assembly` when it has none."""

    symbol: str
    kind: str
    declaration: str
    pull: PullVerdict
    marks: tuple[str, ...]
    file: str
    line: int


class ChangeKind(Enum):
    """Kind of change of a symbol, most important first; closed and opened say whether others may pull it."""

    CLOSED = "closed"
    OPENED = "opened"
    REMOVED = "removed"
    ADDED = "added"
    SIGNATURE = "signature"
    MARK_LOST = "mark-lost"
    MARK_GAINED = "mark-gained"


@dataclass(frozen=True, slots=True)
class SymbolChange:
    """A symbol that differs between two versions; a side is None where nothing defines it."""

    symbol: str
    kinds: tuple[ChangeKind, ...]
    before: SymbolState | None
    after: SymbolState | None


def symbol_state(symbols: TargetSymbols, symbol: str) -> SymbolState | None:
    """A symbol's definition and pull verdict in one version; None when nothing defines it."""
    verdict, found = pull_verdict(symbols, symbol)
    if found is None:
        return None
    declaration = line_of(found) or found.kind.value
    return SymbolState(
        symbol, found.kind.value, declaration, verdict, tuple(sorted(found.marks)), found.file, found.line
    )


def defined_symbols(symbols: TargetSymbols, path: str) -> Iterator[str]:
    """Symbols of the package `path`, sorted: its funcs, methods, vars, assembly, and what others push to it."""
    names = {s for s in symbols.catalog.pushes if split_symbol(s)[0] == path}
    for section in symbols.sections(path):
        if section.is_assembly:
            names.update(symbol for _, symbol, _ in section.symbols() if split_symbol(symbol)[0] == path)
            continue
        for number in range(len(section.rows)):
            declaration = section.declaration(number)
            if isinstance(declaration, FuncDeclaration):
                names.add(f"{path}.{declaration.qualified_name}")
            elif isinstance(declaration, VarDeclaration):
                names.add(f"{path}.{declaration.name}")
    yield from sorted(names)


def symbol_changes(old: TargetSymbols, new: TargetSymbols, path: str) -> Iterator[SymbolChange]:
    """The symbols of one package that differ between two versions, sorted."""
    for symbol in sorted({*defined_symbols(old, path), *defined_symbols(new, path)}):
        before, after = symbol_state(old, symbol), symbol_state(new, symbol)
        kinds = tuple(_kinds(before, after))
        if kinds:
            yield SymbolChange(symbol, kinds, before, after)


def _kinds(before: SymbolState | None, after: SymbolState | None) -> Iterator[ChangeKind]:
    if before is None or after is None:
        if before is not after:
            yield ChangeKind.ADDED if before is None else ChangeKind.REMOVED
        return
    if (before.pull is PullVerdict.ALLOWED) != (after.pull is PullVerdict.ALLOWED):
        yield ChangeKind.OPENED if after.pull is PullVerdict.ALLOWED else ChangeKind.CLOSED
    if before.declaration != after.declaration:
        yield ChangeKind.SIGNATURE
    if set(before.marks) - set(after.marks):
        yield ChangeKind.MARK_LOST
    if set(after.marks) - set(before.marks):
        yield ChangeKind.MARK_GAINED
