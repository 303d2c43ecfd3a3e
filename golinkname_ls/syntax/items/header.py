"""A Go file's package clause and imports, read from bytes without a tree: what an import graph needs of each file.

After cmd/go/internal/imports/read.go, which stops reading at the first declaration.
"""

from __future__ import annotations

import re

from golinkname_ls.syntax.items.constraint_lines import constraint_of
from golinkname_ls.syntax.items.declarations import Import
from golinkname_ls.syntax.items.outline import Header
from golinkname_ls.text.span import Span

_BLANK = re.compile(rb"(?:[ \t\r\n;]+|//[^\n]*|/\*.*?\*/)*", re.S)
_PACKAGE = re.compile(rb"package(?=[\s/])")
_NAME = re.compile(rb"[^\W\d]\w*|\.", re.A)
_IMPORT = re.compile(rb"import(?=[\s\"`(/])")
_PATH = re.compile(rb"\"([^\"\n]*)\"|`([^`]*)`")


def read_header(data: bytes) -> Header:
    """Read the header of a file's bytes; what cannot be read ends it, nothing is raised."""
    at = _skip(data, 3 if data.startswith(b"\xef\xbb\xbf") else 0)
    clause = _PACKAGE.match(data, at)
    if clause is None:
        return Header("", "", ())
    name = _NAME.match(data, _skip(data, clause.end()))
    if name is None:
        return Header("", "", ())
    imports: list[Import] = []
    at = _skip(data, name.end())
    while (keyword := _IMPORT.match(data, at)) is not None:
        at = _skip(data, keyword.end())
        if data[at : at + 1] != b"(":
            at = _spec(data, at, imports)
            continue
        at = _skip(data, at + 1)
        while data[at : at + 1] not in (b")", b""):
            after = _spec(data, at, imports)
            if after == at:
                break
            at = after
        at = _skip(data, at + 1)
    return Header.of(name.group().decode("utf-8", "replace"), constraint_of(data), tuple(imports))


def _spec(data: bytes, at: int, imports: list[Import]) -> int:
    name = _NAME.match(data, at)
    start = _skip(data, name.end()) if name else at
    path = _PATH.match(data, start)
    if path is None:
        return at
    text = (path[1] if path[1] is not None else path[2]).decode("utf-8", "replace")
    named = name.group().decode("utf-8", "replace") if name else None
    imports.append(Import(text, named, Span(at, path.end())))
    return _skip(data, path.end())


def _skip(data: bytes, at: int) -> int:
    match = _BLANK.match(data, at)
    return match.end() if match is not None else at
