"""The Go package in one folder: its files on disk with the editors' texts laid over them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

from golinkname_ls.golang.constraint import selected
from golinkname_ls.golang.file_on_disk import FileOnDisk
from golinkname_ls.golang.target import Target
from golinkname_ls.syntax.assembly_file import SUFFIX, AssemblyFile
from golinkname_ls.syntax.constraint_lines import constraint_of
from golinkname_ls.syntax.declaration import Declaration
from golinkname_ls.syntax.outline import Header
from golinkname_ls.syntax.source_file import SourceFile
from golinkname_ls.syntax.spotting import Glance, declarable, may_declare, renamings
from golinkname_ls.syntax.text_file import TextFile
from golinkname_ls.text.buffer import Buffer

_T = TypeVar("_T")

# cmd/go/internal/work/gc.go: files of these kinds make the compiler run without -complete, so that funcs may lack bodies.
_FOREIGN = (".s", ".c", ".cc", ".cpp", ".cxx", ".m", ".f", ".F", ".for", ".f90", ".syso", ".swig", ".swigcxx")

# Looking through every file for a name takes about a tenth of the time that noting down all their names takes.
_WORTH_AN_INDEX = 8

_INCLUDE = re.compile(rb'^[ \t]*#[ \t]*include[ \t]+"([^"\n]+)"', re.M)


class PackageFolder:
    """All Go files of a folder: listed once, each parsed when its content is asked for and again when it changes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: dict[str, FileOnDisk] = {}
        self._lost: dict[str, OSError] = {}
        self._foreign: list[tuple[str, str]] = []
        self._overlays: dict[str, SourceFile] = {}
        self._listed = False
        self._names: list[str] = []
        self._assembly: dict[str, bytes] = {}
        self._asked = 0
        self._index: dict[bytes, list[str]] = {}
        self._assembly_overlays: dict[str, AssemblyFile] = {}
        self.revision = 0
        """Grows when the directives of the package, or its files' headers, may have changed."""
        self._directed: list[str] | None = None
        self._recalled_of = -1
        self._recalled: dict[object, object] = {}

    def overlay(self, file: SourceFile | AssemblyFile) -> None:
        """Lay an editor's text over the file."""
        name = file.path.name
        if isinstance(file, AssemblyFile):
            self._assembly_overlays[name] = file
            self._listed = False
            return
        self._overlays[name] = file
        if name not in self._names:
            self._names.append(name)

    def drop_overlay(self, name: str) -> None:
        """The disk's text counts again."""
        self._overlays.pop(name, None)
        self._assembly_overlays.pop(name, None)
        self.forget()

    def forget(self) -> None:
        """Look at the disk again the next time something asks."""
        self._listed = False
        self.revision += 1

    def renamed(self, symbol: str) -> tuple[str, ...]:
        """The locals that a two-argument directive of the folder may give the symbol's name."""
        return self.recall("renamed", self._renamed).get(symbol, ())

    def _renamed(self) -> dict[str, tuple[str, ...]]:
        table: dict[str, tuple[str, ...]] = {}
        for name in self.directed():
            source, file = self._overlays.get(name), self._files.get(name)
            data = source.data if source is not None else file.data if file is not None else b""
            for local, remote in renamings(data):
                table[remote] = (*table.get(remote, ()), local)
        return table

    def recall(self, key: object, make: Callable[[], _T]) -> _T:
        """What `make` finds in the folder's directives and headers, kept under `key` until one of them changes."""
        if self._recalled_of != self.revision:
            self._recalled_of, self._recalled = self.revision, {}
        if key not in self._recalled:
            self._recalled[key] = make()
        return cast(_T, self._recalled[key])

    def sources(self) -> list[SourceFile]:
        """Every readable Go file of the folder, in name order; unreadable ones are left out."""
        self._listing()
        return self._sources(self._names)

    def _sources(self, names: Iterable[str]) -> list[SourceFile]:
        return [s for s in map(self._source, names) if s is not None]

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

    def holding(self, word: str, *, keep: bool = True) -> list[SourceFile]:
        """The files that `having` names, parsed."""
        return self._sources(self.having(word, keep=keep))

    def glance(self, name: str) -> Glance | None:
        """What may stand in a file on disk, without a parse; None for one that cannot be read, or is being edited."""
        self._listing()
        file = self._files.get(name) if name not in self._overlays else None
        return file.glance if file is not None and file.trouble is None else None

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

    def any_source(self, target: Target, among: Iterable[str] | None = None) -> SourceFile | None:
        """The first file (of those named) that a target compiles, tests aside; None when there is none."""
        self._listing()
        for name in self._names if among is None else among:
            header = self.header(name)
            if header is not None and not name.endswith("_test.go") and _builds(name, header, target):
                return self._source(name)
        return None

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

    def selected(self, target: Target, like: SourceFile, among: Iterable[str] | None = None) -> Iterator[SourceFile]:
        """The files compiled together with `like` on a target: those of its package clause. No others are parsed.

        `_test.go` files count only when `like` is one. `among` narrows down which files are looked at.
        """
        self._listing()
        package, own = like.outline.package_name, like.path.name
        tests = like.is_test
        for name in self._names if among is None else among:
            header = self.header(name)
            if header is None or header.package_name != package or (name.endswith("_test.go") and not tests):
                continue
            if name == own or _builds(name, header, target):
                source = self._source(name)
                if source is not None:
                    yield source

    def may_lack_bodies(self, target: Target, file: str, package: str) -> bool:
        """Whether a func without body compiles in `file`: its package has assembly or cgo files on this target."""
        tests = file.endswith("_test.go")
        if tests and package.endswith("_test"):
            return False
        if any(True for _ in self.foreign(target)):
            return True
        return self.recall(("cgo", target, package, tests), lambda: self._uses_cgo(target, package, tests))

    def _uses_cgo(self, target: Target, package: str, tests: bool) -> bool:
        return any(
            header.imports_c and header.package_name == package and _builds(name, header, target)
            for name, header in self.headers()
            if tests or not name.endswith("_test.go")
        )

    def foreign(self, target: Target) -> Iterator[str]:
        """The names of the files of other languages that a target selects."""
        self._listing()
        return (name for name, known in self._foreign if selected(name, self._written(name, known), target))

    def assembly_file(self, name: str) -> bytes | None:
        """The bytes of one assembly file; None for one that is not there, or cannot be read."""
        self._listing()
        overlay = self._assembly_overlays.get(name)
        return overlay.data if overlay is not None else self._assembly.get(name)

    @property
    def has_assembly(self) -> bool:
        """Whether the folder holds assembly for any target."""
        self._listing()
        return bool(self._assembly or self._assembly_overlays)

    def assembly(self, target: Target) -> Iterator[tuple[Path, bytes]]:
        """(path, bytes) of the assembly files that a target selects."""
        for name in self.foreign(target):
            data = self.assembly_file(name) if name.endswith(SUFFIX) else None
            if data is not None:
                yield self.folder / name, data

    def assembly_headers(self, data: bytes) -> bytes:
        """What the folder's own headers hold that an assembly file includes, in order; std's are left out."""
        names = _INCLUDE.findall(data)
        return b"\n".join(self.recall(("header", name), partial(self._assembly_header, name)) for name in names)

    def _assembly_header(self, name: bytes) -> bytes:
        try:
            return (self.folder / os.fsdecode(name)).read_bytes()
        except (OSError, ValueError):
            return b""

    def declared(self, name: str, target: Target, like: SourceFile) -> list[tuple[SourceFile, Declaration]]:
        """The package-level declarations of `name` on a target."""
        # Which files may have the name is asked first: that is a look-up, selecting is an evaluation.
        holders = self.declaring(name)
        return [
            (source, declaration)
            for source in (self.selected(target, like, holders) if holders else ())
            for declaration in source.outline.declared(name)
        ]

    def declaring(self, name: str) -> list[str]:
        """The names of the files that may declare `name` at package level."""
        self._listing()
        needle = name.encode("utf-8", "surrogateescape")
        self._asked += 1
        if self._asked <= _WORTH_AN_INDEX:
            return [file for file in self._names if self._declares(file, name, needle, known=False)]
        if self._asked == _WORTH_AN_INDEX + 1:
            for file, on_disk in self._files.items():
                for word in declarable(on_disk.data):
                    self._index.setdefault(word, []).append(file)
        files: Iterable[str] = self._index.get(needle, ())
        if self._overlays:
            files = sorted({*files, *self._overlays})
        return [file for file in files if self._declares(file, name, needle, known=True)]

    def _declares(self, file: str, name: str, needle: bytes, *, known: bool) -> bool:
        source, on_disk = self._overlays.get(file), self._files.get(file)
        if source is None and on_disk is not None and on_disk.parsed:
            source = on_disk.source
        if source is not None:
            return source.outline.declares(name)
        return on_disk is not None and (known or may_declare(on_disk.data, needle))

    def _listing(self) -> None:
        if self._listed:
            return
        names, foreign = set(self._overlays), set(self._assembly_overlays)
        try:
            with os.scandir(self.folder) as entries:
                for entry in entries:
                    if entry.name[0] in "._":
                        continue
                    if entry.name.endswith(".go"):
                        names.add(entry.name)
                    elif entry.name.endswith(_FOREIGN):
                        foreign.add(entry.name)
        except OSError:
            foreign = set(self._assembly_overlays)
        self._names = sorted(names)
        self._assembly = {}
        overlaid = self._assembly_overlays
        self._foreign = [(name, "" if name in overlaid else self._constraint(name)) for name in sorted(foreign)]
        for name in (n for n in self._names if n not in self._overlays):
            self._load(name)
        self._files = {name: self._files[name] for name in self._names if name in self._files}
        self._asked, self._index, self._directed = 0, {}, None
        self._listed = True

    def _constraint(self, name: str) -> str:
        if name.endswith(".syso"):
            return ""
        try:
            data = (self.folder / name).read_bytes()
            self._lost.pop(name, None)
        except OSError as error:
            self._lost[name] = error
            return ""
        if name.endswith(SUFFIX):
            self._assembly[name] = data
        return constraint_of(data)

    def _written(self, name: str, known: str) -> str:
        """A foreign file's build constraint as it is now."""
        overlay = self._assembly_overlays.get(name)
        return overlay.header.constraint if overlay is not None else known

    def _source(self, name: str) -> SourceFile | None:
        if name in self._overlays:
            return self._overlays[name]
        known = self._files.get(name)
        return known.source if known else None

    def _load(self, name: str) -> None:
        path = self.folder / name
        try:
            state = path.stat()
            stamp = (state.st_mtime_ns, state.st_size)
            known = self._files.get(name)
            if known is None or known.stamp != stamp:
                self._files[name] = FileOnDisk(path, stamp)
            self._lost.pop(name, None)
        except OSError as error:
            self._files.pop(name, None)
            self._lost[name] = error


def _builds(name: str, header: Header, target: Target) -> bool:
    """Whether a target compiles a Go file with this header."""
    return (target.cgo or not header.imports_c) and selected(name, header.constraint, target)
