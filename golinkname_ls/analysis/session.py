"""Sessions: the analysis as editors and the command line use it.

A session keeps parsed packages and the editors' unsaved texts. Files are absolute paths, offsets are bytes.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from golinkname_ls.analysis.engine import Engine
from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.package_context import PackageContext
from golinkname_ls.analysis.project.configuration import Configuration, ConfigurationError
from golinkname_ls.analysis.project.project_options import Project, effective_options, read_project
from golinkname_ls.analysis.suppression.nolint_filter import NolintFilter
from golinkname_ls.catalog.store.version_catalog import Catalog, shipped
from golinkname_ls.golang.modules.module import Module
from golinkname_ls.golang.packages.packages_by_folder import Folders
from golinkname_ls.incremental.answers import Answers, Input, catch_up, waits
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.syntax.files.editable_assembly_text import AssemblyFile
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.files.text_file import TextFile


class Session:
    """Findings of files under given options, with the parsed packages and unsaved texts that checks share."""

    def __init__(
        self, options: Options | None = None, catalog: Catalog | None = None, *, interactive: bool = False
    ) -> None:
        """Open the shipped catalog unless another is given; raises CatalogError when there is none.

        `interactive` is for editors: `check` then leaves out what takes longer than a keystroke until `catch_up`.
        """
        self.folders = Folders()
        self.engine = Engine(catalog or shipped(), self.folders)
        self._options = Input(options or Options())
        self._answers = Answers()
        self._projects: dict[Path | None, Project] = {}
        self._placed: dict[Path, tuple[list[Finding], bytes | None, list[Finding]]] = {}
        self._nolint = NolintFilter(self.engine, interactive)

    @property
    def options(self) -> Options:
        """Options as the command line or editor gives them, before a module's own settings complete them."""
        return self._options.ask()

    @options.setter
    def options(self, options: Options) -> None:
        self._options.set(options)

    def use_catalog(self, catalog: Catalog) -> None:
        """Replace the catalog of std by which files are checked from now on."""
        self.engine.use_catalog(catalog)

    def overlay(self, source: SourceFile | AssemblyFile) -> None:
        """Put an editor's text in the place of the file's; its edits are known without being told."""
        self.folders.overlay(source)

    def drop_overlay(self, path: Path) -> None:
        """Remove an editor's text: the file was closed, and the text on disk counts again."""
        self._answers.drop(("findings", path))
        self._placed.pop(path, None)
        self.folders.drop_overlay(path)

    def text(self, path: Path) -> SourceFile | AssemblyFile | None:
        """The text that an editor has open at a path."""
        return self.folders.texts.get(path)

    def changed_on_disk(self, path: Path) -> None:
        """Discard what was read of a file, folder or go.mod that changed outside the editor."""
        self.folders.forget(path)
        self._projects.clear()

    def source(self, path: Path) -> TextFile | None:
        """A Go or assembly file as the session sees it (overlay or disk), None when it cannot be read."""
        return self.folders.package(path.parent).text(path.name)

    @property
    def waits(self) -> bool:
        """Whether `catch_up` has outdated results to compute again."""
        return waits()

    def catch_up(self) -> None:
        """Compute the results that take longer than a keystroke: mentions in other packages, idle suppressions.

        Call it in a pause of typing; `check` takes the results into account from then on.
        """
        catch_up()

    def check(self, path: Path) -> list[Finding]:
        """The findings of one file (overlay or disk), sorted by place; [] for what is neither Go nor assembly."""
        if self.text(path) is not None:
            found = self._answers.ask(("findings", path), partial(self._findings, path))
        else:
            found = self._findings(path)
        # The order hangs on the text alone, as long as the findings are the same.
        text = self.text(path)
        of, data, placed = self._placed.get(path, ([], None, []))
        if text is None or of is not found or data is not text.buffer.data:
            placed = sorted(found, key=lambda f: (f.span, f.code))
            if text is not None:
                self._placed[path] = found, text.buffer.data, placed
        return placed

    def _findings(self, path: Path) -> list[Finding]:
        context, configuration = self._at(path)
        if configuration.ignores(path):
            return []
        if self.text(path) is None and not self.engine.needs_check(path.name, context):
            return []
        source = context.package.text(path.name)
        if source is None:
            return []
        found = self.engine.check(source, context)
        return configuration.rated(self._nolint.unsuppressed(found, source, context))

    def directives(self, path: Path) -> int:
        """Number of linkname directives of a Go file, counted without a parse."""
        package = self._at(path)[0].package
        look = package.glance(path.name) if path.suffix == ".go" else None
        if look is not None and not look.directives:
            return 0
        return sum(d.ignored is None for d in package.directives(path.name))

    def read_error(self, path: Path) -> OSError | None:
        """Why a file that was asked for could not be read; None when it could."""
        return self._at(path)[0].package.trouble(path.name)

    def project(self, folder: Path) -> Project:
        """The module a folder belongs to with its configuration, read again when something changes on disk."""
        module = self.module(folder)
        key = module.folder if module else None
        return self._answers.ask(("project", key), partial(self._project, key))

    def _project(self, folder: Path | None) -> Project:
        """The project of a module by its folder, or of what belongs to none."""
        module = self.module(folder) if folder is not None else None
        project = self._projects[folder] = read_project(module, self.engine.catalog.versions)
        return project

    def effective_options(self, folder: Path) -> Options:
        """The options in force for the files of a folder."""
        return effective_options(self.options, self.project(folder))

    def configuration_errors(self) -> list[ConfigurationError]:
        """The golinkname.toml files met so far that cannot be understood."""
        return [p.error for p in self._projects.values() if p.error is not None]

    def module(self, folder: Path) -> Module | None:
        """The module a folder belongs to, remembered until something changes on disk."""
        return self.folders.module(folder)

    def context(self, folder: Path) -> PackageContext:
        """The package in a folder with its module and the options in force."""
        return self._answers.ask(("context", folder), partial(self._context, folder))

    def _context(self, folder: Path) -> PackageContext:
        module = self.project(folder).module
        return PackageContext(self.folders.package(folder), module, self.effective_options(folder))

    def _at(self, path: Path) -> tuple[PackageContext, Configuration]:
        """The context and configuration of a file; who checks thousands asks for one folder's after the other."""
        folder = os.path.dirname(path)  # noqa: PTH120  (a Path for each file would take longer than all the rest)

        def find() -> tuple[PackageContext, Configuration]:
            return self.context(path.parent), self.project(path.parent).configuration

        return self._answers.ask(folder, find)
