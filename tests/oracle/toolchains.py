"""The real Go toolchains that tests may run: GOLINKNAME_GOROOTS names their GOROOT folders."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Toolchain:
    goroot: Path
    release: str

    @property
    def version(self) -> str:
        """`1.27`."""
        return re.match(r"go(\d+\.\d+)", self.release)[1]

    def environment(self, **more: str) -> dict[str, str]:
        """Nothing of the user's settings, nothing from the network."""
        temporary = Path(tempfile.gettempdir())
        fixed = {
            "GOROOT": str(self.goroot),
            "GOTOOLCHAIN": "local",
            "GOFLAGS": "-mod=mod",
            "GOPROXY": "off",
            "GOSUMDB": "off",
            "GO111MODULE": "on",
            "GOENV": "off",
            "GOTELEMETRY": "off",
            "GOTRACEBACK": "single",
            "LC_ALL": "C",
        }
        caches = {
            "GOCACHE": os.environ.get("GOCACHE", str(temporary / "golinkname-cases-cache")),
            "GOPATH": os.environ.get("GOPATH", str(temporary / "golinkname-cases-path")),
        }
        return {**os.environ, **caches, **fixed, **more}

    def run(self, *arguments: str, cwd: Path, timeout: int = 600, **environment: str) -> tuple[int, str]:
        """Run `go ARGUMENTS`: its status and all it said."""
        done = subprocess.run(
            [str(self.goroot / "bin" / "go"), *arguments],
            cwd=cwd,
            env=self.environment(**environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=timeout,
            check=False,
        )
        return done.returncode, done.stdout.decode("utf-8", "replace")


def toolchains() -> dict[str, Toolchain]:
    """The named toolchains by version; fails without any."""
    named = [Path(p) for p in os.environ.get("GOLINKNAME_GOROOTS", "").split(os.pathsep) if p]
    if not named:
        raise AssertionError(
            "GOLINKNAME_GOROOTS is empty: name the GOROOT folders of real toolchains, separated as in PATH"
        )
    found = {}
    for goroot in named:
        first = (goroot / "VERSION").read_text("utf-8").splitlines()[0].strip()
        toolchain = Toolchain(goroot, first)
        found[toolchain.version] = toolchain
    return found
