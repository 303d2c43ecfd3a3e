"""Safe fixes: which edits go together, and how they get into files."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from golinkname_ls.analysis.session import Session
from golinkname_ls.rules.finding import Edit, Finding

# A fix may make room for the next one; nothing sensible takes more rounds than this.
_ROUNDS = 10


class FixError(Exception):
    """A file could not be changed; the message says which and why."""


def safe_edits(findings: Iterable[Finding]) -> list[Edit]:
    """The first safe fix of each finding, but none that touches what one before it touches."""
    chosen: list[Edit] = []
    for finding in findings:
        edits = next((fix.edits() for fix in finding.fixes if fix.safe), ())
        if not any(_overlap(one, other) for one in edits for other in chosen):
            chosen.extend(edits)
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
    pending = list(files)
    for _ in range(_ROUNDS):
        by_file: dict[Path, list[Edit]] = {}
        for file in pending:
            for edit in safe_edits(f for f in session.check(file) if wanted(f)):
                if all(not _overlap(edit, other) for other in by_file.get(edit.file, ())):
                    by_file.setdefault(edit.file, []).append(edit)
        moved = [file for file, edits in by_file.items() if _rewrite(session, file, edits)]
        if not moved:
            break
        changed.update(moved)
        folders = {file.parent for file in moved}
        pending = [file for file in pending if file.parent in folders]
    return changed


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


def write_atomically(file: Path, data: bytes) -> None:
    """Put `data` in the place of a file's text, with its permissions; raises OSError and then leaves it as it was."""
    target = file.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        temporary.chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o644)
        temporary.replace(target)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def _overlap(one: Edit, other: Edit) -> bool:
    if one.file != other.file:
        return False
    return one.span == other.span or (one.span.start < other.span.end and other.span.start < one.span.end)
