"""Merging of vars with one name: which definition remains (cmd/link/internal/loader/loader.go, addSym).

    var v int       and   var v int = 1   → the one with initial data remains
    var v int = 1   and   var v int = 2   → duplicate
    var v int32     and   var v int64     → the larger one since 1.23; before, sizes do not count

Initial data ("content" here and in the linker's terms) is what compiler/initial_data says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from golinkname_ls.catalog.std.renames_and_replacements import initial_data
from golinkname_ls.catalog.std.symbols import Definition, Kind, TargetSymbols
from golinkname_ls.compiler.initial_data import has_initial_data, initial_value_is_data
from golinkname_ls.golang.targets.linker_eras import Era, Merge, era
from golinkname_ls.linking.resolving.definitions_outside_std import OwnDefinition
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.program.program import Program
from golinkname_ls.program.type_checking import VarType, checker_of, own_var_type, std_var_type
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import VarDeclaration


@dataclass(frozen=True, slots=True)
class VarMerge:
    """Result of merging a var with others of its name.

    `duplicate`: the other one, when the linker refuses to join them; `certain` that they both have initial data.
    `wins`: the var's own definition is what remains. `content`: the compiler writes initial data for it, None for
    perhaps. `text`: the var's type. `grows`: the other one has content, remains, and gets this one's larger size.
    `outdone`: neither this one nor std's remains, but another package's, which its directive marks.
    """

    content: bool | None
    duplicate: Definition | OwnDefinition | None = None
    certain: bool = True
    wins: bool = False
    text: str = ""
    grows: bool = False
    outdone: bool = False


def merge_var(
    link: Link, stub: VarDeclaration, path: str, own: list[OwnDefinition], std: Definition | None, program: Program
) -> VarMerge:
    """Merge the var of a link, in the package `path`, with the vars among the definitions of its remote."""
    source = link.stub_source or link.source
    rules = era(link.target.go)
    content = own_var_has_data(program, path, stub, source)
    others = list(_others(own, std, program))
    clashing = sorted((o for o in others if o[1] is not False), key=lambda o: o[1] is None)
    if content is not False and clashing:
        other, theirs, _ = clashing[0]
        return VarMerge(content, duplicate=other, certain=content is True and theirs is True)
    wins = grows = False
    mine = own_var_type(program, path, stub.name, source) if others else VarType()
    for other, theirs, type_of in others:
        kind = type_of()
        known = mine.size is not None and kind.size is not None
        larger = known and (mine.size or 0) > (kind.size or 0)
        smaller = known and (mine.size or 0) < (kind.size or 0)
        if rules.merge is Merge.STRICT and ((content is not False and smaller) or (theirs is not False and larger)):
            return VarMerge(content, duplicate=other, certain=content is True or theirs is True)
        grows = grows or (theirs is True and larger)
        if content is True or (rules.merge is not Merge.CONTENT and larger and theirs is not True):
            wins = True
    outdone = not wins and _outdone(others, rules)
    return VarMerge(content, wins=wins, text=mine.text, grows=grows, outdone=outdone)


def _outdone(others: list[_Other], rules: Era) -> bool:
    """Whether the var of another package outside std remains, and not std's."""
    std = next((other for other in others if isinstance(other[0], Definition)), None)
    if std is None or std[1]:
        return False
    least = std[2]().size
    for _, theirs, type_of in (other for other in others if other is not std):
        size = type_of().size if least is not None and rules.merge is not Merge.CONTENT else None
        if theirs or (size is not None and least is not None and size > least):
            return True
    return False


_Other = tuple[Definition | OwnDefinition, bool | None, Callable[[], VarType]]


def _others(own: list[OwnDefinition], std: Definition | None, program: Program) -> Iterator[_Other]:
    """The other vars of the name, as (definition, has content, type)."""
    for definition in own:
        found, source = definition.declaration, definition.source
        if definition.kind is Kind.VAR and isinstance(found, VarDeclaration) and source is not None:
            content = own_var_has_data(program, definition.package, found, source)
            yield definition, content, _later(own_var_type, program, definition.package, found.name, source)
    declared = std.entry.declaration if std is not None and std.entry is not None else None
    if std is not None and std.kind is Kind.VAR and isinstance(declared, VarDeclaration):
        yield std, std_var_has_data(program.symbols, std), _later(std_var_type, program, std)


def _later(function: Callable[..., VarType], *arguments: object) -> Callable[[], VarType]:
    return lambda: function(*arguments)


def std_var_has_data(symbols: TargetSymbols, std: Definition) -> bool:
    """Whether the compiler writes initial data for a var of std: as measured, else by its declaration."""
    known = initial_data(symbols.target.go).get(std.symbol)
    return std_source_has_data(symbols, std) if known is None else known


def std_source_has_data(symbols: TargetSymbols, std: Definition) -> bool:
    """Whether a var of std has initial data by its declaration in the catalog alone."""
    entry = std.entry
    declaration = entry.declaration if entry is not None else None
    if entry is None or not isinstance(declaration, VarDeclaration):
        return False
    found = initial_value_is_data(symbols.checker, std.package, entry.section.imports, declaration, declaration.value)
    return found is True


def own_var_has_data(program: Program, path: str, declaration: VarDeclaration, source: SourceFile) -> bool | None:
    """Whether the compiler writes initial data for a var of the package `path`; None for perhaps."""

    def find() -> bool | None:
        return has_initial_data(checker_of(program, source), path, source, declaration)

    return program.answers.ask((own_var_has_data, path, declaration, source), find)
