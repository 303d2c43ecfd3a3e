"""Std of a few packages given as Go text: the files of a GOROOT's src by name, read through a built catalog."""

from __future__ import annotations

from pathlib import Path

from golinkname_ls.catalog.building.build import build
from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.catalog.store.version_catalog import VersionCatalog
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from tests.catalog.small_goroot import small_goroot


def catalog_of(folder: Path, files: dict[str, str], version: str = "1.27") -> VersionCatalog:
    """Catalog of these files and those of the small GOROOT."""
    goroot = small_goroot(folder / version, f"go{version}", **{f"src/{name}": text for name, text in files.items()})
    built = folder / "catalogs" / version
    build(goroot, built)
    return VersionCatalog(GoVersion.parse(version), built)


def symbols_of(
    folder: Path,
    files: dict[str, str],
    platform: str = "linux/amd64",
    *,
    tags: tuple[str, ...] = (),
    cgo: bool = False,
) -> TargetSymbols:
    target = Target(GoVersion(1, 27), Platform.parse(platform), frozenset(tags), cgo)
    return TargetSymbols(catalog_of(folder, files), target)
