"""Fix that gives a pulled var its upstream's type."""

from __future__ import annotations

from golinkname_ls.contract.signature_writer import Unwritable
from golinkname_ls.golang.types import model as m
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Fix
from golinkname_ls.rules.core.item_place import Anchor, at_name
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.edits.change import FileChange
from golinkname_ls.rules.edits.imports import import_edits
from golinkname_ls.rules.edits.lines import replace
from golinkname_ls.rules.fixes.type_writers import writer_for
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import VarDeclaration
from golinkname_ls.text.span import Span


def rewrite_variable(unit: Unit, link: Link, upstream: m.Type) -> tuple[Fix, ...]:
    """Fix that replaces a pulled var's type by upstream's.

    () when the type cannot be written here, or the spec has other names or a value.
    """
    source, stub = link.stub_source, link.stub
    if source is None or not isinstance(stub, VarDeclaration) or not stub.type:
        return ()
    written = source.written(stub)
    alone = written.startswith(stub.name.encode()) and written[len(stub.name.encode()) :].lstrip()[:1] != b","
    if not alone or stub.initial:
        return ()
    writer = writer_for(unit, source)
    try:
        kind = writer.type(upstream)
    except Unwritable:
        return ()
    # What uses the var may have to change with it, so nobody should have it unseen.
    return (
        Fix(f"Rewrite the var: {stub.name} {kind}", False, DeferredCall(_edits, source, stub, kind, writer.imports)),
    )


def _type(source: SourceFile, stub: VarDeclaration) -> Span:
    """The bytes behind the var's name, to the end of its spec."""
    return Span(at_name(source, stub).span.end, Anchor(source, stub).span.end)


def _edits(source: SourceFile, stub: VarDeclaration, kind: str, imports: dict[str, str]) -> tuple[FileChange, ...]:
    old = _type(source, stub)
    return (*import_edits(source, [old], kind, imports), replace(source, old, f" {kind}"))
