"""Definitions of std's symbols on one target, and the marks in the packages that define them.

A symbol is defined, as measured on the real linker, by a func with a body (or renamed by a two-argument directive), an
assembly TEXT, a package-level var, or an assembly GLOBL. Constants and types have no symbol.
"""

from __future__ import annotations

from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from golinkname_ls.catalog.std.declarations import TargetDeclarations
from golinkname_ls.catalog.store.package_text import AssemblySymbol, Entry
from golinkname_ls.catalog.store.version_catalog import VersionCatalog
from golinkname_ls.golang.targets.file_selection import selected
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.incremental.answers import Answers
from golinkname_ls.syntax.items.declarations import ConstDeclaration, FuncDeclaration, TypeDeclaration, VarDeclaration

if TYPE_CHECKING:
    from golinkname_ls.catalog.std.type_checker_packages import StdPackages
    from golinkname_ls.golang.type_checker.checker import Checker


class Kind(Enum):
    """Kind of symbol that a definition makes."""

    FUNC = "func"
    VAR = "var"
    ASSEMBLY = "assembly"
    ASSEMBLY_DATA = "assembly data"


class Definition(NamedTuple):
    """Definition of a std symbol on one target.

    `entry` is the Go declaration (None for assembly without one); `package` the path of the defining package.
    """

    symbol: str
    kind: Kind
    package: str
    entry: Entry | None
    marks: frozenset[str]
    abi: str = "ABIInternal"
    host: str = ""
    """The package whose object file has the symbol, or what its body calls, when it is another one."""

    @property
    def linked_with(self) -> str:
        """Import path of the package that a program must link in for the symbol to exist."""
        return self.host or self.package

    @property
    def file(self) -> str:
        """The file of the declaration below GOROOT/src, "" without one."""
        return f"{self.package}/{self.entry.section.name}" if self.entry else ""

    @property
    def line(self) -> int:
        """Line of the declaration, from 1; 0 without a declaration."""
        return self.entry.line if self.entry else 0


# Names are typed letter by letter.
_MOST_KNOWN = 10_000


def split_symbol(symbol: str) -> tuple[str, str]:
    """A symbol's package prefix and the rest: `net/http.(*Client).do` gives (`net/http`, `(*Client).do`)."""
    slash = symbol.split("[", 1)[0].rfind("/")
    dot = symbol.find(".", slash + 1)
    return (symbol[:dot], symbol[dot + 1 :]) if dot > 0 else ("", symbol)


