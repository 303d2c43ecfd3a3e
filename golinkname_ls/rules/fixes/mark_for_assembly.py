"""Fix that marks a func of the module, so that the compiler makes its ABI0 entry for assembly of other packages."""

from __future__ import annotations

from golinkname_ls.catalog.std.symbols import Definition
from golinkname_ls.linking.resolving.definitions_outside_std import OwnDefinition
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Fix
from golinkname_ls.rules.core.item_place import at_name
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.edits.change import FileChange
from golinkname_ls.rules.edits.directives import insert_directive
from golinkname_ls.rules.edits.imports import import_unsafe
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import FuncDeclaration


def mark_definition(unit: Unit, found: Definition | OwnDefinition | None) -> tuple[Fix, ...]:
    """Fix that puts `//go:linkname name` above a definition; () for methods and for packages of other modules."""
    if not isinstance(found, OwnDefinition) or not unit.may_change(found.folder.folder):
        return ()
    func, source = found.declaration, found.source
    if not isinstance(func, FuncDeclaration) or func.is_method or source is None:
        return ()
    title = f"Mark {func.name} in {source.path.name}: //go:linkname {func.name}"
    return (Fix(title, True, DeferredCall(_marked, source, func)),)


def _marked(source: SourceFile, func: FuncDeclaration) -> tuple[FileChange, ...]:
    line = insert_directive(source, at_name(source, func).span.start, f"//go:linkname {func.name}")
    return (*import_unsafe(source), line)
