"""Files of a package's folder, as listed once, with the editors' texts laid over those on disk."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from os import fsdecode
from pathlib import Path

from golinkname_ls.golang.packages.file_on_disk import FileOnDisk
from golinkname_ls.golang.packages.name_index import NameIndex
from golinkname_ls.golang.regular_files import read_regular, regular
from golinkname_ls.incremental.answers import Answers, Input
from golinkname_ls.syntax.files.editable_assembly_text import SUFFIX, AssemblyFile
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.files.text_file import TextFile
from golinkname_ls.syntax.items.constraint_lines import constraint_of
from golinkname_ls.syntax.items.directives import Directive
from golinkname_ls.syntax.items.header import Header
from golinkname_ls.text.buffer import Buffer

# cmd/go/internal/work/gc.go: files of these kinds make the compiler run without -complete, so that funcs may lack bodies.
_FOREIGN = (".s", ".c", ".cc", ".cpp", ".cxx", ".m", ".f", ".F", ".for", ".f90", ".syso", ".swig", ".swigcxx")


class FolderFiles:
    """Files of a package's folder, in Go and other languages, each read when first asked for.

    An answer that asks for any of them depends on the folder's listing, and for a file open in an editor on its items.
    """

    def __init__(self, folder: Path, texts: Mapping[str, SourceFile | AssemblyFile]) -> None:
        """The files of `folder`; `texts` are those that editors have open, by name."""
        self.folder = folder
        self.answers = Answers()
        """What was found in the folder's files."""
        self._listed = False
        self._listings = Input(0)
        self._names: list[str] = []
        self._files: dict[str, FileOnDisk] = {}
        self._texts = texts
        self._overlays: dict[str, SourceFile] = {}
        self._index = NameIndex()
        self._foreign: list[tuple[str, str]] = []
        """The names of the files of other languages, each with its build constraint on disk."""
        self._assembly: dict[str, bytes] = {}
        self._assembly_overlays: dict[str, AssemblyFile] = {}
        self._included: dict[bytes, bytes] = {}
        self._lost: dict[str, OSError] = {}
        """The files, Go's too, that were listed and could not be read."""

    def forget(self) -> None:
        """Discard the folder's listing: its files, or those that editors have open, have changed."""
        self._listed = False
        self._listings.set(self._listings.ask() + 1)

    def file_names(self) -> list[str]:
        """The names of the Go files, tests aside, and of the assembly files."""
        self._listing()
        return [*(name for name in self._names if not name.endswith("_test.go")), *self._assembly_names()]

    def source(self, name: str) -> SourceFile | None:
        """One Go file of the folder, parsed when its tree is asked for; None for one that is not there."""
        self._listing()
        return self._source(name)

    def text(self, name: str) -> TextFile | None:
        """One file of the folder, Go or assembly; the latter anew each time unless an editor has it open."""
        if not name.endswith(SUFFIX):
            return self.source(name)
        self._listing()
        if name in self._assembly_overlays:
            return self._assembly_overlays[name]
        data = self.assembly_file(name)
        return AssemblyFile(self.folder / name, Buffer(data), edited=False) if data is not None else None

    def header(self, name: str) -> Header | None:
        """The header of one Go file, without a parse; None for one that is not there."""
        self._listing()
        overlay, file = self._overlays.get(name), self._files.get(name)
        if overlay is not None:
            return overlay.outline.header
        return file.header if file is not None else None

    def headers(self) -> Iterator[tuple[str, Header]]:
        """The names and headers of all Go files that could be listed."""
        self._listing()
        for name in self._names:
            header = self.header(name)
            if header is not None:
                yield name, header

    def directives(self, name: str) -> tuple[Directive, ...]:
        """The directives and near misses of one Go file, in order."""
        source = self.source(name)
        return source.outline.directives if source is not None else ()

    def trouble(self, name: str) -> OSError | None:
        """Error of reading a listed file; None when it was read, or not asked for so far."""
        file = self._files.get(name)
        return file.trouble if file is not None else self._lost.get(name)

    def assembly_file(self, name: str) -> bytes | None:
        """The bytes of one assembly file; None for one that is not there, or cannot be read."""
        self._listing()
        overlay = self._assembly_overlays.get(name)
        return overlay.data if overlay is not None else self._assembly.get(name)

    @property
    def has_assembly(self) -> bool:
        """Whether the folder holds assembly, for whatever target."""
        self._listing()
        return bool(self._assembly or self._assembly_overlays)

    def included_file(self, name: bytes) -> bytes:
        """The bytes of a file of the folder that an assembly file includes; none when it cannot be read."""
        if name not in self._included:
            try:
                self._included[name] = read_regular(self.folder / fsdecode(name))
            except (OSError, ValueError):
                self._included[name] = b""
        return self._included[name]

    def _assembly_names(self) -> list[str]:
        return sorted({*self._assembly, *self._assembly_overlays})

    def _source(self, name: str) -> SourceFile | None:
        if name in self._overlays:
            return self._overlays[name]
        known = self._files.get(name)
        return known.source if known else None

    def _sources(self, names: Iterable[str]) -> list[SourceFile]:
        return [s for s in map(self._source, names) if s is not None]

    def _listing(self) -> None:
        """List the folder, if it has not been since `forget`."""
        self._listings.ask()
        if self._listed:
            return
        texts = self._texts.items()
        self._overlays = {name: text for name, text in texts if isinstance(text, SourceFile)}
        self._assembly_overlays = {name: text for name, text in texts if isinstance(text, AssemblyFile)}
        listed, foreign = dict[str, os.DirEntry[str]](), set(self._assembly_overlays)
        try:
            with os.scandir(self.folder) as entries:
                for entry in entries:
                    if entry.name[0] in "._":
                        continue
                    if entry.name.endswith(".go"):
                        listed[entry.name] = entry
                    elif entry.name.endswith(_FOREIGN):
                        foreign.add(entry.name)
        except OSError:
            foreign = set(self._assembly_overlays)
        self._names = sorted({*listed, *self._overlays})
        self._assembly, self._included = {}, {}
        overlaid = self._assembly_overlays
        self._foreign = [(name, "" if name in overlaid else self._load_foreign(name)) for name in sorted(foreign)]
        for name in (n for n in self._names if n not in self._overlays):
            self._load(listed[name])
        self._files = {name: self._files[name] for name in self._names if name in self._files}
        self._index = NameIndex()
        self._listed = True

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

    def _load_foreign(self, name: str) -> str:
        """Read a file of another language, keep it if it is assembly; its build constraint."""
        if name.endswith(".syso"):
            return ""
        try:
            data = read_regular(self.folder / name)
            self._lost.pop(name, None)
        except OSError as error:
            self._lost[name] = error
            return ""
        if name.endswith(SUFFIX):
            self._assembly[name] = data
        return constraint_of(data)
