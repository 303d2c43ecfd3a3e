"""`catalog search`: the symbols whose name fits a pattern."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

from rich.markup import escape
from rich.table import Table

from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.cli.catalog.std_symbols import add_target_arguments, state_json, symbols_of
from golinkname_ls.cli.json_and_tables import print_json, print_table
from golinkname_ls.cli.terminal_safe_text import print_message
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.linking.std_versions.version_diff import SymbolState, defined_symbols, symbol_state

HELP = "the symbols whose name fits a pattern"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the action's arguments."""
    parser.add_argument(
        "pattern", metavar="GLOB", help="e.g. 'runtime.*nano*'; * stands for any text, ? for one letter"
    )
    parser.add_argument("--go", metavar="VERSION", help="a Go version (default: the newest)")
    add_target_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the matching symbols; returns the exit status, 1 when there are none."""
    platform = Platform.parse(arguments.platform)
    symbols = symbols_of(arguments.go or str(shipped().newest), platform)
    found = list(_matching(symbols, arguments.pattern))
    if arguments.format == "json":
        listed = [{"symbol": s.symbol, "upstream": state_json(s)} for s in found]
        print_json({"go": str(symbols.target.go), "platform": str(platform), "symbols": listed})
    elif found:
        table = Table("symbol", "pull", "declaration", "where", box=None)
        for s in found:
            table.add_row(escape(s.symbol), s.pull.value, escape(s.declaration), f"{s.file}:{s.line}" if s.file else "")
        print_table(table)
    if not found:
        print_message(f"nothing in Go {symbols.target.go} on {platform} fits {arguments.pattern}")
    return int(not found)


def _matching(symbols: TargetSymbols, pattern: str) -> Iterator[SymbolState]:
    fixed = re.split(r"[*?\[]", pattern, maxsplit=1)[0]
    for path in sorted(symbols.catalog.paths):
        # Only packages that the text before the first wildcard leaves possible are opened.
        if not (f"{path}.".startswith(fixed) or fixed.startswith(f"{path}.")):
            continue
        for symbol in defined_symbols(symbols, path):
            if fnmatchcase(symbol, pattern):
                found = symbol_state(symbols, symbol)
                if found is not None:
                    yield found
