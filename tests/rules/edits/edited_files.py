"""Go files in memory, and their text after edits."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from pathlib import Path

from golinkname_ls.analysis.workspace.safe_fixes import applied
from golinkname_ls.rules.edits.change import Edit
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer
from golinkname_ls.text.span import Span


def file(text: str, path: str = "/m/a.go") -> SourceFile:
    return SourceFile(Path(path), Buffer(text.encode()))


def span_of(source: SourceFile, text: str) -> Span:
    """The bytes of the only place that holds the text."""
    assert source.data.count(text.encode()) == 1, text
    start = source.data.index(text.encode())
    return Span(start, start + len(text.encode()))


def after(source: SourceFile, edits: Iterable[Edit]) -> str:
    """The file's text after edits, which must not overlap."""
    ordered = sorted(edits, key=lambda edit: edit.span)
    assert all(one.span.end <= two.span.start for one, two in itertools.pairwise(ordered)), ordered
    return applied(source.data, ordered).decode()
