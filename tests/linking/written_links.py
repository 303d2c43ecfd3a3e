"""Links of Go text: a directive in the main package of a small module, and what the linker makes of it."""

from __future__ import annotations

from pathlib import Path

from golinkname_ls.catalog.std.symbols import Definition, Kind
from golinkname_ls.golang.packages.packages_by_folder import Folders
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.linking.resolving.definitions_outside_std import OwnDefinition, own_definitions
from golinkname_ls.linking.resolving.outcomes import LinkInProgram
from golinkname_ls.program.directive_with_stub import Link, link_of
from golinkname_ls.program.program import Program, Programs
from tests.program.small_programs import MODULE, program, symbols_of
from tests.tree import write_tree


def link_in(found: Program, path: str = MODULE) -> Link:
    """The first directive of a package of the program."""
    package, target = found.closure.packages[path], found.symbols.target
    for name in package.directed():
        for directive in package.directives(name):
            source = package.source(name)
            if directive.well_formed and source is not None:
                return link_of(directive, source, package, target)
    raise AssertionError(f"{path} has no directive")


def case_in(found: Program, path: str = MODULE) -> LinkInProgram:
    """The first directive of a package of the program, with the definitions of its remote."""
    link = link_in(found, path)
    symbol = link.remote or f"{found.prefix(path)}.{link.local}"
    defined = own_definitions(found, symbol, link.target)
    others = [
        d for d in defined if d.kind is Kind.ASSEMBLY or (d.source, d.declaration) != (link.stub_source, link.stub)
    ]
    std = found.symbols.find(symbol)
    linked = std if std is not None and found.links_std(std.linked_with) else None
    return LinkInProgram(link, found, path, symbol, others, linked)


def case(root: Path, main: str, of: Target, others: dict[str, str] | None = None) -> LinkInProgram:
    """The directive in a main package, which is given without its package clause and import of unsafe."""
    return case_in(main_program(root, main, of, others))


def main_program(root: Path, main: str, of: Target, others: dict[str, str] | None = None) -> Program:
    text = f'package main\n\nimport _ "unsafe"\n\n{main}\n\nfunc main() {{}}\n'
    return program(root, {"main.go": text} | (others or {}), of)


def goroot_program(root: Path, path: str, files: dict[str, str], of: Target) -> Program:
    """Program of the std package `path` in a GOROOT of these files, named below its src."""
    write_tree(root, {"go.mod": "module std\n\ngo 1.27\n", "runtime/runtime.go": "package runtime\n"} | files)
    folders = Folders()
    folder = root / path
    return Programs(folders).own(folders.package(folder), folders.module(folder), path, symbols_of(of))


def place(found: Definition | OwnDefinition | None) -> str:
    """Symbol of a definition with the package that has it, "" for none."""
    return f"{found.symbol} in {found.package}" if found is not None else ""
