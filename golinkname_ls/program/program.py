"""Programs: one main package, or test binary, with its transitive imports, on one target: what one linker run sees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast

from golinkname_ls.catalog.std.imports import ALWAYS, StdImports
from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.golang.modules.module import Module, is_std
from golinkname_ls.golang.packages.folders import Folders
from golinkname_ls.golang.packages.import_graph import Closure, ImportGraph, is_main
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.packages.remembered_answers import Remembering
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.incremental.change_counts import CLOCK
from golinkname_ls.program.symbol_prefix import path_to_prefix

_T = TypeVar("_T")

# cmd/go/internal/load/test.go, TestMainDeps and the generated main.
_TEST_MAIN = frozenset({"os", "reflect", "testing", "testing/internal/testdeps"})


@dataclass
class Program:
    """A main package with its transitive imports on one target.

    `open` says that its main is not known: other programs may link more in.

    `in_goroot`: its packages are GOROOT's own, std among them, and their folders tell what they define, not the catalog.
    """

    main: str
    closure: Closure
    std: StdImports
    open: bool = False
    extra: frozenset[str] = frozenset()
    in_goroot: bool = False
    tested: str = ""
    """The package whose tests are part of it, with those of its external tests; "" for a program without tests."""
    _kept: tuple[int, dict[object, object]] = (-1, {})
    shared: dict[object, object] = field(default_factory=dict)
    """Cache that GOROOT's programs of one target share: a package is the same one in all of them."""
    _renamed: tuple[int, list[tuple[str, dict[str, tuple[str, ...]]]]] = (-1, [])

    @property
    def symbols(self) -> TargetSymbols:
        """Std symbols of the target, from the catalog."""
        return self.std.symbols

    def links_std(self, path: str) -> bool:
        """Whether the program links in the std package `path`."""
        return not self.in_goroot and self.std.links(self.closure.std | self.extra, path)

    @property
    def complete(self) -> bool:
        """Whether all its packages are known, so that a symbol not found does not exist."""
        return not self.open and not self.closure.missing

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """Import paths of its packages outside std, by the prefix of their symbols."""
        table = {path_to_prefix(path): path for path in self.closure.packages}
        if self.main:
            table.pop(path_to_prefix(self.main), None)
            table["main"] = self.main
        return table

    def prefix(self, path: str) -> str:
        """Symbol prefix of a package: its escaped import path, `main` for the main package."""
        return "main" if path == self.main and self.main else path_to_prefix(path)

    def renamed(self, symbol: str) -> list[tuple[str, str]]:
        """Two-argument directives outside std that name the symbol, as (import path, local)."""
        if self._renamed[0] != Remembering.revisions:
            tables = [(path, package.renamed) for path, package in self.closure.packages.items()]
            self._renamed = Remembering.revisions, [(path, table) for path, table in tables if table]
        return [(path, local) for path, table in self._renamed[1] for local in table.get(symbol, ())]

    def kept(self, key: object, find: Callable[[], _T]) -> _T:
        """Result of `find`, kept under `key` until any file is edited."""
        if self._kept[0] != CLOCK.edits:
            self._kept = (CLOCK.edits, {})
        known = self._kept[1]
        if key not in known:
            known[key] = find()
            # Reading files may have been an edit, too.
            self._kept = (CLOCK.edits, known)
        return cast("_T", known[key])

    def linker_path(self, path: str) -> str:
        """Package path as the compiler gives it to the linker: `main` for the main package."""
        return "main" if path == self.main and self.main else path


class Programs:
    """Cache of the programs that packages are part of; emptied when a file or import they depend on changes."""

    def __init__(self, folders: Folders) -> None:
        self.folders = folders
        self._generation = -1
        self._graph = ImportGraph(folders)
        self._std: dict[Target, StdImports] = {}
        self._own: dict[tuple[Path, str, Target, bool], Program] = {}
        self._mains: dict[tuple[Path, Target], list[Program]] = {}
        self._around: dict[tuple[Path, Target], Program] = {}
        self._shared: dict[Target, dict[object, object]] = {}

    def own(
        self, package: PackageFolder, module: Module | None, path: str, symbols: TargetSymbols, *, tests: bool = False
    ) -> Program:
        """Program of a package and its transitive imports: complete for a main or with `tests`, else an open one."""
        self._refresh()
        key = (package.folder, path, symbols.target, tests)
        if key not in self._own:
            std = self._imports(symbols)
            found = self._closure(module, path, package, symbols, tests=tests)
            if tests:
                found.packages[path + "_test"] = package
            main = path if is_main(package, symbols.target) and not tests else ""
            extra = _TEST_MAIN if tests else frozenset()
            tested = path if tests else ""
            program = Program(main, found, std, not main and not tests, extra, is_std(module), tested)
            if program.in_goroot:
                program.shared = self._shared.setdefault(symbols.target, {})
            self._own[key] = program
        return self._own[key]

    def mains(self, module: Module | None, path: str, symbols: TargetSymbols) -> list[Program]:
        """Programs of the module, and of modules it shares a go.work with, that link in the package."""
        self._refresh()
        if module is None or module.path == "std":
            return []  # The programs of std are everybody's.
        key = (module.folder, symbols.target)
        if key not in self._mains:
            found = []
            for member in self._together(module):
                for folder in self.folders.folders(member):
                    package = self.folders.package(folder)
                    if is_main(package, symbols.target):
                        found.append(self.own(package, member, member.import_path(folder), symbols))
            self._mains[key] = found
        return [program for program in self._mains[key] if path in program.closure.packages]

    def around(self, module: Module | None, symbols: TargetSymbols) -> Program | None:
        """Open program of all packages but mains of the module and of modules it shares a go.work with; None for std."""
        self._refresh()
        if module is None or module.path == "std":
            return None
        key = (module.folder, symbols.target)
        if key not in self._around:
            packages = {
                member.import_path(folder): package
                for member in self._together(module)
                for folder in self.folders.folders(member)
                if not is_main(package := self.folders.package(folder), symbols.target)
            }
            nothing = frozenset[str]()
            self._around[key] = Program("", Closure(packages, nothing, nothing), self._imports(symbols), open=True)
        return self._around[key]

    def _together(self, module: Module) -> list[Module]:
        built = [self.folders.module(m.folder) for m in self.folders.locator(module.folder).main_modules]
        members = [m for m in built if m is not None]
        return members if any(m.folder == module.folder for m in members) else [module]

    def _closure(
        self, module: Module | None, path: str, package: PackageFolder, symbols: TargetSymbols, *, tests: bool
    ) -> Closure:
        place, target = (path, package.folder), symbols.target
        if is_std(module):
            return self._graph.closure(module, place, target, _nothing, tests=tests, always=ALWAYS)
        known = symbols.catalog.paths
        return self._graph.closure(module, place, target, known.__contains__, tests=tests)

    def _imports(self, symbols: TargetSymbols) -> StdImports:
        if symbols.target not in self._std:
            self._std[symbols.target] = StdImports(symbols)
        return self._std[symbols.target]

    def _refresh(self) -> None:
        if self._generation != self.folders.generation:
            self._generation = self.folders.generation
            self._own.clear()
            self._mains.clear()
            self._around.clear()
            self._shared.clear()
            self._graph.forget()


def _nothing(path: str) -> bool:
    """In GOROOT every package has a folder."""
    return False
