"""Fixes of a comment that was meant as a directive: its spelling, and a line of its own."""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Fix
from golinkname_ls.rules.core.item_place import Anchor, at_name
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.edits.change import Edit, FileChange
from golinkname_ls.rules.edits.directives import insert_directive, is_directive, needs_empty_comment, remove_directive
from golinkname_ls.rules.edits.imports import import_unsafe
from golinkname_ls.rules.edits.lines import line_start, newline, replace
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import FuncDeclaration, VarDeclaration
from golinkname_ls.syntax.items.directives import Directive
from golinkname_ls.text.span import Span


def spell_as_directive(unit: Unit, directive: Directive) -> tuple[Fix, ...]:
    """Fix that spells a near miss as a directive; () when that would be a second one, or one for nothing."""
    words = directive.words
    if not words or not directive.alone or len(words) > 2 or not _wanted(unit, directive):
        return ()
    return (Fix("Write it as a directive", False, DeferredCall(_spelled, unit.source, directive)),)


def move_to_own_line(unit: Unit, directive: Directive) -> tuple[Fix, ...]:
    """Fix that moves a misplaced directive above its local's declaration; () when that is not in the file."""
    if not directive.well_formed or not _wanted(unit, directive):
        return ()
    local = directive.local
    declared = next(
        (d for d in unit.source.outline.declared(local) if isinstance(d, FuncDeclaration | VarDeclaration)), None
    )
    if declared is None:
        return ()
    title = f"Move it to a line of its own above {local}"
    return (Fix(title, True, DeferredCall(_moved, unit.source, directive, declared)),)


def _wanted(unit: Unit, directive: Directive) -> bool:
    """Whether the package declares the local and no other directive names it."""
    local = directive.local
    if not any(isinstance(d, FuncDeclaration | VarDeclaration) for _, d in _declared(unit, local)):
        return False
    return not any(
        other != directive and other.well_formed and other.local == local
        for source in unit.package.selected(unit.target, unit.source, unit.package.directed())
        for other in source.outline.directives
    )


def _declared(unit: Unit, local: str) -> list[tuple[SourceFile, object]]:
    return [(source, declaration) for source, declaration in unit.package.declared(local, unit.target, unit.source)]


def _text(directive: Directive) -> str:
    return f"//go:{directive.verb} " + " ".join(directive.words)


def _spelled(source: SourceFile, directive: Directive) -> tuple[FileChange, ...]:
    data, span = source.data, Anchor(source, directive).span
    # A line comment would swallow what stands behind a block comment.
    rest = data[span.end : span.end + 2].lstrip(b"\r")[:1] not in (b"", b"\n")
    end = newline(source) if rest and data.startswith(b"/*", span.start) else ""
    lines = (replace(source, span, _text(directive) + end), *_parted(source, directive))
    return (*import_unsafe(source), *sorted(lines, key=lambda edit: edit.span))


def _parted(source: SourceFile, directive: Directive) -> Iterator[Edit]:
    """Edits that move the `//` which gofmt wants between prose and directives to above the new directive."""
    data, span = source.data, Anchor(source, directive).span
    if not data.startswith(b"//", span.start):
        return
    at = line_start(data, span.start)
    indent = data[at : span.start].decode()
    if needs_empty_comment(data, at):
        yield Edit(source.path, Span(at, at), f"{indent}//{newline(source)}")
    below = data.find(b"\n", span.end) + 1
    behind = data.find(b"\n", below) + 1
    following = data[behind : data.find(b"\n", behind)].strip()
    if below and behind and data[below:behind].strip() == b"//" and is_directive(following):
        yield Edit(source.path, Span(below, behind), "")


def _moved(source: SourceFile, directive: Directive, below: FuncDeclaration | VarDeclaration) -> tuple[FileChange, ...]:
    return (
        *import_unsafe(source),
        *remove_directive(source, directive),
        insert_directive(source, at_name(source, below).span.start, _text(directive)),
    )
