"""How the linker joins a var with others of its name (cmd/link/internal/loader/loader.go, addSym)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from golinkname_ls.catalog.knowledge import initial_data
from golinkname_ls.catalog.symbols import Definition, Kind, TargetSymbols
from golinkname_ls.golang.types.universe import TYPES
from golinkname_ls.linking.debug_types import has_debug_type, in_every_program
from golinkname_ls.linking.definitions import OwnDefinition
from golinkname_ls.linking.initial import Initial
from golinkname_ls.linking.verdict import Era, Merge, era
from golinkname_ls.program.links import Link
from golinkname_ls.program.program import Program
from golinkname_ls.program.program_types import VarType, own_var, std_var
from golinkname_ls.syntax.declaration import (
    ConstDeclaration,
    Declaration,
    FuncDeclaration,
    TypeDeclaration,
    VarDeclaration,
)
from golinkname_ls.syntax.source_file import SourceFile


@dataclass(frozen=True, slots=True)
class Merged:
    """What becomes of a var.

    `duplicate`: the other one, when the linker refuses to join them. `wins`: the var's own definition is what remains.
    `has_content`: the compiler writes initial data for it. `untyped`: the one that wins, when the var's type is then
    missing from the debug information (`go test` links without, and `go build` leaves tests out). `text`: the var's type.
    `grows`: the other one has content, remains, and gets this one's larger size. `outdone`: neither this one nor std's
    remains, but another package's, which its directive marks.
    """

    duplicate: Definition | OwnDefinition | None = None
    wins: bool = False
    has_content: bool = False
    text: str = ""
    untyped: Definition | OwnDefinition | None = None
    grows: bool = False
    outdone: bool = False


def merged(
    link: Link, stub: VarDeclaration, path: str, own: list[OwnDefinition], std: Definition | None, program: Program
) -> Merged:
    """Join the var of a link, in the package `path`, with the definitions of its remote."""
    source = link.stub_source or link.source
    rules = era(link.target.go)
    content = content_of(program, path, stub, source)
    others = list(_others(own, std, program))
    if any(theirs and content for _, theirs, _ in others):
        return Merged(duplicate=next(o for o, theirs, _ in others if theirs), has_content=True)
    wins = grows = False
    untyped: Definition | OwnDefinition | None = None
    mine = own_var(program, path, stub.name, source) if others else VarType()
    for other, theirs, type_of in others:
        kind = type_of()
        known = mine.size is not None and kind.size is not None
        larger = known and (mine.size or 0) > (kind.size or 0)
        smaller = known and (mine.size or 0) < (kind.size or 0)
        if rules.merge is Merge.STRICT and ((content and smaller) or (theirs and larger)):
            return Merged(duplicate=other, has_content=content)
        grows = grows or (theirs and larger)
        if content or (rules.merge is not Merge.CONTENT and larger and not theirs):
            wins = True
        elif (
            rules.types
            and not source.is_test
            and mine.text != kind.text
            and not in_every_program(mine.text)
            and not has_debug_type(program, path, stub, source)
        ):
            untyped = other
    outdone = not wins and _outdone(others, rules)
    return Merged(wins=wins, has_content=content, text=mine.text, untyped=untyped, grows=grows, outdone=outdone)


def _outdone(others: list[_Other], rules: Era) -> bool:
    """Whether another package's var takes the place of std's."""
    std = next((other for other in others if isinstance(other[0], Definition)), None)
    if std is None or std[1]:
        return False
    least = std[2]().size
    for _, theirs, type_of in (other for other in others if other is not std):
        size = type_of().size if least is not None and rules.merge is not Merge.CONTENT else None
        if theirs or (size is not None and least is not None and size > least):
            return True
    return False


_Other = tuple[Definition | OwnDefinition, bool, Callable[[], VarType]]


def _others(own: list[OwnDefinition], std: Definition | None, program: Program) -> Iterator[_Other]:
    """(definition, has content, its type) of each var there is."""
    for definition in own:
        found, source = definition.declaration, definition.source
        if definition.kind is Kind.VAR and isinstance(found, VarDeclaration) and source is not None:
            content = content_of(program, definition.package, found, source)
            yield definition, content, _later(own_var, program, definition.package, found.name, source)
    declared = std.entry.declaration if std is not None and std.entry is not None else None
    if std is not None and std.kind is Kind.VAR and isinstance(declared, VarDeclaration):
        yield std, std_data(program.symbols, std), _later(std_var, program, std)


def _later(function: Callable[..., VarType], *arguments: object) -> Callable[[], VarType]:
    return lambda: function(*arguments)


def std_data(symbols: TargetSymbols, std: Definition) -> bool:
    """Whether the compiler writes initial data for a var of std: as it was measured, else by what the catalog has."""
    known = initial_data(symbols.target.go).get(std.symbol)
    return data_by_source(symbols, std) if known is None else known


def data_by_source(symbols: TargetSymbols, std: Definition) -> bool:
    """The same by its declaration alone."""
    declaration = std.entry.declaration if std.entry is not None else None

    def lookup(name: str) -> Declaration | None:
        return next((e.declaration for e in symbols.entries(std.package, name)), None)

    return isinstance(declaration, VarDeclaration) and _content(declaration, lookup, era(symbols.target.go))


def content_of(program: Program, path: str, declaration: VarDeclaration, source: SourceFile) -> bool:
    """Whether the compiler writes initial data for a var of the package `path`."""
    key = (content_of, path, declaration, source.path)
    return program.kept(key, lambda: _content_of(program, path, declaration, source))


def _content_of(program: Program, path: str, declaration: VarDeclaration, source: SourceFile) -> bool:
    package = program.closure.packages.get(path)
    if package is None:
        return declaration.initial == "static"
    if _is_embedded(source, declaration):
        return True
    known = Initial(program, path, source).content(declaration)
    if known is not None:
        return known

    def lookup(name: str) -> Declaration | None:
        return next((d for _, d in package.declared(name, program.symbols.target, source)), None)

    written = source.data[declaration.span.start : declaration.span.end].decode("utf-8", "replace")
    return _content(declaration, lookup, era(program.symbols.target.go), written.partition("=")[2].strip())


def _is_embedded(source: SourceFile, declaration: VarDeclaration) -> bool:
    """Whether a `//go:embed` stands over the var: it holds a pointer even to an empty file.

    cmd/compile/internal/staticdata/embed.go, WriteEmbed (1.27.3).
    """
    if declaration.initial or not any(spec.path == "embed" for spec in source.outline.imports):
        return False
    for line in reversed(source.data[: declaration.span.start].split(b"\n")[:-1]):
        text = line.strip()
        if text.startswith((b"//go:embed ", b"//go:embed\t")):
            return True
        if text and not text.startswith(b"//"):
            return False
    return False


Lookup = Callable[[str], Declaration | None]


def _content(declaration: VarDeclaration, lookup: Lookup, rules: Era, value: str = "") -> bool:
    """Whether the compiler writes initial data for the var (cmd/compile/internal/staticinit)."""
    value = value or declaration.value
    if declaration.initial == "static":
        return True
    if declaration.initial == "dynamic":
        made = rules.static_calls and value.startswith("errors.New(")
        return declaration.results == 1 and (made or _converted(value, lookup))
    return declaration.initial == "reference" and _refers_to_data(value, lookup)


def _converted(value: str, lookup: Lookup) -> bool:
    """Whether the value is a constant in conversions, such as `error(errorString("overflow"))`."""
    match = re.fullmatch(r"([A-Za-z_][\w.]*)\((.*)\)", value)
    if match is None:
        return bool(re.fullmatch(r"[\"`'\d].*|&[A-Za-z_]\w*", value))
    is_type = match[1] in TYPES or match[1] == "unsafe.Pointer" or isinstance(lookup(match[1]), TypeDeclaration)
    return is_type and _converted(match[2], lookup)


def _refers_to_data(name: str, lookup: Lookup) -> bool:
    if not re.fullmatch(r"[^\W\d]\w*", name):
        return False
    found = lookup(name)
    if isinstance(found, ConstDeclaration):
        return found.value.strip() not in ("0", '""', "false", "``", "0.0", "iota")
    return isinstance(found, FuncDeclaration)
