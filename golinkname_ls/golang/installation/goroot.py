"""Finds the user's Go installation; it is never required."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from golinkname_ls.golang.file_system import is_file, is_folder
from golinkname_ls.golang.installation.environment import GoEnvironment
from golinkname_ls.golang.targets.version import GoVersion

_GOVERSION = re.compile(r"^const Version = (\d+)$", re.M)
_TIMEOUT = 10.0


class NotAGoroot(Exception):
    """The folder does not hold a Go source tree; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Goroot:
    """A Go installation. `release` is as VERSION has it: `go1.27.3`, `devel go1.28-0a1b2c3`."""

    folder: Path
    release: str
    version: GoVersion

    @property
    def src(self) -> Path:
        """The std library's sources."""
        return self.folder / "src"

    @property
    def is_devel(self) -> bool:
        """Whether it is no release."""
        return self.release.startswith("devel")


@dataclass(frozen=True, slots=True)
class Search:
    """The installation found, and what a user is told: how it was found, or why not."""

    goroot: Goroot | None
    told: str


def read_goroot(folder: Path) -> Goroot:
    """What a folder's VERSION says, or its src/internal/goversion in a clone of Go; raises NotAGoroot."""
    if not is_folder(folder):
        raise NotAGoroot(f"{folder} is no GOROOT: there is no such folder")
    if not is_folder(folder / "src" / "runtime"):
        raise NotAGoroot(f"{folder} is no GOROOT: it has no src/runtime folder")
    release = _release(folder)
    try:
        return Goroot(folder, release, GoVersion.parse(release.removeprefix("devel ")))
    except ValueError:
        raise NotAGoroot(f"{folder} is no GOROOT: its VERSION file says {release!r}, which is no Go version") from None


def find_goroot(environment: GoEnvironment | None = None, workspace: Path | None = None) -> Search:
    """Look at GOROOT, then ask the `go` on PATH; nothing below `workspace` is run, and Go fetches no other version."""
    environment = environment or GoEnvironment.read()
    named = environment.get("GOROOT")
    if named:
        return _read(Path(named), "GOROOT")
    program = _program(environment.get("PATH"), workspace)
    if program is None:
        return Search(None, "no GOROOT set and no go on PATH")
    folder = _asked(program, environment)
    if folder is None:
        # bin/go of an installation, or a link to it (cmd/go/internal/cfg: findGOROOT).
        folder = program.resolve().parent.parent
    return _read(folder, str(program))


def _read(folder: Path, source: str) -> Search:
    try:
        found = read_goroot(folder)
    except NotAGoroot as error:
        return Search(None, f"{source}: {error}")
    return Search(found, f"{found.folder} ({found.release}, from {source})")


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


def _program(path: str, workspace: Path | None) -> Path | None:
    # Not shutil.which: on Windows it looks into the current folder first.
    name = "go.exe" if sys.platform == "win32" else "go"
    for entry in path.split(os.pathsep):
        folder = Path(entry)
        if not entry or not folder.is_absolute() or (workspace is not None and _inside(folder, workspace)):
            continue
        if is_file(folder / name) and os.access(folder / name, os.X_OK):
            return folder / name
    return None


def _inside(folder: Path, workspace: Path) -> bool:
    try:
        return folder.resolve().is_relative_to(workspace.resolve())
    except (OSError, RuntimeError):
        return True


def _asked(program: Path, environment: GoEnvironment) -> Path | None:
    variables = dict(environment.variables) | {
        "GOTOOLCHAIN": "local",
        "GOWORK": "off",
        "GOFLAGS": "",
        "GO111MODULE": "off",
    }
    try:
        with tempfile.TemporaryDirectory(prefix="golinkname-ls-") as folder:
            done = subprocess.run(  # noqa: S603  (the user's own go, found by absolute path)
                [str(program), "env", "GOROOT"],
                cwd=folder,
                env=variables,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_TIMEOUT,
                check=False,
            )
    except (OSError, subprocess.SubprocessError):
        return None
    answer = done.stdout.decode("utf-8", "replace").strip()
    return Path(answer) if done.returncode == 0 and answer else None
