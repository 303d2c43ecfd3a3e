"""vendor/modules.txt: the vendored modules and packages (cmd/go/internal/modload/vendor.go: readVendorList)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from golinkname_ls.golang.modules import semver
from golinkname_ls.golang.modules.mod_file import ModuleVersion
from golinkname_ls.golang.regular_files import is_folder, read_regular


@dataclass(slots=True)
class VendorFolder:
    """A vendor folder: whether it has a modules.txt, whether that is a workspace's, and what it lists.

    `modules` have their `go` line ("" without), `packages` are import paths with their module.
    """

    folder: Path
    of_workspace: bool = False
    has_list: bool = False
    modules: dict[ModuleVersion, str] = field(default_factory=dict)
    packages: dict[str, ModuleVersion] = field(default_factory=dict)

    def module_of(self, import_path: str) -> ModuleVersion | None:
        """The module of a listed package, else the listed module with the longest path that could hold it."""
        if import_path in self.packages:
            return self.packages[import_path]
        fitting = [m for m in self.modules if m.version and (import_path + "/").startswith(m.path + "/")]
        return max(fitting, key=lambda m: len(m.path), default=None)


def read_vendor_folder(folder: Path) -> VendorFolder | None:
    """Read a vendor folder's modules.txt; None when there is no such folder, nothing listed without that file."""
    if not is_folder(folder):
        return None
    found = VendorFolder(folder)
    try:
        text = read_regular(folder / "modules.txt").decode("utf-8", "replace")
    except OSError:
        return found
    found.has_list = True
    rows = text.split("\n")
    if rows[0].startswith("## "):
        found.of_workspace = "workspace" in [entry.strip() for entry in rows[0][3:].split(";")]
    module: ModuleVersion | None = None
    for row in rows:
        if row.startswith("# "):
            module = _module_row(found, row.split())
        elif module is None:
            continue
        elif row.startswith("## "):
            for entry in (e.strip() for e in row[3:].split(";")):
                if entry.startswith("go "):
                    found.modules[module] = entry[3:]
        elif len(row.split()) == 1:
            found.packages[row.strip()] = module
    return found


def _module_row(found: VendorFolder, words: list[str]) -> ModuleVersion | None:
    if len(words) > 2 and semver.is_valid(words[2]):
        module = ModuleVersion(words[1], words[2])
    elif words[2:3] == ["=>"]:
        module = ModuleVersion(words[1])
    else:
        return None
    found.modules.setdefault(module, "")
    return module
