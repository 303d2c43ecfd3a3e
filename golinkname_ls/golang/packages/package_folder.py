"""The Go package in one folder: its files on disk with the editors' texts laid over them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Set
from pathlib import Path
from typing import TypeVar

from golinkname_ls.golang.file_system import regular
from golinkname_ls.golang.packages.file_on_disk import FileOnDisk
from golinkname_ls.golang.packages.foreign_files import KINDS, ForeignFiles
from golinkname_ls.golang.packages.name_index import NameIndex
from golinkname_ls.golang.targets.build_constraint import content_matches, name_matches, name_words
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.syntax.files.assembly_file import SUFFIX, AssemblyFile
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.files.text_file import TextFile
from golinkname_ls.syntax.items.declarations import Declaration, FuncDeclaration
from golinkname_ls.syntax.items.directives import Directive
from golinkname_ls.syntax.items.outline import Header
from golinkname_ls.syntax.items.package_member import Member, UnreadMember
from golinkname_ls.syntax.scan.declaration_patterns import Glance, func_names, names_libraries, renamings
from golinkname_ls.text.buffer import Buffer

_T = TypeVar("_T")


class PackageFolder(ForeignFiles):
    """All Go files of a folder: listed once, each parsed when its content is asked for and again when it changes."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._files: dict[str, FileOnDisk] = {}
        self._overlays: dict[str, SourceFile] = {}
        self._listed = False
        self._names: list[str] = []
        self._index = NameIndex()
        self._directed: list[str] | None = None

    def overlay(self, file: SourceFile | AssemblyFile) -> None:
        """Lay an editor's text over the file."""
        name = file.path.name
        if isinstance(file, AssemblyFile):
            self._assembly_overlays[name] = file
            self.forget()
            return
        self._overlays[name] = file
        if name not in self._names:
            self._names.append(name)
        self.changed()

    def drop_overlay(self, name: str) -> None:
        """The disk's text counts again."""
        self._overlays.pop(name, None)
        self._assembly_overlays.pop(name, None)
        self.forget()

    def forget(self) -> None:
        """Look at the disk again the next time something asks."""
        self._listed = False
        self.changed()

    @property
    def renamed(self) -> dict[str, tuple[str, ...]]:
        """The locals that two-argument directives of the folder may give a symbol's name, by the symbol."""
        return self.recall("renamed", self._renamed)

    def _renamed(self) -> dict[str, tuple[str, ...]]:
        table: dict[str, tuple[str, ...]] = {}
        for name in self.directed():
            source, file = self._overlays.get(name), self._files.get(name)
            data = source.data if source is not None else file.data if file is not None else b""
            for local, remote in renamings(data):
                table[remote] = (*table.get(remote, ()), local)
        return table

    def sources(self) -> list[SourceFile]:
        """Every readable Go file of the folder, in name order; unreadable ones are left out."""
        self._listing()
        return self._sources(self._names)

    def _sources(self, names: Iterable[str]) -> list[SourceFile]:
        return [s for s in map(self._source, names) if s is not None]

    def compiled(self) -> list[str]:
        """The names of the Go files, tests aside, and of the assembly files."""
        self._listing()
        assembly = {*self._assembly, *self._assembly_overlays}
        return [*(name for name in self._names if not name.endswith("_test.go")), *sorted(assembly)]

    def having(self, word: str, *, keep: bool = True) -> list[str]:
        """The names of the files whose text may have `word`; the bytes of others are not kept unless `keep` says so.

        What an editor has open is always among them: it has to remember what was asked of it.
        """
        self._listing()
        needle = word.encode("utf-8", "surrogateescape")
        return [
            name
            for name in self._names
            if name in self._overlays
            or ((file := self._files.get(name)) is not None and needle in (file.data if keep else file.read()))
        ]

    def directed(self) -> list[str]:
        """The names of the files that may hold directives."""
        self._listing()
        if self._directed is None:
            self._directed = [name for name, file in self._files.items() if file.glance.directives]
        if not self._overlays:
            return self._directed
        return [n for n in self._names if n in self._overlays or n in self._directed]

    def naming_libraries(self) -> list[str]:
        """The names of the files that may take symbols from shared libraries."""
        self._listing()
        found = self.recall_files("libraries", lambda: [n for n, f in self._files.items() if f.glance.names_libraries])
        if not self._overlays:
            return found
        edited = [n for n, source in self._overlays.items() if names_libraries(source.data)]
        return sorted({*edited, *(n for n in found if n not in self._overlays)})

    def holding(self, word: str, *, keep: bool = True) -> list[SourceFile]:
        """The files that `having` names, parsed."""
        return self._sources(self.having(word, keep=keep))

    def glance(self, name: str) -> Glance | None:
        """What may stand in a file on disk, without a parse; None for one that cannot be read, or is being edited."""
        self._listing()
        file = self._files.get(name) if name not in self._overlays else None
        return file.glance if file is not None and file.trouble is None else None

    def func_names(self, name: str) -> frozenset[str]:
        """The names of the funcs, methods aside, in a file on disk, and perhaps more."""
        self._listing()
        file = self._files.get(name)
        return func_names(file.read()) if file is not None else frozenset()

    def bodyless(self, name: str) -> frozenset[str]:
        """The names of the funcs that may have no body in a file on disk, "" for methods; seldom too many."""
        self._listing()
        file = self._files.get(name)
        return file.bodyless if file is not None else frozenset()

    def has_word(self, name: str, word: str) -> bool:
        """Whether the text of a file on disk has the word somewhere."""
        self._listing()
        file = self._files.get(name)
        return file is not None and word.encode("utf-8", "surrogateescape") in file.read()

    def trouble(self, name: str) -> OSError | None:
        """Why a file that is listed could not be read, as far as anything asked for it."""
        file = self._files.get(name)
        return file.trouble if file is not None else self._lost.get(name)

    def header(self, name: str) -> Header | None:
        """The header of one file, without a parse; None for one that is not there."""
        self._listing()
        overlay, file = self._overlays.get(name), self._files.get(name)
        if overlay is not None:
            return overlay.outline.header
        return file.header if file is not None else None

    def headers(self) -> Iterator[tuple[str, Header]]:
        """(name, header) of every readable Go file."""
        self._listing()
        for name in self._names:
            overlay, file = self._overlays.get(name), self._files.get(name)
            if overlay is not None:
                yield name, overlay.outline.header
            elif file is not None:
                yield name, file.header

    def any_member(self, target: Target, among: Iterable[str] | None = None) -> Member | None:
        """The first file (of those named) that a target compiles, tests aside; None when there is none."""
        built = self._built(target, tests=False)
        first = next((name for name in (built if among is None else among) if name in built), None)
        if first is None:
            return None
        return self.recall_files(
            ("member", first), lambda: UnreadMember(self.folder / first, built[first].package_name)
        )

    def any_source(self, target: Target) -> SourceFile | None:
        """The file that `any_member` finds, parsed."""
        member = self.any_member(target)
        return self._source(member.path.name) if member is not None else None

    def built(self, target: Target, *, tests: bool = False) -> Iterable[Header]:
        """The headers of the files that a target selects, of whatever package clause; with `tests` those of tests too.

        They are good for what they say, and not for where that stands.
        """
        return self._built(target, tests=tests).values()

    def _built(self, target: Target, *, tests: bool) -> dict[str, Header]:
        return self.recall_files(("built", target, tests), lambda: dict(sorted(self._selecting(target, tests))))

    def _selecting(self, target: Target, tests: bool) -> Iterator[tuple[str, Header]]:
        self._listing()
        for said, names in self.recall_files("said", self._said).items():
            # Most files that are left out have a name that says so: they need not be read.
            for name in names if name_matches(said, target) else ():
                if tests or not name.endswith("_test.go"):
                    header = self.header(name)
                    if header is None or header.is_documentation:
                        continue
                    if content_matches(header.constraint, target, header.imports_c):
                        yield name, header

    def _said(self) -> dict[tuple[str, str], list[str]]:
        """The files by what their names say of targets."""
        found: dict[tuple[str, str], list[str]] = {}
        for name in self._names:
            found.setdefault(name_words(name), []).append(name)
        return found

    def _together(self, target: Target, like: Member) -> Set[str]:
        """The names of the files compiled together with `like`, as `selected` says; in order."""
        self._listing()
        package, tests, own = like.package_name, like.is_test, like.name
        found = self.recall_files(("together", target, package, tests), lambda: self._of_clause(target, package, tests))
        return found if own in found or self.header(own) is None else dict.fromkeys([*found, own]).keys()

    def group(self, target: Target, like: Member) -> tuple[str, bool, str]:
        """The same for any two files with which the same ones are compiled, in a target's terms."""
        known = like.name in self._built(target, tests=like.is_test)
        return like.package_name, like.is_test, "" if known else like.name

    def _of_clause(self, target: Target, package: str, tests: bool) -> Set[str]:
        built = self._built(target, tests=tests).items()
        return dict.fromkeys(name for name, header in built if header.package_name == package).keys()

    def source(self, name: str) -> SourceFile | None:
        """One Go file of the folder."""
        self._listing()
        return self._source(name)

    def text(self, name: str) -> TextFile | None:
        """One file of the folder, Go or assembly; the latter anew each time unless an editor has it open."""
        if not name.endswith(SUFFIX):
            return self.source(name)
        if name in self._assembly_overlays:
            return self._assembly_overlays[name]
        data = self.assembly_file(name)
        return AssemblyFile(self.folder / name, Buffer(data)) if data is not None else None

    def selected(self, target: Target, like: Member, among: Iterable[str] | None = None) -> Iterator[SourceFile]:
        """The files compiled together with `like` on a target: those of its package clause. No others are parsed.

        `_test.go` files count only when `like` is one. `among` narrows down which files are looked at.
        """
        for name in self.selected_names(target, like, among):
            source = self._source(name)
            if source is not None:
                yield source

    def selected_names(self, target: Target, like: Member, among: Iterable[str] | None = None) -> Iterable[str]:
        """The names of the files that `selected` gives; none is parsed."""
        together = self._together(target, like)
        return together if among is None else (name for name in among if name in together)

    def directives(self, name: str) -> list[Directive]:
        """The directives and near misses of one file, in order."""
        source = self._source(name)
        return source.outline.directives if source is not None else []

    def may_lack_bodies(self, target: Target, file: str, package: str) -> bool:
        """Whether a func without body compiles in `file`: its package has assembly or cgo files on this target."""
        tests = file.endswith("_test.go")
        if tests and package.endswith("_test"):
            return False
        if self.foreign(target):
            return True
        return self.recall_files(("cgo", target, package, tests), lambda: self._uses_cgo(target, package, tests))

    def _uses_cgo(self, target: Target, package: str, tests: bool) -> bool:
        built = self.built(target, tests=tests)
        return any(header.imports_c and header.package_name == package for header in built)

    def declared(self, name: str, target: Target, like: Member) -> list[tuple[SourceFile, Declaration]]:
        """The package-level declarations of `name` (no methods) on a target."""

        def find(together: Set[str]) -> list[tuple[SourceFile, Declaration]]:
            sources = self._sources(self._declaring(name, together))
            return [(source, declaration) for source in sources for declaration in source.outline.declared(name)]

        return self._unless_edited(("declared", name), target, like, find)

    def methods(self, base: str, target: Target, like: Member) -> list[tuple[SourceFile, FuncDeclaration]]:
        """The methods whose receiver's type is `base`, on a target."""

        def find(together: Set[str]) -> list[tuple[SourceFile, FuncDeclaration]]:
            sources = self._sources(file for file in self.having(base) if file in together)
            return [(source, method) for source in sources for method in source.outline.methods(base)]

        return self._unless_edited(("methods", base), target, like, find)

    def _unless_edited(self, key: object, target: Target, like: Member, find: Callable[[Set[str]], _T]) -> _T:
        """What files on disk declare stays; what is being edited has to be asked each time."""
        together = self._together(target, like)
        if self._overlays or like.name not in self._built(target, tests=like.is_test):
            return find(together)
        return self.recall_files((key, target, like.package_name, like.is_test), lambda: find(together))

    def member_declaring(self, name: str, target: Target) -> Member | None:
        """The first file that a target compiles, tests aside, and that may declare `name` at package level."""
        return self.any_member(target, self._declaring(name, self._built(target, tests=False).keys()))

    def test_declaring(self, name: str, target: Target, *, external: bool) -> Member | None:
        """The first test file, of the external tests or of the others, that may declare `name` at package level."""
        built = self._built(target, tests=True)
        files = (file for file in self._declaring(name, built.keys()) if file.endswith("_test.go"))
        members = (UnreadMember(self.folder / file, built[file].package_name) for file in files)
        return next((member for member in members if member.is_external_test is external), None)

    def _declaring(self, name: str, among: Set[str]) -> list[str]:
        """The names of those files that may declare `name` at package level, in order."""
        overlays = self._overlays
        on_disk = among - overlays.keys() if overlays else among
        found = self._index.declaring(name, on_disk, self._files)
        found += (file for file in overlays.keys() & among if overlays[file].outline.declares(name))
        return sorted(found)

    def _listing(self) -> None:
        if self._listed:
            return
        listed, foreign = dict[str, os.DirEntry[str]](), set(self._assembly_overlays)
        try:
            with os.scandir(self.folder) as entries:
                for entry in entries:
                    if entry.name[0] in "._":
                        continue
                    if entry.name.endswith(".go"):
                        listed[entry.name] = entry
                    elif entry.name.endswith(KINDS):
                        foreign.add(entry.name)
        except OSError:
            foreign = set(self._assembly_overlays)
        self._names = sorted({*listed, *self._overlays})
        self._list_foreign(foreign)
        for name in (n for n in self._names if n not in self._overlays):
            self._load(listed[name])
        self._files = {name: self._files[name] for name in self._names if name in self._files}
        self._index, self._directed = NameIndex(), None
        self._listed = True

    def _source(self, name: str) -> SourceFile | None:
        if name in self._overlays:
            return self._overlays[name]
        known = self._files.get(name)
        return known.source if known else None

    def _load(self, entry: os.DirEntry[str]) -> None:
        name = entry.name
        try:
            state = regular(entry.stat())
            stamp = (state.st_mtime_ns, state.st_size)
            known = self._files.get(name)
            if known is None or known.stamp != stamp:
                self._files[name] = FileOnDisk(self.folder, name, stamp)
            self._lost.pop(name, None)
        except OSError as error:
            self._files.pop(name, None)
            self._lost[name] = error