class TargetSymbols(TargetDeclarations):
    """The std symbols of one target, found package by package as they are asked for."""

    def __init__(self, catalog: VersionCatalog, target: Target) -> None:
        super().__init__(catalog, target)
        self._definitions: dict[str, Definition | None] = {}
        self._assembly_symbols: dict[str, list[AssemblySymbol]] = {}
        self.answers = Answers()
        """What was found of its symbols; names are typed letter by letter, so that most of it goes again."""

    @cached_property
    def packages(self) -> StdPackages:
        """Std packages as the type checker takes them."""
        # Looking a symbol up needs no types, and should not pay for importing their model.
        from golinkname_ls.catalog.std.type_checker_packages import StdPackages

        return StdPackages(self)

    @cached_property
    def checker(self) -> Checker:
        """Type checker of the std packages."""
        from golinkname_ls.golang.type_checker.checker import Checker

        return Checker(self.packages)

    def find(self, symbol: str) -> Definition | None:
        """The definition of a symbol written as in a directive's second argument, None when nothing defines it."""
        if symbol not in self._definitions:
            if len(self._definitions) > _MOST_KNOWN:
                self._definitions.clear()
            self._definitions[symbol] = self._find(symbol)
        return self._definitions[symbol]

    def declared(self, symbol: str) -> Entry | None:
        """The Go declaration under exactly this name (of any kind, with or without body) on this target."""
        path, name = split_symbol(symbol)
        return next(self.entries(path, name), None)

    def _find(self, symbol: str) -> Definition | None:
        laid_over: Definition | None = None
        for package, local in self.catalog.pushes.get(symbol, ()):
            if self._renames(package, local, symbol):
                for entry in self.entries(package, local):
                    declaration = entry.declaration
                    if isinstance(declaration, FuncDeclaration) and declaration.has_body:
                        host = split_symbol(symbol)[0] if symbol in _CALL_BACK else ""
                        return Definition(symbol, Kind.FUNC, package, entry, self.marks(package, symbol), host=host)
                    if isinstance(declaration, VarDeclaration):
                        laid_over = laid_over or self._definition(symbol, Kind.VAR, package, entry)
        path, name = split_symbol(symbol)
        found = self._own(symbol, path, name) if path and self.catalog.package(path) else None
        # A var of another package is the definition only where the named package has none.
        return found or self._assembly(symbol, path) or laid_over

    def _own(self, symbol: str, path: str, name: str) -> Definition | None:
        for entry in self.entries(path, name):
            declaration = entry.declaration
            if isinstance(declaration, ConstDeclaration | TypeDeclaration) or self._renamed(path, name):
                continue
            if isinstance(declaration, VarDeclaration):
                return self._definition(symbol, Kind.VAR, path, entry)
            if declaration.type_parameters or "[" in declaration.receiver:
                continue
            if declaration.has_code(self.target.platform.goarch):
                return self._definition(symbol, Kind.FUNC, path, entry)
        return None

    def _assembly(self, symbol: str, path: str) -> Definition | None:
        for package in dict.fromkeys((path, *_ASSEMBLY_HOSTS)):
            for kind, name, abi in self._assembled(package):
                if name != symbol:
                    continue
                if kind != "text":
                    return Definition(symbol, Kind.ASSEMBLY_DATA, package, None, self.marks(package, symbol), abi)
                entry, owner = self._go_declaration(symbol, package, path)
                marks = self.marks(package, symbol) | self.marks(path or package, symbol)
                return Definition(symbol, Kind.ASSEMBLY, owner, entry, marks, abi, package)
        return None

    def _assembled(self, package: str) -> list[AssemblySymbol]:
        if package not in self._assembly_symbols:
            sections = [s for s in self.sections(package) if s.is_assembly]
            self._assembly_symbols[package] = [row for s in sections for row in s.symbols()]
        return self._assembly_symbols[package]

    def _go_declaration(self, symbol: str, host: str, path: str) -> tuple[Entry | None, str]:
        """The func without body that stands for an assembly symbol, and its package."""
        for section in self.sections(host):
            for _, local, remote, _line in section.directives:
                if remote == symbol:
                    for entry in self.entries(host, local):
                        return entry, host
        return self.declared(symbol), path or host

    def _definition(self, symbol: str, kind: Kind, package: str, entry: Entry) -> Definition:
        return Definition(symbol, kind, package, entry, self.marks(package, symbol))

    def _renames(self, package: str, local: str, symbol: str) -> bool:
        return any(d[1] == local and d[2] == symbol for d in self.directives(package))

    def _renamed(self, package: str, local: str) -> bool:
        own = f"{package}.{local}"
        return any(d[1] == local and d[2] not in ("", own) for d in self.directives(package))

    def has_assembly_wrapper(self, symbol: str) -> bool:
        """Whether a Go func has an ABI0 wrapper because its package's own assembly calls it."""
        files = self.catalog.references.get(symbol, ())
        return any(selected(name, constraint, self.target) for name, constraint in files)

    @cached_property
    def register_abi(self) -> bool:
        """Whether Go funcs have another ABI (ABIInternal) than assembly (ABI0) on this architecture."""
        from golinkname_ls.golang.targets.experiments import has_register_abi

        return has_register_abi(self.target.go, self.target.platform.goarch)


# runtime/atomic_pointer.go: these bodies call StoreUintptr and so on, which runtime pulls from the assembly of the package
# that it pushes them to. They are the only ones of all versions that need a package which theirs does not import.
_CALL_BACK = frozenset(f"sync/atomic.{name}Pointer" for name in ("Store", "Swap", "CompareAndSwap"))

# Packages whose assembly defines symbols of other packages (internal/bytealg has runtime.memequal, and so on).
_ASSEMBLY_HOSTS = ("runtime", "internal/bytealg", "runtime/cgo")
