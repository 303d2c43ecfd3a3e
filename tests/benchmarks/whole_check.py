"""How long whole `check` processes take: on one small module, and on a GOROOT's sources.

    python -m tests.benchmarks.whole_check [GOROOT]

Compiled modules are on disk, as after an installation. Processor time says more than the clock on a busy machine; it is not
to be had on Windows. Processor time adds up what the processes
of a check take that share its files out. Machines differ, and one machine by the hour: for a GOROOT there is also the time of the bare work that
no check can do without, and how many times that the check takes. The design's 2 s are three and a half times of it. Without
`--platform` the files of other systems are checked, too, each on the first platform that builds it.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from golinkname_ls.syntax.tree.go_tree import parse
from tests.benchmarks.first_lookup import ENVIRONMENT

MAIN = """\
package main

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
func nanotime() int64

func main() { println(nanotime()) }
"""


def measured(folder: Path, runs: int, *options: str) -> tuple[list[float], list[float], dict[str, object]]:
    """Milliseconds by the clock and of the processor for each run, and what the last one printed."""
    command = [sys.executable, "-m", "golinkname_ls", "check", "--format", "json", *options, str(folder)]
    clock, processor, out = [], [], b""
    for _ in range(runs + 1):
        before, used = time.perf_counter(), os.times()
        out = subprocess.run(command, capture_output=True, env=ENVIRONMENT).stdout
        now = os.times()
        clock.append((time.perf_counter() - before) * 1000)
        processor.append((now.children_user + now.children_system - used.children_user - used.children_system) * 1000)
    return clock[1:], processor[1:], json.loads(out)


def bare(folder: Path) -> float:
    """Milliseconds of the processor to list and read all Go files below, and to parse those with directives."""
    start = time.process_time()
    for base, _, names in os.walk(folder):
        for name in names if "testdata" not in base else ():
            data = Path(base, name).read_bytes() if name.endswith(".go") else b""
            if b"//go:linkname" in data:
                parse(data)
    return (time.process_time() - start) * 1000


def show(name: str, clock: list[float], processor: list[float], report: dict[str, object]) -> None:
    words = f"{report['files']} files, {report['directives']} directives"
    times = f"p50 {statistics.median(clock):6.0f} ms, best {min(clock):6.0f} ms, processor {min(processor):6.0f} ms"
    print(f"{name:15} {times}, {words}")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "go.mod").write_text("module example.com/small\n\ngo 1.27\n")
        (folder / "main.go").write_text(MAIN)
        show("small module", *measured(folder, 15))
    if len(sys.argv) > 1:
        sources = Path(sys.argv[1]) / "src"
        before = bare(sources)
        runs = {
            "GOROOT/src": measured(sources, 3),
            "its linux/amd64": measured(sources, 3, "--platform", "linux/amd64"),
        }
        floor = (before + bare(sources)) / 2
        for what, (clock, processor, report) in runs.items():
            show(what, clock, processor, report)
            times = f"{min(clock) / floor:.1f} times by the clock, {min(processor) / floor:.1f} times of the processor"
            print(f"{'':15} {times}, the bare work of {floor:.0f} ms of one processor")


if __name__ == "__main__":
    main()
