"""The real Go toolchains that tests marked `toolchain` run, named by GOLINKNAME_GOROOTS."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from golinkname_ls.golang.version import GoVersion


@dataclass(frozen=True)
class Toolchain:
    goroot: Path

    @property
    def go(self) -> str:
        return str(self.goroot / "bin" / "go")

    @property
    def release(self) -> str:
        return (self.goroot / "VERSION").read_text("utf-8").split()[0]

    @property
    def version(self) -> GoVersion:
        return GoVersion.parse(self.release)

    def run(self, *arguments: str, cwd: Path, **environment: str) -> str:
        """The command's output; fails the test with its stderr when it fails."""
        fixed = {
            "GOTOOLCHAIN": "local",
            "GOFLAGS": "-mod=mod",
            "GOPROXY": "off",
            "GOENV": "off",
            "GOROOT": str(self.goroot),
        }
        done = subprocess.run(
            [self.go, *arguments],
            cwd=cwd,
            env=os.environ | fixed | environment,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        assert done.returncode == 0, f"{self.release}: go {' '.join(arguments)}: {done.stderr}"
        return done.stdout


def toolchains() -> list[Toolchain]:
    """All of them, oldest first; fails when none is named."""
    named = [Path(p) for p in os.environ.get("GOLINKNAME_GOROOTS", "").split(os.pathsep) if p]
    if not named:
        pytest.fail("GOLINKNAME_GOROOTS names no GOROOT: give a list of Go installations")
    missing = [str(p) for p in named if not (p / "VERSION").is_file()]
    if missing:
        pytest.fail(f"GOLINKNAME_GOROOTS: {', '.join(missing)} is no GOROOT")
    return sorted(map(Toolchain, named), key=lambda t: t.version)
