"""What the actions that read the catalog share: versions, platforms, tables, JSON."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from rich.console import Console
from rich.table import Table

from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.catalog.store.versions import Catalog, shipped
from golinkname_ls.cli.main import CannotDo
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.linking.history.std_diff import State


def reading_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare --platform and --format."""
    parser.add_argument("--platform", default="linux/amd64", help="GOOS/GOARCH (default: linux/amd64)")
    parser.add_argument("--format", choices=["text", "json"], default="text")


def symbols_of(version: str, platform: Platform, catalog: Catalog | None = None) -> TargetSymbols:
    """The symbols of a version as written on the command line; raises CannotDo when the catalog lacks it."""
    catalog = catalog or shipped()
    known = ", ".join(map(str, catalog.versions))
    try:
        parsed = GoVersion.parse(version)
    except ValueError as error:
        raise CannotDo(f"{error}; the catalog has {known}") from None
    opened = catalog.version(parsed)
    if opened is None:
        raise CannotDo(f"Go {parsed} is not in the catalog, which has {known}")
    return TargetSymbols(opened, Target(parsed, platform))


def record(state: State | None) -> dict[str, object] | None:
    """A symbol's state for JSON; None where nothing defines it."""
    if state is None:
        return None
    fields = asdict(state)
    del fields["symbol"]
    return fields | {"pull": state.pull.value, "marks": list(state.marks)}


def print_json(document: dict[str, object]) -> None:
    """One object on stdout."""
    print(json.dumps({"schema": 1} | document, indent=2, ensure_ascii=False))


def print_table(table: Table) -> None:
    """A table on stdout: as wide as it needs in a file or pipe, folded (never cut) to the width of a terminal."""
    for column in table.columns:
        column.overflow = "fold"
    console = Console()
    if not console.is_terminal:
        console = Console(width=10_000)
    console.print(table, crop=False)
