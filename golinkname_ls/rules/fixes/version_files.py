"""Give each version of the window its own file, where upstream's signature or its name is not always the same."""

from __future__ import annotations

import re
from functools import partial

from golinkname_ls.contract.signature_writer import Unwritable, Writer
from golinkname_ls.program.links import Link
from golinkname_ls.rules.core.finding import FileChange, Fix, NewFile
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.edits.declarations import comments_above, remove_runs, text_at, to_line_end
from golinkname_ls.rules.edits.imports import import_edits, used_imports
from golinkname_ls.rules.edits.lines import remove_lines
from golinkname_ls.rules.edits.new_file import build_line, file_text, sibling_path
from golinkname_ls.rules.edits.version_runs import VersionRun, file_name_word, version_runs
from golinkname_ls.rules.fixes.signature_variants import Variant
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.constraint_lines import REFUSED
from golinkname_ls.syntax.items.declarations import FuncDeclaration
from golinkname_ls.text.span import Span

# go/ast, isDirective.
_DIRECTIVE = re.compile(r"//(?:line |extern |export |[a-z0-9]+:[a-z0-9])")


def split_by_version(unit: Unit, link: Link, known: list[Variant]) -> tuple[Fix, ...]:
    """The fix, () where one stub does for all versions or where versions do not tell the signatures apart."""
    source, stub = link.stub_source, link.stub
    if len(known) < 2 or source is None or not isinstance(stub, FuncDeclaration) or not link.directive.alone:
        return ()
    if stub.has_body or source.outline.constraint == REFUSED or source.outline.has_error:
        return ()
    runs = version_runs([variant.versions for variant in known])
    if runs is None:
        return ()
    count = len(runs)
    title = f"Split {link.local} into {count} files, by Go version"
    return (Fix(title, False, partial(_split, unit, link, known, runs), makes_files=True),)


def _split(unit: Unit, link: Link, known: list[Variant], runs: list[VersionRun]) -> tuple[FileChange, ...]:
    source, stub = link.stub_source, link.stub
    assert source is not None and isinstance(stub, FuncDeclaration)
    above = list(comments_above(source, stub.span.start))
    mine = [c for c in above if not _names_another(source, link, c)]
    gone = [*mine, to_line_end(source, stub.span)]
    if link.source is source and not any(c.start <= link.directive.span.start < c.end for c in gone):
        gone.append(link.directive.span)
    prose = [c for c in (text_at(source, c) for c in mine) if not _DIRECTIVE.match(c)]
    pragmas = [c for c in (text_at(source, c) for c in mine) if _DIRECTIVE.match(c)]
    directive = text_at(link.source, link.directive.span)
    if directive not in pragmas:
        pragmas.append(directive)
    while prose and prose[-1].strip() == "//":
        prose.pop()
    head = [*prose, *(["//"] if prose and prose[-1].startswith("//") else []), *pragmas]
    tail = source.data[stub.span.end : to_line_end(source, stub.span).end].decode("utf-8", "surrogateescape").rstrip()
    created = []
    for run in runs:
        named = directive if not known[run[2]].remote else _renamed(link, known[run[2]].remote)
        lines = [named if line == directive else line for line in head]
        created.append(_file(unit, link, known, run, "\n".join(lines), tail))
    changes: list[FileChange] = [*created, *import_edits(source, gone, "", {}), *remove_runs(source, gone)]
    if link.source is not source:
        lone = [link.directive.span]
        changes += [*import_edits(link.source, lone, "", {}), remove_lines(link.source, link.directive.span)]
    return tuple(changes)


def _file(unit: Unit, link: Link, known: list[Variant], run: VersionRun, head: str, tail: str) -> NewFile:
    first, end, number = run
    variant = known[number]
    source, stub = link.stub_source, link.stub
    assert source is not None and stub is not None
    if variant.fits:
        text, imports = variant.text, used_imports(source, stub.span)
    else:
        # The new file has none of the old one's imports, so types get their plain names there.
        writer = Writer((), unit.path, lambda name: bool(unit.package.declared(name, unit.target, source)))
        try:
            assert variant.call is not None
            text = f"func {link.local}{writer.signature(variant.call)}"
            imports = dict(writer.imports)
        except Unwritable:
            text, imports = variant.text, dict(variant.imports)
        if "unsafe.Pointer" in text:
            imports["unsafe"] = "unsafe"
    imports.setdefault("unsafe", "_")
    return NewFile(
        sibling_path(source, file_name_word(run)),
        file_text(source, build_line(source, first, end), imports, f"{head}\n{text}{tail}"),
    )


def _renamed(link: Link, remote: str) -> str:
    """The directive's text with another remote."""
    directive = link.directive
    assert directive.remote is not None
    before = text_at(link.source, Span(directive.span.start, directive.remote.span.start))
    return before + remote + text_at(link.source, Span(directive.remote.span.end, directive.span.end))


def _names_another(source: SourceFile, link: Link, comment: Span) -> bool:
    """Whether a comment is a linkname directive for something else, which stays where it is."""
    found = next((d for d in source.outline.directives if d.span.start == comment.start), None)
    if found is None or found.ignored is not None:
        return False
    return not found.arguments or found.arguments[0].text != link.local
