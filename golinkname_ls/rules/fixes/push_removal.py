"""Fixes that undo a push: its body or value is removed, so that it is a pull, or its directive."""

from __future__ import annotations

from functools import partial

from golinkname_ls.program.link import Link
from golinkname_ls.rules.core.alternatives import may_pull
from golinkname_ls.rules.core.finding import Fix
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.edits.change import FileChange
from golinkname_ls.rules.edits.directives import remove_directive
from golinkname_ls.rules.edits.imports import import_edits
from golinkname_ls.rules.edits.lines import replace
from golinkname_ls.syntax.items.declarations import FuncDeclaration, VarDeclaration
from golinkname_ls.text.span import Span


def undo_push(unit: Unit, link: Link) -> tuple[Fix, ...]:
    """Fixes that make a pull of a push, where the linker allows it, and that give the declaration its own name back."""
    gone = _definition(link)
    if gone is None or not _may_pull(unit, link):
        return drop_directive(link)
    what = "body" if isinstance(link.stub, FuncDeclaration) else "value"
    kind = "func" if isinstance(link.stub, FuncDeclaration) else "var"
    return (
        Fix(f"Remove the {what}, so that the {kind} is a pull", False, partial(_bare, link, gone)),
        *drop_directive(link),
    )


def drop_directive(link: Link) -> tuple[Fix, ...]:
    """Fix that removes the directive, so that the declaration has its own name again."""
    return (Fix(f"Remove the directive, so that {link.local} has its own name", False, partial(_own, link)),)


def _may_pull(unit: Unit, link: Link) -> bool:
    return not link.remote or unit.symbols.find(link.remote) is None or may_pull(unit, link.remote)


def _definition(link: Link) -> Span | None:
    """The bytes of the body, or of the value with its `=`; None for what cannot be without."""
    source, stub = link.stub_source, link.stub
    if source is None or stub is None:
        return None
    if isinstance(stub, FuncDeclaration):
        body = stub.body_span
        if body is None or stub.type_parameters:
            return None
        return Span(len(source.data[: body.start].rstrip(b" \t")), body.end)
    return _value(source.data, stub)


def _value(data: bytes, stub: VarDeclaration) -> Span | None:
    names = data[stub.span.start : stub.span.end].split(b"=", 1)
    if not stub.type or len(names) < 2 or b"," in names[0] or b"/" in names[0]:
        return None
    return Span(stub.span.start + len(names[0].rstrip()), stub.span.end)


def _bare(link: Link, gone: Span) -> tuple[FileChange, ...]:
    source = link.stub_source
    assert source is not None
    return (*import_edits(source, [gone], "", {}), replace(source, gone, ""))


def _own(link: Link) -> tuple[FileChange, ...]:
    source = link.source
    return (*import_edits(source, [link.directive.span], "", {}), remove_directive(source, link.directive))
