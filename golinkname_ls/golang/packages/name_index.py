"""Index of package-level names: the files of a folder that may declare a name."""

from __future__ import annotations

from collections.abc import Mapping, Set

from golinkname_ls.golang.packages.file_on_disk import FileOnDisk
from golinkname_ls.syntax.scan.declaration_patterns import may_declare

# Looking through every file for a name takes about a tenth of the time that noting down all their names takes.
_WORTH_AN_INDEX = 8


class NameIndex:
    """Index of files on disk by declared name, built when the ninth name is asked for.

    Until then the bytes of each file are searched.
    """

    def __init__(self) -> None:
        self._asked = 0
        self._holders: dict[bytes, list[str]] = {}
        self._noted: set[str] = set()
        self._last: Set[str] | None = None

    def declaring(self, name: str, among: Set[str], files: Mapping[str, FileOnDisk]) -> list[str]:
        """Names of the files in `among` that may declare `name`; of parsed files, those that do."""
        needle = name.encode("utf-8", "surrogateescape")
        self._asked += 1
        if self._asked <= _WORTH_AN_INDEX:
            return [file for file in among if _declares(files[file], name, needle)]
        if among is not self._last:
            self._last = among
            for file in among - self._noted:
                self._noted.add(file)
                for word in files[file].source.outline.declarable():
                    self._holders.setdefault(word, []).append(file)
        holders = self._holders.get(needle, ())
        return [f for f in holders if f in among and (not files[f].parsed or files[f].source.outline.declares(name))]


def _declares(file: FileOnDisk, name: str, needle: bytes) -> bool:
    return file.source.outline.declares(name) if file.parsed else may_declare(file.data, needle)
