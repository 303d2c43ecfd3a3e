"""Fix that declares an assembly func in Go, so that the compiler makes its entry under Go's ABI."""

from __future__ import annotations

from pathlib import Path

from golinkname_ls.catalog.std.symbols import Definition, split_symbol
from golinkname_ls.contract.signature_writer import Unwritable, Writer
from golinkname_ls.linking.resolving.definitions_outside_std import OwnDefinition
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.program.package_assembly_symbols import assembly_symbols_of
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Fix
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.edits.change import FileChange, NewFile
from golinkname_ls.rules.edits.new_file import file_text
from golinkname_ls.rules.fixes.type_writers import imports_of
from golinkname_ls.syntax.items.constraint_lines import REFUSED, constraint_of


def declare_in_go(unit: Unit, link: Link, found: Definition | OwnDefinition | None) -> tuple[Fix, ...]:
    """Fix that makes a Go file with the declaration, for the same targets; () for packages of other modules."""
    call = unit.stub_call(link)
    if not isinstance(found, OwnDefinition) or call is None or not unit.may_change(found.folder.folder):
        return ()
    name = split_symbol(found.symbol)[1]
    # With its declaration in one file of two, each of them would need its own.
    homes = [p for p, _ in found.folder.assembly(unit.target)]
    if len(homes) != 1 or ("TEXT", found.symbol) not in assembly_symbols_of(
        found.folder, unit.program.prefix(found.package), unit.target
    ):
        return ()
    home, path = homes[0], homes[0].with_suffix(".go")
    writer = Writer((), found.package)
    try:
        text = f"func {name}{writer.signature(call)}"
    except Unwritable:
        return ()
    imports = imports_of(writer, text)
    if path.exists() or not name.isidentifier():
        return ()
    title = f"Declare {name} in Go, in a new file {path.name} beside the assembly"
    return (Fix(title, False, DeferredCall(_declared, unit, found, home, text, imports), makes_files=True),)


def _declared(
    unit: Unit, found: OwnDefinition, home: Path, text: str, imports: dict[str, str]
) -> tuple[FileChange, ...]:
    like = found.folder.any_source(unit.target)
    data = next((data for path, data in found.folder.assembly(unit.target) if path == home), b"")
    build = constraint_of(data)
    if like is None or build == REFUSED:
        return ()
    line = f"//go:build {build}" if build else ""
    return (NewFile(home.with_suffix(".go"), file_text(like, line, imports, text)),)
