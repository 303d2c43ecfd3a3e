"""Fix that declares what a directive names: the func or var that fits its remote."""

from __future__ import annotations

import re

from golinkname_ls.contract.call_layout import CallLayout
from golinkname_ls.contract.signature_writer import Unwritable, Writer
from golinkname_ls.contract.upstream_types import own_call, own_variable, upstream_call, upstream_variable
from golinkname_ls.golang.types import model as m
from golinkname_ls.linking.marks.pull_verdicts import PullVerdict, pull_verdict
from golinkname_ls.linking.resolving.definitions_outside_std import own_definitions
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Fix
from golinkname_ls.rules.core.item_place import Anchor, at_directive
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.edits.change import Edit, FileChange
from golinkname_ls.rules.edits.imports import import_edits, import_unsafe
from golinkname_ls.rules.edits.lines import line_end, newline
from golinkname_ls.rules.fixes.type_writers import writer_for
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.span import Span

_NAME = re.compile(r"[^\W\d]\w*")


def insert_stub(unit: Unit, link: Link) -> tuple[Fix, ...]:
    """Fix that inserts the stub below a directive whose local nothing declares; () when the linker would refuse it."""
    source, directive = unit.source, at_directive(link)
    if not link.remote or not _NAME.fullmatch(link.local) or link.other is not None or not link.directive.at_margin:
        return ()
    if link.local in ("_", "init", "main") or unit.declares(source, link.local):
        return ()
    writer = writer_for(unit, source)
    try:
        text = _declaration(unit, link, writer)
    except Unwritable:
        return ()
    if not text:
        return ()
    return (Fix(f"Declare it: {text}", False, DeferredCall(_inserted, source, directive, text, dict(writer.imports))),)


def _declaration(unit: Unit, link: Link, writer: Writer) -> str:
    verdict, std = pull_verdict(unit.symbols, link.remote, unit.program.linker_path(unit.path))
    if std is not None and verdict is not PullVerdict.ALLOWED:
        return ""
    own = next(iter(own_definitions(unit.program, link.remote, link.target)), None)
    call: CallLayout | None = None
    kind: m.Type = m.INVALID
    if own is not None:
        checker = unit.checker_of(own)
        call, kind = own_call(checker, own), own_variable(checker, own)
    elif std is not None:
        call, kind = upstream_call(unit.symbols, std), upstream_variable(unit.symbols, std)
    if call is not None:
        return f"func {link.local}{writer.signature(call)}"
    return f"var {link.local} {writer.type(kind)}" if kind is not m.INVALID else ""


def _inserted(source: SourceFile, directive: Anchor, text: str, imports: dict[str, str]) -> tuple[FileChange, ...]:
    end = newline(source)
    stop = line_end(source.data, directive.span.end)
    at = min(stop + 1, len(source.data))
    lead = end if at == stop else ""
    following = source.data[at : line_end(source.data, at)].strip()
    stub = Edit(source.path, Span(at, at), lead + text + end + (end if following else ""))
    changed = import_edits(source, [], text, imports)
    needed = import_unsafe(source) if not any("unsafe" in e.text for e in changed) else ()
    return (*needed, *changed, stub)
