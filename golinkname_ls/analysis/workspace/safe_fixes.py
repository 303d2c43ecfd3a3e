"""Safe fixes of many findings: the edits that go together, applied to texts and files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from golinkname_ls.analysis.atomic_write import write_atomically
from golinkname_ls.analysis.session import Session
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.rules.edits.change import Edit, FileChange, NewFile

# A fix may make room for the next one; nothing sensible takes more rounds than this.
_ROUNDS = 10


class FixError(Exception):
    """A file could not be changed; the message says which and why."""


def safe_changes(findings: Iterable[Finding], makes_files: bool = True) -> list[FileChange]:
    """The changes of the first safe fix of each finding, but of none that touches what one before it touches.

    What two fixes ask for in the very same words, such as an import, is done once. `makes_files` lets fixes make files.
    """
    chosen: list[FileChange] = []
    for finding in findings:
        fix = next((fix for fix in finding.fixes if fix.safe and (makes_files or not fix.makes_files)), None)
        fresh = [change for change in fix.changes() if change not in chosen] if fix else []
        if not any(_overlap(one, other) for one in fresh for other in chosen):
            chosen.extend(fresh)
    return chosen


def applied(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The text after edits that do not overlap; insertions at one place keep their order."""
    parts, at = [], 0
    for edit in sorted(edits, key=lambda e: e.span):
        parts += [data[at : edit.span.start], edit.text.encode("utf-8", "surrogateescape")]
        at = edit.span.end
    return b"".join([*parts, data[at:]])


def fix_files(session: Session, files: Iterable[Path], wanted: Callable[[Finding], bool]) -> set[Path]:
    """Apply the safe fixes of the wanted findings until there are none; returns the files that changed.

    Each file is replaced as a whole or not at all. Raises FixError when one cannot be written, or was changed by
    somebody else since it was read.
    """
    changed: set[Path] = set()
    pending = [file for file in files if not _generated(session, file)]
    for _ in range(_ROUNDS):
        changes = safe_changes(f for file in pending for f in session.check(file) if wanted(f))
        by_file: dict[Path, list[Edit]] = {}
        for edit in (c for c in changes if isinstance(c, Edit)):
            by_file.setdefault(edit.file, []).append(edit)
        # New files first: what is taken out of a file is in another one by then.
        moved = [new.file for new in changes if isinstance(new, NewFile) and _create(session, new)]
        pending += moved
        moved += [file for file, edits in by_file.items() if _rewrite(session, file, edits)]
        if not moved:
            break
        changed.update(moved)
        folders = {file.parent for file in moved}
        pending = [file for file in pending if file.parent in folders]
    return changed


def is_generated(data: bytes) -> bool:
    """Whether a file has a `// Code generated … DO NOT EDIT.` line, so that edits get lost (go/ast, IsGenerated)."""
    clause = _CLAUSE.search(data)
    return bool(_GENERATED.search(data, 0, clause.start() if clause else len(data)))


_CLAUSE = re.compile(rb"^package\s", re.M)
_GENERATED = re.compile(rb"^// Code generated .* DO NOT EDIT\.\r?$", re.M)


def _generated(session: Session, file: Path) -> bool:
    source = session.source(file)
    return source is not None and is_generated(source.data)


def _create(session: Session, new: NewFile) -> bool:
    if new.file.exists():
        raise FixError(f"{new.file}: exists already; nothing written")
    try:
        write_atomically(new.file, new.text.encode("utf-8", "surrogateescape"))
    except OSError as error:
        raise FixError(f"{new.file}: cannot be written: {error.strerror}") from None
    session.changed_on_disk(new.file)
    return True


def _rewrite(session: Session, file: Path, edits: list[Edit]) -> bool:
    source = session.source(file)
    if source is None:
        return False
    text = applied(source.data, edits)
    if text == source.data:
        return False
    try:
        if file.read_bytes() != source.data:
            raise FixError(f"{file}: changed while it was being checked; nothing written")
        write_atomically(file, text)
    except OSError as error:
        raise FixError(f"{file}: cannot be written: {error.strerror}") from None
    session.changed_on_disk(file)
    return True


def _overlap(one: FileChange, other: FileChange) -> bool:
    if one.file != other.file:
        return False
    if isinstance(one, NewFile) or isinstance(other, NewFile):
        return True
    return one.span == other.span or (one.span.start < other.span.end and other.span.start < one.span.end)
