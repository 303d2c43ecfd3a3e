"""Builds a catalog folder from a GOROOT's sources: one text file a package, the same bytes each time.

`version.txt` names the exact release, `blocked.txt` holds cmd/link's blockedLinknames, `builtins.txt` the compiler's
builtin functions (cmd/internal/goobj/builtinlist.go), `pushes.txt` and `references.txt` what is defined or needed under
another package's name or ABI, and every other file one package: see `catalog.format`.
"""

from __future__ import annotations

import errno
import re
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from golinkname_ls.catalog.assembly.macros import macros
from golinkname_ls.catalog.assembly.symbols import assembly_mentions, assembly_symbols
from golinkname_ls.catalog.building.needed_constants import needed_constants
from golinkname_ls.catalog.building.package_writer import write_package
from golinkname_ls.catalog.building.sources import Skipped, SourcePackage, package_folders, read_sources, source_bytes
from golinkname_ls.catalog.store.package_text import package_file_name
from golinkname_ls.catalog.store.versions import CatalogError
from golinkname_ls.golang.installation.goroot import Goroot, NotAGoroot, read_goroot
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.syntax.items.constraint_lines import constraint_of
from golinkname_ls.syntax.items.declarations import FileDeclarations, FuncDeclaration, VarDeclaration

_BLOCKED = re.compile(r"var blockedLinknames = map\[string\]\[\]string\{\n(.*?)\n\}", re.S)
_ENTRY = re.compile(r'^\s*"([^"]+)":\s*\{([^}]*)\}', re.M)
_QUOTED = re.compile(r'"([^"]+)"')
# loader.go: 1.22 has no such list.
_BLOCKED_SINCE = GoVersion(1, 23)
_BUILDING = ".building-"
_ABANDONED = 3600.0
_ATTEMPTS = 5
_BUILTIN = re.compile(r'^\s*\{"([^" ]+)", ([01])\}', re.M)


@dataclass(slots=True)
class Built:
    """What `build` wrote: the release, the number of packages, and the files it had to leave out."""

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
    for done, (path, folder) in enumerate(folders):
        packages[path] = read_sources(path, folder, built.skipped)
        if progress is not None:
            progress(done + 1, len(folders))
    if "runtime" not in packages or not packages["runtime"].files:
        raise NotAGoroot(f"{goroot} is no whole GOROOT: nothing of src/runtime can be read")
    declared = {path: package.files for path, package in packages.items()}
    needed = needed_constants(declared)
    texts = {
        "version.txt": found.release + "\n",
        "blocked.txt": blocked_rows(found),
        "builtins.txt": builtin_rows(found),
        "pushes.txt": _push_rows(declared),
        "references.txt": reference_rows(folders),
    }
    for path, package in packages.items():
        if package.files:
            texts[package_file_name(path)] = write_package(package, needed)
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


def blocked_rows(goroot: Goroot) -> str:
    """The rows of blocked.txt; raises NotAGoroot where a linker that has the list is not there to read it from."""
    text = _linker_source(goroot, "link/internal/loader/loader.go")
    match = _BLOCKED.search(text)
    if match is None and goroot.version >= _BLOCKED_SINCE:
        raise NotAGoroot(f"{goroot.folder}: src/cmd/link/internal/loader/loader.go has no blockedLinknames")
    entries = _ENTRY.findall(match[1]) if match else []
    rows = (" ".join([name, *_QUOTED.findall(who)]) for name, who in sorted(entries))
    return "".join(f"{row}\n" for row in rows)


def builtin_rows(goroot: Goroot) -> str:
    """The rows of builtins.txt; raises NotAGoroot."""
    text = _linker_source(goroot, "internal/goobj/builtinlist.go")
    rows = sorted(name if abi == "1" else f"{name} ABI0" for name, abi in set(_BUILTIN.findall(text)))
    return "".join(f"{row}\n" for row in rows)


def _linker_source(goroot: Goroot, name: str) -> str:
    try:
        return (goroot.src / "cmd" / name).read_bytes().decode("utf-8", "replace")
    except OSError as error:
        what = f"src/cmd/{name} cannot be read ({error.strerror}): the linker's rules are read from there"
        raise NotAGoroot(f"{goroot.folder} is no whole GOROOT: {what}") from None


def _push_rows(packages: dict[str, list[FileDeclarations]]) -> str:
    """`remote package local` for each two-argument directive on a func with a body or on a var.

    That is where a symbol is defined whose name points elsewhere, e.g. `sync.runtime_Semacquire runtime
    sync_runtime_Semacquire`.
    """
    rows: set[str] = set()
    for path, files in packages.items():
        bodies = {d.name for f in files for d in f.declarations if isinstance(d, FuncDeclaration) and d.has_body}
        bodies |= {d.name for f in files for d in f.declarations if isinstance(d, VarDeclaration)}
        for file in files:
            rows.update(
                f"{remote} {path} {local}\n" for _, local, remote, _ in file.directives if remote and local in bodies
            )
    return "".join(sorted(rows))


def reference_rows(folders: list[tuple[str, Path]]) -> str:
    """`symbol file constraint` for each Go symbol that its own package's assembly refers to.

    The compiler makes an ABI0 wrapper for such a func (cmd/compile/internal/ssagen/abi.go, ReadSymABIs).
    """
    rows: set[str] = set()
    for path, folder in folders:
        for file in sorted(folder.glob("*.s")):
            try:
                data = source_bytes(file)
            except OSError:
                # `read_package` has named it among those left out.
                continue
            text = data.decode("utf-8", "replace")
            own = {symbol for _, symbol, _ in assembly_symbols(text, path)}
            mentions = assembly_mentions(text, path, macros(text))
            names = {m.symbol for m in mentions if m.symbol.startswith(f"{path}.")}
            rows.update(f"{name} {file.name} {constraint_of(data)}".rstrip() + "\n" for name in names - own)
    return "".join(sorted(rows))
