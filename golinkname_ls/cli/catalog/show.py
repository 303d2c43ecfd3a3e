"""`catalog show`: a symbol's signature and pull status through the versions."""

from __future__ import annotations

import argparse

from rich.table import Table

from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.cli.catalog.std_symbols import add_target_arguments, state_json, symbols_of
from golinkname_ls.cli.command_error import CommandError
from golinkname_ls.cli.json_and_tables import print_json, print_table
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.linking.marks.pull_verdicts import PullVerdict
from golinkname_ls.linking.std_versions.version_diff import SymbolState, symbol_state
from golinkname_ls.linking.std_versions.why_absent import why_absent

HELP = "a symbol's signature and pull status through the versions"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the action's arguments."""
    parser.add_argument("symbols", nargs="+", metavar="SYMBOL", help="e.g. runtime.nanotime")
    add_target_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print one table for each symbol; returns the exit status."""
    platform = Platform.parse(arguments.platform)
    targets = [symbols_of(str(version), platform) for version in shipped().versions]
    every: dict[str, list[SymbolState | None]] = {
        s: [symbol_state(t, s) for t in targets] for s in dict.fromkeys(arguments.symbols)
    }
    missing = [symbol for symbol, states in every.items() if not any(states)]
    if missing:
        raise CommandError("; ".join(_missing(targets, symbol, platform) for symbol in missing))
    versions = [str(t.target.go) for t in targets]
    if arguments.format == "json":
        listed = [
            {
                "symbol": s,
                "versions": [{"go": v, "upstream": state_json(x)} for v, x in zip(versions, states, strict=True)],
            }
            for s, states in every.items()
        ]
        print_json({"platform": str(platform), "symbols": listed})
        return 0
    for symbol, states in every.items():
        title = symbol if len(every) > 1 else None
        table = Table("Go", "pull", "declaration", "where", box=None, title=title, title_justify="left")
        for version, found in zip(versions, states, strict=True):
            if found is None:
                table.add_row(version, PullVerdict.ABSENT.value, "", "")
            else:
                where = f"{found.file}:{found.line}" if found.file else ""
                table.add_row(version, found.pull.value, found.declaration, where)
        print_table(table)
    return 0


def _missing(targets: list[TargetSymbols], symbol: str, platform: Platform) -> str:
    why = why_absent(targets, symbol)
    return f"no version defines {symbol or repr(symbol)} on {platform}" + (f" ({why})" if why else "")
