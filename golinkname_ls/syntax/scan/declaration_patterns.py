"""Regular expressions for declarations: a superset of what a file declares, to avoid parsing files in vain."""

from __future__ import annotations

import re
from typing import NamedTuple

from golinkname_ls.syntax.items.directives import fields, may_hold

_BLANK = b" \t\r"
# The Go spec, "Declarations and scope": a name is declared behind a keyword, or within a group behind one of the others,
# or behind the bracket that opens the group.
_KEYWORDS = (b"func", b"var", b"const", b"type")
_BEFORE = b"\n,;/"
_GROUPS = (b"var", b"const", b"type")
# A statement that begins with the name: a selector, a label or a short declaration.
_NEVER_BEHIND = (b".", b":")
_LETTERS = frozenset(bytes((c,)) for c in range(256) if c >= 0x80 or chr(c).isalnum() or c == 0x5F)


def may_declare(data: bytes, name: bytes) -> bool:
    """Whether the text may have a package-level declaration of `name` (no method); False is certain."""
    size = len(name)
    at = data.find(name)
    while at >= 0:
        end = at + size
        if may_declare_at(data, at, end):
            return True
        at = data.find(name, end)
    return False


def may_declare_at(data: bytes, at: int, end: int) -> bool:
    """Whether the bytes [at, end) may be the name of a package-level declaration (no method)."""
    behind = data[end : end + 2]
    if behind[:1] in _LETTERS or behind.lstrip(b" ").startswith(_NEVER_BEHIND):
        return False
    before = _blanks_before(data, at)
    if not before or data[before - 1] in _BEFORE:
        return True
    if data[before - 1] == 0x28:
        before = _blanks_before(data, before - 1)
        return not before or data[before - 1] in _BEFORE or data.endswith(_GROUPS, 0, before)
    return before < at and data.endswith(_KEYWORDS, 0, before)


def _blanks_before(data: bytes, at: int) -> int:
    while at and data[at - 1] in _BLANK:
        at -= 1
    return at


# The places that may_declare accepts, read in one pass.
_DECLARABLE = re.compile(
    rb"(?:[\n,;/][ \t\r]*+(?:(?:func|var|const|type)[ \t\r]++)?(?:\([ \t\r]*+)?|(?:func|var|const|type)[ \t\r(]++)"
    rb"([A-Za-z_\x80-\xff][\w\x80-\xff]*+)(?! *[.:])"
)


def declarable(data: bytes) -> frozenset[bytes]:
    """Names that a file may declare at package level, perhaps too many; one pass for many `may_declare`."""
    return frozenset(_DECLARABLE.findall(data))


_RENAMING = re.compile(rb"//go:linkname(?:std)? ([^\n]*)")


def renamings(data: bytes) -> list[tuple[str, str]]:
    """(local, remote) of every two-argument directive, and of text that only looks like one."""
    found = (fields(rest) for rest in _RENAMING.findall(data))
    return [(words[0], words[1]) for words in found if len(words) == 2]


NAMES_LIBRARIES = b"//go:cgo_import_"
"""What stands in a file that takes symbols from shared libraries."""


class Glance(NamedTuple):
    """Summary of a file's bytes: all that the file holds, and perhaps more."""

    directives: bool
    """Whether the file may hold a directive, a near miss or a comment for this program."""
    bodyless: frozenset[str]
    """The names of funcs that may have no body; "" stands for methods, and for what has no readable name."""
    names_libraries: bool
    """Whether the file may take symbols from shared libraries."""


def glance(data: bytes) -> Glance:
    """Summary of a Go file's bytes."""
    return Glance(may_hold(data), bodyless(data), NAMES_LIBRARIES in data)


def bodyless(data: bytes) -> frozenset[str]:
    """The names of funcs that may have no body, as `Glance` has them."""
    lines = _OPEN.findall(data)
    if _WITHIN.search(data):
        lines += _INDENTED.findall(data)
    return frozenset(_name(line) for line in lines if may_lack_body(line))


def opens_body(line: bytes) -> bool:
    """Whether the text behind `func`, to the line's end, certainly opens a body, or is of no func."""
    plain = line.endswith(b"{") and b"/" not in line and b"interface" not in line and b"struct" not in line
    return plain or line[:1] in _LETTERS


def func_names(data: bytes) -> frozenset[str]:
    """Names of the funcs of a file, methods aside, and perhaps more."""
    return frozenset(name.decode("utf-8", "surrogateescape") for name in _NAMED.findall(data))


_NAMED = re.compile(rb"func(?<![\w\x80-\xff]func)\s+([\w\x80-\xff]+)")


# All files of a workspace come by here. Nearly all funcs begin a line that ends with their body's brace.
_OPEN = re.compile(
    rb"\nfunc(?![\w\x80-\xff])(?![^\n/]*(?<!\t)(?<!  )(?<!interface)(?<!struct)(?<!interface )(?<!struct )\{\n)([^\n]*)"
)
# Each begins with a literal, which re finds fast.
_WITHIN = re.compile(rb"func(?<=[\n\t ;][\t ]func)[ \t]|func(?<=;func)")
# Not as gofmt writes it; a func literal has neither a name nor a blank behind its keyword.
_INDENTED = re.compile(rb"(?:\n[ \t]+|;[ \t]*)func([ \t]+[\w(\x80-\xff][^\n]*)")
_BRACED_TYPES = (b"interface", b"struct")
_NAME = re.compile(rb"[ \t]+([\w\x80-\xff]+)")
_COMMENTS = re.compile(rb"/\*.*?\*/|//.*|/\*.*")


def _name(line: bytes) -> str:
    """The name in the text behind `func`, "" for a method's."""
    match = _NAME.match(line)
    return match[1].decode("utf-8", "replace") if match else ""


def may_lack_body(line: bytes) -> bool:
    """Whether the text behind `func`, to the line's end, may declare a func without body, or begin to."""
    code = _COMMENTS.sub(b"", line).rstrip() if b"/" in line else line.rstrip()
    brace = code.find(b"{")
    if brace < 0:
        return True
    if not code[:brace].rstrip().endswith(_BRACED_TYPES):
        return False
    if code.endswith(b"{"):
        return code[:-1].rstrip().endswith(_BRACED_TYPES)
    if not code.endswith(b"}"):
        return True
    if not any(word in code for word in _BRACED_TYPES):
        return False
    depth = 0
    for at in range(len(code) - 1, -1, -1):
        depth += {0x7D: 1, 0x7B: -1}.get(code[at], 0)
        if depth == 0:
            # Only a type's braces may end it.
            return code[:at].rstrip().endswith(_BRACED_TYPES)
    return True
