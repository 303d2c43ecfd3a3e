"""Symbols of a small std library, whose runtime is given as Go text."""

from __future__ import annotations

from pathlib import Path

from golinkname_ls.catalog.building.build import build
from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.catalog.store.version_catalog import VersionCatalog
from golinkname_ls.golang.targets.version import GoVersion
from tests.catalog.small_goroot import small_goroot
from tests.program.small_programs import target


def small_std(folder: Path, version: str, runtime: str, assembly: str = "") -> TargetSymbols:
    """Symbols of a GOROOT of this version; `runtime` is the one file of its runtime without the package clause."""
    files = {"src/runtime/proc.go": f"package runtime\n\n{runtime}\n", "src/runtime/asm_amd64.s": assembly}
    built = folder / "catalogs" / version
    build(small_goroot(folder / version, f"go{version}", **files), built)
    return TargetSymbols(VersionCatalog(GoVersion.parse(version), built), target(version))
