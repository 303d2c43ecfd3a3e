"""`//golinkname:mirror runtime.hmap` comments: the struct type below mirrors a struct of the upstream package."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import TypeDeclaration
from golinkname_ls.text.span import Span

WORD = b"golinkname:mirror"
_COMMENT = re.compile(rb"^[ \t]*(//golinkname:mirror(?:[ \t]+([^\r\n]*))?)[ \t]*\r?$", re.M)


@dataclass(frozen=True, slots=True)
class MirrorComment:
    """A mirror comment: the upstream types it names, and the type spec that it is the doc comment of.

    Of several upstream types the first that a version declares counts: names change from version to version. `number`
    counts the comments of the file.
    """

    upstream: tuple[str, ...]
    type: TypeDeclaration | None
    number: int


def mirror_comments(source: SourceFile) -> tuple[MirrorComment, ...]:
    """The mirror comments of a file, in source order."""
    if not source.holds(WORD):
        return ()
    return source.answers.ask(mirror_comments, lambda: tuple(comment for comment, _ in _placed(source)))


def mirror_comment_span(source: SourceFile, comment: MirrorComment) -> Span:
    """The bytes of a mirror comment of the file as it is now."""
    return next((span for found, span in _placed(source) if found.number == comment.number), Span(0, 0))


def _placed(source: SourceFile) -> Iterator[tuple[MirrorComment, Span]]:
    data = source.data
    types = [(d, place) for d, place in source.outline.placed_declarations() if isinstance(d, TypeDeclaration)]
    number = 0
    for match in _COMMENT.finditer(data):
        span = Span(match.start(1), match.end(1))
        node = source.tree.root_node.descendant_for_byte_range(*span)
        if node is None or node.type != "comment" or node.start_byte != span.start:
            continue
        words = (match[2] or b"").decode("utf-8", "replace").split("//")[0].split()
        low, high = _below(data, match.end())
        below = next((kind for kind, place in types if low <= place.name.start < high), None)
        yield MirrorComment(tuple(words), below, number), span
        number += 1


def _below(data: bytes, end: int) -> tuple[int, int]:
    """The first line behind `end` that is no comment: [start, end) in bytes."""
    start = end
    while True:
        start = data.find(b"\n", start) + 1
        stop = data.find(b"\n", start) if start else -1
        stop = len(data) if stop < 0 else stop
        if not start:
            return len(data), len(data)
        if not data[start:stop].lstrip(b" \t").startswith(b"//"):
            return start, stop
