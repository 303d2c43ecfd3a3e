"""Packages and modules by folder, as a session has looked at them, with the editors' texts over the disk's."""

from __future__ import annotations

import os
from pathlib import Path

from golinkname_ls.golang.modules.module import Module, read_module
from golinkname_ls.golang.modules.package_locator import Locator, PackageLocation
from golinkname_ls.golang.packages.edited_texts import EditedTexts
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.regular_files import is_file
from golinkname_ls.incremental.answers import Answers, Input
from golinkname_ls.syntax.files.editable_assembly_text import AssemblyFile
from golinkname_ls.syntax.files.source_file import SourceFile

_SKIPPED = frozenset({"testdata", "vendor", "node_modules"})


class Folders:
    """The packages and modules of folders, each read once and again after `forget`."""

    def __init__(self) -> None:
        self.answers = Answers()
        """What was found of modules and imports."""
        self.texts = EditedTexts()
        self._disk = Input(0)
        self._packages: dict[Path, PackageFolder] = {}
        self._modules: dict[Path, Module | None] = {}
        self._mod_files: dict[Path, Path | None] = {}
        self._locators: dict[Path, Locator] = {}
        self._folders: dict[Path, list[Path]] = {}

    def package(self, folder: Path) -> PackageFolder:
        """The package in a folder."""
        if folder not in self._packages:
            self._packages[folder] = PackageFolder(folder, self.texts.of(folder))
        return self._packages[folder]

    def module(self, folder: Path) -> Module | None:
        """Module of a folder: that of the nearest go.mod at or above it; None when there is none or it has no name."""
        self._disk.ask()
        file = self.mod_file(folder)
        if file is None:
            return None
        if file not in self._modules:
            self._modules[file] = read_module(file)
        return self._modules[file]

    def mod_file(self, folder: Path) -> Path | None:
        """The nearest go.mod at or above a folder, whatever it says; None when there is none."""
        self._disk.ask()
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
        self._disk.ask()
        if folder not in self._locators:
            self._locators[folder] = Locator(folder, goroot=_goroot(folder))
        return self._locators[folder]

    def folders(self, module: Module) -> list[Path]:
        """The folders of a module that hold Go files, those of nested modules aside."""
        self._disk.ask()
        if module.folder not in self._folders:
            self._folders[module.folder] = list(_go_folders(module.folder))
        return self._folders[module.folder]

    def overlay(self, source: SourceFile | AssemblyFile) -> None:
        """Put an editor's text in the place of the file on disk."""
        self.texts.put(source)
        self.package(source.path.parent).forget()

    def drop_overlay(self, path: Path) -> None:
        """Remove an editor's text, so that the file on disk counts again."""
        self.texts.close(path)
        self.package(path.parent).forget()

    def forget(self, path: Path) -> None:
        """Discard what was read of a file, folder or go.mod that changed on disk."""
        self._disk.set(self._disk.ask() + 1)
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
