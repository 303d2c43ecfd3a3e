"""Fixes that undo a push: its body or value is removed, so that it is a pull, or its directive."""

from __future__ import annotations

from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.rules.core.alternatives import may_pull
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Fix
from golinkname_ls.rules.core.item_place import at_directive
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.edits.change import FileChange
from golinkname_ls.rules.edits.directives import remove_directive
from golinkname_ls.rules.edits.imports import import_edits
from golinkname_ls.rules.edits.lines import replace
from golinkname_ls.syntax.items.declarations import FuncDeclaration, VarDeclaration
from golinkname_ls.text.span import Span


def undo_push(unit: Unit, link: Link) -> tuple[Fix, ...]:
    """Fixes that make a pull of a push, where the linker allows it, and that give the declaration its own name back."""
    if not _has_definition(link) or not _may_pull(unit, link):
        return drop_directive(link)
    what = "body" if isinstance(link.stub, FuncDeclaration) else "value"
    kind = "func" if isinstance(link.stub, FuncDeclaration) else "var"
    return (
        Fix(f"Remove the {what}, so that the {kind} is a pull", False, DeferredCall(_bare, link)),
        *drop_directive(link),
    )


def drop_directive(link: Link) -> tuple[Fix, ...]:
    """Fix that removes the directive, so that the declaration has its own name again."""
    return (Fix(f"Remove the directive, so that {link.local} has its own name", False, DeferredCall(_own, link)),)


def _may_pull(unit: Unit, link: Link) -> bool:
    return not link.remote or unit.symbols.find(link.remote) is None or may_pull(unit, link.remote)


def _has_definition(link: Link) -> bool:
    """Whether the stub has a body or value that it can be without."""
    source, stub = link.stub_source, link.stub
    if source is None or stub is None:
        return False
    if isinstance(stub, FuncDeclaration):
        return stub.has_body and not stub.type_parameters
    written = source.written(stub)
    return _value(written, stub, Span(0, len(written))) is not None


def _definition(link: Link) -> Span | None:
    """The bytes of the body, or of the value with its `=`; None for what cannot be without."""
    source, stub = link.stub_source, link.stub
    if source is None or stub is None:
        return None
    place = source.outline.place(stub)
    if place is None:
        return None
    if isinstance(stub, FuncDeclaration):
        if place.body is None or stub.type_parameters:
            return None
        before = source.data[place.span.start : place.body.start].rstrip(b" \t")
        return Span(place.span.start + len(before), place.body.end)
    return _value(source.data, stub, place.span)


def _value(data: bytes, stub: VarDeclaration, spec: Span) -> Span | None:
    names = data[spec.start : spec.end].split(b"=", 1)
    if not stub.type or len(names) < 2 or b"," in names[0] or b"/" in names[0]:
        return None
    return Span(spec.start + len(names[0].rstrip()), spec.end)


def _bare(link: Link) -> tuple[FileChange, ...]:
    source, gone = link.stub_source, _definition(link)
    if source is None or gone is None:
        return ()
    return (*import_edits(source, [gone], "", {}), replace(source, gone, ""))


def _own(link: Link) -> tuple[FileChange, ...]:
    source = link.source
    return (*import_edits(source, [at_directive(link).span], "", {}), *remove_directive(source, link.directive))
