"""Package of an import path: in a main module, vendor, the module cache or GOROOT.

cmd/go/internal/modload/import.go: importFromModules, dirInModule.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from golinkname_ls.golang.installation.environment import GoEnvironment
from golinkname_ls.golang.modules import module_cache
from golinkname_ls.golang.modules.mod_file import DEFAULT_LANGUAGE, ModuleVersion, version_or_none
from golinkname_ls.golang.modules.vendor_list import VendorFolder
from golinkname_ls.golang.modules.version_selection import VersionSelection
from golinkname_ls.golang.modules.workspace import MainModule, Workspace, find_workspace
from golinkname_ls.golang.regular_files import has_go_files, is_file
from golinkname_ls.golang.targets.version import GoVersion

# cmd/go/internal/gover: from here on a vendored package must stand in modules.txt.
_LISTED_SINCE = GoVersion(1, 23)


@dataclass(frozen=True, slots=True)
class PackageLocation:
    """Folder and module of a package.

    `version` is "" for main modules and std; `module` is `std` or `cmd` for GOROOT's. `import_path` is the package's
    own: std's vendored ones begin with `vendor/`. `language` is its module's go line.
    """

    folder: Path
    import_path: str
    module: str
    version: str = ""
    is_main_module: bool = False
    language: GoVersion = DEFAULT_LANGUAGE

    @property
    def name(self) -> str:
        """`module@version`, the module alone without a version."""
        return str(ModuleVersion(self.module, self.version))


class Locator:
    """The packages that imports lead to in a build started in a folder; nothing is fetched and nothing is run."""

    def __init__(self, folder: Path, environment: GoEnvironment | None = None, goroot: Path | None = None) -> None:
        """Packages as seen from `folder`, the std library's too with `goroot`. What cannot be read is not found."""
        self.environment = environment or GoEnvironment.read()
        self.goroot = goroot
        self.workspace: Workspace = find_workspace(folder, self.environment) or Workspace([])
        self._located: dict[str, PackageLocation | None] = {}

    @property
    def main_modules(self) -> list[MainModule]:
        """The modules built from their own folders: one, those of the go.work, or none."""
        return self.workspace.modules

    @cached_property
    def selection(self) -> VersionSelection:
        """The versions of the required modules."""
        return VersionSelection(self.workspace, self.environment.module_cache)

    def locate(self, import_path: str) -> PackageLocation | None:
        """The package of an import path; None when it is not on this machine or no module holds it."""
        if import_path not in self._located:
            self._located[import_path] = self._locate(import_path)
        return self._located[import_path]

    def _source(self, module: ModuleVersion) -> Path | None:
        replacement, cache = self.workspace.replacement(module), self.environment.module_cache
        if replacement is not None and replacement.folder is not None:
            return replacement.folder
        return module_cache.source_folder(cache, replacement.module if replacement else module) if cache else None

    def _locate(self, import_path: str) -> PackageLocation | None:
        if not import_path or import_path == "C" or import_path.startswith((".", "/")) or "@" in import_path:
            return None
        std = self._std(import_path)
        if std is not None:
            return std
        main = self._main(import_path)
        if main is not None:
            return main
        vendored = self.workspace.vendored
        return self._vendored(vendored, import_path) if vendored is not None else self._from_cache(import_path)

    def _std(self, import_path: str) -> PackageLocation | None:
        main = self.main_modules[0] if len(self.main_modules) == 1 else None
        if main is not None and main.path in ("std", "cmd"):
            prefix = "vendor/" if main.path == "std" else "cmd/vendor/"
            folder = main.folder / "vendor" / import_path
            if has_go_files(folder):
                return PackageLocation(folder, prefix + import_path, main.path, "", True, main.file.language)
            if main.path == "std":
                return None
        if self.goroot is None:
            return None
        folder = self.goroot / "src" / import_path
        if not has_go_files(folder):
            return None
        module = "cmd" if import_path.partition("/")[0] == "cmd" else "std"
        return PackageLocation(folder, import_path, module)

    def _main(self, import_path: str) -> PackageLocation | None:
        for main in sorted(self.main_modules, key=lambda m: -len(m.path)):
            if not main.path:
                continue
            relative = import_path if main.path == "std" else _relative(import_path, main.path)
            if relative is None:
                continue
            folder = main.folder / relative
            if has_go_files(folder) and not _nested(folder, main.folder):
                return PackageLocation(folder, import_path, main.path, "", True, main.file.language)
        return None

    def _vendored(self, vendored: VendorFolder, import_path: str) -> PackageLocation | None:
        folder = vendored.folder / import_path
        if not has_go_files(folder):
            return None
        versions = [m.file.language for m in self.main_modules]
        language = self.workspace.work.language if self.workspace.work else max(versions)
        if import_path not in vendored.packages and language >= _LISTED_SINCE:
            return None
        module = vendored.module_of(import_path) or ModuleVersion("")
        own = version_or_none(vendored.modules.get(module, "")) or DEFAULT_LANGUAGE
        return PackageLocation(folder, import_path, module.path, module.version, False, own)

    def _from_cache(self, import_path: str) -> PackageLocation | None:
        found = self._among(self.selection.versions, import_path)
        if found is None and self.selection.listed_is_all:
            # As the go command does: what the listed modules do not have may come from the rest of the graph.
            graph = self.selection.graph
            if any(_relative(import_path, p) is not None and p not in self.selection.listed for p in graph):
                found = self._among(graph, import_path)
        return found

    def _among(self, versions: dict[str, str], import_path: str) -> PackageLocation | None:
        prefix = import_path
        while prefix:
            if prefix in versions:
                module = ModuleVersion(prefix, versions[prefix])
                root = self._source(module)
                folder = root / import_path[len(prefix) + 1 :] if root else None
                if root is not None and folder is not None and has_go_files(folder):
                    replacement = self.workspace.replacement(module)
                    local = replacement is not None and replacement.folder is not None
                    if not local or not _nested(folder, root):
                        file = self.selection.mod_file(module)
                        language = file.language if file else DEFAULT_LANGUAGE
                        return PackageLocation(folder, import_path, prefix, module.version, False, language)
            prefix = prefix.rpartition("/")[0]
        return None


def _relative(import_path: str, module: str) -> str | None:
    if import_path == module:
        return ""
    return import_path[len(module) + 1 :] if import_path.startswith(module + "/") else None


def _nested(folder: Path, root: Path) -> bool:
    """Whether another module's go.mod stands between a module's root and the folder."""
    while folder != root and _below(folder, root):
        if is_file(folder / "go.mod"):
            return True
        folder = folder.parent
    return False


def _below(folder: Path, root: Path) -> bool:
    return folder == root or root in folder.parents
