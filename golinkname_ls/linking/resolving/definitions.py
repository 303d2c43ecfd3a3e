"""Where a symbol is defined among the packages of a program that are not std."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path

from golinkname_ls.catalog.std.symbols import Kind, split_symbol
from golinkname_ls.compiler.generated_names.generated_symbols import generated_kind
from golinkname_ls.compiler.generated_names.promoted_methods import promotes
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.incremental.recorded_questions import Reads, note, recording
from golinkname_ls.program.assembly_symbols import assembly_abi, assembly_symbols_of
from golinkname_ls.program.c_symbols import dynamic_imports, uses_c
from golinkname_ls.program.package_directives import directive_of, directives_of, locals_of, selected_sources
from golinkname_ls.program.program import Program
from golinkname_ls.program.type_checking import checker_of
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import (
    ConstDeclaration,
    Declaration,
    FuncDeclaration,
    TypeDeclaration,
    VarDeclaration,
)


class Presence(Enum):
    """How sure it is that a symbol exists."""

    DEFINED = "defined"
    IMPORTED = "imported"
    """Of a shared library, by `//go:cgo_import_dynamic`: of ABI 0 alone."""
    UNKNOWN = "unknown"
    """Made by the compiler, or by something that is not looked into."""


@dataclass(frozen=True, slots=True)
class OwnDefinition:
    """A symbol outside std. `declaration` is None for assembly without a Go declaration."""

    symbol: str
    kind: Kind
    package: str
    folder: PackageFolder
    declaration: FuncDeclaration | VarDeclaration | None = None
    source: SourceFile | None = None
    marked: bool = False
    presence: Presence = Presence.DEFINED
    abi: str = "ABIInternal"

    @property
    def place(self) -> Path | None:
        """The file it stands in."""
        return self.source.path if self.source else None


def own_definitions(program: Program, symbol: str, target: Target) -> list[OwnDefinition]:
    """Every definition of the symbol in the program outside std, most telling first."""
    answer = program.kept((own_definitions, symbol, target), partial(_recorded, program, symbol, target))
    answer.reads.note_again()
    return list(answer.found)


@dataclass(frozen=True, slots=True)
class _Answer:
    """Definitions, with what was asked to find them."""

    found: list[OwnDefinition]
    reads: Reads


def _recorded(program: Program, symbol: str, target: Target) -> _Answer:
    with recording() as reads:
        return _Answer(_own_definitions(program, symbol, target), reads)


def _own_definitions(program: Program, symbol: str, target: Target) -> list[OwnDefinition]:
    found = _by_directives(program, symbol, target)
    note(
        ("renamed", id(program), symbol, target),
        lambda: _names(_by_directives(program, symbol, target)),
        _names(found),
    )
    prefix, name = split_symbol(symbol)
    path = program.prefixes.get(prefix)
    if path is not None and name:
        found.extend(_own(program, path, name, symbol, target))
    elif not prefix:
        found.extend(_loose(program, symbol, target))
    if prefix and all(d.kind is Kind.VAR for d in found):
        found.extend(_assembled_elsewhere(program, symbol, name, target))
    return found


def _assembled_elsewhere(program: Program, symbol: str, name: str, target: Target) -> Iterator[OwnDefinition]:
    """A TEXT that one package's assembly has for another package."""
    for path, package in program.closure.packages.items():
        if not package.mentions_in_assembly(target, name):
            continue
        abi = assembly_abi(package, program.prefix(path), symbol, target)
        if abi:
            # The compiler of this package writes the other ABI's entry, if one of its stubs has the symbol's name.
            stubs_names = locals_of(package, target, symbol)
            stub, source = _stub_of(program, path, stubs_names, target)
            yield OwnDefinition(symbol, Kind.ASSEMBLY, path, package, stub, source, bool(stubs_names), abi=abi)


def _stub_of(
    program: Program, path: str, names: Iterable[str], target: Target
) -> tuple[FuncDeclaration | None, SourceFile | None]:
    """The first func without body of these names, with its file."""
    declared = (found for name in names for found in _declared(program, path, name, target))
    stubs = ((d, s) for s, d in declared if isinstance(d, FuncDeclaration) and not d.has_body)
    return next(stubs, (None, None))


def _by_directives(program: Program, symbol: str, target: Target) -> list[OwnDefinition]:
    return [d for path, local in program.renamed(symbol) for d in _renamed(program, path, local, symbol, target)]


def _names(found: list[OwnDefinition]) -> list[tuple[str, str]]:
    return [(d.package, d.declaration.name if d.declaration is not None else "") for d in found]


def _renamed(program: Program, path: str, local: str, symbol: str, target: Target) -> list[OwnDefinition]:
    """A func with a body, or a var, that a directive of its package gives the symbol's name."""
    package = program.closure.packages[path]
    found: list[OwnDefinition] = []
    if directives_of(package, target).get(local) != symbol:
        # The directive stands in a file that this target leaves out.
        return found
    for source, declaration in _declared(program, path, local, target):
        if isinstance(declaration, FuncDeclaration) and declaration.has_body and not declaration.type_parameters:
            found.append(OwnDefinition(symbol, Kind.FUNC, path, package, declaration, source, True))
        elif isinstance(declaration, VarDeclaration):
            found.append(OwnDefinition(symbol, Kind.VAR, path, package, declaration, source, True))
    return found


