"""`catalog dump`: every std declaration of one target with its resolved type, one JSON object a line."""

from __future__ import annotations

import argparse
import json
from typing import Any

from golinkname_ls.catalog.std.resolved_declarations import DumpedDeclaration, dumped_declarations
from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.cli.catalog.std_symbols import symbols_of
from golinkname_ls.cli.command_error import CommandError
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.linking.marks.pull_verdicts import PullVerdict, pull_verdict

HELP = "every std declaration of a target, one JSON object a line"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the action's arguments."""
    parser.add_argument("packages", nargs="*", metavar="PKG", help="import paths (default: all of std)")
    parser.add_argument("--go", metavar="VERSION", help="a Go version (default: the newest)")
    parser.add_argument("--platform", default="linux/amd64", help="GOOS/GOARCH (default: linux/amd64)")


def run(arguments: argparse.Namespace) -> int:
    """Print the records in the order of packages, files and lines."""
    symbols = symbols_of(arguments.go or str(shipped().newest), Platform.parse(arguments.platform))
    for path in arguments.packages:
        if not symbols.has_package(path):
            raise CommandError(f"Go {symbols.target.go} on {symbols.target.platform} has no package {path}")
    for record in dumped_declarations(symbols, arguments.packages):
        print(json.dumps(_described(record, symbols), ensure_ascii=False, separators=(",", ":")))
    return 0


def _described(record: DumpedDeclaration, symbols: TargetSymbols) -> dict[str, Any]:
    found: dict[str, Any] = {
        "pkg": record.package,
        "name": record.name,
        "kind": record.kind,
        "type": record.type,
        "body": record.body,
    }
    if record.layout is not None:
        found |= {"size": record.layout.size, "align": record.layout.align}
        if record.compiled is not None and record.compiled != record.layout:
            # Until 1.21 go/types left out the padding at a struct's end, which the compiler has always had.
            found["compiled_size"] = record.compiled.size
    verdict = PullVerdict.ABSENT if record.kind == "type" else pull_verdict(symbols, record.symbol)[0]
    marks = list(record.marks)
    return found | {"file": record.file, "line": record.line, "marks": marks, "pull": verdict.value}
