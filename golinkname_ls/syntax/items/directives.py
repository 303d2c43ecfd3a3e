"""Linkname directives as the compiler reads them, and near misses that it silently ignores.

Sources: cmd/compile/internal/noder/noder.go, `pragma` (1.27: lines 244-302), and cmd/compile/internal/syntax
`scanner.lineComment`. Positions are byte offsets; spans are half-open.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple, TypeAlias

from tree_sitter import Node, Tree

from golinkname_ls.text.span import Span

# strings.Fields splits at unicode.IsSpace, which is not Python's str.split (that adds U+001C..U+001F).
_FIELD = re.compile(r"[^\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_EXACT = re.compile(rb"//go:(linknamestd|linkname) ")
SPELLINGS = (b"nkname", b"nkName", b"NKNAME")
"""One of these stands in every directive and near miss."""
_NAME = r"[^\W\d]\w*"
_NEAR = re.compile(
    rf"(?://[ \t]*|/\*[ \t]*)go:(?P<verb>linkname(?:std)?)(?P<gap>[ \t]*)(?P<rest>(?:{_NAME}(?:[ \t]+\S+?)?)?)[ \t\r]*(?:\*/)?",
    re.IGNORECASE,
)


def fields(rest: bytes) -> list[str]:
    """Words of a directive behind its verb."""
    return _FIELD.findall(rest.decode("utf-8", "surrogateescape"))


class Ignored(Enum):
    """Reason why the compiler ignores a comment that looks like a directive."""

    SPACE = "blank between // and go:"
    TAB = "tab after the verb"
    CASE = "wrong case"
    BLOCK = "block comment"
    BARE = "no arguments and no blank"


@dataclass(frozen=True, slots=True)
class Directive:
    """One `//go:linkname` or `//go:linknamestd` comment, without its place.

    `words` are those behind the verb. `alone` is False when code or a comment stands before it on its line, `at_margin`
    when even a blank does. `ignored` is set on a near miss. `is_pragma` says that it begins with `//go:`, as all that
    the compiler looks at; `is_legal` that its line is text which the compiler's scanner takes. `ordinal` tells those of
    one file that say the same apart.
    """

    verb: str
    words: tuple[str, ...]
    alone: bool = True
    at_margin: bool = True
    ignored: Ignored | None = None
    is_pragma: bool = True
    is_legal: bool = True
    ordinal: int = 0

    def __hash__(self) -> int:
        """Hash by the fields that tell directives of one file apart."""
        return hash((self.words, self.ordinal))

    @property
    def well_formed(self) -> bool:
        """Whether the compiler takes it for a directive with one or two arguments."""
        return self.ignored is None and len(self.words) in (1, 2)

    @property
    def local(self) -> str:
        """The first argument, "" without."""
        return self.words[0] if self.words else ""

    @property
    def remote(self) -> str:
        """The second argument; "" in the one-argument form, whose remote is the package's own symbol."""
        return self.words[1] if len(self.words) > 1 else ""


class DirectivePlace(NamedTuple):
    """Span of a directive, and those of its words, in bytes of the file."""

    span: Span
    words: tuple[Span, ...]

    def shifted(self, delta: int) -> DirectivePlace:
        """The place `delta` bytes further on."""
        return DirectivePlace(self.span.shifted(delta), tuple(word.shifted(delta) for word in self.words))


PlacedDirective: TypeAlias = tuple[Directive, DirectivePlace]


def numbered(found: Iterable[PlacedDirective]) -> list[PlacedDirective]:
    """The directives of a file in their order, those that say the same with an ordinal each."""
    counts: dict[Directive, int] = {}
    listed = []
    for directive, place in found:
        first = directive if not directive.ordinal else replace(directive, ordinal=0)
        number = counts[first] = counts.get(first, -1) + 1
        listed.append((first if not number else replace(first, ordinal=number), place))
    return listed


def scan(data: bytes, tree: Tree) -> list[PlacedDirective]:
    """All directives and near misses of a file, in source order."""
    return numbered(scan_part(data, tree.root_node, 0, len(data)))


def scan_part(data: bytes, root: Node, low: int, high: int) -> list[PlacedDirective]:
    """Directives and near misses in the bytes [low, high) of a file; offsets in the tree `root` count from `low`."""
    found = []
    seen = -1
    for at in candidates(data, low, high):
        node = root.descendant_for_byte_range(at - low, at - low + 1)
        if node is None or node.type != "comment" or node.start_byte == seen:
            continue
        seen = node.start_byte
        directive = read(data, low + seen, low + node.end_byte)
        if directive is not None:
            found.append(directive)
    return found


