"""The Go package in one folder: its files on disk with the editors' texts laid over them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from golinkname_ls.golang.constraint import selected
from golinkname_ls.golang.target import Target
from golinkname_ls.syntax.constraint_lines import constraint_of
from golinkname_ls.syntax.declaration import Declaration
from golinkname_ls.syntax.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer

# cmd/go/internal/work/gc.go: files of these kinds make the compiler run without -complete, so that funcs may lack bodies.
_FOREIGN = (".s", ".c", ".cc", ".cpp", ".cxx", ".m", ".f", ".F", ".for", ".f90", ".syso", ".swig", ".swigcxx")


class PackageFolder:
    """All Go files of a folder, parsed once and again only when they change."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._sources: dict[str, tuple[tuple[int, int], SourceFile]] = {}
        self._foreign: list[tuple[str, str]] = []
        self._overlays: dict[str, SourceFile] = {}
        self._listed = False
        self._names: list[str] = []

    def overlay(self, source: SourceFile) -> None:
        """Lay an editor's text over the file."""
        self._overlays[source.path.name] = source
        if source.path.name not in self._names:
            self._names.append(source.path.name)

    def drop_overlay(self, name: str) -> None:
        """The disk's text counts again."""
        self._overlays.pop(name, None)
        self.forget()

    def forget(self) -> None:
        """Look at the disk again the next time something asks."""
        self._listed = False

    def sources(self) -> list[SourceFile]:
        """Every readable Go file of the folder, in name order; unreadable ones are left out."""
        if not self._listed:
            self._list()
        return [s for s in (self._source(n) for n in self._names) if s is not None]

    def source(self, name: str) -> SourceFile | None:
        """One file of the folder."""
        if not self._listed:
            self._list()
        return self._source(name)

    def selected(self, target: Target, like: SourceFile, among: list[SourceFile] | None = None) -> Iterator[SourceFile]:
        """The files compiled together with `like` on a target: those of its package clause.

        `_test.go` files count only when `like` is one. `among` narrows down which files are looked at.
        """
        package = like.outline.package_name
        tests = like.path.name.endswith("_test.go")
        for source in self.sources() if among is None else among:
            outline = source.outline
            if outline.package_name != package or (source.path.name.endswith("_test.go") and not tests):
                continue
            if source is like or selected(source.path.name, outline.constraint, target):
                yield source

    def may_lack_bodies(self, target: Target, like: SourceFile) -> bool:
        """Whether a func without body compiles: the package has assembly or cgo files on this target."""
        if any(selected(name, constraint, target) for name, constraint in self._foreign):
            return True
        return any(i.path == "C" for s in self.selected(target, like) for i in s.outline.imports)

    def declared(self, name: str, target: Target, like: SourceFile) -> list[tuple[SourceFile, Declaration]]:
        """The package-level declarations of `name` on a target."""
        found: list[tuple[SourceFile, Declaration]] = []
        # Which files have the name is asked first: that is a look-up, selecting is an evaluation.
        holders = [s for s in self.sources() if s.outline.declares(name)]
        for source in self.selected(target, like, holders) if holders else ():
            found.extend((source, declaration) for declaration in source.outline.declared(name))
        return found

    def _list(self) -> None:
        names, foreign = set(self._overlays), []
        try:
            with os.scandir(self.folder) as entries:
                for entry in entries:
                    if entry.name[0] in "._":
                        continue
                    if entry.name.endswith(".go"):
                        names.add(entry.name)
                    elif entry.name.endswith(_FOREIGN):
                        foreign.append(entry.name)
        except OSError:
            foreign = []
        self._names = sorted(names)
        self._foreign = [(name, self._constraint(name)) for name in sorted(foreign)]
        for name in (n for n in self._names if n not in self._overlays):
            self._load(name)
        self._listed = True

    def _constraint(self, name: str) -> str:
        if name.endswith(".syso"):
            return ""
        try:
            return constraint_of((self.folder / name).read_bytes())
        except OSError:
            return ""

    def _source(self, name: str) -> SourceFile | None:
        if name in self._overlays:
            return self._overlays[name]
        known = self._sources.get(name)
        return known[1] if known else None

    def _load(self, name: str) -> None:
        path = self.folder / name
        try:
            state = path.stat()
            stamp = (state.st_mtime_ns, state.st_size)
            known = self._sources.get(name)
            if known is None or known[0] != stamp:
                self._sources[name] = (stamp, SourceFile(path, Buffer(path.read_bytes())))
        except OSError:
            self._sources.pop(name, None)
