"""Resolved types of all package-level funcs, methods, vars and types of std on one target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.catalog.std.type_checker_packages import StdPackage, StdPackages
from golinkname_ls.catalog.store.package_text import Entry, Section
from golinkname_ls.golang.sizes.layout import Layout, Sizes, layout_of
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.golang.type_checker.checker import Checker
from golinkname_ls.golang.type_checker.package_source import Declared
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.type_text import type_text
from golinkname_ls.syntax.items.declarations import ConstDeclaration, Declaration, FuncDeclaration, TypeDeclaration

# go/types/typestring.go, alias.go: since 1.27 aliases are types of their own. Those inside interfaces and generic funcs
# stay; elsewhere, where they are resolved, `any` reads `interface{}`.
ALIASES_KEPT = GoVersion(1, 27)
# go/types/sizes.go: until 1.21 its sizes left out a struct's padding at the end, which the compiler has always had.
PADDED = GoVersion(1, 22)


@dataclass(frozen=True, slots=True)
class DumpedDeclaration:
    """One declaration of std with its resolved type.

    `layout` is what go/types of that version says, `compiled` what its compiler does; both are None for funcs, generic
    types and what could not be resolved.
    """

    package: str
    name: str
    kind: str
    type: str
    body: bool
    layout: Layout | None
    compiled: Layout | None
    file: str
    line: int
    marks: tuple[str, ...]
    symbol: str


def dumped_declarations(symbols: TargetSymbols, paths: Iterable[str] = ()) -> Iterator[DumpedDeclaration]:
    """Declarations of std packages with their types, in the order of packages, files and lines.

    `paths` are import paths; without any, all packages but unsafe.
    """
    dump = _Dump(symbols)
    # The compiler itself is package unsafe: its file only documents it, and go/types does not read it.
    for path in paths or sorted(symbols.catalog.paths - {"unsafe"}):
        package = dump.packages.package(path, path)
        if package is None:
            continue
        for section in symbols.sections(path):
            if not section.is_assembly:
                yield from dump.section(package, section)


class _Dump:
    def __init__(self, symbols: TargetSymbols) -> None:
        self.symbols = symbols
        kept = symbols.target.go >= ALIASES_KEPT
        self.packages = StdPackages(symbols)
        self.sizes = Sizes.of(symbols.target.platform)
        self.go_types_sizes = Sizes(self.sizes.word, tail_padding=symbols.target.go >= PADDED)
        self.checker = Checker(self.packages, self.go_types_sizes)
        self.compiler = self.checker if self.sizes == self.go_types_sizes else Checker(self.packages)
        self.verbatim = Checker(self.packages, keep_aliases=kept)
        self.any_word = "interface{}" if kept else "any"

    def section(self, package: StdPackage, section: Section) -> Iterator[DumpedDeclaration]:
        for number in range(len(section.rows)):
            declaration = section.declaration(number)
            if declaration is None or isinstance(declaration, ConstDeclaration) or declaration.name == "_":
                continue
            yield self._record(package, Entry(section, declaration, number))

    def _record(self, package: StdPackage, entry: Entry) -> DumpedDeclaration:
        section, declaration = entry.section, entry.declaration
        name, kind = declaration.name, "var"
        if isinstance(declaration, FuncDeclaration):
            name, kind = declaration.qualified_name, "method" if declaration.is_method else "func"
        elif isinstance(declaration, TypeDeclaration):
            kind = "type"
        found = self._type(self.checker, package, section, declaration)
        measured = kind in ("var", "type") and not _generic(found)
        shown, any_word = m.underlying(found) if kind == "type" else found, self.any_word
        if (isinstance(shown, m.Interface) and not shown.word) or _has_parameters(declaration):
            written = self._type(self.verbatim, package, section, declaration)
            shown, any_word = m.underlying(written) if kind == "type" else written, "any"
        compiled = found if self.compiler is self.checker else self._type(self.compiler, package, section, declaration)
        symbol = f"{package.path}.{name}"
        return DumpedDeclaration(
            package=package.path,
            name=name,
            kind=kind,
            type=type_text(shown, any_word),
            body=isinstance(declaration, FuncDeclaration) and declaration.has_body,
            layout=layout_of(found, self.go_types_sizes) if measured else None,
            compiled=layout_of(compiled, self.sizes) if measured else None,
            file=f"{package.path}/{section.name}",
            line=entry.line,
            marks=tuple(sorted(self.symbols.marks(package.path, symbol))),
            symbol=symbol,
        )

    def _type(self, checker: Checker, package: StdPackage, section: Section, declaration: Declaration) -> m.Type:
        declared = Declared(declaration, section.imports)
        if isinstance(declaration, FuncDeclaration) and declaration.is_method:
            return checker.method_signature(package, declared)
        if declaration.name == "init" and isinstance(declaration, FuncDeclaration):
            return m.Signature((), ())
        found = checker.object(package, declaration.name)
        return found.type if found is not None else m.INVALID


def _generic(kind: m.Type) -> bool:
    return isinstance(kind, m.Named) and bool(kind.parameters)


def _has_parameters(declaration: Declaration) -> bool:
    return isinstance(declaration, FuncDeclaration) and (
        "[" in declaration.receiver or bool(declaration.type_parameters)
    )
