"""`catalog build`: one version's catalog from a GOROOT."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from golinkname_ls.catalog.building.build import build
from golinkname_ls.catalog.store.versions import shipped
from golinkname_ls.cli.main import CannotDo
from golinkname_ls.golang.installation.goroot import read_goroot

HELP = "build one version's catalog from a GOROOT"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the action's arguments."""
    parser.add_argument("--goroot", required=True, type=Path)
    parser.add_argument("--out", type=Path, help="the catalog's folder (default: catalog)", default=Path("catalog"))


def run(options: argparse.Namespace) -> int:
    """Build it, name what was left out, and say how long it took."""
    goroot = read_goroot(options.goroot)
    oldest, newest = shipped().versions[0], shipped().newest
    if goroot.version < oldest:
        raise CannotDo(f"{goroot.release} is older than anything known: the oldest is {oldest}")
    out = options.out / str(goroot.version)
    started = time.monotonic()
    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task(f"reading {goroot.release}")
        built = build(options.goroot, out, lambda done, total: progress.update(task, completed=done, total=total))
    for skipped in built.skipped:
        print(f"golinkname-ls: {skipped}", file=sys.stderr)
    if goroot.version > newest:
        print(
            f"golinkname-ls: Go {goroot.version} is newer than {newest}: its linker is taken to be alike",
            file=sys.stderr,
        )
    print(f"{built.release}: {built.packages} packages in {out}, {time.monotonic() - started:.1f} s")
    return 0
