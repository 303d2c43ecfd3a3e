"""Files of other languages in a package's folder that a target builds: assembly, C, objects; and what they include."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path

from golinkname_ls.golang.packages.folder_files import FolderFiles
from golinkname_ls.golang.targets.file_selection import selected
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.syntax.files.editable_assembly_text import SUFFIX

# cmd/go/internal/load/pkg.go:2101 (1.27.3): without cgo these are ignored, as the Go files that import C are.
_FOR_CGO = (".c", ".cc", ".cpp", ".cxx", ".m", ".swig", ".swigcxx")

# It begins with a literal, which re finds fast.
_INCLUDE = re.compile(rb'#[ \t]*include[ \t]+"([^"\n]+)"')


class ForeignFiles(FolderFiles):
    """Files of other languages in a folder (assembly, C, objects) that a target selects."""

    def foreign(self, target: Target) -> tuple[str, ...]:
        """The names of the files of other languages that a target selects."""
        return self.answers.ask(("foreign", target), lambda: tuple(self._selected(target)))

    def _selected(self, target: Target) -> Iterator[str]:
        self._listing()
        for name, on_disk in self._foreign:
            overlay = self._assembly_overlays.get(name)
            constraint = overlay.header.constraint if overlay is not None else on_disk
            if (target.cgo or not name.endswith(_FOR_CGO)) and selected(name, constraint, target):
                yield name

    def assembly(self, target: Target) -> Iterator[tuple[Path, bytes]]:
        """The paths and bytes of the assembly files that a target selects."""
        for name in self.foreign(target):
            data = self.assembly_file(name) if name.endswith(SUFFIX) else None
            if data is not None:
                yield self.folder / name, data

    def mentions_in_assembly(self, target: Target, word: str) -> bool:
        """Whether an assembly file that a target selects has the word somewhere in its bytes."""
        if not self.has_assembly:
            return False
        files = self.answers.ask(("mentions", word), lambda: self._having(word.encode("utf-8", "surrogateescape")))
        return bool(files) and not files.isdisjoint(self.foreign(target))

    def _having(self, needle: bytes) -> frozenset[str]:
        self._listing()
        files = ((name, self.assembly_file(name)) for name in self._assembly_names())
        return frozenset(name for name, data in files if data is not None and needle in data)

    def assembly_headers(self, name: str) -> bytes:
        """The bytes of the folder's own files that an assembly file includes, in order; std's are left out."""
        find = functools.partial(self._headers, name)
        return self.answers.ask(("headers", name), find)

    def assembly_texts(self) -> list[bytes]:
        """The bytes of every assembly file, for whatever target, and of what it includes."""
        self._listing()
        return [
            text for name in self._assembly_names() for text in (self.assembly_file(name) or b"", self._headers(name))
        ]

    def _headers(self, name: str) -> bytes:
        return b"\n".join(map(self.included_file, _included(self.assembly_file(name) or b"")))


def _included(data: bytes) -> tuple[bytes, ...]:
    """The files that the `#include` lines of an assembly file name, in order."""
    lines = _INCLUDE.finditer(data)
    return tuple(m[1] for m in lines if not data[data.rfind(b"\n", 0, m.start()) + 1 : m.start()].strip())
