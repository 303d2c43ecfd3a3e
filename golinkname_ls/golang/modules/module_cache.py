"""The module cache's folders (golang.org/x/mod/module: EscapePath; cmd/go/internal/modfetch/cache.go)."""

from __future__ import annotations

import re
from pathlib import Path

from golinkname_ls.golang.modules.mod_file import ModuleVersion

_UPPER = re.compile(r"[A-Z]")
_ESCAPED = re.compile(r"!([a-z])")


def escaped(text: str) -> str:
    """A module path or version as the cache spells it: `github.com/Azure/x` is `github.com/!azure/x`."""
    return _UPPER.sub(lambda m: "!" + m[0].lower(), text)


def unescaped(text: str) -> str:
    """The path or version that a folder's name in the cache stands for."""
    return _ESCAPED.sub(lambda m: m[1].upper(), text)


def source_folder(cache: Path, module: ModuleVersion) -> Path:
    """Where the cache has the module's files, whether they are there or not."""
    return cache / f"{escaped(module.path)}@{escaped(module.version)}"


def mod_file(cache: Path, module: ModuleVersion) -> Path:
    """Where the cache has the module's go.mod; it is there also for modules whose files were never needed."""
    return cache / "cache" / "download" / escaped(module.path) / "@v" / f"{escaped(module.version)}.mod"


def module_of(cache: Path, folder: Path) -> tuple[ModuleVersion, Path] | None:
    """The module that a folder of the cache belongs to, with the module's own folder; None outside the cache."""
    try:
        parts = folder.relative_to(cache).parts
    except ValueError:
        return None
    for number, part in enumerate(parts):
        if "@" in part:
            path, _, version = "/".join(parts[: number + 1]).partition("@")
            return ModuleVersion(unescaped(path), unescaped(version)), cache.joinpath(*parts[: number + 1])
    return None
