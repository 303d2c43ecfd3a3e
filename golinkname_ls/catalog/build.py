"""Builds a catalog folder from a GOROOT's sources: one text file a package, the same bytes each time.

`version.txt` names the exact release, `blocked.txt` holds cmd/link's blockedLinknames, `builtins.txt` the compiler's
builtin functions (cmd/internal/goobj/builtinlist.go) and every other file one package: see `catalog.format`.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from golinkname_ls.catalog.assembly import assembly_symbols
from golinkname_ls.catalog.format import package_file_name, write_package
from golinkname_ls.catalog.needs import needed_constants
from golinkname_ls.syntax.constraint_lines import constraint_of
from golinkname_ls.syntax.declaration import FileDeclarations, FuncDeclaration, VarDeclaration
from golinkname_ls.syntax.extract import extract

_BLOCKED = re.compile(r"var blockedLinknames = map\[string\]\[\]string\{\n(.*?)\n\}", re.S)
_ENTRY = re.compile(r'^\s*"([^"]+)":\s*\{([^}]*)\}', re.M)
_QUOTED = re.compile(r'"([^"]+)"')
_BUILTIN = re.compile(r'^\s*\{"([^"]+)", 1\}', re.M)


class NotAGoroot(Exception):
    """The folder does not hold a Go source tree; the message says what is missing."""


def goroot_version(goroot: Path) -> str:
    """The release in GOROOT/VERSION, e.g. `go1.27.3`; raises NotAGoroot."""
    try:
        first = (goroot / "VERSION").read_text("utf-8", "replace").splitlines()[0].strip()
    except (OSError, IndexError):
        raise NotAGoroot(f"{goroot} is no GOROOT: it has no readable VERSION file") from None
    if not (goroot / "src" / "runtime").is_dir():
        raise NotAGoroot(f"{goroot} is no GOROOT: it has no src/runtime folder")
    return first


def package_folders(src: Path) -> Iterator[tuple[str, Path]]:
    """(import path, folder) of every std package folder below `src`, sorted; `cmd` and testdata are left out."""
    found = []
    for folder, names, files in _walk(src):
        relative = folder.relative_to(src).as_posix()
        if relative == ".":
            names[:] = [n for n in names if n != "cmd"]
        names[:] = sorted(n for n in names if n != "testdata" and n[0] not in "._")
        if relative != "." and any(f.endswith(".go") for f in files):
            found.append((relative, folder))
    yield from sorted(found)


def _walk(src: Path) -> Iterator[tuple[Path, list[str], list[str]]]:
    for folder, names, files in os.walk(src, followlinks=False):
        yield Path(folder), names, files


def build(goroot: Path, out: Path, progress: Callable[[int, int], None] | None = None) -> int:
    """Write the catalog of `goroot` into the folder `out`, replacing it whole; returns the number of packages.

    Raises NotAGoroot, or OSError when `out` cannot be written. Nothing is left half done: the folder is made beside
    its place and moved there at the end.
    """
    release = goroot_version(goroot)
    src = goroot / "src"
    folders = list(package_folders(src))
    packages: dict[str, list[FileDeclarations]] = {}
    assembly: dict[str, list[tuple[str, str, list[tuple[str, str, str]]]]] = {}
    for done, (path, folder) in enumerate(folders):
        packages[path] = list(_go_files(folder))
        assembly[path] = list(_assembly_files(folder, path))
        if progress is not None:
            progress(done + 1, len(folders))
    needed = needed_constants(packages)
    out.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=".building-", dir=out.parent))
    try:
        _write(fresh / "version.txt", release + "\n")
        _write(fresh / "blocked.txt", _blocked(src))
        _write(fresh / "builtins.txt", _builtins(src))
        _write(fresh / "pushes.txt", _pushes(packages))
        count = 0
        for path, files in packages.items():
            if files and not all(f.package_name in ("main", "documentation") for f in files):
                _write(fresh / package_file_name(path), write_package(path, files, assembly[path], needed))
                count += 1
        fresh.chmod(0o755)
        if out.exists():
            shutil.rmtree(out)
        fresh.replace(out)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    return count


def _go_files(folder: Path) -> Iterator[FileDeclarations]:
    for file in sorted(folder.glob("*.go")):
        if file.name.endswith("_test.go") or file.name[0] in "._":
            continue
        try:
            declarations = extract(file.name, file.read_bytes())
        except OSError:
            continue
        if declarations.constraint != "ignore" and declarations.package_name not in ("main", "documentation"):
            yield declarations


def _assembly_files(folder: Path, path: str) -> Iterator[tuple[str, str, list[tuple[str, str, str]]]]:
    for file in sorted(folder.glob("*.s")):
        try:
            data = file.read_bytes()
        except OSError:
            continue
        symbols = assembly_symbols(data.decode("utf-8", "replace"), path)
        if symbols:
            yield file.name, constraint_of(data), symbols


def _blocked(src: Path) -> str:
    loader = src / "cmd" / "link" / "internal" / "loader" / "loader.go"
    text = loader.read_text("utf-8", "replace") if loader.is_file() else ""
    match = _BLOCKED.search(text)
    entries = _ENTRY.findall(match[1]) if match else []
    rows = (" ".join([name, *_QUOTED.findall(who)]) for name, who in sorted(entries))
    return "".join(f"{row}\n" for row in rows)


def _builtins(src: Path) -> str:
    listing = src / "cmd" / "internal" / "goobj" / "builtinlist.go"
    text = listing.read_text("utf-8", "replace") if listing.is_file() else ""
    return "".join(f"{name}\n" for name in sorted(set(_BUILTIN.findall(text))))


def _pushes(packages: dict[str, list[FileDeclarations]]) -> str:
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


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
