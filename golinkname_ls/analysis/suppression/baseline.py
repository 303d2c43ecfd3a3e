"""Baselines: files of the findings that a project has agreed to live with.

The file is JSON, sorted, one object a finding: `file` (relative to the baseline's folder, with slashes), `code`,
`severity`, `text` (the flagged line, white space folded) and `count`. Lines may move; when the flagged line itself
changes, or the finding becomes more severe (a new Go version makes an error of it), it is reported again.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeAlias

from golinkname_ls.analysis.atomic_write import write_atomically
from golinkname_ls.rules.core.finding import Finding, Severity
from golinkname_ls.syntax.files.text_file import TextFile

# Of one finding in one file.
_MOST = 1_000_000

_Key: TypeAlias = tuple[str, str, str]
_SourceOf: TypeAlias = Callable[[Path], TextFile | None]


class BaselineError(Exception):
    """A baseline that cannot be read or written; the message says why."""


def filtered(findings: Iterable[Finding], file: Path, source_of: _SourceOf) -> list[Finding]:
    """Findings that the baseline in `file` does not hold; `source_of` gives their text. Raises BaselineError."""
    left = _read(file)
    kept = []
    for finding in findings:
        ranks = left.get(_key(finding, file, source_of), [])
        # The mildest entry that still covers it, so that a severe one is there for a severe finding.
        covering = max((rank for rank in ranks if rank <= finding.severity.rank), default=None)
        if covering is None:
            kept.append(finding)
        else:
            ranks.remove(covering)
    return kept


def write(findings: Iterable[Finding], file: Path, source_of: _SourceOf) -> None:
    """Write the baseline that holds exactly these findings; raises BaselineError."""
    counts = Counter((*_key(f, file, source_of), f.severity.value) for f in findings)
    entries = [
        {"file": name, "code": code, "severity": severity, "text": text, "count": count}
        for (name, code, text, severity), count in sorted(counts.items())
    ]
    document = json.dumps({"schema": 1, "findings": entries}, indent=2, ensure_ascii=False) + "\n"
    try:
        write_atomically(file, document.encode("utf-8", "surrogateescape"))
    except OSError as error:
        raise BaselineError(f"{file}: cannot be written: {error.strerror}") from None


def _read(file: Path) -> dict[_Key, list[int]]:
    try:
        document = json.loads(file.read_bytes().decode("utf-8", "surrogateescape"))
    except OSError as error:
        raise BaselineError(f"{file}: cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError, RuntimeError) as error:
        raise BaselineError(f"{file}: is no baseline: {error}") from None
    try:
        if document["schema"] != 1:
            raise BaselineError(f"{file}: has schema {document['schema']}, this version reads 1")
        left: dict[_Key, list[int]] = {}
        for entry in document["findings"]:
            count = entry["count"]
            if not isinstance(count, int) or not 0 < count <= _MOST:
                raise BaselineError(f"{file}: is no baseline: a count is to be a number from 1 to {_MOST}")
            left.setdefault(_entry_key(entry), []).extend([Severity(entry["severity"]).rank] * count)
    except (KeyError, TypeError, ValueError):
        raise BaselineError(f"{file}: is no baseline: --write-baseline writes one anew") from None
    return left


def _entry_key(entry: dict[str, Any]) -> _Key:
    return str(entry["file"]), str(entry["code"]), str(entry["text"])


def _key(finding: Finding, file: Path, source_of: _SourceOf) -> _Key:
    try:
        name = Path(os.path.relpath(finding.file, file.absolute().parent)).as_posix()
    except ValueError:
        name = finding.file.as_posix()
    source = source_of(finding.file)
    if source is None:
        return name, finding.code, ""
    start = source.data.rfind(b"\n", 0, finding.span.start) + 1
    row = source.data[start:].split(b"\n", 1)[0]
    return name, finding.code, " ".join(row.decode("utf-8", "surrogateescape").split())
