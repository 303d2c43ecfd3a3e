"""Edits of a file's imports: those that new code needs are added, those that only removed code used are deleted.

Names of packages are guessed from their paths, as goimports does before it looks further.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from tree_sitter import Node

from golinkname_ls.rules.edits.change import Edit
from golinkname_ls.rules.edits.lines import line_end, line_start, newline, remove_lines, replace
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import Import
from golinkname_ls.text.span import Span

PlacedImport: TypeAlias = tuple[Import, Span]

_MAJOR = re.compile(r"v[0-9]+")
_SEPARATED = re.compile(rb"[ \t]*;[ \t]*")
_QUALIFIED = re.compile(rb"([^\W\d]\w*)[ \t]*\.", re.A)


def import_unsafe(source: SourceFile) -> tuple[Edit, ...]:
    """Edits that import unsafe as `_`, in the file's first import group if it has one; () when it is imported."""
    return () if source.outline.imports_unsafe else add_imports(source, {"unsafe": "_"})


def add_imports(source: SourceFile, imports: Mapping[str, str]) -> tuple[Edit, ...]:
    """Edits that import each path under a name, where gofmt sorts it in the file's first import group if it has one."""
    if not imports:
        return ()
    specs = {path: import_spec(path, name) for path, name in sorted(imports.items())}
    end = newline(source)
    text = "".join(f"{end}import {spec}" for spec in specs.values())
    declaration = next((n for n in source.outline.root.children if n.type == "import_declaration"), None)
    if declaration is not None:
        group = next((c for c in declaration.children if c.type == "import_spec_list"), None)
        if group is not None:
            return _into_group(source, group, specs, end)
        return (Edit(source.path, Span(declaration.end_byte, declaration.end_byte), text),)
    clause = next((n for n in source.outline.root.children if n.type == "package_clause"), None)
    if clause is None:
        return ()
    at = _before_line_end(source, clause.end_byte)
    return (Edit(source.path, Span(at, at), end + text),)


def _into_group(source: SourceFile, group: Node, specs: Mapping[str, str], end: str) -> tuple[Edit, ...]:
    # Only std paths are added, which stand before those with a dot in their first element.
    present = [(i, at) for i, at in _imports_in(source, group) if "." not in i.path.split("/")[0]]
    places: dict[int, str] = {}
    for path, spec in specs.items():
        before = [span for i, span in present if i.path < path]
        at = _before_line_end(source, before[-1].end) if before else group.start_byte + 1
        places[at] = places.get(at, "") + f"{end}\t{spec}"
    return tuple(Edit(source.path, Span(at, at), text) for at, text in sorted(places.items()))


def _imports_in(source: SourceFile, node: Node) -> list[PlacedImport]:
    placed = source.outline.header.placed_imports()
    return [(spec, span) for spec, span in placed if node.start_byte <= span.start < node.end_byte]


def _before_line_end(source: SourceFile, offset: int) -> int:
    """End of the text of the line of `offset`, before `\\n` or `\\r\\n`."""
    at = line_end(source.data, offset)
    return at - 1 if source.data[at - 1 : at] == b"\r" else at


def import_spec(path: str, name: str) -> str:
    """Import spec of `path` under `name`, which is written only where it is not the package's own."""
    return f'"{path}"' if name == guessed_package_name(path) else f'{name} "{path}"'


def guessed_package_name(path: str) -> str:
    """Package name guessed from an import path as goimports does: the last element that is no major version."""
    parts = path.split("/")
    return parts[-2] if len(parts) > 1 and _MAJOR.fullmatch(parts[-1]) else parts[-1]


def import_edits(source: SourceFile, gone: Sequence[Span], fresh: str, add: Mapping[str, str]) -> tuple[Edit, ...]:
    """Edits of a file's imports when the code in the spans `gone` is removed and the code `fresh` is added.

    `add` maps the paths that `fresh` needs and the file lacks to the names it uses. What is left of unsafe is its
    blank import, as long as there are directives.
    """
    words = {m[1].decode() for m in _QUALIFIED.finditer(fresh.encode())}
    add = dict(add)
    if "unsafe" in words and not any(i.path == "unsafe" and i.name != "_" for i in source.outline.imports):
        add["unsafe"] = "unsafe"
    places = list(_references(source))
    placed = source.outline.header.placed_imports()
    unused = [pair for pair in placed if _unused(pair[0], places, gone, words)]
    gone_directives = [_within(p.span.start, gone) for d, p in source.outline.placed_directives if d.ignored is None]
    edits: list[Edit] = []
    for spec, span in placed:
        if spec.path != "unsafe":
            continue
        if spec.name == "_" and "unsafe" in add:
            edits.append(replace(source, span, '"unsafe"'))
            del add["unsafe"]
        elif (spec, span) in unused and not all(gone_directives):
            unused.remove((spec, span))
            edits.append(replace(source, span, '_ "unsafe"'))
        elif spec.name == "_" and gone_directives and all(gone_directives):
            unused.append((spec, span))
    return (*edits, *_changed(source, unused, add))


def used_imports(source: SourceFile, span: Span) -> dict[str, str]:
    """Imports (path to name) that the code in `span` refers to."""
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


def _changed(source: SourceFile, unused: list[PlacedImport], add: Mapping[str, str]) -> tuple[Edit, ...]:
    declarations = [n for n in source.outline.root.children if n.type == "import_declaration"]
    edits, emptied = [], list[Node]()
    for declaration in declarations:
        specs = _imports_in(source, declaration)
        going = [spec for spec in specs if spec in unused]
        if going and going == specs:
            emptied.append(declaration)
        else:
            edits += [_without(source, span) for _, span in going]
    if not add or not unused:
        edits += [remove_lines(source, Span(n.start_byte, n.end_byte)) for n in emptied]
        return (*edits, *add_imports(source, add))
    # An insertion beside what is removed would touch it: the first import that goes makes room for the new ones.
    place = unused[0][1]
    holder = next(n for n in declarations if n.start_byte <= place.start < n.end_byte)
    grouped = any(c.type == "import_spec_list" for c in holder.children)
    between = newline(source) + ("\t" if grouped else "import ")
    text = between.join(import_spec(path, name) for path, name in sorted(add.items()))
    edits = [e for e in edits if not e.span.start <= place.start < e.span.end]
    edits += [remove_lines(source, Span(n.start_byte, n.end_byte)) for n in emptied if n is not holder]
    return (*edits, replace(source, place, text))


def _without(source: SourceFile, spec: Span) -> Edit:
    """Edit that deletes a spec of a group, which may stand on one line."""
    following = _SEPARATED.match(source.data, spec.end)
    if following is None and not source.data[line_start(source.data, spec.start) : spec.start].strip(b" \t"):
        return remove_lines(source, spec)
    return replace(source, Span(spec.start, following.end() if following else spec.end), "")


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
