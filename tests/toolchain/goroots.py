"""The real toolchains that a test is run with: GOLINKNAME_GOROOTS lists their GOROOTs."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from golinkname_ls.golang.targets.version import GoVersion


@dataclass(frozen=True)
class Goroot:
    """One installed toolchain."""

    path: Path
    version: GoVersion

    def go(self, *arguments: str, cwd: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        """Run its go command without network, without another toolchain and with what the machine sets left out."""
        return self.run(self.path / "bin" / "go", *arguments, cwd=cwd, env=env)

    def run(
        self, program: Path, *arguments: str, cwd: Path, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a program with this GOROOT."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("GO", "CGO"))}
        if "GOCACHE" in os.environ:
            kept["GOCACHE"] = os.environ["GOCACHE"]
        ours = {
            "GOROOT": str(self.path),
            "GOTOOLCHAIN": "local",
            "GOPROXY": "off",
            "GOFLAGS": "-mod=mod",
            "GOWORK": "off",
        }
        return subprocess.run(
            [program, *arguments],
            cwd=cwd,
            env={**kept, **ours, **(env or {})},
            capture_output=True,
            text=True,
            check=False,
        )

    def __str__(self) -> str:
        return str(self.version)


def goroots() -> list[Goroot]:
    """The toolchains, oldest first; empty when the variable is not set."""
    found = []
    for text in filter(None, os.environ.get("GOLINKNAME_GOROOTS", "").split(os.pathsep)):
        path = Path(text).resolve()
        try:
            first = (path / "VERSION").read_text().splitlines()[0]
        except OSError as error:
            sys.exit(f"GOLINKNAME_GOROOTS: {path} is no GOROOT: {error}")
        found.append(Goroot(path, GoVersion.parse(first)))
    return sorted(found, key=lambda g: g.version)


def demand(found: list[Goroot]) -> list[Goroot]:
    """The toolchains, or a failing test when there are none: a skipped comparison would look like a passed one."""
    assert found, "GOLINKNAME_GOROOTS names no GOROOT: this test compares with real toolchains"
    return found
