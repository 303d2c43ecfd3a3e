"""Units of small modules: what a rule gets for one of their files."""

from __future__ import annotations

from pathlib import Path

from golinkname_ls.golang.packages.packages_by_folder import Folders
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.program.program import Programs
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.syntax.files.source_file import SourceFile
from tests.program.small_programs import MODULE, symbols_of, target
from tests.tree import write_tree


def units(
    root: Path, files: dict[str, str], versions: tuple[str, ...], file: str = "a.go", platform: str = "linux/amd64"
) -> tuple[Unit, ...]:
    """The units of a file for these versions, as its window, of the module `example.com/m` with these files."""
    write_tree(root, {"go.mod": f"module {MODULE}\n\ngo 1.18\n"} | files)
    folders = Folders()
    path = root / file
    package, module = folders.package(path.parent), folders.module(path.parent)
    source = package.source(path.name)
    assert source is not None
    programs = Programs(folders)
    below = path.parent.relative_to(root).as_posix()
    import_path = MODULE if below == "." else f"{MODULE}/{below}"
    found = []
    for version in versions:
        of = target(version, platform)
        found.append(Unit(source, package, of, symbols_of(of), programs, (1, 18), import_path, module))
    for unit in found:
        unit.window = tuple(found)
    return tuple(found)


def unit_of(root: Path, files: dict[str, str], file: str = "a.go", version: str = "1.27", **options: str) -> Unit:
    """The unit of one version, which is its whole window."""
    return units(root, files, (version,), file, **options)[0]


def main_unit(root: Path, code: str, version: str = "1.27", others: dict[str, str] | None = None, **options) -> Unit:
    """The unit of `a.go` of a command, given without its package clause, import of unsafe and main func."""
    return unit_of(root, {"a.go": main_file(code)} | (others or {}), version=version, **options)


def main_file(code: str) -> str:
    return f'package main\n\nimport _ "unsafe"\n\n{code}\n\nfunc main() {{}}\n'


def first_link(unit: Unit) -> Link:
    return unit.links[0]


def edited(source: SourceFile, before: str, after: str) -> None:
    """Replace the only place that holds a text, as an editor does."""
    assert source.data.count(before.encode()) == 1, before
    start = source.data.index(before.encode())
    source.splice(start, start + len(before.encode()), after.encode())
