"""Main modules of a folder: those of its go.work, or its own (cmd/go/internal/modload/init.go)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from golinkname_ls.golang.installation.environment import GoEnvironment
from golinkname_ls.golang.modules.mod_file import ModFile, ModuleVersion, Replace, parse_mod
from golinkname_ls.golang.modules.vendor_list import VendorFolder, read_vendor_folder
from golinkname_ls.golang.modules.work_file import WorkFile, parse_work
from golinkname_ls.golang.regular_files import at_or_above, is_file, read_regular
from golinkname_ls.golang.targets.version import GoVersion


@dataclass(slots=True)
class MainModule:
    """A module that is built from its own folder."""

    folder: Path
    file: ModFile

    @property
    def path(self) -> str:
        """The module path, "" when the go.mod names none."""
        return self.file.module


@dataclass(frozen=True, slots=True)
class ModuleReplacement:
    """Replacement of a module: another module, or a folder, whose relative path starts from `base`."""

    module: ModuleVersion
    base: Path

    @property
    def folder(self) -> Path | None:
        """The folder, None for a replacement by another module."""
        return None if self.module.version else _absolute(self.base, self.module.path)


@dataclass(slots=True)
class Workspace:
    """The main modules, what they replace and exclude, and the vendor folder in use (None: the module cache)."""

    modules: list[MainModule]
    work_folder: Path | None = None
    work: WorkFile | None = None
    vendored: VendorFolder | None = None
    replacements: dict[ModuleVersion, ModuleReplacement] = field(default_factory=dict)

    def replacement(self, module: ModuleVersion) -> ModuleReplacement | None:
        """Replacement of a module, None without one: one of this very version before one of all."""
        return self.replacements.get(module) or self.replacements.get(ModuleVersion(module.path))

    def excludes(self, module: ModuleVersion) -> bool:
        """Whether a main module excludes this version."""
        return any(module in m.file.exclude for m in self.modules)


def find_workspace(folder: Path, environment: GoEnvironment) -> Workspace | None:
    """The workspace of a folder; None when no go.mod is at or above it. Unreadable files count as empty."""
    mod_file = at_or_above(folder, "go.mod")
    work_file = _work_file(folder, environment)
    if work_file is not None:
        workspace = _of_work(work_file)
        own = mod_file.parent if mod_file else None
        # A module that the go.work does not use cannot be built with it: it is read as if the go.work were off.
        if own is None or any(m.folder == own for m in workspace.modules):
            _use_vendor(workspace, environment)
            return workspace
    if mod_file is None:
        return None
    workspace = Workspace([MainModule(mod_file.parent, _read_mod(mod_file))])
    _replace(workspace)
    _use_vendor(workspace, environment)
    return workspace


def _work_file(folder: Path, environment: GoEnvironment) -> Path | None:
    named = environment.get("GOWORK")
    if named == "off" or environment.mod == "mod":
        return None  # -mod=mod is refused in a workspace.
    if named in ("", "auto"):
        return at_or_above(folder, "go.work")
    return Path(named) if is_file(Path(named)) else None


def work_refusal(folder: Path, environment: GoEnvironment) -> tuple[Path, str] | None:
    """The go.work in force for a folder, and why the go command refuses it, as `:LINE: MESSAGE` or `: MESSAGE`.

    None when there is no such file, or nothing is wrong with it.
    """
    file = _work_file(folder, environment)
    if file is None:
        return None
    try:
        work = parse_work(read_regular(file))
    except OSError as error:
        return file, f": {error.strerror}"
    for problem in work.problems:
        return file, f":{problem.line}: {problem.message.strip()}"
    for used in work.use:
        if not is_file(_absolute(file.parent, used) / "go.mod"):
            return file, f": it uses {used}, where no go.mod is"
    return None


def _of_work(file: Path) -> Workspace:
    try:
        work = parse_work(read_regular(file))
    except OSError:
        work = WorkFile()
    workspace = Workspace([], file.parent, work)
    for used in work.use:
        folder = _absolute(file.parent, used)
        if is_file(folder / "go.mod") and all(m.folder != folder for m in workspace.modules):
            workspace.modules.append(MainModule(folder, _read_mod(folder / "go.mod")))
    _replace(workspace)
    return workspace


def _replace(workspace: Workspace) -> None:
    for folder, replaces in _replaces(workspace):
        for replace in replaces:
            workspace.replacements.setdefault(replace.old, ModuleReplacement(replace.new, folder))
    if workspace.work is not None:
        # A go.work's replacement of a module stands before its modules' own, also one of all versions
        # before one of a single version (modload: replacementFrom).
        own = {r.old.path for r in workspace.work.replace if not r.old.version}
        for old in [o for o in workspace.replacements if o.path in own and o.version]:
            if all(r.old != old for r in workspace.work.replace):
                del workspace.replacements[old]


def _replaces(workspace: Workspace) -> Iterator[tuple[Path, list[Replace]]]:
    if workspace.work is not None and workspace.work_folder is not None:
        yield workspace.work_folder, workspace.work.replace
    for module in workspace.modules:
        yield module.folder, module.file.replace


def _use_vendor(workspace: Workspace, environment: GoEnvironment) -> None:
    """Set `vendored` when the go command would build from it (modload: setDefaultBuildMod)."""
    asked = environment.mod
    if asked in ("mod", "readonly") or not workspace.modules:
        return
    folder = workspace.work_folder or workspace.modules[0].folder
    vendored = read_vendor_folder(folder / "vendor")
    if vendored is None:
        return
    if asked != "vendor":
        version = workspace.work.go if workspace.work else workspace.modules[0].file.go
        language = workspace.work.language if workspace.work else workspace.modules[0].file.language
        if not version or language < GoVersion(1, 14) or vendored.of_workspace != (workspace.work is not None):
            return
    # Without a list the go command stops at the first requirement: the module cache then knows more.
    if vendored.has_list or not any(m.file.require for m in workspace.modules):
        workspace.vendored = vendored


def _read_mod(file: Path) -> ModFile:
    try:
        return parse_mod(read_regular(file))
    except OSError:
        return ModFile()


def _absolute(base: Path, path: str) -> Path:
    # Both spellings of a folder: a go.mod moves between systems.
    return Path(os.path.normpath(base / path.replace("\\", "/")))
