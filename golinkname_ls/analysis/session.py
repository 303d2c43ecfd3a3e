"""The entrance to the analysis for editors and the command line.

A session keeps parsed packages and the editors' unsaved texts. Files are absolute paths, offsets are bytes.
"""

from __future__ import annotations

import os
from pathlib import Path

from golinkname_ls.analysis.engine import Engine, Workload
from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.package_context import PackageContext
from golinkname_ls.analysis.project.configuration import Configuration, ConfigurationError
from golinkname_ls.analysis.project.project_options import Project, effective_options, read_project
from golinkname_ls.analysis.suppression.nolint_filter import NolintFilter
from golinkname_ls.catalog.store.version_catalog import Catalog, shipped
from golinkname_ls.golang.modules.module import Module
from golinkname_ls.golang.packages.folders import Folders
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.syntax.files.assembly_file import AssemblyFile
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.files.text_file import TextFile


class Session:
    """Findings of files under given options, with what is needed to find them fast again."""

    def __init__(
        self, options: Options | None = None, catalog: Catalog | None = None, *, interactive: bool = False
    ) -> None:
        """Open the shipped catalog unless another is given; raises CatalogError when there is none.

        `interactive` is for editors: `check` then leaves out what takes longer than a keystroke, and
        `find_unused_suppressions` looks for it now and then.
        """
        self.folders = Folders()
        self.engine = Engine(catalog or shipped(), self.folders)
        self._options = options or Options()
        self._texts: dict[Path, SourceFile | AssemblyFile] = {}
        self._projects: dict[Path | None, Project] = {}
        self._effective: dict[int, Options] = {}
        self._nolint = NolintFilter(self.engine, interactive)
        self._last: tuple[str, PackageContext, Configuration] | None = None

    @property
    def options(self) -> Options:
        """What was asked for, before it is completed by what a module says of itself."""
        return self._options

    @options.setter
    def options(self, options: Options) -> None:
        self._options, self._last = options, None
        self._effective.clear()

    def use_catalog(self, catalog: Catalog) -> None:
        """Check by another catalog from now on."""
        self.engine.use_catalog(catalog)
        self._forget_projects()

    def overlay(self, source: SourceFile | AssemblyFile) -> None:
        """Put an editor's text in the place of the file's; call again after each change (cheap)."""
        if self._texts.get(source.path) is not source:
            self._texts[source.path] = source
            self.folders.overlay(source)
            self.engine.forget()
        else:
            self.folders.touched(source)

    def drop_overlay(self, path: Path) -> None:
        """Take the text on disk again: the editor closed the file."""
        self._texts.pop(path, None)
        self.folders.drop_overlay(path)
        self.engine.forget()

    def changed_on_disk(self, path: Path) -> None:
        """Read again what hangs on a file, folder or go.mod that changed outside the editor."""
        self.folders.forget(path)
        self.engine.forget()
        self._forget_projects()

    def _forget_projects(self) -> None:
        self._projects.clear()
        self._effective.clear()
        self._last = None

    def source(self, path: Path) -> TextFile | None:
        """A Go or assembly file as the session sees it (overlay or disk), None when it cannot be read."""
        return self.folders.package(path.parent).text(path.name)

    def find_unused_suppressions(self, path: Path) -> None:
        """Look for LN405 in a file, which takes longer than a keystroke; `check` knows the result from now on."""
        source = self.source(path)
        if source is not None and b"nolint" in source.data:
            self.check(path, thorough=True)

    @property
    def depends_on_other_packages(self) -> bool:
        """Whether `drop_outdated` has anything to ask."""
        return self.engine.depends_on_other_packages

    def drop_outdated(self) -> bool:
        """Forget findings that changes of other packages' code have outdated; whether there were any. For a pause of typing."""
        return self.engine.drop_outdated()

    def check(self, path: Path, *, thorough: bool = False) -> list[Finding]:
        """The findings of one file (overlay or disk), sorted by place; [] for what is neither Go nor assembly."""
        context, configuration = self._at(path)
        if configuration.ignores(path):
            return []
        if not (self._texts and path in self._texts) and not self.engine.needs_check(path.name, context):
            return []
        source = context.package.text(path.name)
        if source is None:
            return []
        found = self.engine.check(source, context)
        return configuration.rated(self._nolint.unsuppressed(found, source, context, thorough))

    def workload(self, path: Path) -> Workload | None:
        """How much work a file on disk is; None where a look at its bytes shows that it has no findings."""
        return self.engine.workload(path.name, self._at(path)[0])

    def directives(self, path: Path) -> int:
        """The number of directives of a Go file, which is not parsed for it."""
        package = self._at(path)[0].package
        look = package.glance(path.name) if path.suffix == ".go" else None
        if look is not None and not look.directives:
            return 0
        return sum(d.ignored is None for d in package.directives(path.name))

    def read_error(self, path: Path) -> OSError | None:
        """Why a file that was asked for could not be read; None when it could."""
        return self._at(path)[0].package.trouble(path.name)

    def project(self, folder: Path) -> Project:
        """The module a folder belongs to with its configuration, remembered until something changes on disk."""
        module = self.module(folder)
        key = module.folder if module else None
        if key not in self._projects:
            self._projects[key] = read_project(module, self.engine.catalog.versions)
        return self._projects[key]

    def effective_options(self, folder: Path) -> Options:
        """The options in force for the files of a folder; the very same object while nothing changes them."""
        project = self.project(folder)
        if id(project) not in self._effective:
            self._effective[id(project)] = effective_options(self.options, project)
        return self._effective[id(project)]

    def configuration_errors(self) -> list[ConfigurationError]:
        """The golinkname.toml files met so far that cannot be understood."""
        return [p.error for p in self._projects.values() if p.error is not None]

    def module(self, folder: Path) -> Module | None:
        """The module a folder belongs to, remembered until something changes on disk."""
        return self.folders.module(folder)

    def context(self, folder: Path) -> PackageContext:
        """The package in a folder with its module and the options in force."""
        module = self.project(folder).module
        return PackageContext(self.folders.package(folder), module, self.effective_options(folder))

    def _at(self, path: Path) -> tuple[PackageContext, Configuration]:
        """The context and configuration of a file; who checks thousands asks for one folder's after the other."""
        folder = os.path.dirname(path)  # noqa: PTH120  (a Path for each file would take longer than all the rest)
        if self._last is None or self._last[0] != folder:
            self._last = folder, self.context(path.parent), self.project(path.parent).configuration
        return self._last[1:]
