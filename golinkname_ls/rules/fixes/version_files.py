"""Fix that splits a stub into a file for each run of versions, where upstream's signature or name differs."""

from __future__ import annotations

from golinkname_ls.contract.signature_writer import Unwritable
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Fix
from golinkname_ls.rules.core.item_place import Anchor, at_directive, at_remote
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.edits.change import FileChange
from golinkname_ls.rules.edits.directives import comments_above, is_directive
from golinkname_ls.rules.edits.imports import import_edits, used_imports
from golinkname_ls.rules.edits.lines import line_end, remove_lines, remove_runs, text_at
from golinkname_ls.rules.edits.new_file import version_file
from golinkname_ls.rules.edits.version_runs import VersionRun, version_runs
from golinkname_ls.rules.fixes.signature_variants import Variant
from golinkname_ls.rules.fixes.type_writers import imports_of, writer_for_new_file
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.constraint_lines import REFUSED
from golinkname_ls.syntax.items.declarations import FuncDeclaration
from golinkname_ls.text.span import Span


def split_by_version(unit: Unit, link: Link, known: list[Variant]) -> tuple[Fix, ...]:
    """Fix that moves a stub into a file for each run of versions, with the signature and name that they have.

    () where one stub does for all versions, or versions do not tell them apart.
    """
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
    return (Fix(title, False, DeferredCall(_split, unit, link, known, runs), makes_files=True),)


def _split(unit: Unit, link: Link, known: list[Variant], runs: list[VersionRun]) -> tuple[FileChange, ...]:
    source, stub = link.stub_source, link.stub
    assert source is not None and isinstance(stub, FuncDeclaration)
    declared, there = Anchor(source, stub).span, at_directive(link).span
    mine = [c for c in comments_above(source, declared.start) if not _names_another(source, link, c)]
    line = Span(declared.start, line_end(source.data, declared.end))
    gone = [*mine, line]
    if link.source is source and not any(c.start <= there.start < c.end for c in gone):
        gone.append(there)
    pragmas = [text_at(source, c) for c in mine if is_directive(source.data[c.start : c.end])]
    prose = [text for text in (text_at(source, c) for c in mine) if text not in pragmas]
    directive = text_at(link.source, there)
    if directive not in pragmas:
        pragmas.append(directive)
    while prose and prose[-1].strip() == "//":
        prose.pop()
    head = [*prose, *(["//"] if prose and prose[-1].startswith("//") else []), *pragmas]
    tail = text_at(source, Span(declared.end, line.end)).rstrip()
    created = []
    for run in runs:
        variant = known[run.group]
        named = directive if not variant.remote else _renamed(link, variant.remote)
        lines = [named if row == directive else row for row in head]
        text, imports = _stub(unit, link, variant)
        imports.setdefault("unsafe", "_")
        created.append(version_file(source, run, imports, "\n".join([*lines, text + tail])))
    changes: list[FileChange] = [*created, *import_edits(source, gone, "", {}), *remove_runs(source, gone)]
    if link.source is not source:
        changes += [*import_edits(link.source, [there], "", {}), remove_lines(link.source, there)]
    return tuple(changes)


def _stub(unit: Unit, link: Link, variant: Variant) -> tuple[str, dict[str, str]]:
    """The stub's text in a file of its own, and the imports (path to name) that it needs there."""
    source, stub = link.stub_source, link.stub
    assert source is not None and stub is not None
    if variant.fits:
        return variant.text, used_imports(source, Anchor(source, stub).span)
    assert variant.call is not None
    writer = writer_for_new_file(unit, source)
    try:
        text = f"func {link.local}{writer.signature(variant.call)}"
    except Unwritable:
        text, writer.imports = variant.text, dict(variant.imports)
    return text, imports_of(writer, text)


def _renamed(link: Link, remote: str) -> str:
    """The directive's text with another remote."""
    whole, old = at_directive(link).span, at_remote(link).span
    before = text_at(link.source, Span(whole.start, old.start))
    return before + remote + text_at(link.source, Span(old.end, whole.end))


def _names_another(source: SourceFile, link: Link, comment: Span) -> bool:
    """Whether a comment is a linkname directive for something else, which stays where it is."""
    found = next((d for d, place in source.outline.placed_directives if place.span.start == comment.start), None)
    return found is not None and found.ignored is None and found.local != link.local
