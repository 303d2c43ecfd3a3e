"""GOROOT: the folder of an installed Go, its release, and the search for the user's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from golinkname_ls.golang.installation.environment import GoEnvironment
from golinkname_ls.golang.installation.go_command import find_go, go_env
from golinkname_ls.golang.regular_files import is_folder
from golinkname_ls.golang.targets.version import GoVersion

_GOVERSION = re.compile(r"^const Version = (\d+)$", re.M)


class NotAGoroot(Exception):
    """A folder that does not hold a Go source tree; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Goroot:
    """A Go installation. `release` is the first line of VERSION: `go1.27.3`, `devel go1.28-0a1b2c3`."""

    folder: Path
    release: str
    version: GoVersion

    @property
    def src(self) -> Path:
        """The folder of the std library's sources."""
        return self.folder / "src"


@dataclass(frozen=True, slots=True)
class GorootSearch:
    """The installation found, and what the user is told of it: how it was found, or why not."""

    goroot: Goroot | None
    told: str


def read_goroot(folder: Path) -> Goroot:
    """The installation in a folder, by its VERSION or a clone's src/internal/goversion; raises NotAGoroot."""
    if not is_folder(folder):
        raise NotAGoroot(f"{folder} is no GOROOT: there is no such folder")
    if not is_folder(folder / "src" / "runtime"):
        raise NotAGoroot(f"{folder} is no GOROOT: it has no src/runtime folder")
    release = _release(folder)
    try:
        return Goroot(folder, release, GoVersion.parse(release.removeprefix("devel ")))
    except ValueError:
        raise NotAGoroot(f"{folder} is no GOROOT: its VERSION file says {release!r}, which is no Go version") from None


def find_goroot(environment: GoEnvironment | None = None, workspace: Path | None = None) -> GorootSearch:
    """Installation of $GOROOT, else of the `go` on PATH; nothing below `workspace` is run, nothing downloaded."""
    environment = environment or GoEnvironment.read()
    named = environment.get("GOROOT")
    if named:
        return _read(Path(named), "GOROOT")
    program = find_go(environment.get("PATH"), workspace)
    if program is None:
        return GorootSearch(None, "no GOROOT set and no go on PATH")
    # bin/go of an installation, or a link to it (cmd/go/internal/cfg: findGOROOT).
    folder = go_env(program, "GOROOT", environment.variables) or program.resolve().parent.parent
    return _read(Path(folder), str(program))


def _read(folder: Path, source: str) -> GorootSearch:
    try:
        found = read_goroot(folder)
    except NotAGoroot as error:
        return GorootSearch(None, f"{source}: {error}")
    return GorootSearch(found, f"{found.folder} ({found.release}, from {source})")


def _release(folder: Path) -> str:
    try:
        rows = (folder / "VERSION").read_text("utf-8", "replace").splitlines()
    except FileNotFoundError:
        rows = []
    except OSError as error:
        raise NotAGoroot(f"{folder} is no GOROOT: its VERSION file cannot be read ({error.strerror})") from None
    if rows and rows[0].strip():
        return rows[0].strip()
    # A clone of Go has no VERSION.
    try:
        text = (folder / "src" / "internal" / "goversion" / "goversion.go").read_text("utf-8", "replace")
    except OSError:
        text = ""
    match = _GOVERSION.search(text)
    if match is None:
        raise NotAGoroot(f"{folder} is no GOROOT: it has no VERSION file and no src/internal/goversion")
    return f"devel go1.{match[1]}"
