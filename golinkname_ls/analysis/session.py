"""The one entrance to the analysis for editors and the command line.

A session remembers parsed packages and the editors' unsaved texts. It knows byte offsets and paths, never LSP.
"""

from __future__ import annotations

import os
from pathlib import Path

from golinkname_ls.analysis.engine import Engine, Prospect
from golinkname_ls.analysis.project.configuration import ConfigurationError
from golinkname_ls.analysis.project.project import Project, effective, read_project
from golinkname_ls.analysis.project.severities import rated
from golinkname_ls.analysis.suppression.nolint_filter import Judge
from golinkname_ls.analysis.window import Options
from golinkname_ls.catalog.store.versions import Catalog, shipped
from golinkname_ls.golang.modules.module import Module
from golinkname_ls.golang.packages.folders import Folders
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.syntax.files.assembly_file import AssemblyFile
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.files.text_file import TextFile


class Session:
    """Checks files and answers questions about them; every path is absolute."""

    def __init__(self, options: Options | None = None, catalog: Catalog | None = None, patient: bool = True) -> None:
        """Open the shipped catalog unless another is given; raises CatalogError when there is none.

        `patient` is for those who wait for a complete answer; an editor does not, and calls `settle` now and then.
        """
        self.options = options or Options()
        self.folders = Folders()
        self.engine = Engine(catalog or shipped(), self.folders)
        self._texts: dict[Path, SourceFile | AssemblyFile] = {}
        self._projects: dict[Path | None, Project] = {}
        self._effective: dict[int, tuple[Options, Options]] = {}
        self._judge = Judge(self.engine, patient)
        self._last: tuple[str, PackageFolder, Project] | None = None

    def use_catalog(self, catalog: Catalog) -> None:
        """Another catalog counts from now on; findings are worked out anew."""
        self.engine.use_catalog(catalog)
        self._projects.clear()
        self._effective.clear()
        self._last = None

    def overlay(self, source: SourceFile | AssemblyFile) -> None:
        """Lay an editor's text over the disk's; call again after each change (cheap)."""
        if self._texts.get(source.path) is not source:
            self._texts[source.path] = source
            self.folders.overlay(source)
            self.engine.forget()
        else:
            self.folders.touched(source)

    def drop_overlay(self, path: Path) -> None:
        """The editor closed the file: the disk's text counts again."""
        self._texts.pop(path, None)
        self.folders.drop_overlay(path)
        self.engine.forget()

    def changed_on_disk(self, path: Path) -> None:
        """A file, folder or go.mod changed outside the editor."""
        self.folders.forget(path)
        self.engine.forget()
        self._projects.clear()
        self._effective.clear()
        self._last = None

    def source(self, path: Path) -> TextFile | None:
        """A Go or assembly file as the session sees it (overlay or disk), None when it cannot be read."""
        return self._package(path.parent).text(path.name)

    def settle(self, path: Path) -> None:
        """Find out what takes longer than a keystroke about a file, so that `check` knows it from now on."""
        source = self.source(path)
        if source is not None and b"nolint" in source.data:
            self.check(path, settle=True)

    @property
    def rests_elsewhere(self) -> bool:
        """Whether `look_elsewhere` has anything to ask."""
        return self.engine.rests_elsewhere

    def look_elsewhere(self) -> bool:
        """Whether `check` may now say something else because of code in other packages; asked in a pause of typing."""
        return self.engine.look_elsewhere()

    def check(self, path: Path, *, settle: bool = False) -> list[Finding]:
        """The findings of one file (overlay or disk), sorted by place; [] for what is neither Go nor assembly."""
        package, project = self._place(path)
        if project.configuration.ignores(path):
            return []
        options = self._options(project)
        if not self._is_open(path) and not self.engine.concerned(path.name, package, project.module, options):
            return []
        source = package.text(path.name)
        if source is None:
            return []
        found = self.engine.check(source, package, project.module, options)
        kept = self._judge.unsuppressed(found, source, package, project.module, options, settle)
        return rated(kept, project.configuration)

    def prospect(self, path: Path) -> Prospect | None:
        """What a check of a file on disk comes to; None where a look at its bytes shows that it has no findings."""
        package, project = self._place(path)
        return self.engine.prospect(path.name, package, project.module, self._options(project))

    def directives(self, path: Path) -> int:
        """How many directives a Go file has; none is parsed for it."""
        package, _ = self._place(path)
        look = package.glance(path.name) if path.suffix == ".go" else None
        if look is not None and not look.directives:
            return 0
        return sum(d.ignored is None for d in package.directives(path.name))

    def trouble(self, path: Path) -> OSError | None:
        """Why a file that was asked for could not be read; None when it could."""
        return self._place(path)[0].trouble(path.name)

    def project(self, folder: Path) -> Project:
        """The module a folder belongs to with its configuration, remembered until something changes on disk."""
        module = self.module(folder)
        key = module.folder if module else None
        if key not in self._projects:
            self._projects[key] = read_project(module, self.engine.catalog.versions)
        return self._projects[key]

    def effective_options(self, folder: Path) -> Options:
        """The options in force for the files of a folder; the very same object while nothing changes them."""
        return self._options(self.project(folder))

    def _options(self, project: Project) -> Options:
        known = self._effective.get(id(project))
        if known is None or known[0] is not self.options:
            self._effective[id(project)] = known = (self.options, effective(self.options, project))
        return known[1]

    def configuration_errors(self) -> list[ConfigurationError]:
        """The golinkname.toml files met so far that cannot be understood."""
        return [p.error for p in self._projects.values() if p.error is not None]

    def module(self, folder: Path) -> Module | None:
        """The module a folder belongs to, remembered until something changes on disk."""
        return self.folders.module(folder)

    def _package(self, folder: Path) -> PackageFolder:
        return self.folders.package(folder)

    def _is_open(self, path: Path) -> bool:
        return bool(self._texts) and path in self._texts

    def _place(self, path: Path) -> tuple[PackageFolder, Project]:
        """The package and the project of a file; who checks thousands asks for one folder's after the other."""
        folder = os.path.dirname(path)  # noqa: PTH120  (a Path for each file would take longer than all the rest)
        if self._last is None or self._last[0] != folder:
            self._last = folder, self._package(path.parent), self.project(path.parent)
        return self._last[1:]
