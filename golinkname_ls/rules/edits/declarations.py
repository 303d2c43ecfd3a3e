"""Declarations that a fix takes elsewhere: with the comments above them, in whole lines."""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.rules.core.finding import FileChange
from golinkname_ls.rules.edits.lines import remove_lines
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.span import Span


def comments_above(source: SourceFile, start: int) -> Iterator[Span]:
    """The whole-line comments that end on the lines directly above a declaration, in their order."""
    found: list[Span] = []
    node = source.tree.root_node.descendant_for_byte_range(start, start + 1)
    while node is not None and node.parent is not None and node.parent.parent is not None:
        node = node.parent
    below = node.start_point[0] if node is not None else 0
    previous = node.prev_sibling if node is not None else None
    while previous is not None and (previous.type == "comment" or not previous.is_named):
        if previous.type == "comment":
            line = source.data.rfind(b"\n", 0, previous.start_byte) + 1
            text = source.data[previous.start_byte : previous.end_byte].rstrip()
            last = previous.start_point[0] + text.count(b"\n")
            if last + 1 != below or source.data[line : previous.start_byte].strip():
                break
            below = previous.start_point[0]
            found.append(Span(previous.start_byte, previous.start_byte + len(text)))
        previous = previous.prev_sibling
    yield from reversed(found)


def remove_runs(source: SourceFile, gone: list[Span]) -> list[FileChange]:
    """Delete whole lines, those that touch each other in one edit."""
    runs: list[Span] = []
    for span in sorted(gone):
        if runs and not source.data[runs[-1].end : span.start].strip():
            runs[-1] = Span(runs[-1].start, span.end)
        else:
            runs.append(span)
    return [remove_lines(source, run) for run in runs]


def to_line_end(source: SourceFile, span: Span) -> Span:
    """The span up to the end of its last line, without the line end."""
    end = source.data.find(b"\n", span.end)
    return Span(span.start, len(source.data) if end < 0 else end)


def text_at(source: SourceFile, span: Span) -> str:
    """Those bytes of the file."""
    return source.data[span.start : span.end].decode("utf-8", "surrogateescape")
