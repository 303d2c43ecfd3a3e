"""Point a directive at another symbol: the renamed one, the nearest one, the one whose package was left out.

Where upstream has another name only in part of the window, each name gets a file of its own.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from functools import partial

from golinkname_ls.catalog.std.symbols import Kind, split_symbol
from golinkname_ls.contract.differences import Gap
from golinkname_ls.golang.sizes.layout import Sizes
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.golang.types import model as m
from golinkname_ls.linking.marks.pull_verdicts import Pull, pull
from golinkname_ls.linking.resolving.definitions import own_definitions
from golinkname_ls.program.links import Link
from golinkname_ls.rules.core.advice import name_in_target
from golinkname_ls.rules.core.finding import Fix, Severity
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.core.variable_difference import layout_difference
from golinkname_ls.rules.edits.change import FileChange
from golinkname_ls.rules.edits.imports import guessed_package_name
from golinkname_ls.rules.edits.lines import replace
from golinkname_ls.rules.edits.version_runs import version_ranges
from golinkname_ls.rules.fixes.signature_variants import Variant, same_link, stub_text
from golinkname_ls.rules.fixes.version_files import split_by_version
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import VarDeclaration
from golinkname_ls.text.span import Span


def change_remote(unit: Unit, link: Link, symbols: Iterable[str]) -> tuple[Fix, ...]:
    """One fix for each of the symbols that the linker lets through and that the stub fits; then a file for each version.

    The latter where no name does for the whole window, but each version of it has one.
    """
    if link.directive.remote is None:
        return ()
    symbols, span, fixes = list(symbols), link.directive.remote.span, list[Fix]()
    window, whole = _by_version(unit), False
    for symbol in symbols:
        if not _holds(unit, link, symbol):
            continue
        versions = [version for version, units in window.items() if _does(units, link, symbol)]
        everywhere = len(versions) == len(window)
        whole = whole or everywhere
        title = f"Change the remote to {symbol}" + (
            f" for Go {version_ranges(versions)}" if versions and not everywhere else ""
        )
        fixes.append(Fix(title, False, partial(_replaced, unit.source, span, symbol)))
    return (*fixes, *(() if whole else _split(unit, link, symbols)))


def _split(unit: Unit, link: Link, symbols: list[str]) -> tuple[Fix, ...]:
    """A file for each run of versions that one name does for."""
    window = _by_version(unit)
    others = (name_in_target(other, link.remote) for units in window.values() for other in units)
    names = list(dict.fromkeys([link.remote, *symbols, *filter(None, others)]))
    groups = [list[GoVersion]() for _ in names]
    current = 0
    for version, units in window.items():
        # As few files as will do: the name of the version before is kept while it can be.
        found = next((n for n in (current, *range(len(names))) if _does(units, link, names[n])), None)
        if found is None:
            return ()
        current = found
        groups[current].append(version)
    text = stub_text(link)
    known = [
        Variant(tuple(versions), text, {}, None, True, name)
        for name, versions in zip(names, groups, strict=True)
        if versions
    ]
    return split_by_version(unit, link, known)


def _by_version(unit: Unit) -> dict[GoVersion, list[Unit]]:
    """The units of the window, oldest version first: one for each platform."""
    found: dict[GoVersion, list[Unit]] = {}
    for other in sorted(unit.window, key=lambda u: u.target.go):
        found.setdefault(other.target.go, []).append(other)
    return found


def _does(units: list[Unit], link: Link, symbol: str) -> bool:
    """Whether the directive with this remote is right on all these targets."""
    same = [(unit, same_link(unit, link)) for unit in units]
    return all(there is not None and _holds(unit, there, symbol) for unit, there in same)


def qualified_names(unit: Unit, symbol: str) -> list[str]:
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
        if guessed_package_name(path) == head and own_definitions(unit.program, found, unit.target):
            yield found
    for path in unit.symbols.catalog.paths:
        if guessed_package_name(path) == head and _may_pull(unit, f"{path}.{name}"):
            yield f"{path}.{name}"


def _may_pull(unit: Unit, symbol: str) -> bool:
    return pull(unit.symbols, symbol, unit.program.linker_path(unit.path))[0] is Pull.ALLOWED


def has_same_type(unit: Unit, link: Link, symbol: str) -> bool:
    """Whether the symbol is a var that the link's var may be laid over, of the very same type."""
    trial = _trial(unit, link, symbol)
    if not isinstance(link.stub, VarDeclaration) or not _right(unit, trial):
        return False
    ours = unit.variable(link.stub.name)
    return ours is not m.INVALID and ours == unit.upstream_variable(trial)


def _holds(unit: Unit, link: Link, symbol: str) -> bool:
    return _right(unit, link if symbol == link.remote else _trial(unit, link, symbol))


def _trial(unit: Unit, link: Link, symbol: str) -> Link:
    """The link with another remote, looked at for the first time."""
    trial = dataclasses.replace(link, remote=symbol)
    # The unit knows links by identity, so this one has to live as long as it does.
    unit.shared["trial", id(trial)] = trial
    return trial


def _right(unit: Unit, link: Link) -> bool:
    outcome = unit.outcome(link)
    if outcome.problem is not None:
        return False
    if isinstance(link.stub, VarDeclaration):
        if outcome.found is None or outcome.found.kind is not Kind.VAR:
            return False
        ours, theirs = unit.variable(link.stub.name), unit.upstream_variable(link)
        found = layout_difference(ours, theirs, Sizes.of(unit.target.platform))
        return found is None or found[1].rank > Severity.WARNING.rank
    comparison = unit.comparison(link)
    return comparison is None or not any(comparison.worst(gap) for gap in (Gap.BROKEN, Gap.HIDDEN_POINTER))


def _replaced(source: SourceFile, span: Span, text: str) -> tuple[FileChange, ...]:
    return (replace(source, span, text),)
