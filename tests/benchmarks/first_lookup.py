"""How long the first look-up of one runtime symbol takes in a new process, beyond the interpreter's own start.

    python -m tests.benchmarks.first_lookup [runs]

The process opens the shipped catalog's newest version and reads the definition of runtime.nanotime. Compiled modules are
on disk, as after an installation.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time

PROGRAMS = {
    "interpreter": "pass",
    "catalog text": (
        "from golinkname_ls.catalog.store.version_catalog import shipped; c = shipped();"
        "assert c.version(c.newest).package('runtime').named('nanotime')"
    ),
    "symbol": (
        "from golinkname_ls.catalog.store.version_catalog import shipped;"
        "from golinkname_ls.catalog.std.symbols import TargetSymbols;"
        "from golinkname_ls.golang.targets.platform import Platform;"
        "from golinkname_ls.golang.targets.target import Target; c = shipped();"
        "s = TargetSymbols(c.version(c.newest), Target(c.newest, Platform('linux', 'amd64')));"
        "assert s.find('runtime.nanotime')"
    ),
}


ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def measured(program: str, runs: int) -> list[float]:
    found = []
    subprocess.run([sys.executable, "-c", program], check=True, env=ENVIRONMENT)
    for _ in range(runs):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", program], check=True, env=ENVIRONMENT)
        found.append((time.perf_counter() - started) * 1000)
    return found


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    base = 0.0
    for name, program in PROGRAMS.items():
        times = measured(program, runs)
        p50 = statistics.median(times)
        base = base or p50
        print(f"{name:14} p50 {p50:7.1f} ms, best {min(times):7.1f} ms, beyond the interpreter {p50 - base:7.1f} ms")


if __name__ == "__main__":
    main()
