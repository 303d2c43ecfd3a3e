"""Type checking in a program: its packages as the checker's input, and the types and sizes of its vars."""

from __future__ import annotations

from dataclasses import dataclass

from golinkname_ls.catalog.std.symbols import Definition
from golinkname_ls.catalog.std.type_checker_packages import StdPackage
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.sizes.layout import Sizes, layout_of
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.type_checker.checker import Checker
from golinkname_ls.golang.type_checker.package_source import Declared
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.type_text import type_text
from golinkname_ls.program.program import Program
from golinkname_ls.syntax.items.package_membership import Member


@dataclass(frozen=True, slots=True)
class VarType:
    """Type of a var as text, with its size in bytes; "" and None where it cannot be resolved."""

    text: str = ""
    size: int | None = None


class FolderPackage:
    """Package of a folder on one target, for the type checker; `like` is a file of it whose package clause counts."""

    def __init__(self, path: str, folder: PackageFolder, target: Target, like: Member | None) -> None:
        self.path = path
        self._folder = folder
        self._target = target
        self._like = like or folder.any_member(target)

    @property
    def name(self) -> str:
        """Name in its package clauses."""
        return self._like.package_name if self._like is not None else self.path.rsplit("/", 1)[-1]

    def declared(self, name: str) -> Declared | None:
        """Func, var, const or type of that name."""
        if self._like is None:
            return None
        for source, declaration in self._folder.declared(name, self._target, self._like):
            return Declared(declaration, source.outline.imports)
        return None

    def methods(self, base: str) -> dict[str, Declared]:
        """Methods whose receiver's type is `base`, by name."""
        if self._like is None:
            return {}
        found = self._folder.methods(base, self._target, self._like)
        return {method.name: Declared(method, source.outline.imports) for source, method in found}


class ProgramPackages:
    """Packages of one program, std's among them, for the type checker."""

    def __init__(self, program: Program, like: Member | None = None) -> None:
        self._program = program
        self._folders = program.closure.packages
        self._like = like
        self._std = program.symbols.packages
        self._own: dict[str, FolderPackage] = {}

    @property
    def target(self) -> Target:
        """Target of the program: version and platform."""
        return self._program.symbols.target

    def package(self, path: str, importer: str) -> StdPackage | FolderPackage | None:
        """The program's own package of that path, else std's."""
        folder = self._folders.get(path)
        if folder is None:
            return self._std.package(path, importer)
        if path not in self._own:
            self._own[path] = FolderPackage(path, folder, self.target, self._like_of(path, folder))
        return self._own[path]

    def _like_of(self, path: str, folder: PackageFolder) -> Member | None:
        """The file `like` if it is one of the package: a folder with external tests holds two."""
        like = self._like
        if like is None or like.path.parent != folder.folder:
            return None
        tested = path.removesuffix("_test") in self._folders and path.endswith("_test")
        return like if like.is_external_test is tested else None


class _GorootPackages(ProgramPackages):
    """Packages of all GOROOT programs asked about so far, each in the state that `states` records."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._folders = {}
        self.states: dict[str, object] = {}
        self.checker = Checker(self, base=program.symbols.checker)

    def takes(self, program: Program, states: dict[str, object]) -> bool:
        """Add the packages of a program; False where one of them was edited since."""
        if any(self.states.get(path, state) != state for path, state in states.items()):
            return False
        self.states |= states
        self._folders |= program.closure.packages
        return True


def checker_of(program: Program, like: Member | None = None) -> Checker:
    """Type checker of a program's packages; `like` is a file of the package in question, where its folder holds two.

    It knows the declarations of one moment: an edit of any of them makes another checker.
    """
    return program.answers.ask((checker_of, like), lambda: _checker(program, like))


def _checker(program: Program, like: Member | None) -> Checker:
    states = program.listings | {path: package.edits_of_declarations for path, package in program.edited.items()}
    if not program.in_goroot or (like is not None and like.is_test):
        return Checker(ProgramPackages(program, like), base=program.symbols.checker)
    # GOROOT's programs are many and have the same packages: their types are found once.
    known = program.shared.get(checker_of)
    if not isinstance(known, _GorootPackages) or not known.takes(program, states):
        program.shared[checker_of] = known = _GorootPackages(program)
        known.takes(program, states)
    return known.checker


def std_var_type(program: Program, found: Definition) -> VarType:
    """Type and size of a std var."""
    if found.entry is None:
        return VarType()
    return _measured(program.symbols.checker, found.package, found.entry.declaration.name, program)


def own_var_type(program: Program, path: str, name: str, like: Member | None = None) -> VarType:
    """Type and size of a var of one of the program's own packages; `like` is a file of that package."""
    key = (own_var_type, path, name, like)
    return program.answers.ask(key, lambda: _measured(checker_of(program, like), path, name, program))


def _measured(checker: Checker, path: str, name: str, program: Program) -> VarType:
    found = checker.find(path, name)
    if found is None or found.type is m.INVALID:
        return VarType()
    layout = layout_of(found.type, Sizes.of(program.symbols.target.platform))
    return VarType(type_text(found.type), layout.size if layout is not None else None)
