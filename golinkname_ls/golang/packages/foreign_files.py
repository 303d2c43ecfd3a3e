"""The files of other languages in a Go package's folder: assembly, C, objects; and what they include."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from os import fsdecode
from pathlib import Path

from golinkname_ls.golang.file_system import read_regular
from golinkname_ls.golang.packages.remembered_answers import Remembering
from golinkname_ls.golang.targets.build_constraint import selected
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.syntax.files.assembly_file import SUFFIX, AssemblyFile
from golinkname_ls.syntax.items.constraint_lines import constraint_of

# cmd/go/internal/work/gc.go: files of these kinds make the compiler run without -complete, so that funcs may lack bodies.
KINDS = (".s", ".c", ".cc", ".cpp", ".cxx", ".m", ".f", ".F", ".for", ".f90", ".syso", ".swig", ".swigcxx")

# cmd/go/internal/load/pkg.go:2101 (1.27.3): without cgo these are ignored, as the Go files that import C are.
_FOR_CGO = (".c", ".cc", ".cpp", ".cxx", ".m", ".swig", ".swigcxx")

# It begins with a literal, which re finds fast.
_INCLUDE = re.compile(rb'#[ \t]*include[ \t]+"([^"\n]+)"')


class ForeignFiles(Remembering):
    """Those of one folder, with the editors' texts laid over them; who inherits lists the folder before any question."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self._lost: dict[str, OSError] = {}
        """What was listed and could not be read, Go files too."""
        self._foreign: list[tuple[str, str]] = []
        self._assembly: dict[str, bytes] = {}
        self._assembly_overlays: dict[str, AssemblyFile] = {}
        self._headers: dict[bytes, bytes] = {}

    def _listing(self) -> None:
        raise NotImplementedError

    def foreign(self, target: Target) -> tuple[str, ...]:
        """The names of the files of other languages that a target selects."""
        self._listing()
        return self.recall_files(("foreign", target), lambda: tuple(self._selected(target)))

    def _selected(self, target: Target) -> Iterator[str]:
        return (
            name
            for name, known in self._foreign
            if (target.cgo or not name.endswith(_FOR_CGO)) and selected(name, self._written(name, known), target)
        )

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

    def assembly_contents(self) -> list[bytes]:
        """The bytes of every assembly file, for whatever target."""
        self._listing()
        names = sorted({*self._assembly, *self._assembly_overlays})
        return [data for name in names if (data := self.assembly_file(name)) is not None]

    def mentions_in_assembly(self, target: Target, word: str) -> bool:
        """Whether the bytes of an assembly file that a target selects have the word somewhere."""
        if not self.has_assembly:
            return False
        files = self.recall_files(("mentions", word), lambda: self._having(word.encode("utf-8", "surrogateescape")))
        return bool(files) and not files.isdisjoint(self.foreign(target))

    def _having(self, needle: bytes) -> frozenset[str]:
        files = ((name, self.assembly_file(name)) for name in {*self._assembly, *self._assembly_overlays})
        return frozenset(name for name, data in files if data is not None and needle in data)

    def assembly_headers(self, data: bytes) -> bytes:
        """What the folder's own headers hold that an assembly file includes, in order; std's are left out."""
        return b"\n".join(map(self._assembly_header, _included(data)))

    def _assembly_header(self, name: bytes) -> bytes:
        if name not in self._headers:
            try:
                self._headers[name] = read_regular(self.folder / fsdecode(name))
            except (OSError, ValueError):
                self._headers[name] = b""
        return self._headers[name]

    def _list_foreign(self, names: Iterable[str]) -> None:
        self._assembly, self._headers = {}, {}
        overlaid = self._assembly_overlays
        self._foreign = [(name, "" if name in overlaid else self._constraint(name)) for name in sorted(names)]

    def _constraint(self, name: str) -> str:
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

    def _written(self, name: str, known: str) -> str:
        """A foreign file's build constraint as it is now."""
        overlay = self._assembly_overlays.get(name)
        return overlay.header.constraint if overlay is not None else known


# A file is asked for each target.
@functools.lru_cache(maxsize=1024)
def _included(data: bytes) -> tuple[bytes, ...]:
    """The files that the `#include` lines of an assembly file name, in order."""
    lines = _INCLUDE.finditer(data)
    return tuple(m[1] for m in lines if not data[data.rfind(b"\n", 0, m.start()) + 1 : m.start()].strip())
