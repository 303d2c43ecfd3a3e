"""Small edits that several rules' fixes share."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tree_sitter import Node

from golinkname_ls.rules.core.finding import Edit
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.files.text_file import TextFile
from golinkname_ls.syntax.items.directives import Directive
from golinkname_ls.text.span import Span


def line_end(source: SourceFile) -> str:
    """The line end the file uses."""
    return "\r\n" if b"\r\n" in source.data[:4096] else "\n"


def import_unsafe(source: SourceFile) -> tuple[Edit, ...]:
    """Import unsafe for its side effect, in the file's first import group if it has one; () when it is there."""
    return () if source.outline.imports_unsafe else add_imports(source, {"unsafe": "_"})


def add_imports(source: SourceFile, imports: Mapping[str, str]) -> tuple[Edit, ...]:
    """Import each path under a name, where gofmt would sort it into the file's first import group if it has one."""
    if not imports:
        return ()
    specs = {path: import_spec(path, name) for path, name in sorted(imports.items())}
    end = line_end(source)
    for node in source.outline.root.children:
        if node.type != "import_declaration":
            continue
        group = next((c for c in node.children if c.type == "import_spec_list"), None)
        if group is None:
            text = "".join(f"{end}import {spec}" for spec in specs.values())
            return (Edit(source.path, Span(node.end_byte, node.end_byte), text),)
        return _into_group(source, group, specs, end)
    for node in source.outline.root.children:
        if node.type == "package_clause":
            at = _line_end(source, node.end_byte)
            text = "".join(f"{end}import {spec}" for spec in specs.values())
            return (Edit(source.path, Span(at, at), end + text),)
    return ()


def _into_group(source: SourceFile, group: Node, specs: Mapping[str, str], end: str) -> tuple[Edit, ...]:
    present = [c for c in group.children if c.type == "import_spec"]
    places: dict[int, str] = {}
    for path, spec in specs.items():
        # Only std paths are added, which stand before those with a dot in their first element.
        before = [s for s in present if _path(source, s) < path and "." not in _path(source, s).split("/")[0]]
        at = _line_end(source, before[-1].end_byte) if before else group.start_byte + 1
        places[at] = places.get(at, "") + f"{end}\t{spec}"
    return tuple(Edit(source.path, Span(at, at), text) for at, text in sorted(places.items()))


def import_spec(path: str, name: str) -> str:
    """An import of `path` under `name`, which is written only where it is not the package's own."""
    return f'"{path}"' if name == guessed_package_name(path) else f'{name} "{path}"'


def guessed_package_name(path: str) -> str:
    """What a package is called, guessed from its path as goimports does: the last element that is no major version."""
    parts = path.split("/")
    return parts[-2] if len(parts) > 1 and _MAJOR.fullmatch(parts[-1]) else parts[-1]


_MAJOR = re.compile(r"v[0-9]+")


def _path(source: SourceFile, spec: Node) -> str:
    node = spec.child_by_field_name("path")
    return source.data[node.start_byte + 1 : node.end_byte - 1].decode("utf-8", "replace") if node else ""


def _line_end(source: SourceFile, offset: int) -> int:
    at = source.data.find(b"\n", offset)
    at = len(source.data) if at < 0 else at
    return at - 1 if source.data[at - 1 : at] == b"\r" else at


def remove_lines(source: TextFile, span: Span) -> Edit:
    """Delete the whole lines that `span` touches, and one of two blank lines that would meet, as gofmt would."""
    data = source.data
    start = data.rfind(b"\n", 0, span.start) + 1
    end = data.find(b"\n", span.end)
    end = len(data) if end < 0 else end + 1
    before = data[data.rfind(b"\n", 0, max(start - 1, 0)) + 1 : start]
    blank = data[end : data.find(b"\n", end) + 1]
    if blank and not blank.strip() and (not start or not before.strip()):
        end += len(blank)
    while end == len(data) and start:
        # No blank lines at the end of a file either.
        line = data.rfind(b"\n", 0, start - 1) + 1
        if data[line:start].strip():
            break
        start = line
    return Edit(source.path, Span(start, end), "")


def insert_directive(source: SourceFile, before: int, text: str) -> Edit:
    """Put a directive on a line of its own above the line of offset `before`, with what gofmt wants between."""
    data = source.data
    at = data.rfind(b"\n", 0, before) + 1
    line = data[at:before]
    indent = line[: len(line) - len(line.lstrip(b" \t"))]
    rows = [*_lead(data, at, indent), text]
    end = line_end(source)
    return Edit(source.path, Span(at, at), "".join(indent.decode() + row + end if row else end for row in rows))


def _lead(data: bytes, at: int, indent: bytes) -> list[str]:
    """What gofmt puts between the line before `at` and a directive: `//` after prose, a blank line after code."""
    previous = _line_before(data, at)
    if previous.startswith(b"//"):
        return ["//"] if needs_empty_comment(data, at) else []
    return [""] if previous and not indent else []


def needs_empty_comment(data: bytes, at: int) -> bool:
    """Whether gofmt wants a `//` between the line before `at` and a directive there."""
    previous = _line_before(data, at)
    return previous.startswith(b"//") and previous != b"//" and not is_directive(previous)


def is_directive(line: bytes) -> bool:
    """Whether a comment's line is a directive, which gofmt takes to the end of a doc comment."""
    return bool(_DIRECTIVE.match(line))


def _line_before(data: bytes, at: int) -> bytes:
    return data[data.rfind(b"\n", 0, max(at - 1, 0)) + 1 : at].strip()


# go/ast, isDirective.
_DIRECTIVE = re.compile(rb"//(?:line |extern |export |[a-z0-9]+:[a-z0-9])")


def remove_directive(source: SourceFile, directive: Directive) -> Edit:
    """Take a directive away: its lines, or only the comment when it shares its line."""
    data, span = source.data, directive.span
    if not directive.alone:
        return Edit(source.path, Span(len(data[: span.start].rstrip(b" \t")), span.end), "")
    start = data.rfind(b"\n", 0, span.start) + 1
    above = data.rfind(b"\n", 0, max(start - 1, 0)) + 1
    below = data[span.end :].removeprefix(b"\r").removeprefix(b"\n").lstrip(b" \t")
    if data[above:start].strip() == b"//" and not below.startswith(b"//"):
        # It parted prose from the directive.
        return remove_lines(source, Span(above, span.end))
    return remove_lines(source, span)


def replace(source: TextFile, span: Span, text: str) -> Edit:
    """Put `text` in the place of `span`."""
    return Edit(source.path, span, text)
