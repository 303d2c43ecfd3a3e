"""`abi SIGNATURE`: the registers and stack slots of each argument and result."""

from __future__ import annotations

import argparse
import json
from typing import Any

from rich.markup import escape
from rich.table import Table

from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.catalog.std.type_checker_packages import StdPackages
from golinkname_ls.catalog.store.version_catalog import CatalogError, shipped
from golinkname_ls.cli.command_error import CommandError
from golinkname_ls.cli.json_and_tables import print_table
from golinkname_ls.golang.sizes.register_assignment import CallingSequence, Part, Unresolved, assign, register_name
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.golang.type_checker.checker import Checker
from golinkname_ls.golang.type_checker.command_line_signature import signature_of
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.type_text import type_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("signature", help="e.g. 'func(p *int, s string) (n int, err error)'; std types by import path")
    parser.add_argument("--platform", default="linux/amd64", help="GOOS/GOARCH (default: linux/amd64)")
    parser.add_argument("--go", help="Go version (default: the newest in the catalog)")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print the registers and stack slots of the signature's arguments and results."""
    try:
        catalog = shipped()
        go = GoVersion.parse(arguments.go) if arguments.go else catalog.newest
        target = Target(go, Platform.parse(arguments.platform))
        if arguments.format == "json":
            print(json.dumps(described(arguments.signature, target)))
            return 0
        signature, assignment = _assigned(arguments.signature, target)
    except (CatalogError, ValueError) as error:
        raise CommandError(str(error)) from None
    table = Table("value", "type", "where", box=None)
    for what, parameters, values in (
        ("argument", signature.parameters, assignment.arguments),
        ("result", signature.results, assignment.results),
    ):
        for number, (parameter, parts) in enumerate(zip(parameters, values, strict=True), 1):
            where = ", ".join(_where(part, target) for part in parts) or "nowhere (size 0)"
            table.add_row(f"{what} {number}", escape(f"{parameter.name} {type_text(parameter.type)}".strip()), where)
    print_table(table)
    print(f"stack: {assignment.stack_bytes} bytes, spill area: {assignment.spill_bytes} bytes")
    return 0


def described(text: str, target: Target) -> dict[str, Any]:
    """Register assignment of a signature's text, as the JSON of `abi --format json`; raises ValueError."""
    _, assignment = _assigned(text, target)
    return {
        "args": [[_part(p) for p in parts] for parts in assignment.arguments],
        "results": [[_part(p) for p in parts] for parts in assignment.results],
        "stack_bytes": assignment.stack_bytes,
        "spill_bytes": assignment.spill_bytes,
    }


def _assigned(text: str, target: Target) -> tuple[m.Signature, CallingSequence]:
    version = shipped().version(target.go)
    if version is None:
        raise ValueError(f"Go {target.go} is not in the catalog")
    checker = Checker(StdPackages(TargetSymbols(version, target)))
    signature = signature_of(text, checker)
    try:
        parameters = [p.type for p in signature.parameters]
        return signature, assign(parameters, [r.type for r in signature.results], target)
    except Unresolved:
        names = [type_text(p.type) for p in (*signature.parameters, *signature.results)]
        raise ValueError(
            f"a type in func({', '.join(names)}) is not known to Go {target.go} on {target.platform}"
        ) from None


def _part(part: Part) -> dict[str, Any]:
    where = {"stack": part.stack} if part.stack is not None else {"reg": part.register}
    return {"kind": part.kind, "offset": part.offset, "size": part.size, **where}


def _where(part: Part, target: Target) -> str:
    if part.stack is not None:
        return f"stack+{part.stack}"
    return f"{register_name(part, target)} ({part.size} byte{'s' * (part.size > 1)})"
