"""Fix that calls public API in place of a pull."""

from __future__ import annotations

from golinkname_ls.catalog.std.renames_and_replacements import replacement
from golinkname_ls.catalog.std.symbols import split_symbol
from golinkname_ls.contract.call_layout import CallLayout
from golinkname_ls.contract.signature_writer import Unwritable
from golinkname_ls.contract.upstream_types import upstream_call
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Fix
from golinkname_ls.rules.core.item_place import Anchor, at_directive
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.edits.change import FileChange
from golinkname_ls.rules.edits.directives import remove_directive
from golinkname_ls.rules.edits.imports import import_edits, import_name
from golinkname_ls.rules.edits.lines import replace
from golinkname_ls.rules.fixes.type_writers import with_names, writer_for
from golinkname_ls.syntax.items.declarations import FuncDeclaration, Import


def call_public_api(unit: Unit, link: Link) -> tuple[Fix, ...]:
    """Fix that gives the stub a body which calls the public func; () where it is no func of the very same types."""
    known = replacement(link.remote)
    source, stub = link.stub_source, link.stub
    if known is None or not known.use or not isinstance(stub, FuncDeclaration) or source is None or stub.has_body:
        return ()
    if any(other.target.go < known.since for other in unit.window):
        return ()
    found = unit.symbols.find(known.use)
    call = upstream_call(unit.symbols, found) if found is not None else None
    mine = unit.stub_call(link)
    declaration = found.entry.declaration if found and found.entry else None
    if call is None or mine is None or not isinstance(declaration, FuncDeclaration) or declaration.is_method:
        return ()
    if (call.parameters, call.results, call.variadic) != (mine.parameters, mine.results, mine.variadic):
        return ()
    path, name = split_symbol(known.use)
    local = _name(unit, link, path)
    try:
        text = _body(unit, link, mine, f"{local}.{name}" if local else name)
    except Unwritable:
        return ()
    title = f"Call {known.use} in place of the pull: {known.note}"
    return (Fix(title, False, DeferredCall(_called, link, text, path, local)),)


def _name(unit: Unit, link: Link, path: str) -> str:
    assert link.stub_source is not None
    for spec in link.stub_source.outline.imports:
        if spec.path == path and spec.name != "_":
            return import_name(spec)
    name, taken = import_name(Import(path)), {import_name(i) for i in link.stub_source.outline.imports}
    while name in taken or unit.declares(link.stub_source, name):
        name = f"go{name}"
    return name


def _body(unit: Unit, link: Link, call: CallLayout, callee: str) -> str:
    assert link.stub_source is not None
    writer = writer_for(unit, link.stub_source)
    for parameter in (*call.parameters, *call.results):
        writer.name(parameter.type)
    if writer.imports:
        raise Unwritable("a type of another package")
    reserved = ("", "_", callee.partition(".")[0])
    names = [p.name if p.name not in reserved else f"a{number}" for number, p in enumerate(call.parameters, 1)]
    signature, arguments = writer.signature(with_names(call, names)), ", ".join(names) + "..." * call.variadic
    return f"func {link.local}{signature} {{ {'return ' if call.results else ''}{callee}({arguments}) }}"


def _called(link: Link, text: str, path: str, local: str) -> tuple[FileChange, ...]:
    source, stub = link.stub_source, link.stub
    assert source is not None and stub is not None
    add = {} if any(i.path == path and i.name != "_" for i in source.outline.imports) else {path: local}
    directive, declared = at_directive(link).span, Anchor(source, stub).span
    gone = [declared, directive] if link.source is source else [declared]
    changes: list[FileChange] = [*import_edits(source, gone, text, add), replace(source, declared, text)]
    if link.source is not source:
        changes += import_edits(link.source, [directive], "", {})
    return (*changes, *remove_directive(link.source, link.directive))
