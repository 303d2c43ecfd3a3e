"""Environment of the go command, read without running it: variables and `go env -w` (cmd/go/internal/cfg/cfg.go)."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class GoEnvironment:
    """Environment variables, and those that `go env -w` set, which count where the environment has none."""

    variables: Mapping[str, str]
    written: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, variables: Mapping[str, str] | None = None) -> GoEnvironment:
        """The environment of this process, or `variables`; an unreadable file of `go env -w` counts as empty."""
        variables = os.environ if variables is None else variables
        file = _written_file(variables)
        return cls(dict(variables), _read(file) if file else {})

    def get(self, name: str) -> str:
        """The value of a variable, "" when neither the environment nor `go env -w` sets it."""
        return self.variables.get(name) or self.written.get(name, "")

    @property
    def gopath(self) -> Path | None:
        """The first folder of GOPATH, ~/go without it; None when there is no home folder."""
        first = self.get("GOPATH").split(os.pathsep)[0]
        if first:
            return Path(first)
        home = self.variables.get("USERPROFILE" if sys.platform == "win32" else "HOME")
        return Path(home) / "go" if home else None

    @property
    def module_cache(self) -> Path | None:
        """The folder of the module cache: GOMODCACHE, else `pkg/mod` below GOPATH."""
        named = self.get("GOMODCACHE")
        if named:
            return Path(named)
        return self.gopath / "pkg" / "mod" if self.gopath else None

    @property
    def mod(self) -> str:
        """The `-mod` of GOFLAGS: `mod`, `readonly`, `vendor`, or ""."""
        return self.flag("mod")

    def flag(self, name: str) -> str:
        """The value of a flag in GOFLAGS, "" without it."""
        try:
            words = shlex.split(self.get("GOFLAGS"))
        except ValueError:
            words = []
        for word in reversed(words):
            flag, _, value = word.lstrip("-").partition("=")
            if word.startswith("-") and flag == name:
                return value
        return ""


def _written_file(variables: Mapping[str, str]) -> Path | None:
    named = variables.get("GOENV", "")
    if named:
        return None if named == "off" else Path(named)
    folder = _configuration(variables)
    return folder / "go" / "env" if folder else None


def _configuration(variables: Mapping[str, str]) -> Path | None:
    # os.UserConfigDir.
    if sys.platform == "win32":
        return Path(variables["AppData"]) if variables.get("AppData") else None
    home = variables.get("HOME", "")
    if sys.platform == "darwin":
        return Path(home) / "Library" / "Application Support" if home else None
    named = variables.get("XDG_CONFIG_HOME", "")
    if named:
        return Path(named) if Path(named).is_absolute() else None
    return Path(home) / ".config" if home else None


def _read(file: Path) -> dict[str, str]:
    try:
        rows = file.read_bytes().decode("utf-8", "replace").split("\n")
    except OSError:
        return {}
    pairs = (row.partition("=") for row in rows if "=" in row and "A" <= row[0] <= "Z")
    return {name: value.removesuffix("\r") for name, _, value in pairs}
