"""Give each version of the window its own file with its own stub, where upstream's signature is not always the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from golinkname_ls.golang.version import GoVersion
from golinkname_ls.linking.link import Link
from golinkname_ls.linking.rewrite import Unwritable, Writer
from golinkname_ls.rules.edits import remove_lines
from golinkname_ls.rules.finding import Change, Fix, NewFile
from golinkname_ls.rules.fixes.imports import adjusted, used
from golinkname_ls.rules.fixes.new_file import constraint, sibling, text_of
from golinkname_ls.rules.fixes.variants import Variant
from golinkname_ls.rules.rule import Unit
from golinkname_ls.syntax.constraint_lines import REFUSED
from golinkname_ls.syntax.declaration import FuncDeclaration
from golinkname_ls.syntax.source_file import SourceFile
from golinkname_ls.text.span import Span

# go/ast, isDirective.
_DIRECTIVE = re.compile(r"//(?:line |extern |export |[a-z0-9]+:[a-z0-9])")


def split_fix(unit: Unit, link: Link, known: list[Variant]) -> tuple[Fix, ...]:
    """The fix, () where one stub does for all versions or where versions do not tell the signatures apart."""
    source, stub = link.stub_source, link.stub
    if len(known) < 2 or source is None or not isinstance(stub, FuncDeclaration) or not link.directive.alone:
        return ()
    if stub.has_body or source.outline.constraint == REFUSED or source.outline.has_error:
        return ()
    runs = _runs(known)
    if runs is None:
        return ()
    count = len(runs)
    title = f"Split {link.local} into {count} files, by Go version"
    return (Fix(title, False, partial(_split, unit, link, runs), makes_files=True),)


Run = tuple[GoVersion | None, GoVersion | None, Variant]
"""The versions from the first one up to, not including, the second; None where nothing limits them."""


def _runs(known: list[Variant]) -> list[Run] | None:
    """The variants in the order of their versions; None when a version has two (platforms differ)."""
    by_version = sorted((version, n) for n, variant in enumerate(known) for version in variant.versions)
    if len({version for version, _ in by_version}) < len(by_version):
        return None
    starts = [pair for at, pair in enumerate(by_version) if not at or by_version[at - 1][1] != pair[1]]
    ends = [version for version, _ in starts[1:]]
    return [
        (version if at else None, ends[at] if at < len(ends) else None, known[n])
        for at, (version, n) in enumerate(starts)
    ]


def _split(unit: Unit, link: Link, runs: list[Run]) -> tuple[Change, ...]:
    source, stub = link.stub_source, link.stub
    assert source is not None and isinstance(stub, FuncDeclaration)
    above = list(_comments_above(source, stub.span.start))
    mine = [c for c in above if not _names_another(source, link, c)]
    gone = [*mine, _line(source, stub.span)]
    if link.source is source and not any(c.start <= link.directive.span.start < c.end for c in gone):
        gone.append(link.directive.span)
    prose = [c for c in (_text(source, c) for c in mine) if not _DIRECTIVE.match(c)]
    pragmas = [c for c in (_text(source, c) for c in mine) if _DIRECTIVE.match(c)]
    directive = _text(link.source, link.directive.span)
    if directive not in pragmas:
        pragmas.append(directive)
    while prose and prose[-1].strip() == "//":
        prose.pop()
    head = "\n".join([*prose, *(["//"] if prose and prose[-1].startswith("//") else []), *pragmas])
    tail = source.data[stub.span.end : _line(source, stub.span).end].decode("utf-8", "surrogateescape").rstrip()
    created = [_file(unit, link, run, head, tail) for run in runs]
    changes: list[Change] = [*created, *adjusted(source, gone, "", {}), *_removed(source, gone)]
    if link.source is not source:
        lone = [link.directive.span]
        changes += [*adjusted(link.source, lone, "", {}), remove_lines(link.source, link.directive.span)]
    return tuple(changes)


def _file(unit: Unit, link: Link, run: Run, head: str, tail: str) -> NewFile:
    first, end, variant = run
    source, stub = link.stub_source, link.stub
    assert source is not None and stub is not None
    if variant.fits:
        text, imports = variant.text, used(source, stub.span)
    else:
        # The new file has none of the old one's imports, so types get their plain names there.
        writer = Writer((), unit.path, lambda name: bool(unit.package.declared(name, unit.target, source)))
        try:
            text = f"func {link.local}{writer.signature(variant.call)}"
            imports = dict(writer.imports)
        except Unwritable:
            text, imports = variant.text, dict(variant.imports)
        if "unsafe.Pointer" in text:
            imports["unsafe"] = "unsafe"
    imports.setdefault("unsafe", "_")
    word = f"go{first.major}{first.minor}" if first else f"before_go{end.major}{end.minor}" if end else "split"
    return NewFile(
        sibling(source, word), text_of(source, constraint(source, first, end), imports, f"{head}\n{text}{tail}")
    )


def _comments_above(source: SourceFile, start: int) -> Iterator[Span]:
    """The whole-line comments that end on the lines directly above a declaration, in their order."""
    found: list[Span] = []
    node = source.tree.root_node.descendant_for_byte_range(start, start + 1)
    while node is not None and node.parent is not None and node.parent.parent is not None:
        node = node.parent
    below = node.start_point[0] if node is not None else 0
    previous = node.prev_sibling if node is not None else None
    while previous is not None and (previous.type == "comment" or not previous.is_named):
        if previous.type == "comment":
            line = source.data.rfind(b"\n", 0, previous.start_byte) + 1
            text = source.data[previous.start_byte : previous.end_byte].rstrip()
            last = previous.start_point[0] + text.count(b"\n")
            if last + 1 != below or source.data[line : previous.start_byte].strip():
                break
            below = previous.start_point[0]
            found.append(Span(previous.start_byte, previous.start_byte + len(text)))
        previous = previous.prev_sibling
    yield from reversed(found)


def _names_another(source: SourceFile, link: Link, comment: Span) -> bool:
    """Whether a comment is a linkname directive for something else, which stays where it is."""
    found = next((d for d in source.outline.directives if d.span.start == comment.start), None)
    if found is None or found.ignored is not None:
        return False
    return not found.arguments or found.arguments[0].text != link.local


def _removed(source: SourceFile, gone: list[Span]) -> list[Change]:
    """Delete whole lines, those that touch each other in one edit."""
    runs: list[Span] = []
    for span in sorted(gone):
        if runs and not source.data[runs[-1].end : span.start].strip():
            runs[-1] = Span(runs[-1].start, span.end)
        else:
            runs.append(span)
    return [remove_lines(source, run) for run in runs]


def _line(source: SourceFile, span: Span) -> Span:
    end = source.data.find(b"\n", span.end)
    return Span(span.start, len(source.data) if end < 0 else end)


def _text(source: SourceFile, span: Span) -> str:
    return source.data[span.start : span.end].decode("utf-8", "surrogateescape")
