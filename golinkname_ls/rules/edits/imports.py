"""What a fix does to a file's imports: those it needs come in, those that only the removed text used go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tree_sitter import Node

from golinkname_ls.rules.core.finding import Edit
from golinkname_ls.rules.edits.lines import (
    add_imports,
    guessed_package_name,
    import_spec,
    line_end,
    remove_lines,
    replace,
)
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import Import
from golinkname_ls.text.span import Span

_SEPARATED = re.compile(rb"[ \t]*;[ \t]*")
_QUALIFIED = re.compile(rb"([^\W\d]\w*)[ \t]*\.", re.A)


def import_edits(source: SourceFile, gone: Sequence[Span], fresh: str, add: Mapping[str, str]) -> tuple[Edit, ...]:
    """The import edits for a file from which the bytes of `gone` go and into which the code `fresh` comes.

    `add` maps the paths that `fresh` needs and the file lacks to the names it uses. What is left of unsafe is its
    blank import, as long as there are directives.
    """
    words = {m[1].decode() for m in _QUALIFIED.finditer(fresh.encode())}
    add = dict(add)
    if "unsafe" in words and not any(i.path == "unsafe" and i.name != "_" for i in source.outline.imports):
        add["unsafe"] = "unsafe"
    places = list(_references(source))
    unused = [i for i in source.outline.imports if _unused(i, places, gone, words)]
    edits: list[Edit] = []
    for spec in source.outline.imports:
        if spec.path != "unsafe":
            continue
        if spec.name == "_" and "unsafe" in add:
            edits.append(replace(source, spec.span, '"unsafe"'))
            del add["unsafe"]
        elif spec in unused and _directives_left(source, gone):
            unused.remove(spec)
            edits.append(replace(source, spec.span, '_ "unsafe"'))
        elif spec.name == "_" and _held_directives(source, gone) and not _directives_left(source, gone):
            unused.append(spec)
    return (*edits, *_changed(source, unused, add))


def used_imports(source: SourceFile, span: Span) -> dict[str, str]:
    """The imports (path to name) that the code in `span` refers to."""
    found = {}
    for name, at in _references(source):
        if span.start <= at < span.end:
            spec = next((i for i in source.outline.imports if import_name(i) == name), None)
            if spec is not None:
                found[spec.path] = name
    return found


def import_name(spec: Import) -> str:
    """The name that an import has in its file, guessed from the path where none is written; "" for `_` and `.`."""
    if spec.name is not None:
        return "" if spec.name in ("_", ".") else spec.name
    return re.sub(r"^go-|\.v\d+$|-go$", "", guessed_package_name(spec.path))


def _changed(source: SourceFile, unused: list[Import], add: Mapping[str, str]) -> tuple[Edit, ...]:
    drop = {spec.span.start for spec in unused}
    declarations = [n for n in source.outline.root.children if n.type == "import_declaration"]
    edits, emptied = [], list[Node]()
    for declaration in declarations:
        specs = _specs(declaration)
        going = [s for s in specs if s.start_byte in drop]
        if going and len(going) == len(specs):
            emptied.append(declaration)
        elif going:
            edits += [_without(source, s) for s in going]
    if not add or not drop:
        edits += [remove_lines(source, Span(n.start_byte, n.end_byte)) for n in emptied]
        return (*edits, *add_imports(source, add))
    # An insertion beside what is removed would touch it: the first import that goes makes room for the new ones.
    place = next(spec.span for spec in unused)
    holder = next(n for n in declarations if n.start_byte <= place.start < n.end_byte)
    grouped = any(c.type == "import_spec_list" for c in holder.children)
    between = line_end(source) + ("\t" if grouped else "import ")
    text = between.join(import_spec(path, name) for path, name in sorted(add.items()))
    edits = [e for e in edits if not e.span.start <= place.start < e.span.end]
    edits += [remove_lines(source, Span(n.start_byte, n.end_byte)) for n in emptied if n is not holder]
    return (*edits, replace(source, place, text))


def _without(source: SourceFile, spec: Node) -> Edit:
    """Take a spec out of its group, which may stand on one line."""
    following = _SEPARATED.match(source.data, spec.end_byte)
    if following is None and source.data[: spec.start_byte].rstrip(b" \t")[-1:] == b"\n":
        return remove_lines(source, Span(spec.start_byte, spec.end_byte))
    return replace(source, Span(spec.start_byte, following.end() if following else spec.end_byte), "")


def _specs(declaration: Node) -> list[Node]:
    held = [g for c in declaration.children for g in ([c] if c.type == "import_spec" else c.children)]
    return [c for c in held if c.type == "import_spec"]


def _unused(spec: Import, references: list[tuple[str, int]], gone: Sequence[Span], words: set[str]) -> bool:
    name = import_name(spec)
    if not name or name in words or spec.path == "C":
        return False
    places = [at for found, at in references if found == name]
    return bool(places) and all(_within(at, gone) for at in places)


def _references(source: SourceFile) -> Iterator[tuple[str, int]]:
    """(name, offset) of every identifier in code that a dot follows."""
    for match in _QUALIFIED.finditer(source.data):
        node = source.tree.root_node.descendant_for_byte_range(match.start(1), match.end(1))
        if node is not None and node.type in ("identifier", "package_identifier"):
            yield match[1].decode(), match.start(1)


def _within(at: int, spans: Iterable[Span]) -> bool:
    return any(s.start <= at < s.end for s in spans)


def _directives_left(source: SourceFile, gone: Sequence[Span]) -> bool:
    return any(d.ignored is None and not _within(d.span.start, gone) for d in source.outline.directives)


def _held_directives(source: SourceFile, gone: Sequence[Span]) -> bool:
    return any(d.ignored is None and _within(d.span.start, gone) for d in source.outline.directives)
