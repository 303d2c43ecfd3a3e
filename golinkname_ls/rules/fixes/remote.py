"""Point a directive at another symbol: the renamed one, the nearest one, the one whose package was left out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from functools import partial

from golinkname_ls.catalog.symbols import split_symbol
from golinkname_ls.linking.contract import Gap
from golinkname_ls.linking.definitions import own_definitions
from golinkname_ls.linking.link import Link
from golinkname_ls.linking.verdict import Pull, pull
from golinkname_ls.rules.edits import package_name, replace
from golinkname_ls.rules.finding import Change, Fix
from golinkname_ls.rules.rule import Unit
from golinkname_ls.syntax.source_file import SourceFile
from golinkname_ls.text.span import Span


def remotes(unit: Unit, link: Link, symbols: Iterable[str]) -> tuple[Fix, ...]:
    """One fix for each of the symbols that the linker lets through and that the stub fits."""
    if link.directive.remote is None:
        return ()
    span = link.directive.remote.span
    return tuple(
        Fix(f"Change the remote to {symbol}", False, partial(_replaced, unit.source, span, symbol))
        for symbol in symbols
        if _holds(unit, link, symbol)
    )


def completed(unit: Unit, symbol: str) -> list[str]:
    """The symbols that `symbol` names when it lacks its package's path, or its package altogether."""
    return sorted(_candidates(unit, symbol))[:3]


def _candidates(unit: Unit, symbol: str) -> Iterator[str]:
    head, name = split_symbol(symbol)
    if not name or unit.symbols.has_package(head) or head in unit.program.prefixes:
        return
    if not head:
        if _may_pull(unit, f"runtime.{name}"):
            yield f"runtime.{name}"
        return
    for prefix, path in unit.program.prefixes.items():
        found = f"{prefix}.{name}"
        if package_name(path) == head and own_definitions(unit.program, found, unit.target):
            yield found
    for path in unit.symbols.catalog.paths:
        if package_name(path) == head and _may_pull(unit, f"{path}.{name}"):
            yield f"{path}.{name}"


def _may_pull(unit: Unit, symbol: str) -> bool:
    return pull(unit.symbols, symbol, unit.program.linker_path(unit.path))[0] is Pull.ALLOWED


def _holds(unit: Unit, link: Link, symbol: str) -> bool:
    trial = dataclasses.replace(link, remote=symbol)
    # The unit knows links by identity, so this one has to live as long as it does.
    unit.shared["trial", id(trial)] = trial
    if unit.outcome(trial).problem is not None:
        return False
    comparison = unit.comparison(trial)
    return comparison is None or not any(comparison.worst(gap) for gap in (Gap.BROKEN, Gap.HIDDEN_POINTER))


def _replaced(source: SourceFile, span: Span, text: str) -> tuple[Change, ...]:
    return (replace(source, span, text),)
