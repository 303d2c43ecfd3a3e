"""Scan of a package's Go files: what their bytes tell of words, directives and funcs without a parse."""

from __future__ import annotations

from collections.abc import Callable

from golinkname_ls.golang.packages.foreign_files import ForeignFiles
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.scan.declaration_patterns import NAMES_LIBRARIES, Glance, func_names, renamings


class FileScan(ForeignFiles):
    """Search of a folder's Go files by their bytes: perhaps too many files, never too few."""

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

    def holding(self, word: str, *, keep: bool = True) -> list[SourceFile]:
        """The files that `having` names."""
        return self._sources(self.having(word, keep=keep))

    def directed(self) -> list[str]:
        """The names of the files that may hold directives."""
        self._listing()
        on_disk = self.answers.ask("directed", lambda: self._on_disk(lambda look: look.directives))
        if not self._overlays:
            return on_disk
        return [n for n in self._names if n in self._overlays or n in on_disk]

    def _on_disk(self, wanted: Callable[[Glance], bool]) -> list[str]:
        self._listing()
        return [name for name, file in self._files.items() if wanted(file.glance)]

    @property
    def renamed(self) -> dict[str, tuple[str, ...]]:
        """Locals of two-argument directives by the symbol they are renamed to; perhaps too many."""
        return self.answers.ask("renamed", self._renamed)

    def _renamed(self) -> dict[str, tuple[str, ...]]:
        table: dict[str, tuple[str, ...]] = {}
        for name in self.directed():
            source, file = self._overlays.get(name), self._files.get(name)
            if source is not None:
                found = [(d.local, d.remote) for d in source.outline.directives if d.remote and d.well_formed]
            else:
                found = renamings(file.data) if file is not None else []
            for local, remote in found:
                table[remote] = (*table.get(remote, ()), local)
        return table

    def naming_libraries(self) -> list[str]:
        """The names of the files that may take symbols from shared libraries (`//go:cgo_import_dynamic`)."""
        self._listing()
        found = self.answers.ask("libraries", lambda: self._on_disk(lambda look: look.names_libraries))
        if not self._overlays:
            return found
        edited = [n for n, source in self._overlays.items() if source.holds(NAMES_LIBRARIES)]
        return sorted({*edited, *(n for n in found if n not in self._overlays)})

    def glance(self, name: str) -> Glance | None:
        """Summary of a file's bytes; None for one that cannot be read, or that an editor has open."""
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
