"""vendor/modules.txt (cmd/go/internal/modload/vendor.go: readVendorList, checkVendorConsistency)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from golinkname_ls.golang.file_system import is_folder, read_regular
from golinkname_ls.golang.modules import semver
from golinkname_ls.golang.modules.mod_file import ModFile, ModuleVersion
from golinkname_ls.golang.targets.version import GoVersion


@dataclass(slots=True)
class VendoredModule:
    """One module of the list: whether go.mod names it, what replaces it, its `go` line ("" without)."""

    explicit: bool = False
    replacement: ModuleVersion | None = None
    go: str = ""


@dataclass(slots=True)
class Vendored:
    """A vendor folder with its list; `packages` says which module each import path comes from."""

    folder: Path
    workspace: bool = False
    listed: bool = False
    modules: dict[ModuleVersion, VendoredModule] = field(default_factory=dict)
    packages: dict[str, ModuleVersion] = field(default_factory=dict)

    def module_of(self, import_path: str) -> ModuleVersion | None:
        """The module of a listed package, else the longest listed module that could hold it."""
        if import_path in self.packages:
            return self.packages[import_path]
        fitting = [m for m in self.modules if m.version and (import_path + "/").startswith(m.path + "/")]
        return max(fitting, key=lambda m: len(m.path), default=None)


def read_vendored(folder: Path) -> Vendored | None:
    """Read a vendor folder's list; None when there is no such folder, an empty list when it has no modules.txt."""
    if not is_folder(folder):
        return None
    found = Vendored(folder)
    try:
        text = read_regular(folder / "modules.txt").decode("utf-8", "replace")
    except OSError:
        return found
    found.listed = True
    rows = text.split("\n")
    if rows[0].startswith("## "):
        found.workspace = "workspace" in [entry.strip() for entry in rows[0][3:].split(";")]
    module: ModuleVersion | None = None
    for row in rows:
        if row.startswith("# "):
            module = _module_row(found, row.split())
        elif module is None:
            continue
        elif row.startswith("## "):
            state = found.modules.setdefault(module, VendoredModule())
            for entry in (e.strip() for e in row[3:].split(";")):
                state.explicit = state.explicit or entry == "explicit"
                state.go = entry[3:] if entry.startswith("go ") else state.go
        elif len(row.split()) == 1:
            found.packages[row.strip()] = module
    return found


def _module_row(found: Vendored, words: list[str]) -> ModuleVersion | None:
    if len(words) < 3:
        return None
    if semver.is_valid(words[2]):
        module, rest = ModuleVersion(words[1], words[2]), words[3:]
    elif words[2] == "=>":
        module, rest = ModuleVersion(words[1]), words[2:]
    else:
        return None
    state = found.modules.setdefault(module, VendoredModule())
    if len(rest) in (2, 3) and rest[0] == "=>":
        state.replacement = ModuleVersion(*rest[1:])
    return module


def inconsistencies(vendored: Vendored, files: list[ModFile]) -> list[str]:
    """What makes `go build` stop with "inconsistent vendoring": go.mod and modules.txt name other requirements."""
    if len(files) == 1 and files[0].language < GoVersion(1, 14):
        return []
    required = {r.module for f in files for r in f.require}
    told = []
    for module in sorted(required):
        state = vendored.modules.get(module)
        if state is None or not state.explicit:
            told.append(f"{module}: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt")
    for module, state in sorted(vendored.modules.items(), key=lambda item: item[0]):
        if state.explicit and module.version and module not in required:
            told.append(f"{module}: is marked as explicit in vendor/modules.txt, but not explicitly required in go.mod")
    return told
