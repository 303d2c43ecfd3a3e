"""Symbols of a small std library, whose runtime is given as Go text."""

from __future__ import annotations

from pathlib import Path

from golinkname_ls.catalog.std.symbols import TargetSymbols
from tests.catalog.std.small_std import catalog_of
from tests.program.small_programs import target


def small_std(folder: Path, version: str, runtime: str, assembly: str = "") -> TargetSymbols:
    """Symbols of a GOROOT of this version; `runtime` is the one file of its runtime without the package clause."""
    files = {"runtime/proc.go": f"package runtime\n\n{runtime}\n", "runtime/asm_amd64.s": assembly}
    return TargetSymbols(catalog_of(folder, files, version), target(version))
