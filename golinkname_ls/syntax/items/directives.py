"""Linkname directives as the compiler reads them, and near misses that it silently ignores.

Sources: cmd/compile/internal/noder/noder.go, `pragma` (1.27: lines 244-302), and cmd/compile/internal/syntax
`scanner.lineComment`. Positions are byte offsets; spans are half-open.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from enum import Enum

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
    """The words behind a directive's verb."""
    return _FIELD.findall(rest.decode("utf-8", "surrogateescape"))


class Ignored(Enum):
    """Why the compiler does not see a comment that looks like a directive."""

    SPACE = "blank between // and go:"
    TAB = "tab after the verb"
    CASE = "wrong case"
    BLOCK = "block comment"
    BARE = "no arguments and no blank"


@dataclass(frozen=True, slots=True)
class Argument:
    """One word behind the directive's verb."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Directive:
    """One `//go:linkname` or `//go:linknamestd` comment.

    `alone` is False when code or a comment stands before it on its line. `ignored` is set on a near miss.
    """

    verb: str
    span: Span
    arguments: tuple[Argument, ...]
    alone: bool = True
    ignored: Ignored | None = None

    @property
    def well_formed(self) -> bool:
        """Whether the compiler takes it for a directive with one or two arguments."""
        return self.ignored is None and len(self.arguments) in (1, 2)

    @property
    def words(self) -> tuple[str, ...]:
        """The arguments' texts."""
        return tuple(a.text for a in self.arguments)

    @property
    def meaning(self) -> tuple[object, ...]:
        """The directive without positions, for comparison."""
        return self.verb, self.words, self.alone, self.ignored

    @property
    def local(self) -> Argument | None:
        """The first argument."""
        return self.arguments[0] if self.arguments else None

    @property
    def remote(self) -> Argument | None:
        """The second argument; None in the one-argument form, whose remote is the package's own symbol."""
        return self.arguments[1] if len(self.arguments) > 1 else None

    def moved(self, start: int) -> Directive:
        """The same directive with its first byte at `start`."""
        return self if start == self.span.start else self.shifted(start - self.span.start)

    def shifted(self, delta: int) -> Directive:
        """The same directive `delta` bytes further on."""
        arguments = tuple(Argument(a.text, a.span.shifted(delta)) for a in self.arguments)
        return Directive(self.verb, self.span.shifted(delta), arguments, self.alone, self.ignored)


def scan(data: bytes, tree: Tree) -> list[Directive]:
    """All directives and near misses of a file, in source order."""
    return scan_part(data, tree.root_node, 0, len(data))


def scan_part(data: bytes, root: Node, low: int, high: int) -> list[Directive]:
    """Those in the bytes [low, high) of a file, of which `root` is the tree: its offsets count from `low`."""
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
    """Whether a directive, a near miss or another word of ours may stand somewhere in a file."""
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


def read(data: bytes, start: int, end: int) -> Directive | None:
    """The directive that the comment [start, end) is, a near miss, or None for any other comment."""
    while end > start and data[end - 1] in b"\r\n":
        end -= 1
    raw = data[start:end]
    exact = _EXACT.match(raw)
    if exact is not None:
        verb = exact.group(1).decode()
        arguments = _fields(raw, start, exact.end())
        return Directive(verb, Span(start, end), arguments, _alone(data, start))
    return _near_miss(data, raw, start, end)


def _fields(raw: bytes, base: int, offset: int) -> tuple[Argument, ...]:
    text = raw[offset:].decode("utf-8", "surrogateescape")
    if text.isascii():
        return tuple(
            Argument(m.group(), Span(base + offset + m.start(), base + offset + m.end())) for m in _FIELD.finditer(text)
        )
    fields = []
    for match in _FIELD.finditer(text):
        before = len(text[: match.start()].encode("utf-8", "surrogateescape"))
        size = len(match.group().encode("utf-8", "surrogateescape"))
        fields.append(Argument(match.group(), Span(base + offset + before, base + offset + before + size)))
    return tuple(fields)


def _alone(data: bytes, start: int) -> bool:
    line = data.rfind(b"\n", 0, start) + 1
    before = data[line:start] if line else data[:start].removeprefix(b"\xef\xbb\xbf")
    return not before.strip(b" \t\r")


def _near_miss(data: bytes, raw: bytes, start: int, end: int) -> Directive | None:
    match = _NEAR.fullmatch(raw.decode("utf-8", "replace"))
    if match is None or not raw.isascii():
        return None
    words = tuple(
        Argument(m.group(), Span(start + match.start("rest") + m.start(), start + match.start("rest") + m.end()))
        for m in _FIELD.finditer(match["rest"])
    )
    if len(words) == 2 and "." not in words[1].text:
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
    return Directive(match["verb"].lower(), Span(start, end), words, _alone(data, start), ignored)


def _own_line(data: bytes, start: int, end: int) -> bool:
    following = data[end : end + 2].lstrip(b"\r")
    return _alone(data, start) and following[:1] in (b"", b"\n")
