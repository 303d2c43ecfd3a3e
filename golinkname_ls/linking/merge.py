"""How the linker joins a var with others of its name (cmd/link/internal/loader/loader.go, addSym)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from golinkname_ls.catalog.symbols import Definition, Kind
from golinkname_ls.golang.types.universe import TYPES
from golinkname_ls.linking.definitions import OwnDefinition
from golinkname_ls.linking.initial import Initial
from golinkname_ls.linking.link import Link
from golinkname_ls.linking.mentioned import mentioned
from golinkname_ls.linking.program import Program
from golinkname_ls.linking.program_types import VarType, own_var, std_var
from golinkname_ls.linking.verdict import Era, Merge, era
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
    """

    duplicate: Definition | OwnDefinition | None = None
    wins: bool = False
    has_content: bool = False
    text: str = ""
    untyped: Definition | OwnDefinition | None = None


def merged(
    link: Link, stub: VarDeclaration, path: str, own: list[OwnDefinition], std: Definition | None, program: Program
) -> Merged:
    """Join the var of a link, in the package `path`, with the definitions of its remote."""
    source = link.stub_source or link.source
    rules = era(link.target.go)
    content = _own_content(program, path, stub, source)
    others = list(_others(own, std, program))
    if any(theirs and content for _, theirs, _ in others):
        return Merged(duplicate=next(o for o, theirs, _ in others if theirs), has_content=True)
    wins = False
    untyped: Definition | OwnDefinition | None = None
    mine = own_var(program, path, stub.name, source) if others else VarType()
    for other, theirs, type_of in others:
        kind = type_of()
        known = mine.size is not None and kind.size is not None
        larger = known and (mine.size or 0) > (kind.size or 0)
        smaller = known and (mine.size or 0) < (kind.size or 0)
        if rules.merge is Merge.STRICT and ((content and smaller) or (theirs and larger)):
            return Merged(duplicate=other, has_content=content)
        if content or (rules.merge is not Merge.CONTENT and larger and not theirs):
            wins = True
        elif (
            rules.types
            and not source.is_test
            and _foreign_type(mine.text, kind.text)
            and not _pointed_at(program, path, stub.name)
            and _reached(program, path, stub.name, source)
        ):
            untyped = other
    return Merged(wins=wins, has_content=content, text=mine.text, untyped=untyped)


_Other = tuple[Definition | OwnDefinition, bool, Callable[[], VarType]]


def _others(own: list[OwnDefinition], std: Definition | None, program: Program) -> Iterator[_Other]:
    """(definition, has content, its type) of each var there is."""
    for definition in own:
        found, source = definition.declaration, definition.source
        if definition.kind is Kind.VAR and isinstance(found, VarDeclaration) and source is not None:
            content = _own_content(program, definition.package, found, source)
            yield definition, content, _later(own_var, program, definition.package, found.name, source)
    if std is not None and std.kind is Kind.VAR and std.entry is not None:
        declaration = std.entry.declaration
        if isinstance(declaration, VarDeclaration):
            entries = program.symbols.entries

            def lookup(name: str) -> Declaration | None:
                return next((e.declaration for e in entries(std.package, name)), None)

            content = _content(declaration, lookup, era(program.symbols.target.go))
            yield std, content, _later(std_var, program, std)


def _later(function: Callable[..., VarType], *arguments: object) -> Callable[[], VarType]:
    return lambda: function(*arguments)


def _own_content(program: Program, path: str, declaration: VarDeclaration, source: SourceFile) -> bool:
    package = program.closure.packages.get(path)
    if package is None:
        return declaration.initial == "static"
    known = Initial(program, path, source).content(declaration)
    if known is not None:
        return known

    def lookup(name: str) -> Declaration | None:
        return next((d for _, d in package.declared(name, program.symbols.target, source)), None)

    written = source.data[declaration.span.start : declaration.span.end].decode("utf-8", "replace")
    return _content(declaration, lookup, era(program.symbols.target.go), written.partition("=")[2].strip())


Lookup = Callable[[str], Declaration | None]


def _content(declaration: VarDeclaration, lookup: Lookup, rules: Era, value: str = "") -> bool:
    """Whether the compiler writes initial data for the var (cmd/compile/internal/staticinit)."""
    value = value or declaration.value
    if declaration.initial == "static":
        return True
    if declaration.initial == "dynamic":
        made = rules.static_errors and value.startswith("errors.New(")
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


# 1.19 asks for go.info.TYPE of the loser's type. These are in every program, for runtime's sake: from the debug information
# of an empty main, go1.19.8 linux/amd64.
_LENGTHS = {
    "string": "2 3 4 6 8 9 10 27",
    "uintptr": "0 1 2 4 6 9 32 64 65 100 128 252 253 512 1000",
    "uint64": "1 2 3 4 15 68 256 720",
    "uint32": "3 65 68",
    "uint16": "68",
    "uint": "5",
    "int64": "3 5",
    "float64": "33",
}
_ARRAYS = frozenset(f"[{n}]{kind}" for kind, lengths in _LENGTHS.items() for n in lengths.split())
_OTHERS = frozenset(
    [
        "[]int32",
        "[]string",
        "[]uint32",
        "[]uint64",
        "[]uint8",
        "[]byte",
        "[]uintptr",
        "func()",
        "struct{}",
        "**bool",
        "**uint8",
        "**byte",
        "map[string]uint64",
    ]
) | {"chan bool", "chan int"}
_EVERYWHERE = re.compile(
    r"^((\[\d+\])?byte|\[\d+\]uint8|\*?(u?int(8|16|32|64)?|uintptr|byte|rune|string|bool|float(32|64)|error|any|interface\{\}|unsafe\.Pointer)|)$"
)


def _reached(program: Program, path: str, name: str, source: SourceFile) -> bool:
    """Whether anything mentions the var: what nothing mentions has no debug information."""
    package = program.closure.packages.get(path)
    return package is None or name[:1].isupper() or mentioned(package, program.symbols.target, source, name)


def _pointed_at(program: Program, path: str, name: str) -> bool:
    """Whether code takes the var's address and keeps it, so that its type is part of the program all the same."""
    package = program.closure.packages.get(path)
    if package is None:
        return False
    # `println(&v)` keeps nothing that would have the type.
    taken = re.compile(rb"(?<!println\()&%s(?![\w.\[])" % name.encode("utf-8", "surrogateescape"))
    return any(taken.search(source.data) for source in package.holding(f"&{name}"))


def _foreign_type(mine: str, theirs: str) -> bool:
    everywhere = mine in _ARRAYS or mine in _OTHERS or _EVERYWHERE.match(mine) is not None
    return mine != theirs and not everywhere
