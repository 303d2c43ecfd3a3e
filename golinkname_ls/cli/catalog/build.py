"""`catalog build`: one version's catalog from a GOROOT."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from golinkname_ls.catalog.build import build, goroot_version
from golinkname_ls.golang.version import GoVersion

HELP = "build one version's catalog from a GOROOT"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the action's arguments."""
    parser.add_argument("--goroot", required=True, type=Path)
    parser.add_argument("--out", type=Path, help="the catalog's folder (default: catalog)", default=Path("catalog"))


def run(options: argparse.Namespace) -> int:
    """Build it and say how long it took."""
    release = goroot_version(options.goroot)
    out = options.out / str(GoVersion.parse(release))
    started = time.monotonic()
    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task(f"reading {release}")
        count = build(options.goroot, out, lambda done, total: progress.update(task, completed=done, total=total))
    print(f"{release}: {count} packages in {out}, {time.monotonic() - started:.1f} s")
    return 0
