"""One Go file as it is on disk."""

from __future__ import annotations

from pathlib import Path

from golinkname_ls.syntax.header import read_header
from golinkname_ls.syntax.outline import Header
from golinkname_ls.syntax.source_file import SourceFile
from golinkname_ls.syntax.spotting import Glance, glance
from golinkname_ls.text.buffer import Buffer


class FileOnDisk:
    """Its header, bytes and tree are read when something asks for them; `stamp` tells whether they are still its own."""

    __slots__ = ("_data", "_glance", "_header", "_source", "path", "stamp", "trouble")

    def __init__(self, path: Path, stamp: tuple[int, int]) -> None:
        self.path, self.stamp = path, stamp
        self._data: bytes | None = None
        self._header: Header | None = None
        self._glance: Glance | None = None
        self._source: SourceFile | None = None
        self.trouble: OSError | None = None

    @property
    def parsed(self) -> bool:
        """Whether the tree is there already."""
        return self._source is not None

    @property
    def data(self) -> bytes:
        """The bytes, kept from now on."""
        if self._data is None:
            self._data = self.read()
        return self._data

    def read(self) -> bytes:
        """The bytes without keeping them; none, and `trouble`, when it cannot be read."""
        if self._data is not None:
            return self._data
        try:
            return self.path.read_bytes()
        except OSError as error:
            self.trouble = error
            return b""

    @property
    def glance(self) -> Glance:
        """What may stand in it."""
        if self._glance is None:
            self._glance = glance(self.read())
        return self._glance

    @property
    def header(self) -> Header:
        """Its package clause, imports and constraint."""
        if self._header is None:
            self._header = read_header(self.read())
        return self._header

    @property
    def source(self) -> SourceFile:
        """The parsed file."""
        if self._source is None:
            self._source = SourceFile(self.path, Buffer(self.data))
        return self._source
