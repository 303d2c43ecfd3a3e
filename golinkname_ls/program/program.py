"""Programs: one main package, or test binary, with its transitive imports, on one target: what one linker run sees."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from golinkname_ls.catalog.std.imports import StdImports
from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.golang.modules.module import Module, is_std
from golinkname_ls.golang.packages.import_graph import Closure, closure, is_main
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.packages.packages_by_folder import Folders
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.incremental.answers import Answers
from golinkname_ls.program.symbol_prefix import path_to_prefix

# cmd/go/internal/load/test.go, TestMainDeps and the generated main.
_TEST_MAIN = frozenset({"os", "reflect", "testing", "testing/internal/testdeps"})


@dataclass(eq=False)
class Program:
    """A main package with its transitive imports on one target.

    `open` says that its main is not known: other programs may link more in.

    `in_goroot`: its packages are GOROOT's own, std among them, and their folders tell what they define, not the
    catalog.
    """

    main: str
    closure: Closure
    std: StdImports
    open: bool = False
    extra: frozenset[str] = frozenset()
    in_goroot: bool = False
    tested: str = ""
    """The package whose tests are part of it, with those of its external tests; "" for a program without tests."""
    shared: dict[object, object] = field(default_factory=dict)
    """Cache that GOROOT's programs of one target share: a package is the same one in all of them."""
    answers: Answers = field(default_factory=Answers)
    """What was found in the program."""

    @property
    def symbols(self) -> TargetSymbols:
        """Std symbols of the program's target, from the catalog."""
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

    def renamed(self, symbol: str) -> tuple[tuple[str, str], ...]:
        """Two-argument directives outside std that name the symbol, as (import path, local)."""
        return self.answers.ask(("renamed", symbol), lambda: self._renamed(symbol))

    def _renamed(self, symbol: str) -> tuple[tuple[str, str], ...]:
        # Those on disk are looked through once; while somebody types, the edited ones alone are asked again.
        on_disk = self.answers.ask("renamed", self._renamed_on_disk).get(symbol, {})
        edited = {path: locals_ for path, p in self.edited.items() if (locals_ := p.renamed.get(symbol, ()))}
        order = self.closure.packages if on_disk and edited else (*on_disk, *edited)
        found = on_disk | edited
        return tuple((path, local) for path in order for local in found.get(path, ()))

    def _renamed_on_disk(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """The locals by symbol and import path, of the packages of which no file is open."""
        found: dict[str, dict[str, tuple[str, ...]]] = {}
        for path, package in self.closure.packages.items():
            for symbol, locals_ in package.renamed.items() if path not in self.edited else ():
                found.setdefault(symbol, {})[path] = locals_
        return found

    @property
    def edited(self) -> dict[str, PackageFolder]:
        """The packages of which an editor has files open, by import path."""
        return self.answers.ask("edited", lambda: {path: p for path, p in self.closure.packages.items() if p.is_edited})

    @property
    def listings(self) -> dict[str, object]:
        """A state of each package, another one whenever its files became others: on disk, or by opening and closing them."""
        return self.answers.ask("listings", lambda: {path: p.listing for path, p in self.closure.packages.items()})

    def linker_path(self, path: str) -> str:
        """Package path as the compiler gives it to the linker: `main` for the main package."""
        return "main" if path == self.main and self.main else path


class Programs:
    """Programs that link in a package: its own, the mains of its module, all packages of the module."""

    def __init__(self, folders: Folders) -> None:
        self.folders = folders
        self._answers = Answers()
        self._std: dict[Target, StdImports] = {}
        self._shared: dict[Target, dict[object, object]] = {}

    def own(
        self, package: PackageFolder, module: Module | None, path: str, symbols: TargetSymbols, *, tests: bool = False
    ) -> Program:
        """Program of a package and its transitive imports: complete for a main or with `tests`, else an open one."""
        key = ("own", package.folder, module, path, symbols, tests)
        return self._answers.ask(key, lambda: self._own(package, module, path, symbols, tests=tests))

    def _own(
        self, package: PackageFolder, module: Module | None, path: str, symbols: TargetSymbols, *, tests: bool
    ) -> Program:
        found = self._closure(module, path, package, symbols, tests=tests)
        if tests:
            found = Closure({**found.packages, path + "_test": package}, found.std, found.missing)
        main = path if is_main(package, symbols.target) and not tests else ""
        extra = _TEST_MAIN if tests else frozenset()
        tested = path if tests else ""
        program = Program(main, found, self._imports(symbols), not main and not tests, extra, is_std(module), tested)
        if program.in_goroot:
            program.shared = self._shared.setdefault(symbols.target, {})
        return program

    def mains(self, module: Module | None, path: str, symbols: TargetSymbols) -> list[Program]:
        """Programs of the module, and of modules it shares a go.work with, that link in the package."""
        if module is None or module.path == "std":
            return []  # The programs of std are everybody's.
        found = self._answers.ask(("mains", module, symbols), lambda: self._mains(module, symbols))
        return [program for program in found if path in program.closure.packages]

    def _mains(self, module: Module, symbols: TargetSymbols) -> list[Program]:
        found = []
        for member in self._together(module):
            for folder in self.folders.folders(member):
                package = self.folders.package(folder)
                if is_main(package, symbols.target):
                    found.append(self.own(package, member, member.import_path(folder), symbols))
        return found

    def around(self, module: Module | None, symbols: TargetSymbols) -> Program | None:
        """Open program of all packages but mains of the module and those sharing a go.work with it; None for std."""
        if module is None or module.path == "std":
            return None
        return self._answers.ask(("around", module, symbols), lambda: self._around(module, symbols))

    def _around(self, module: Module, symbols: TargetSymbols) -> Program:
        packages = {
            member.import_path(folder): package
            for member in self._together(module)
            for folder in self.folders.folders(member)
            if not is_main(package := self.folders.package(folder), symbols.target)
        }
        nothing = frozenset[str]()
        return Program("", Closure(packages, nothing, nothing), self._imports(symbols), open=True)

    def _together(self, module: Module) -> list[Module]:
        built = [self.folders.module(m.folder) for m in self.folders.locator(module.folder).main_modules]
        members = [m for m in built if m is not None]
        return members if any(m.folder == module.folder for m in members) else [module]

    def _closure(
        self, module: Module | None, path: str, package: PackageFolder, symbols: TargetSymbols, *, tests: bool
    ) -> Closure:
        def find() -> Closure:
            known = None if is_std(module) else symbols.catalog.paths
            return closure(self.folders, module, (path, package.folder), symbols.target, known, tests=tests)

        # On its own: where an edit of imports leads to the same packages, the program stays.
        return self._answers.ask(("closure", package.folder, module, path, symbols, tests), find)

    def _imports(self, symbols: TargetSymbols) -> StdImports:
        if symbols.target not in self._std or self._std[symbols.target].symbols is not symbols:
            self._std[symbols.target] = StdImports(symbols)
        return self._std[symbols.target]