def _own(program: Program, path: str, name: str, symbol: str, target: Target) -> list[OwnDefinition]:
    package = program.closure.packages[path]
    receiver, _, bare = name.rpartition(".")
    found = []
    directive = directive_of(package, target, name)
    renamed = directive not in (None, "", symbol)
    # Not a directive of another local that names the symbol: the compiler looks at the func's own.
    marked = directive is not None
    if receiver and not renamed:
        found.extend(_methods(program, path, receiver, bare, symbol, target))
    bodyless: tuple[FuncDeclaration | None, SourceFile | None] = (None, None)
    for source, declaration in _declared(program, path, name, target) if not receiver else ():
        if isinstance(declaration, ConstDeclaration | TypeDeclaration) or renamed or name == "init":
            continue
        if isinstance(declaration, VarDeclaration):
            found.append(OwnDefinition(symbol, Kind.VAR, path, package, declaration, source, marked))
        elif declaration.has_code(target.platform.goarch) and not declaration.type_parameters:
            found.append(OwnDefinition(symbol, Kind.FUNC, path, package, declaration, source, marked))
        elif not declaration.has_code(target.platform.goarch):
            bodyless = (declaration, source)
    abi = assembly_abi(package, program.prefix(path), symbol, target) if not found else ""
    if abi:
        found.append(OwnDefinition(symbol, Kind.ASSEMBLY, path, package, *bodyless, marked, abi=abi))
    if not found and ("GLOBL", symbol) in assembly_symbols_of(package, program.prefix(path), target):
        found.append(OwnDefinition(symbol, Kind.ASSEMBLY_DATA, path, package))
    made = generated_kind(program, package, name, target) if not found else None
    if made is not None:
        found.append(OwnDefinition(symbol, made, path, package, presence=Presence.UNKNOWN))
    return found


def _methods(program: Program, path: str, receiver: str, bare: str, symbol: str, target: Target) -> list[OwnDefinition]:
    package, found, declares = program.closure.packages[path], list[OwnDefinition](), False
    for source, declaration in _methods_named(package, bare, target):
        if "[" in declaration.receiver or declaration.type_parameters:
            continue
        base = _unaliased(program, path, declaration.receiver_base, target)
        declares = declares or receiver in (base, f"(*{base})")
        if not declaration.has_body:
            continue  # It stands for assembly, or for another package's body, and defines nothing.
        if receiver == f"(*{base})" or (receiver == base and not declaration.receiver_is_pointer):
            found.append(OwnDefinition(symbol, Kind.FUNC, path, package, declaration, source))
    if not declares and re.fullmatch(r"\w+|\(\*\w+\)", receiver):
        checker = checker_of(program)
        if promotes(checker, path, receiver.strip("(*)"), bare, receiver.startswith("(*")) is not False:
            found.append(OwnDefinition(symbol, Kind.FUNC, path, package, presence=Presence.UNKNOWN))
    return found


def _unaliased(program: Program, path: str, base: str, target: Target) -> str:
    """The name of the type that a receiver's type is, or is an alias of."""
    for _, declared in _declared(program, path, base, target):
        if isinstance(declared, TypeDeclaration) and declared.is_alias and re.fullmatch(r"\w+", declared.type):
            return declared.type
    return base


def _loose(program: Program, symbol: str, target: Target) -> list[OwnDefinition]:
    """A symbol without a package: assembly, or something of C's that is not looked into."""
    found = []
    for path, package in program.kept((_loose, target), lambda: _with_more_than_go(program, target)):
        if ("TEXT", symbol) in assembly_symbols_of(package, program.prefix(path), target):
            stub, source = _stub_of(program, path, locals_of(package, target, symbol), target)
            abi = assembly_abi(package, "", symbol, target)
            found.append(OwnDefinition(symbol, Kind.ASSEMBLY, path, package, stub, source, abi=abi))
        elif ("GLOBL", symbol) in assembly_symbols_of(package, program.prefix(path), target):
            found.append(OwnDefinition(symbol, Kind.ASSEMBLY_DATA, path, package))
        elif symbol in dynamic_imports(package, target):
            found.append(OwnDefinition(symbol, Kind.ASSEMBLY, path, package, presence=Presence.IMPORTED, abi="ABI0"))
        elif uses_c(package) or any(not n.endswith(".s") for n in package.foreign(target)):
            found.append(OwnDefinition(symbol, Kind.ASSEMBLY, path, package, presence=Presence.UNKNOWN))
    return sorted(found, key=lambda d: list(Presence).index(d.presence))


def _with_more_than_go(program: Program, target: Target) -> list[tuple[str, PackageFolder]]:
    packages = program.closure.packages.items()
    return [(path, p) for path, p in packages if uses_c(p) or p.foreign(target) or dynamic_imports(p, target)]


def _compiled(package: PackageFolder, target: Target, word: str) -> list[SourceFile]:
    return selected_sources(package, target, package.having(word))


def _declared(program: Program, path: str, name: str, target: Target) -> list[tuple[SourceFile, Declaration]]:
    package, like = program.closure.packages[path], None
    external = path != program.tested
    tested = bool(program.tested) and program.tested in (path, path.removesuffix("_test"))
    if tested:
        like = package.test_declaring(name, target, external=external)
    if like is None and not (tested and external):
        like = package.member_declaring(name, target)
    return package.declared(name, target, like) if like is not None else []


def _methods_named(package: PackageFolder, name: str, target: Target) -> list[tuple[SourceFile, FuncDeclaration]]:
    return [(s, method) for s in _compiled(package, target, name) for method in s.outline.methods_named(name)]
