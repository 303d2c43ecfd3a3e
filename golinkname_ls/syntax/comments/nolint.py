"""`//nolint` comments as golangci-lint reads them, with the names that mean this program.

pkg/result/processors/nolint.go of golangci-lint: a comment counts when `nolint` is its first word; names are separated
by commas and end at another `//`; it covers its comment group and what starts right below the group; without names it
covers every linter. In a `.s` file what starts right below is an instruction, or the whole of a TEXT.

Ours are `golinkname`, and `golinkname:LN201` for one rule; bare codes may follow that.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tree_sitter import Node

from golinkname_ls.syntax.files.editable_assembly_text import AssemblyFile, function_end, line_comments
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.files.text_file import TextFile
from golinkname_ls.text.span import Span

_COMMENT = re.compile(rb"//[/ ]*nolint(?=[: \t]|$)")
_OURS = re.compile(r"golinkname(?:-ls)?(?::(?P<rule>[\w-]+))?$", re.IGNORECASE)
_CODE = re.compile(r"LN\d+$", re.IGNORECASE)
ALL = "all"


@dataclass(frozen=True, slots=True)
class Item:
    """A linter in a comment's list. `rule` is a rule's code or name, "" for all rules, None for other linters."""

    text: str
    rule: str | None


@dataclass(frozen=True, slots=True)
class Nolint:
    """A `//nolint` comment. `covers` are bytes, from the comment group's first line to the end of what it stands on."""

    span: Span
    names_span: Span
    """What stands between `nolint` and the explanation: the colon and the list."""
    items: tuple[Item, ...]
    covers: Span
    alone: bool

    @property
    def general(self) -> bool:
        """Whether the comment silences every linter: no list, or `all` in it."""
        return not self.items or any(item.text.lower() == ALL for item in self.items)


def nolints(source: TextFile) -> list[Nolint]:
    """The `//nolint` comments of a file that may silence this program, in source order."""
    if not source.holds(b"nolint"):
        return []
    if isinstance(source, SourceFile):
        return source.answers.ask(nolints, lambda: _scan(source))
    return _scan_assembly(source)


def _scan(source: SourceFile) -> list[Nolint]:
    data = source.data
    found: list[Nolint] = []
    at = data.find(b"nolint")
    while at >= 0:
        node = source.tree.root_node.descendant_for_byte_range(at, at + 6)
        if node is not None and node.type == "comment":
            comment = _read(source.data, node.start_byte, node.end_byte, partial(_below, source))
            if comment is not None and comment.span.start + 2 <= at and (not found or found[-1].span != comment.span):
                found.append(comment)
        at = data.find(b"nolint", at + 6)
    return found


def _scan_assembly(source: TextFile) -> list[Nolint]:
    if not isinstance(source, AssemblyFile):
        return []
    data = source.data
    comments = (c for c in line_comments(data) if data.find(b"nolint", *c) >= 0)
    found = (_read(data, start, end, partial(function_end, data)) for start, end in comments)
    return [comment for comment in found if comment is not None]


def _read(data: bytes, begin: int, stop: int, below: Callable[[int], int | None]) -> Nolint | None:
    """The comment [begin, stop); `below` tells where what starts at a byte ends, None when nothing does."""
    raw = data[begin:stop].rstrip(b"\r\n")
    match = _COMMENT.match(raw)
    if match is None:
        return None
    names = raw[match.end() :].partition(b"//")[0].rstrip() if raw[match.end() : match.end() + 1] == b":" else b""
    items = _items(names[1:].decode("utf-8", "replace"))
    start = begin + match.end()
    alone = _alone(data, begin)
    span = Span(begin, begin + len(raw))
    found = Nolint(span, Span(start, start + len(names)), items, _covers(data, begin, alone, below), alone)
    return found if found.general or any(item.rule is not None for item in items) else None


def _items(text: str) -> tuple[Item, ...]:
    found: list[Item] = []
    ours = False
    for word in (part.strip() for part in text.split(",")):
        match = _OURS.match(word)
        if match is not None:
            ours, rule = True, match["rule"] or ""
            found.append(Item(word, rule.upper() if _CODE.match(rule) else rule))
        elif ours and _CODE.match(word):
            found.append(Item(word, word.upper()))
        elif word:
            ours = False
            found.append(Item(word, None))
    return tuple(found)


def _alone(data: bytes, start: int) -> bool:
    return not data[data.rfind(b"\n", 0, start) + 1 : start].strip(b" \t\xef\xbb\xbf")


def _covers(data: bytes, begin: int, alone: bool, ends: Callable[[int], int | None]) -> Span:
    first = data.rfind(b"\n", 0, begin) + 1
    last = _line_end(data, begin)
    if not alone:
        return Span(first, last)
    while first and _is_comment(data, previous := data.rfind(b"\n", 0, first - 1) + 1):
        first = previous
    while _is_comment(data, last + 1):
        last = _line_end(data, last + 1)
    at = last + 1
    while at < len(data) and data[at : at + 1] in (b" ", b"\t"):
        at += 1
    if at >= len(data) or data[at : at + 1] in (b"\n", b"\r"):
        return Span(first, last)
    end = ends(at)
    return Span(first, last if end is None else end)


def _below(source: SourceFile, at: int) -> int | None:
    below: Node | None = source.tree.root_node.descendant_for_byte_range(at, at + 1)
    while below is not None and below.parent is not None and below.parent.parent is not None:
        if below.parent.start_byte != at:
            break
        below = below.parent
    if below is None or below.start_byte != at:
        return None
    # Above the package clause it stands on the file.
    return len(source.data) if below.type == "package_clause" else below.end_byte


def _line_end(data: bytes, at: int) -> int:
    end = data.find(b"\n", at)
    return len(data) if end < 0 else end


def _is_comment(data: bytes, start: int) -> bool:
    return start < len(data) and data[start : _line_end(data, start)].lstrip(b" \t").startswith(b"//")
