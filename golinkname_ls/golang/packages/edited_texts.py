"""Texts that editors have open, which count in the place of the files on disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from golinkname_ls.syntax.files.editable_assembly_text import AssemblyFile
from golinkname_ls.syntax.files.source_file import SourceFile


class EditedTexts:
    """Open texts by folder and file name; an edit outdates the answers that asked for what it changes."""

    def __init__(self) -> None:
        self._by_folder: dict[Path, dict[str, SourceFile | AssemblyFile]] = {}

    def put(self, file: SourceFile | AssemblyFile) -> None:
        """Put a text in the place of a file on disk."""
        self.of(file.path.parent)[file.path.name] = file

    def close(self, path: Path) -> None:
        """Remove the open text of a path, so that the file on disk counts again."""
        file = self.of(path.parent).pop(path.name, None)
        if file is not None:
            file.answers.clear()

    def get(self, path: Path) -> SourceFile | AssemblyFile | None:
        """Open text of a path, None when no editor has it open."""
        return self._by_folder.get(path.parent, {}).get(path.name)

    def of(self, folder: Path) -> dict[str, SourceFile | AssemblyFile]:
        """Open texts of a folder by file name, as a mapping that later changes show in."""
        return self._by_folder.setdefault(folder, {})

    def __iter__(self) -> Iterator[SourceFile | AssemblyFile]:
        for texts in self._by_folder.values():
            yield from texts.values()
