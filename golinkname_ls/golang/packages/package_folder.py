"""Package of a folder, by target: the declarations and methods of a name, parsed only in files that may have them.

What can be asked of a folder is one class in steps, each on its own kind of knowledge: `FolderFiles` (what is there),
`ForeignFiles` (assembly, C), `FileScan` (bytes), `BuildSelection` (what a target selects), `PackageFolder`
(declarations).
"""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import TypeVar

from golinkname_ls.golang.packages.build_selection import BuildSelection
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import Declaration, FuncDeclaration
from golinkname_ls.syntax.items.package_membership import Member, UnreadMember

_T = TypeVar("_T")


class PackageFolder(BuildSelection):
    """The package in a folder: its files are listed once, each parsed when its tree is asked for and after a change."""

    def declared(self, name: str, target: Target, like: Member) -> list[tuple[SourceFile, Declaration]]:
        """The package-level declarations of `name` (no methods) in the files compiled together with `like`."""

        def find(together: Set[str]) -> list[tuple[SourceFile, Declaration]]:
            sources = self._sources(self._declaring(name, together))
            return [(source, declaration) for source in sources for declaration in source.outline.declared(name)]

        return self._of_group(("declared", name), target, like, find)

    def methods(self, base: str, target: Target, like: Member) -> list[tuple[SourceFile, FuncDeclaration]]:
        """The methods whose receiver's type is `base`, in the files compiled together with `like`."""

        def find(together: Set[str]) -> list[tuple[SourceFile, FuncDeclaration]]:
            sources = self._sources(file for file in self.having(base) if file in together)
            return [(source, method) for source in sources for method in source.outline.methods(base)]

        return self._of_group(("methods", base), target, like, find)

    def member_declaring(self, name: str, target: Target) -> Member | None:
        """The first file that a target compiles, tests aside, and that may declare `name` at package level."""
        return self.any_member(target, self._declaring(name, self._built(target, tests=False).keys()))

    def test_declaring(self, name: str, target: Target, *, external: bool) -> Member | None:
        """The first test file, of the external tests or of the others, that may declare `name` at package level."""
        built = self._built(target, tests=True)
        files = (file for file in self._declaring(name, built.keys()) if file.endswith("_test.go"))
        members = (UnreadMember(self.folder / file, built[file].package_name) for file in files)
        return next((member for member in members if member.is_external_test is external), None)

    @property
    def listing(self) -> int:
        """The number of times that the folder's files became others: on disk, or by opening and closing them."""
        self._listing()
        return self._listings.ask()

    @property
    def is_edited(self) -> bool:
        """Whether an editor has a file of the folder open."""
        self._listing()
        return bool(self._overlays)

    @property
    def edits_of_declarations(self) -> tuple[object, ...]:
        """State key of the folder's declarations and imports: another one whenever they may have changed."""
        return self.answers.ask("edits of declarations", self._edits_of_declarations)

    def _edits_of_declarations(self) -> tuple[object, ...]:
        self._listing()
        inputs = [source.inputs for source in self._overlays.values() if source.inputs is not None]
        return self._listings.ask(), *((i.header.ask(), i.declarations.ask()) for i in inputs)

    def _of_group(self, key: object, target: Target, like: Member, find: Callable[[Set[str]], _T]) -> _T:
        if like.name not in self._built(target, tests=like.is_test):
            return find(self._together(target, like))
        package, tests = like.package_name, like.is_test
        return self.answers.ask((key, target, package, tests), lambda: find(self._of_clause(target, package, tests)))

    def _declaring(self, name: str, among: Set[str]) -> list[str]:
        """The names of those files that may declare `name` at package level, in order."""
        self._listing()
        overlays = self._overlays
        on_disk = among - overlays.keys() if overlays else among
        found = self._index.declaring(name, on_disk, self._files)
        found += (file for file in overlays.keys() & among if overlays[file].outline.declares(name))
        return sorted(found)
