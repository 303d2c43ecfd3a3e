"""The Go and assembly files that a command line names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from golinkname_ls.cli.command_error import CommandError

_KINDS = (".go", ".s")
_SKIPPED_FOLDERS = frozenset({"testdata", "vendor", "node_modules"})


def go_files(paths: list[str], troubles: list[OSError] | None = None) -> Iterator[Path]:
    """Go and assembly files that paths name, and all below folders (`./...` is `.`), as absolute paths.

    The errors of folders that cannot be read are added to `troubles`. Raises CommandError for a path that is neither.
    """
    seen: set[Path] = set()
    for text in paths:
        path = Path(os.path.abspath(text.removesuffix("...") or "."))  # noqa: PTH100  (resolve would follow links)
        if path.is_file():
            if path.suffix not in _KINDS:
                raise CommandError(f"{text}: is neither a Go file nor an assembly file (.go, .s)")
            found: Iterator[Path] = iter([path])
        elif path.is_dir():
            found = _below(path, troubles if troubles is not None else [])
        else:
            there = "is neither a file nor a folder" if os.path.lexists(path) else "no such file or folder"
            raise CommandError(f"{text}: {there}")
        if len(paths) == 1:
            yield from found
            return
        for file in found:
            if file not in seen:
                seen.add(file)
                yield file


def _below(folder: Path, troubles: list[OSError]) -> Iterator[Path]:
    for base, names, files in os.walk(folder, onerror=troubles.append):
        names[:] = sorted(n for n in names if n not in _SKIPPED_FOLDERS and n[0] not in "._")
        kinds = _KINDS if any(f.endswith(".go") for f in files) else ()
        here = Path(base)
        yield from (here / f for f in sorted(files) if f.endswith(kinds) and f[0] not in "._")
