"""`catalog`: build the catalog from a GOROOT, or read it."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from golinkname_ls.catalog.build import NotAGoroot, build, goroot_version
from golinkname_ls.catalog.store import CatalogError, shipped
from golinkname_ls.catalog.symbols import TargetSymbols
from golinkname_ls.cli.main import CannotDo
from golinkname_ls.golang.platform import Platform
from golinkname_ls.golang.target import Target
from golinkname_ls.golang.version import GoVersion
from golinkname_ls.linking.upstream import line_of
from golinkname_ls.linking.verdict import pull


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the sub-commands."""
    commands = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    builder = commands.add_parser("build", help="build one version's catalog from a GOROOT")
    builder.add_argument("--goroot", required=True, type=Path)
    builder.add_argument("--out", type=Path, help="the catalog's folder (default: catalog)", default=Path("catalog"))
    show = commands.add_parser("show", help="a symbol's signature and pull status through the versions")
    show.add_argument("symbol", help="e.g. runtime.nanotime")
    show.add_argument("--platform", default="linux/amd64")


def run(options: argparse.Namespace) -> int:
    """Run the chosen action."""
    try:
        return _build(options) if options.action == "build" else _show(options)
    except (NotAGoroot, CatalogError, OSError, ValueError) as error:
        raise CannotDo(str(error)) from None


def _build(options: argparse.Namespace) -> int:
    release = goroot_version(options.goroot)
    out = options.out / str(GoVersion.parse(release))
    started = time.monotonic()
    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task(f"reading {release}")
        count = build(options.goroot, out, lambda done, total: progress.update(task, completed=done, total=total))
    print(f"{release}: {count} packages in {out}, {time.monotonic() - started:.1f} s")
    return 0


def _show(options: argparse.Namespace) -> int:
    platform = Platform.parse(options.platform)
    table = Table("Go", "pull", "declaration", "where", box=None)
    seen = False
    catalog = shipped()
    for version in catalog.versions:
        opened = catalog.version(version)
        assert opened is not None, "it is listed"
        verdict, found = pull(TargetSymbols(opened, Target(version, platform)), options.symbol)
        seen = seen or found is not None
        if found is not None and found.entry is not None:
            table.add_row(str(version), verdict.value, line_of(found), f"{found.file}:{found.line}")
        else:
            table.add_row(str(version), verdict.value, found.kind.value if found else "", "")
    if not seen:
        raise CannotDo(f"no version defines {options.symbol} on {platform}")
    Console(soft_wrap=True).print(table)
    return 0
