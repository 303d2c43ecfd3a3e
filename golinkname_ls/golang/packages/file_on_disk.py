"""Go file on disk: its bytes, header and tree, each read when first asked for."""

from __future__ import annotations

import os
from pathlib import Path

from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.header import Header
from golinkname_ls.syntax.scan.declaration_patterns import Glance, glance
from golinkname_ls.text.buffer import Buffer


class FileOnDisk:
    """A Go file of a folder; `stamp` (modification time, size) tells whether what was read is still current."""

    __slots__ = ("_data", "_glance", "_header", "_source", "folder", "name", "stamp", "trouble")

    def __init__(self, folder: Path, name: str, stamp: tuple[int, int]) -> None:
        self.folder, self.name, self.stamp = folder, name, stamp
        self._data: bytes | None = None
        self._header: Header | None = None
        self._glance: Glance | None = None
        self._source: SourceFile | None = None
        self.trouble: OSError | None = None

    @property
    def parsed(self) -> bool:
        """Whether the file has been parsed."""
        return self._source is not None and self._source.is_read

    @property
    def data(self) -> bytes:
        """The file's bytes, kept from now on."""
        if self._data is None:
            self._data = self.read()
        return self._data

    def read(self) -> bytes:
        """The file's bytes, without keeping them; none, and `trouble`, when it cannot be read."""
        if self._data is not None:
            return self._data
        try:
            # There are thousands of files: a Path for each, and a buffer around it, would take as long as the reading.
            with open(os.path.join(self.folder, self.name), "rb", buffering=0) as file:  # noqa: PTH118, PTH123
                return file.read()
        except OSError as error:
            self.trouble = error
            return b""

    @property
    def glance(self) -> Glance:
        """Summary of what the file may hold, from its bytes."""
        if self._glance is None:
            self._look()
        assert self._glance is not None
        return self._glance

    @property
    def header(self) -> Header:
        """The package clause, imports and build constraint."""
        if self._header is None:
            self._look(asked=True)
        assert self._header is not None
        return self._header

    def _look(self, asked: bool = False) -> None:
        # Who asks for the one asks for the other, too, but of tests: the file is read once for both.
        data = self.read()
        self._glance = self._glance or glance(data)
        if self._glance.directives and self.trouble is None:
            self._data = data  # It will be asked for more.
        if asked or not self.name.endswith("_test.go"):
            self._header = Header.read(data)

    @property
    def source(self) -> SourceFile:
        """The file, parsed when something asks for what only its tree tells."""
        if self._source is None:
            self._source = SourceFile(self.folder / self.name, Buffer(self.data), unread=True)
        return self._source

    @property
    def bodyless(self) -> frozenset[str]:
        """The names of the funcs that may have no body, "" for methods: those of `glance` that are funcs."""
        found = self.glance.bodyless
        return (
            frozenset("" if f.is_method else f.name for f in self.source.outline.funcs_without_body())
            if found
            else found
        )
