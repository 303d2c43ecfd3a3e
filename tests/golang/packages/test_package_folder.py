"""Which declarations a name has on a target, among the files compiled together with one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.syntax.files.editable_assembly_text import AssemblyFile
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.package_membership import Member, UnreadMember
from golinkname_ls.text.buffer import Buffer
from tests.tree import write_tree

LINUX = Target(GoVersion(1, 27), Platform("linux", "amd64"))
WINDOWS = LINUX._replace(platform=Platform("windows", "amd64"))
FILES = {
    "a.go": "package p\n\ntype T int\n\nfunc (t T) m() {}\n\nfunc f() {}\n",
    "b_linux.go": "package p\n\nfunc g() {}\n\nfunc (t *T) n() {}\n",
    "b_windows.go": "package p\n\nvar g int\n\nfunc (t T) f() {}\n",
    "a_test.go": "package p\n\nvar inTest int\n",
    "x_test.go": "package p_test\n\nvar inTest, f int\n",
    "tool.go": "//go:build ignore\n\npackage p\n\nfunc own() {}\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> PackageFolder:
    return PackageFolder(write_tree(tmp_path, FILES), {})


def member(folder: PackageFolder, name: str) -> Member:
    header = folder.header(name)
    assert header is not None
    return UnreadMember(folder.folder / name, header.package_name)


@pytest.mark.parametrize(
    ("name", "target", "like", "files"),
    [
        ("f", LINUX, "a.go", "a.go"),
        ("g", LINUX, "a.go", "b_linux.go"),
        ("g", WINDOWS, "a.go", "b_windows.go"),
        # A method is no package-level declaration.
        ("m", LINUX, "a.go", ""),
        ("f", WINDOWS, "a.go", "a.go"),
        ("inTest", LINUX, "a.go", ""),
        ("inTest", LINUX, "a_test.go", "a_test.go"),
        ("f", LINUX, "a_test.go", "a.go"),
        ("inTest", LINUX, "x_test.go", "x_test.go"),
        ("f", LINUX, "x_test.go", "x_test.go"),
        # A file that no target takes in sees its own declarations and the others'.
        ("own", LINUX, "a.go", ""),
        ("own", LINUX, "tool.go", "tool.go"),
        ("f", LINUX, "tool.go", "a.go"),
    ],
)
def test_declarations_of_a_name(name: str, target: Target, like: str, files: str, folder: PackageFolder) -> None:
    found = folder.declared(name, target, member(folder, like))
    assert " ".join(source.path.name for source, _ in found) == files


@pytest.mark.parametrize(
    ("base", "target", "like", "methods"),
    [
        ("T", LINUX, "a.go", "m n"),
        ("T", WINDOWS, "a.go", "m f"),
        ("T", LINUX, "x_test.go", ""),
        ("f", LINUX, "a.go", ""),
    ],
)
def test_methods_of_a_type(base: str, target: Target, like: str, methods: str, folder: PackageFolder) -> None:
    found = folder.methods(base, target, member(folder, like))
    assert " ".join(method.name for _, method in found) == methods


@pytest.mark.parametrize(
    ("name", "target", "file"), [("g", LINUX, "b_linux.go"), ("g", WINDOWS, "b_windows.go"), ("inTest", LINUX, None)]
)
def test_the_file_that_declares_a_name_tests_aside(
    name: str, target: Target, file: str | None, folder: PackageFolder
) -> None:
    found = folder.member_declaring(name, target)
    assert (found.name if found else None) == file


@pytest.mark.parametrize(
    ("name", "external", "file"),
    [("inTest", False, "a_test.go"), ("inTest", True, "x_test.go"), ("f", False, None), ("f", True, "x_test.go")],
)
def test_the_test_file_that_declares_a_name(name: str, external: bool, file: str | None, folder: PackageFolder) -> None:
    found = folder.test_declaring(name, LINUX, external=external)
    assert (found.name if found else None) == file


def test_an_edited_declaration_counts(tmp_path: Path) -> None:
    write_tree(tmp_path, FILES)
    text = SourceFile(tmp_path / "a.go", Buffer(FILES["a.go"].encode()))
    folder = PackageFolder(tmp_path, {"a.go": text})
    like = member(folder, "a.go")
    assert len(folder.declared("f", LINUX, like)) == 1
    at = text.data.index(b"f() {}")
    text.splice(at, at + 1, b"renamed")
    assert folder.declared("f", LINUX, like) == []
    assert [d.name for _, d in folder.declared("renamed", LINUX, like)] == ["renamed"]
    assert folder.member_declaring("renamed", LINUX) is not None
    assert folder.member_declaring("f", LINUX) is None


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("println(1)", "println(2)", False),
        ("// why", "// why not", False),
        ("func f()", "func f(n int)", True),
        ('import "fmt"', 'import "os"', True),
        ("package p", "package q", True),
    ],
)
def test_only_edits_of_declarations_and_imports_count_as_such(
    old: str, new: str, changes: bool, tmp_path: Path
) -> None:
    data = b'package p\n\nimport "fmt"\n\n// why\nfunc f() {\n\tprintln(1)\n}\n'
    text = SourceFile(tmp_path / "a.go", Buffer(data))
    folder = PackageFolder(tmp_path, {"a.go": text})
    before, at = folder.edits_of_declarations, data.index(old.encode())
    assert folder.edits_of_declarations == before
    text.splice(at, at + len(old), new.encode())
    assert (folder.edits_of_declarations != before) is changes


def test_a_listing_counts_and_only_open_go_files_are_edits(tmp_path: Path) -> None:
    write_tree(tmp_path, FILES)
    texts: dict[str, SourceFile | AssemblyFile] = {"z.s": AssemblyFile(tmp_path / "z.s", Buffer(b""))}
    folder = PackageFolder(tmp_path, texts)
    assert not folder.is_edited
    before, declarations = folder.listing, folder.edits_of_declarations
    texts["new.go"] = SourceFile(tmp_path / "new.go", Buffer(b"package p\n"))
    folder.forget()
    assert folder.is_edited
    assert folder.listing == before + 1
    assert folder.edits_of_declarations != declarations
