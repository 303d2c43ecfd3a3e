"""Selected version of each module of a build: minimal version selection over the pruned module graph.

Since 1.17 a module's go.mod lists all that its own packages need, so what it requires is read and not further
(cmd/go/internal/modload/buildlist.go: readModGraph; https://go.dev/ref/mod#graph-pruning). A go.mod that is not at
hand adds nothing.
"""

from __future__ import annotations

from pathlib import Path

from golinkname_ls.golang.modules import module_cache, semver
from golinkname_ls.golang.modules.mod_file import ModFile, ModuleVersion, parse_mod
from golinkname_ls.golang.modules.workspace import Workspace
from golinkname_ls.golang.regular_files import is_file, read_regular
from golinkname_ls.golang.targets.version import GoVersion

_PRUNED_SINCE = GoVersion(1, 17)

# How far a module's requirements are read: its own, those of what it requires too, or all there are.
_OWN, _NEXT, _ALL = 0, 1, 2


class VersionSelection:
    """The versions of the modules that a workspace requires, by module path."""

    def __init__(self, workspace: Workspace, module_cache: Path | None) -> None:
        self._workspace = workspace
        self._cache = module_cache
        self._files: dict[ModuleVersion, ModFile | None] = {}
        self._graph: dict[str, str] | None = None
        self._found: dict[str, str] = {}
        self._seen: set[tuple[ModuleVersion, int]] = set()
        self._main = frozenset(m.path for m in workspace.modules)
        self._listed: dict[str, str] = {}
        for module in workspace.modules:
            for require in module.file.require:
                self._take(self._listed, require)

    @property
    def listed_is_all(self) -> bool:
        """Whether the main module's own requirements are all that is built: one main module of 1.17 or later."""
        modules = self._workspace.modules
        return self._workspace.work is None and len(modules) == 1 and modules[0].file.language >= _PRUNED_SINCE

    @property
    def listed(self) -> dict[str, str]:
        """The highest version of each module path that the main modules themselves require."""
        return self._listed

    @property
    def graph(self) -> dict[str, str]:
        """The version of each module path over the whole graph; reads the go.mod files of what is required."""
        if self._graph is None:
            self._graph = self._selected()
        return self._graph

    @property
    def versions(self) -> dict[str, str]:
        """The version of each module path that is built."""
        return self.listed if self.listed_is_all else self.graph

    def _selected(self) -> dict[str, str]:
        self._found = dict(self._listed)
        for main in self._workspace.modules:
            depth = _OWN if main.file.language >= _PRUNED_SINCE else _ALL
            self._load([(r, depth) for r in main.file.require])
        if self._workspace.work is not None:
            self._load_upgraded()
        return self._found

    def _load(self, pending: list[tuple[ModuleVersion, int]]) -> None:
        while pending:
            module, depth = pending.pop()
            if (module, depth) in self._seen or module.path in self._main or self._workspace.excludes(module):
                continue
            self._seen.add((module, depth))
            file = self.mod_file(module)
            if file is None:
                continue
            whole = file.language < _PRUNED_SINCE
            for require in file.require:
                self._take(self._found, require)
                # A module before 1.17 does not list all it needs: then all of its graph counts.
                if depth != _OWN or whole:
                    pending.append((require, _ALL if depth == _ALL or whole else _OWN))

    def _load_upgraded(self) -> None:
        """In a workspace one main module's requirement may be selected higher for another's sake: read that too."""
        paths: set[str] = set()
        seen: set[ModuleVersion] = set()
        while True:
            selected = {ModuleVersion(path, self._found[path]) for path in paths}
            files = [main.file for main in self._workspace.modules]
            files += [file for m in selected & seen if (file := self.mod_file(m)) is not None]
            needed = selected - seen
            for require in (r for file in files for r in file.require):
                chosen = ModuleVersion(require.path, self._found.get(require.path, ""))
                if semver.sort_key(chosen.version) > semver.sort_key(require.version) and chosen not in seen:
                    needed.add(chosen)
            if not needed:
                return
            self._load([(module, _NEXT) for module in needed])
            seen |= needed
            paths |= {module.path for module in needed}

    def mod_file(self, module: ModuleVersion) -> ModFile | None:
        """The go.mod that counts for a module, replaced or from the cache; None when it is not there."""
        if module not in self._files:
            self._files[module] = self._read(module)
        return self._files[module]

    def _read(self, module: ModuleVersion) -> ModFile | None:
        replacement = self._workspace.replacement(module)
        if replacement is not None and replacement.folder is not None:
            places = [replacement.folder / "go.mod"]
        elif self._cache is not None:
            chosen = replacement.module if replacement else module
            places = [
                module_cache.mod_file(self._cache, chosen),
                module_cache.source_folder(self._cache, chosen) / "go.mod",
            ]
        else:
            return None
        for place in places:
            if is_file(place):
                try:
                    return parse_mod(read_regular(place), main=False)
                except OSError:
                    continue
        return None

    def _take(self, table: dict[str, str], module: ModuleVersion) -> None:
        if module.path in self._main or self._workspace.excludes(module):
            return
        known = table.get(module.path)
        if known is None or semver.sort_key(known) < semver.sort_key(module.version):
            table[module.path] = module.version
