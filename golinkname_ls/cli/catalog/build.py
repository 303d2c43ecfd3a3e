"""`catalog build`: one version's catalog from a GOROOT."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from golinkname_ls.catalog.building.build import build
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.cli.command_error import CommandError
from golinkname_ls.cli.terminal_safe_text import print_message
from golinkname_ls.golang.installation.goroot import read_goroot

HELP = "build one version's catalog from a GOROOT"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the action's arguments."""
    parser.add_argument("--goroot", required=True, type=Path)
    parser.add_argument("--out", type=Path, help="the catalog's folder (default: catalog)", default=Path("catalog"))


def run(arguments: argparse.Namespace) -> int:
    """Build the catalog, name the files left out, and say how long it took; returns the exit status."""
    goroot = read_goroot(arguments.goroot)
    oldest, newest = shipped().versions[0], shipped().newest
    if goroot.version < oldest:
        raise CommandError(f"{goroot.release} is older than anything known: the oldest is {oldest}")
    out = arguments.out / str(goroot.version)
    started = time.monotonic()
    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task(f"reading {goroot.release}")
        built = build(arguments.goroot, out, lambda done, total: progress.update(task, completed=done, total=total))
    for skipped in built.skipped:
        print_message(str(skipped))
    if goroot.version > newest:
        print_message(f"Go {goroot.version} is newer than {newest}: its linker is taken to be alike")
    print(f"{built.release}: {built.packages} packages in {out}, {time.monotonic() - started:.1f} s")
    return 0
