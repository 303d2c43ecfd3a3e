"""The linker flag `-checklinkname=0` in a module's build files: Makefile, GoReleaser, GitHub workflows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from golinkname_ls.golang.regular_files import read_regular

_FILES = (
    "Makefile",
    "makefile",
    "GNUmakefile",
    ".goreleaser.yml",
    ".goreleaser.yaml",
    "goreleaser.yml",
    "goreleaser.yaml",
)
_WORKFLOWS = (".github/workflows/*.yml", ".github/workflows/*.yaml")
BUILD_FILE_PATTERNS = tuple(f"**/{name}" for name in (*_FILES, *_WORKFLOWS))
"""The files to watch, as glob patterns: a change of one of these may change the answer."""
# cmd/link/internal/ld/main.go declares a flag.Bool, and strconv.ParseBool has these words for false.
_FLAG = re.compile(rb"-checklinkname=(?:0|f|F|false|FALSE|False)(?![\w.])")


def disables_checklinkname(ldflags: str) -> bool:
    """Whether linker flags turn off the linker's check of linknames (`-checklinkname=0`)."""
    return _FLAG.search(ldflags.encode("utf-8", "surrogateescape")) is not None


def find_disabling_flag(folder: Path) -> str:
    """Place of the first `-checklinkname=0` below a module's folder, as `Makefile:12`; "" without one."""
    for file in _candidates(folder):
        try:
            data = read_regular(file)
        except OSError:
            continue
        if b"-checklinkname" not in data:
            continue
        for number, row in enumerate(data.split(b"\n"), 1):
            code = row.lstrip()
            if not code.startswith(b"#") and _FLAG.search(code.partition(b" #")[0]):
                return f"{file.relative_to(folder).as_posix()}:{number}"
    return ""


def _candidates(folder: Path) -> Iterator[Path]:
    yield from (file for name in _FILES if (file := folder / name).is_file())
    for pattern in _WORKFLOWS:
        yield from sorted(folder.glob(pattern))
