"""The one entrance to the analysis for editors and the command line.

A session remembers parsed packages and the editors' unsaved texts. It knows byte offsets and paths, never LSP.
"""

from __future__ import annotations

from pathlib import Path

from golinkname_ls.analysis.engine import Engine
from golinkname_ls.analysis.hover import Hover, hover
from golinkname_ls.analysis.window import Options
from golinkname_ls.catalog.store import Catalog, shipped
from golinkname_ls.golang.folders import Folders
from golinkname_ls.golang.modules.module import Module
from golinkname_ls.golang.package import PackageFolder
from golinkname_ls.rules.finding import Finding
from golinkname_ls.syntax.source_file import SourceFile


class Session:
    """Checks files and answers questions about them; every path is absolute."""

    def __init__(self, options: Options | None = None, catalog: Catalog | None = None) -> None:
        """Open the shipped catalog unless another is given; raises CatalogError when there is none."""
        self.options = options or Options()
        self.folders = Folders()
        self.engine = Engine(catalog or shipped(), self.folders)
        self._texts: dict[Path, SourceFile] = {}

    def overlay(self, source: SourceFile) -> None:
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

    def source(self, path: Path) -> SourceFile | None:
        """A file as the session sees it (overlay or disk), None when it cannot be read."""
        if path.suffix == ".s":
            return self._assembly(path)
        return self._package(path.parent).source(path.name)

    def check(self, path: Path) -> list[Finding]:
        """The findings of one file (overlay or disk), sorted by place; [] for what is neither Go nor assembly."""
        source = self.source(path)
        if source is None:
            return []
        if path.suffix == ".s":
            return self.engine.check_assembly(
                source, self._package(path.parent), self.module(path.parent), self.options
            )
        return self.engine.check(source, self._package(path.parent), self.module(path.parent), self.options)

    def hover(self, path: Path, offset: int) -> Hover | None:
        """What to show for the byte at `offset`: a directive's argument or a stub's name."""
        source = self.source(path)
        if source is None:
            return None
        folder = path.parent
        return hover(self.engine, source, self._package(folder), self.module(folder), self.options, offset)

    def module(self, folder: Path) -> Module | None:
        """The module a folder belongs to, remembered until something changes on disk."""
        return self.folders.module(folder)

    def _assembly(self, path: Path) -> SourceFile | None:
        try:
            return SourceFile.read(path)
        except OSError:
            return None

    def _package(self, folder: Path) -> PackageFolder:
        return self.folders.package(folder)
