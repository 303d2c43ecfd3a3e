"""Module of a folder, as far as its own go.mod tells: path, `go` line, toolchain."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from golinkname_ls.golang.modules.mod_file import parse_mod, version_or_none
from golinkname_ls.golang.regular_files import read_regular
from golinkname_ls.golang.targets.version import GoVersion

# src/go.mod and src/cmd/go.mod.
GOROOT_MODULES = frozenset({"std", "cmd"})


@dataclass(frozen=True, slots=True)
class Module:
    """A module: its folder and path, the versions of its `go` and `toolchain` lines (None without)."""

    folder: Path
    path: str
    go: GoVersion | None = None
    toolchain: GoVersion | None = None

    def import_path(self, folder: Path) -> str:
        """The import path of a folder of the module; raises ValueError for a folder outside.

        The std library's packages have their names without the module's path (modload: PathPrefix), vendored ones too:
        `vendor/golang.org/x/net/idna`.
        """
        path = "" if self.path == "std" else self.path
        return "/".join(filter(None, (path, *folder.relative_to(self.folder).parts)))


def read_module(file: Path) -> Module | None:
    """Read a go.mod; None when it cannot be read or names no module."""
    try:
        mod = parse_mod(read_regular(file))
    except OSError:
        return None
    return Module(file.parent, mod.module, mod.go_version, version_or_none(mod.toolchain)) if mod.module else None


def refusal(file: Path) -> str:
    """Why the go command refuses a go.mod, as `:LINE: MESSAGE` or `: MESSAGE`; "" when it reads it."""
    try:
        data = read_regular(file)
    except OSError as error:
        return f": {error.strerror}"
    for number, row in enumerate(data.split(b"\n"), 1):
        if row.startswith((b"<<<<<<< ", b">>>>>>> ")):
            return f":{number}: a merge conflict is left in it"
    return "" if parse_mod(data).module else ": it has no module line"


def is_std(module: Module | None) -> bool:
    """Whether a module is one of GOROOT's own."""
    return module is not None and module.path in GOROOT_MODULES
