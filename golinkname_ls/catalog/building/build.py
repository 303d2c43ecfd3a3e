"""Building of one Go version's catalog folder from a GOROOT's sources: the same bytes each time.

`version.txt` names the exact release; `blocked.txt`, `builtins.txt`, `pushes.txt` and `references.txt` are tables (see
`catalog.building.version_tables`); every other file is one package, in the format of `catalog.store.package_text`.
"""

from __future__ import annotations

import errno
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from golinkname_ls.catalog.building.goroot_packages import Skipped, SourcePackage, package_folders, read_sources
from golinkname_ls.catalog.building.needed_constants import needed_constants
from golinkname_ls.catalog.building.package_writer import write_package
from golinkname_ls.catalog.building.version_tables import blocked_rows, builtin_rows, push_rows, reference_rows
from golinkname_ls.catalog.store.package_text import package_file_name
from golinkname_ls.catalog.store.version_catalog import CatalogError
from golinkname_ls.golang.installation.goroot import NotAGoroot, read_goroot

_BUILDING = ".building-"
# Seconds after which a folder is taken for what a killed build left.
_ABANDONED = 3600.0
_ATTEMPTS = 5


@dataclass(slots=True)
class Built:
    """Result of `build`: the release, the number of packages, and the files left out."""

    release: str
    packages: int = 0
    skipped: list[Skipped] = field(default_factory=list)


def build(goroot: Path, out: Path, progress: Callable[[int, int], None] | None = None) -> Built:
    """Write the catalog of `goroot` into the folder `out`, replacing it whole.

    Raises NotAGoroot, and CatalogError when `out` is something else than a catalog or cannot be written.
    Nothing is left half done: the folder is made beside its place and moved there at the end.
    """
    found = read_goroot(goroot)
    # A link to a catalog stays one.
    out = out.resolve()
    if out.exists() and not (out / "version.txt").is_file():
        raise CatalogError(f"{out} is no catalog folder (it has no version.txt): nothing was written")
    built = Built(found.release)
    folders = list(package_folders(found.src, built.skipped))
    packages: dict[str, SourcePackage] = {}
    for done, (path, folder) in enumerate(folders, 1):
        packages[path] = read_sources(path, folder, built.skipped)
        if progress is not None:
            progress(done, len(folders))
    if "runtime" not in packages or not packages["runtime"].files:
        raise NotAGoroot(f"{goroot} is no whole GOROOT: nothing of src/runtime can be read")
    needed = needed_constants(file for package in packages.values() for file in package.files)
    texts = {
        "version.txt": found.release + "\n",
        "blocked.txt": blocked_rows(found),
        "builtins.txt": builtin_rows(found),
        "pushes.txt": push_rows(packages.values()),
        "references.txt": reference_rows(folders),
    }
    for package in packages.values():
        if package.files:
            texts[package_file_name(package.path)] = write_package(package, needed)
            built.packages += 1
    try:
        _write(texts, out)
    except OSError as error:
        raise CatalogError(f"{out} cannot be written: {error.strerror or error}") from None
    return built


def _write(texts: dict[str, str], out: Path) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    _clear_remains(out.parent)
    fresh = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=out.parent))
    try:
        for name, text in texts.items():
            (fresh / name).write_bytes(text.encode())
        fresh.chmod(0o755)
        _move(fresh, out)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


def _move(fresh: Path, out: Path) -> None:
    """Put the folder in its place; of several processes that do so at once the last one's stays."""
    for attempt in range(_ATTEMPTS):
        # The old folder goes only when the new one stands in its place.
        old = fresh.with_name(f"{fresh.name}-old{attempt}")
        try:
            with suppress(FileNotFoundError):
                out.replace(old)
            fresh.replace(out)
        except OSError as error:
            if error.errno in (errno.ENOTEMPTY, errno.EEXIST) and attempt + 1 < _ATTEMPTS:
                continue
            if old.exists() and not out.exists():
                old.replace(out)
            raise
        finally:
            if out.exists():
                shutil.rmtree(old, ignore_errors=True)
        return


def _clear_remains(folder: Path) -> None:
    """Remove what builds left that were killed; those of running ones are younger."""
    for remains in folder.glob(f"{_BUILDING}*"):
        with suppress(OSError):
            if time.time() - remains.stat().st_mtime > _ABANDONED:
                shutil.rmtree(remains, ignore_errors=True)
