"""`catalog diff`: what a Go release added, removed, re-typed, closed and opened."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator

from rich.console import Console
from rich.markup import escape
from rich.progress import track
from rich.table import Table

from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.cli.catalog.std_symbols import add_target_arguments, state_json, symbols_of
from golinkname_ls.cli.command_error import CommandError
from golinkname_ls.cli.json_and_tables import print_json, print_table
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.linking.marks.pull_verdicts import PullVerdict
from golinkname_ls.linking.std_versions.version_diff import ChangeKind, SymbolChange, SymbolState, symbol_changes

HELP = "what changed between two Go versions"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the action's arguments."""
    parser.add_argument("old", metavar="A", help="e.g. 1.26")
    parser.add_argument("new", metavar="B", help="e.g. 1.27")
    parser.add_argument("packages", nargs="*", metavar="PKG", help="import paths (default: all of std)")
    parser.add_argument("--pullable", action="store_true", help="only what could be pulled in A or can be in B")
    add_target_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the changes, what was closed first."""
    platform = Platform.parse(arguments.platform)
    old, new = symbols_of(arguments.old, platform), symbols_of(arguments.new, platform)
    packages = arguments.packages or sorted({*old.catalog.paths, *new.catalog.paths})
    unknown = [p for p in packages if not old.has_package(p) and not new.has_package(p)] if arguments.packages else []
    if unknown:
        raise CommandError(f"no package {', '.join(unknown)} in Go {old.target.go} or {new.target.go} on {platform}")
    found = [c for c in _changes(old, new, packages) if not arguments.pullable or _pullable(c)]
    if arguments.format == "json":
        listed = [
            {
                "symbol": c.symbol,
                "kinds": [k.value for k in c.kinds],
                "before": state_json(c.before),
                "after": state_json(c.after),
            }
            for c in found
        ]
        versions = {"from": str(old.target.go), "to": str(new.target.go)}
        print_json(versions | {"platform": str(platform), "changes": listed})
        return 0
    _print(found, old, new)
    return 0


def _changes(old: TargetSymbols, new: TargetSymbols, packages: list[str]) -> Iterator[SymbolChange]:
    progress = track(
        packages,
        "comparing",
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty() or len(packages) < 10,
    )
    for path in progress:
        yield from symbol_changes(old, new, path)


def _pullable(change: SymbolChange) -> bool:
    return any(side is not None and side.pull is PullVerdict.ALLOWED for side in (change.before, change.after))


def _print(found: list[SymbolChange], old: TargetSymbols, new: TargetSymbols) -> None:
    order = list(ChangeKind)
    found.sort(key=lambda c: (order.index(c.kinds[0]), c.symbol))
    table = Table("change", "symbol", f"Go {old.target.go}", f"Go {new.target.go}", box=None)
    for change in found:
        words = ", ".join(kind.value for kind in change.kinds)
        table.add_row(words, change.symbol, escape(_side(change.before, change)), escape(_side(change.after, change)))
    print_table(table)
    counts = Counter(kind for change in found for kind in change.kinds)
    summary = ", ".join(f"{counts[kind]} {kind.value}" for kind in order if counts[kind]) or "no change"
    print(f"Go {old.target.go} to {new.target.go} on {new.target.platform}: {summary}")


def _side(state: SymbolState | None, change: SymbolChange) -> str:
    if state is None:
        return ""
    shown = [state.pull.value]
    if ChangeKind.MARK_GAINED in change.kinds or ChangeKind.MARK_LOST in change.kinds:
        shown.append("(" + (", ".join(state.marks) or "no mark") + ")")
    if {ChangeKind.SIGNATURE, ChangeKind.ADDED, ChangeKind.REMOVED} & set(change.kinds):
        shown.append(state.declaration)
    return " ".join(shown)
