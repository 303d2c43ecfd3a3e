"""The files of a module after the changes of a fix."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from golinkname_ls.analysis.workspace.safe_fixes import applied
from golinkname_ls.rules.core.finding import Fix
from golinkname_ls.rules.edits.change import Edit, FileChange, NewFile


def changed(root: Path, changes: Iterable[FileChange]) -> dict[str, str]:
    """Text of every file that changes, or is made, by its name below the folder."""
    edits: dict[Path, list[Edit]] = {}
    texts: dict[str, str] = {}
    for change in changes:
        if isinstance(change, NewFile):
            texts[change.file.relative_to(root).as_posix()] = change.text
        else:
            edits.setdefault(change.file, []).append(change)
    for file, those in edits.items():
        texts[file.relative_to(root).as_posix()] = applied(file.read_bytes(), those).decode()
    return texts


def only(fixes: tuple[Fix, ...]) -> Fix:
    (fix,) = fixes
    return fix
