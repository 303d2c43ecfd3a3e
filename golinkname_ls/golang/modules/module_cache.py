"""Paths in the module cache (golang.org/x/mod/module: EscapePath; cmd/go/internal/modfetch/cache.go)."""

from __future__ import annotations

import re
from pathlib import Path

from golinkname_ls.golang.modules.mod_file import ModuleVersion

_UPPER = re.compile(r"[A-Z]")


def escaped(text: str) -> str:
    """A module path or version as the cache spells it: `github.com/Azure/x` is `github.com/!azure/x`."""
    return _UPPER.sub(lambda m: "!" + m[0].lower(), text)


def source_folder(cache: Path, module: ModuleVersion) -> Path:
    """The folder of a module's files, whether they are there or not."""
    return cache / f"{escaped(module.path)}@{escaped(module.version)}"


def mod_file(cache: Path, module: ModuleVersion) -> Path:
    """The path of a module's go.mod, which is there also for modules whose files were never needed."""
    return cache / "cache" / "download" / escaped(module.path) / "@v" / f"{escaped(module.version)}.mod"