def may_hold(data: bytes) -> bool:
    """Whether a file may hold a directive, a near miss or another comment for this program."""
    return b"nkname" in data.lower()


def candidates(data: bytes, low: int = 0, high: int = sys.maxsize) -> list[int]:
    """The offsets in [low, high) at which a directive's or a near miss's verb stands, in comments or elsewhere."""
    # bytes.find and no regular expression: on the keystroke path that is 15 times as fast.
    found = []
    for word in SPELLINGS:
        at = data.find(word, low, high)
        while at >= 0:
            if data[max(at - 5, low) : at].lower() == b"go:li":
                found.append(at)
            at = data.find(word, at + 1, high)
    return sorted(found)


def read(data: bytes, start: int, end: int) -> PlacedDirective | None:
    """The directive that the comment [start, end) is, a near miss, or None for any other comment."""
    while end > start and data[end - 1] in b"\r\n":
        end -= 1
    raw = data[start:end]
    exact = _EXACT.match(raw)
    if exact is None:
        return _near_miss(data, raw, start, end)
    words, spans = _fields(raw[exact.end() :], start + exact.end())
    directive = Directive(
        exact.group(1).decode(), words, _alone(data, start), _at_margin(data, start), is_legal=_is_legal(data, start)
    )
    return directive, DirectivePlace(Span(start, end), spans)


def _is_legal(data: bytes, start: int) -> bool:
    """Whether the compiler takes the rest of a line: cmd/compile/internal/syntax/source.go, nextch."""
    end = data.find(b"\n", start)
    text = data[start : end if end >= 0 else len(data)]
    try:
        return b"\0" not in text and bool(text.decode("utf-8") or True)
    except UnicodeDecodeError:
        return False


def _fields(rest: bytes, base: int) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The words of what begins at byte `base`, and their bytes."""
    text = rest.decode("utf-8", "surrogateescape")
    found = list(_FIELD.finditer(text))
    words = tuple(match.group() for match in found)
    if text.isascii():
        return words, tuple(Span(base + match.start(), base + match.end()) for match in found)
    starts = (base + len(text[: match.start()].encode("utf-8", "surrogateescape")) for match in found)
    sizes = (len(word.encode("utf-8", "surrogateescape")) for word in words)
    return words, tuple(Span(at, at + size) for at, size in zip(starts, sizes, strict=True))


def _at_margin(data: bytes, start: int) -> bool:
    return data[max(start - 1, 0) : start] in (b"", b"\n")


def _alone(data: bytes, start: int) -> bool:
    line = data.rfind(b"\n", 0, start) + 1
    before = data[line:start] if line else data[:start].removeprefix(b"\xef\xbb\xbf")
    return not before.strip(b" \t\r")


def _near_miss(data: bytes, raw: bytes, start: int, end: int) -> PlacedDirective | None:
    match = _NEAR.fullmatch(raw.decode("utf-8", "replace"))
    if match is None or not raw.isascii():
        return None
    words, spans = _fields(match["rest"].encode(), start + match.start("rest"))
    if len(words) == 2 and "." not in words[1]:
        return None  # prose: "// go:linkname is …"
    if raw.startswith(b"/*"):
        ignored = Ignored.BLOCK
    elif raw[2:3] in b" \t":
        ignored = Ignored.SPACE
    elif match["verb"] != match["verb"].lower() or raw[2:5] != b"go:":
        ignored = Ignored.CASE
    elif not match["gap"]:
        ignored = Ignored.BARE
    else:
        ignored = Ignored.TAB
    if len(words) < 2 and ignored in (Ignored.SPACE, Ignored.BLOCK) and (not words or not _own_line(data, start, end)):
        return None
    is_pragma, is_legal = raw.startswith(b"//go:"), _is_legal(data, start)
    before = _alone(data, start), _at_margin(data, start)
    directive = Directive(match["verb"].lower(), words, *before, ignored, is_pragma, is_legal)
    return directive, DirectivePlace(Span(start, end), spans)


def _own_line(data: bytes, start: int, end: int) -> bool:
    following = data[end : end + 2].lstrip(b"\r")
    return _alone(data, start) and following[:1] in (b"", b"\n")
