"""Edits of whole lines of a file, and where its lines begin and end. Offsets are bytes, spans half-open."""

from __future__ import annotations

from golinkname_ls.rules.edits.change import Edit
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.files.text_file import TextFile
from golinkname_ls.text.span import Span


def newline(source: SourceFile) -> str:
    """The characters that end a line in the file."""
    return "\r\n" if b"\r\n" in source.data[:4096] else "\n"


def line_start(data: bytes, offset: int) -> int:
    """Offset of the first byte of the line that holds `offset`."""
    return data.rfind(b"\n", 0, max(offset, 0)) + 1


def line_end(data: bytes, offset: int) -> int:
    """Offset of the line feed that ends the line of `offset`, or of the end of the text."""
    at = data.find(b"\n", offset)
    return len(data) if at < 0 else at


def text_at(source: TextFile, span: Span) -> str:
    """The text of a span."""
    return source.data[span.start : span.end].decode("utf-8", "surrogateescape")


def replace(source: TextFile, span: Span, text: str) -> Edit:
    """Edit that puts `text` in the place of `span`."""
    return Edit(source.path, span, text)


def remove_lines(source: TextFile, span: Span) -> Edit:
    """Edit that deletes the lines that `span` touches, and one of two blank lines that would meet, as gofmt would."""
    data = source.data
    start = line_start(data, span.start)
    end = min(line_end(data, span.end) + 1, len(data))
    before = data[line_start(data, start - 1) : start]
    blank = data[end : data.find(b"\n", end) + 1]
    if blank and not blank.strip() and (not start or not before.strip()):
        end += len(blank)
    while end == len(data) and start:
        # No blank lines at the end of a file either.
        line = line_start(data, start - 1)
        if data[line:start].strip():
            break
        start = line
    return Edit(source.path, Span(start, end), "")


def remove_runs(source: TextFile, gone: list[Span]) -> list[Edit]:
    """Edits that delete the lines of the spans; spans with only white space between them share one edit."""
    runs: list[Span] = []
    for span in sorted(gone):
        if runs and not source.data[runs[-1].end : span.start].strip():
            runs[-1] = Span(runs[-1].start, span.end)
        else:
            runs.append(span)
    return [remove_lines(source, run) for run in runs]
