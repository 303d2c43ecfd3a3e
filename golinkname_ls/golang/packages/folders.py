"""Packages and modules by folder, as a session has looked at them, with the editors' texts over the disk's."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from golinkname_ls.golang.file_system import is_file
from golinkname_ls.golang.modules.module import Module, read_module
from golinkname_ls.golang.modules.package_locator import Locator, PackageLocation
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.syntax.files.assembly_file import AssemblyFile
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.directives import Directive
from golinkname_ls.syntax.items.header import Header

_SKIPPED = frozenset({"testdata", "vendor", "node_modules"})


class _Visible(NamedTuple):
    """What of an edited file other files depend on: its header and directives, as objects and as what they say."""

    header: Header
    directives: list[Directive]
    header_says: object
    directive_words: list[object]


class Folders:
    """The packages and modules of folders, each read once and again after `forget`.

    `generation` grows whenever the import graph may have changed.
    """

    def __init__(self) -> None:
        self.generation = 0
        self._packages: dict[Path, PackageFolder] = {}
        self._modules: dict[Path, Module | None] = {}
        self._mod_files: dict[Path, Path | None] = {}
        self._locators: dict[Path, Locator] = {}
        self._folders: dict[Path, list[Path]] = {}
        self._edited: dict[Path, _Visible] = {}

    def package(self, folder: Path) -> PackageFolder:
        """The package in a folder."""
        if folder not in self._packages:
            self._packages[folder] = PackageFolder(folder)
        return self._packages[folder]

    def module(self, folder: Path) -> Module | None:
        """The module of a folder: that of the nearest go.mod at or above it, None when there is none or it has no name."""
        file = self.mod_file(folder)
        if file is None:
            return None
        if file not in self._modules:
            self._modules[file] = read_module(file)
        return self._modules[file]

    def mod_file(self, folder: Path) -> Path | None:
        """The nearest go.mod at or above a folder, whatever it says; None when there is none."""
        if folder not in self._mod_files:
            # What is above many folders is looked at once.
            below, found = list[Path](), None
            for above in (folder, *folder.parents):
                if above in self._mod_files:
                    found = self._mod_files[above]
                    break
                below.append(above)
                if is_file(above / "go.mod"):
                    found = above / "go.mod"
                    break
            self._mod_files.update(dict.fromkeys(below, found))
        return self._mod_files[folder]

    def locate(self, module: Module | None, import_path: str) -> PackageLocation | None:
        """The package of an import path in the files of a module; None when it is not found."""
        return self.locator(module.folder).locate(import_path) if module is not None else None

    def locator(self, folder: Path) -> Locator:
        """The locator of the packages that a module's files import."""
        if folder not in self._locators:
            self._locators[folder] = Locator(folder, goroot=_goroot(folder))
        return self._locators[folder]

    def folders(self, module: Module) -> list[Path]:
        """The folders of a module that hold Go files, those of nested modules aside."""
        if module.folder not in self._folders:
            self._folders[module.folder] = list(_go_folders(module.folder))
        return self._folders[module.folder]

    def overlay(self, source: SourceFile | AssemblyFile) -> None:
        """Lay an editor's text over the file on disk."""
        self.package(source.path.parent).overlay(source)
        self.touched(source)

    def touched(self, source: SourceFile | AssemblyFile) -> None:
        """Take note of an edit of an editor's text; cheap while its header and directives stay what they were."""
        if isinstance(source, AssemblyFile):
            self.generation += 1
            self.package(source.path.parent).changed()
            return
        outline = source.outline
        known = self._edited.get(source.path)
        if known is not None and known.header is outline.header and known.directives is outline.directives:
            return
        words: list[object] = [d.words for d in outline.directives if d.well_formed]
        now = _Visible(outline.header, outline.directives, outline.header.says(), words)
        if known is None or known.header_says != now.header_says:
            self.generation += 1
            self.package(source.path.parent).changed()
        elif known.directive_words != words:
            self.package(source.path.parent).redirected()
        self._edited[source.path] = now

    def drop_overlay(self, path: Path) -> None:
        """Take an editor's text away: the file on disk counts again."""
        self.package(path.parent).drop_overlay(path.name)
        self._edited.pop(path, None)
        self.generation += 1

    def forget(self, path: Path) -> None:
        """Read again what a change on disk to a file, folder or go.mod may concern."""
        self.generation += 1
        self._modules.clear()
        self._mod_files.clear()
        self._locators.clear()
        self._folders.clear()
        for folder in (path.parent, path):
            if folder in self._packages:
                self._packages[folder].forget()


def _goroot(folder: Path) -> Path | None:
    """The GOROOT whose commands the module in `folder` holds; None for every other module."""
    std = read_module(folder.parent / "go.mod") if folder.name == "cmd" else None
    return folder.parent.parent if std is not None and std.path == "std" else None


def _go_folders(root: Path) -> list[Path]:
    found = []
    for base, names, files in os.walk(root):
        if base != str(root) and "go.mod" in files:
            names.clear()
            continue
        names[:] = sorted(n for n in names if n not in _SKIPPED and n[0] not in "._")
        if any(f.endswith(".go") for f in files):
            found.append(Path(base))
    return found
