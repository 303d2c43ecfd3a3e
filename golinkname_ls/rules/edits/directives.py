"""Edits of linkname directives, with the comment lines around them as gofmt writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from golinkname_ls.rules.edits.change import Edit
from golinkname_ls.rules.edits.lines import line_start, newline, remove_lines
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.directives import Directive
from golinkname_ls.text.span import Span

# go/ast, isDirective.
_DIRECTIVE = re.compile(rb"//(?:line |extern |export |[a-z0-9]+:[a-z0-9])")


def insert_directive(source: SourceFile, before: int, text: str) -> Edit:
    """Edit that inserts a directive above the line of byte offset `before`, spaced as gofmt does."""
    data = source.data
    at = line_start(data, before)
    line = data[at:before]
    indent = line[: len(line) - len(line.lstrip(b" \t"))]
    rows = [*_lead(data, at, indent), text]
    end = newline(source)
    return Edit(source.path, Span(at, at), "".join(indent.decode() + row + end if row else end for row in rows))


def _lead(data: bytes, at: int, indent: bytes) -> list[str]:
    """Lines that gofmt puts between the line before `at` and a directive: `//` after prose, a blank line after code."""
    previous = _line_before(data, at)
    if previous.startswith(b"//"):
        return ["//"] if needs_empty_comment(data, at) else []
    return [""] if previous and not indent else []


def needs_empty_comment(data: bytes, at: int) -> bool:
    """Whether gofmt wants a `//` line between the line before byte offset `at` and a directive there."""
    previous = _line_before(data, at)
    return previous.startswith(b"//") and previous != b"//" and not is_directive(previous)


def is_directive(line: bytes) -> bool:
    """Whether a comment line is a directive, which gofmt moves to the end of a doc comment."""
    return bool(_DIRECTIVE.match(line))


def _line_before(data: bytes, at: int) -> bytes:
    return data[line_start(data, at - 1) : at].strip()


def remove_directive(source: SourceFile, directive: Directive) -> tuple[Edit, ...]:
    """Edit that deletes a directive: its lines, or only the comment when it shares its line; () when it is gone."""
    place = source.outline.directive_place(directive)
    return () if place is None else (_removed(source, place.span, directive.alone),)


def _removed(source: SourceFile, span: Span, alone: bool) -> Edit:
    data = source.data
    if not alone:
        return Edit(source.path, Span(len(data[: span.start].rstrip(b" \t")), span.end), "")
    start = line_start(data, span.start)
    above = line_start(data, start - 1)
    below = data[span.end :].removeprefix(b"\r").removeprefix(b"\n").lstrip(b" \t")
    if data[above:start].strip() == b"//" and not below.startswith(b"//"):
        # It parted prose from the directive.
        return remove_lines(source, Span(above, span.end))
    return remove_lines(source, span)


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
            line = line_start(source.data, previous.start_byte)
            text = source.data[previous.start_byte : previous.end_byte].rstrip()
            last = previous.start_point[0] + text.count(b"\n")
            if last + 1 != below or source.data[line : previous.start_byte].strip():
                break
            below = previous.start_point[0]
            found.append(Span(previous.start_byte, previous.start_byte + len(text)))
        previous = previous.prev_sibling
    yield from reversed(found)
