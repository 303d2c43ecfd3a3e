"""Small edits that several rules' fixes share."""

from __future__ import annotations

from golinkname_ls.rules.finding import Edit
from golinkname_ls.syntax.source_file import SourceFile
from golinkname_ls.text.span import Span


def newline(source: SourceFile) -> str:
    """The line end the file uses."""
    return "\r\n" if b"\r\n" in source.data[:4096] else "\n"


def import_unsafe(source: SourceFile) -> tuple[Edit, ...]:
    """Import unsafe for its side effect, in the file's first import group if it has one; () when it is there."""
    outline = source.outline
    if outline.imports_unsafe:
        return ()
    end = newline(source)
    for node in outline.root.children:
        if node.type != "import_declaration":
            continue
        group = next((c for c in node.children if c.type == "import_spec_list"), None)
        if group is None:
            return (Edit(source.path, Span(node.end_byte, node.end_byte), f'{end}import _ "unsafe"'),)
        specs = [c for c in group.children if c.type == "import_spec"]
        after = [s for s in specs if _path(source, s) < "unsafe" and "." not in _path(source, s).split("/")[0]]
        if after:
            at = _line_end(source, after[-1].end_byte)
            return (Edit(source.path, Span(at, at), f'{end}\t_ "unsafe"'),)
        at = group.start_byte + 1
        return (Edit(source.path, Span(at, at), f'{end}\t_ "unsafe"'),)
    for node in outline.root.children:
        if node.type == "package_clause":
            at = _line_end(source, node.end_byte)
            return (Edit(source.path, Span(at, at), f'{end}{end}import _ "unsafe"'),)
    return ()


def _path(source: SourceFile, spec: object) -> str:
    node = spec.child_by_field_name("path")  # type: ignore[attr-defined]
    return source.data[node.start_byte + 1 : node.end_byte - 1].decode("utf-8", "replace") if node else ""


def _line_end(source: SourceFile, offset: int) -> int:
    at = source.data.find(b"\n", offset)
    at = len(source.data) if at < 0 else at
    return at - 1 if source.data[at - 1 : at] == b"\r" else at


def remove_line(source: SourceFile, span: Span) -> Edit:
    """Delete the whole line that holds `span`."""
    start = source.data.rfind(b"\n", 0, span.start) + 1
    end = source.data.find(b"\n", span.end)
    return Edit(source.path, Span(start, len(source.data) if end < 0 else end + 1), "")


def replace(source: SourceFile, span: Span, text: str) -> Edit:
    """Put `text` in the place of `span`."""
    return Edit(source.path, span, text)
