"""Context of a piece of code: its file's imports, package, program, target, type checker and scope."""

from __future__ import annotations

from dataclasses import dataclass, replace

from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.type_checker.checker import Checker
from golinkname_ls.golang.type_checker.file_scope import Scope
from golinkname_ls.program.program import Program
from golinkname_ls.program.type_checking import checker_of
from golinkname_ls.syntax.items.declarations import Import
from golinkname_ls.syntax.items.package_membership import Member


@dataclass(frozen=True)
class CodeContext:
    """Package, target and imports by which names in code resolve; two are equal where all names mean the same.

    `like` is a file of the package: it says whether tests are part of it. `imports` are those of the file with the
    code.
    """

    program: Program
    path: str
    package: PackageFolder
    target: Target
    like: Member
    imports: tuple[Import, ...] = ()

    @classmethod
    def of(cls, program: Program, path: str, like: Member) -> CodeContext:
        """Context of the package with the import path `path`, as its file `like` is compiled."""
        return cls(program, path, program.closure.packages[path], program.symbols.target, like)

    def importing(self, imports: tuple[Import, ...]) -> CodeContext:
        """Context of another file of the package, which has these imports."""
        if imports == self.imports:
            return self
        return replace(self, imports=imports)

    @property
    def checker(self) -> Checker:
        """Type checker of the program's packages."""
        return checker_of(self.program, self.like)

    @property
    def scope(self) -> Scope | None:
        """Scope of the file at package level; None for a package without files."""
        package = self.checker.packages.package(self.path, self.path)
        return Scope(package, self.imports) if package is not None else None
