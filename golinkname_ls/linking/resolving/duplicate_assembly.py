"""Duplicate definitions of symbols that an assembly file defines (cmd/link/internal/loader/loader.go, addSym)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from golinkname_ls.catalog.std.symbols import Kind
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.targets.linker_eras import Merge, era
from golinkname_ls.linking.resolving.definitions_outside_std import Presence, own_definitions
from golinkname_ls.linking.resolving.var_merging import own_var_has_data, std_var_has_data
from golinkname_ls.program.program import Program
from golinkname_ls.program.text_and_globl import AssembledDefinition, definitions_of_package
from golinkname_ls.program.type_checking import own_var_type, std_var_type
from golinkname_ls.syntax.items.declarations import VarDeclaration


def duplicating_package(mine: AssembledDefinition, program: Program, path: str, file: Path) -> str:
    """Import path of a package with a second definition that the linker refuses beside the file's; "" for none."""
    if mine.may_repeat:
        return ""
    others = _in_assembly(mine, program, file)
    written = _texts(mine, program, path) if mine.kind == "TEXT" else _vars(mine, program)
    return next(others, "") or next(written, "")


def _in_assembly(mine: AssembledDefinition, program: Program, file: Path) -> Iterator[str]:
    target = program.symbols.target
    for path, package in program.answers.ask(_in_assembly, lambda: _with_assembly(program)):
        for place, other in definitions_of_package(package, program.prefix(path), target).get(mine.key, ()):
            if other.may_repeat or (place, other.span) == (file, mine.span):
                continue
            if mine.kind == "TEXT" or _refused(mine, other.content, other.size, program):
                yield path


def _with_assembly(program: Program) -> list[tuple[str, PackageFolder]]:
    return [(path, package) for path, package in program.closure.packages.items() if package.has_assembly]


def _texts(mine: AssembledDefinition, program: Program, path: str) -> Iterator[str]:
    symbols = program.symbols
    std = symbols.find(mine.symbol)
    if std is not None and program.links_std(std.linked_with):
        assembly = std.kind is Kind.ASSEMBLY and (std.abi == mine.abi or not symbols.register_abi)
        if assembly or (std.kind is Kind.FUNC and not symbols.register_abi):
            yield std.package
    if symbols.register_abi:
        return  # A body of Go's is another ABI's.
    for found in own_definitions(program, mine.symbol, symbols.target):
        # A body of the package itself does not get as far as the linker.
        if found.kind is Kind.FUNC and found.presence is Presence.DEFINED and found.package != path:
            yield found.package


def _vars(mine: AssembledDefinition, program: Program) -> Iterator[str]:
    std = program.symbols.find(mine.symbol)
    linked = std is not None and std.kind is Kind.VAR and program.links_std(std.linked_with)
    if (
        std is not None
        and linked
        and _refused(mine, std_var_has_data(program.symbols, std), std_var_type(program, std).size, program)
    ):
        yield std.package
    for found in own_definitions(program, mine.symbol, program.symbols.target):
        declaration, source = found.declaration, found.source
        if isinstance(declaration, VarDeclaration) and source is not None:
            content = own_var_has_data(program, found.package, declaration, source) is True
            size = own_var_type(program, found.package, declaration.name, source).size
            if _refused(mine, content, size, program):
                yield found.package


def _refused(mine: AssembledDefinition, content: bool, size: int | None, program: Program) -> bool:
    """Whether the linker refuses a symbol beside data of that size, which has initial data or not (`content`)."""
    if mine.content and content:
        return True
    if era(program.symbols.target.go).merge is not Merge.STRICT or mine.size is None or size is None:
        return False
    return (mine.content and mine.size < size) or (content and size < mine.size)
