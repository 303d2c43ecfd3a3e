"""JSON objects and tables on standard output."""

from __future__ import annotations

import json

from rich.console import Console
from rich.table import Table


def print_json(document: dict[str, object]) -> None:
    """Print one object, with the number of its schema."""
    print(json.dumps({"schema": 1} | document, indent=2, ensure_ascii=False))


def print_table(table: Table) -> None:
    """Print a table: as wide as it needs in a file or pipe, folded (never cut) to the width of a terminal."""
    for column in table.columns:
        column.overflow = "fold"
    console = Console()
    if not console.is_terminal:
        console = Console(width=10_000)
    console.print(table, crop=False)
