"""What of a file on disk is kept, and which of its funcs may lack a body."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.packages.file_on_disk import FileOnDisk
from tests.tree import write_tree


def on_disk(folder: Path, text: str, name: str = "a.go") -> FileOnDisk:
    write_tree(folder, {name: text})
    return FileOnDisk(folder, name, (0, 0))


def test_bytes_are_kept_only_once_they_are_asked_for_as_data(tmp_path: Path) -> None:
    file = on_disk(tmp_path, "package a\n")
    assert file.read() == b"package a\n"
    write_tree(tmp_path, {"a.go": "package b\n"})
    assert file.data == b"package b\n"
    write_tree(tmp_path, {"a.go": "package c\n"})
    assert file.data == file.read() == b"package b\n"


@pytest.mark.parametrize(
    ("text", "kept"),
    [("package a\n\n//go:linkname f runtime.f\nfunc f()\n", True), ("package a\n\nfunc f() {}\n", False)],
)
def test_a_file_with_directives_is_read_once(text: str, kept: bool, tmp_path: Path) -> None:
    file = on_disk(tmp_path, text)
    assert file.glance.directives is kept
    write_tree(tmp_path, {"a.go": "package other\n"})
    assert (file.data == text.encode()) is kept


def test_the_header_and_the_glance_are_of_one_reading(tmp_path: Path) -> None:
    file = on_disk(tmp_path, 'package a\n\nimport "fmt"\n')
    assert not file.glance.directives
    write_tree(tmp_path, {"a.go": "package b\n"})
    assert file.header.package_name == "a"


def test_what_cannot_be_read_is_empty_and_says_why(tmp_path: Path) -> None:
    file = FileOnDisk(tmp_path, "gone.go", (0, 0))
    assert file.trouble is None
    assert (file.data, file.header.package_name, file.glance.directives) == (b"", "", False)
    assert isinstance(file.trouble, FileNotFoundError)


def test_only_what_the_tree_tells_costs_a_parse(tmp_path: Path) -> None:
    file = on_disk(tmp_path, "package a\n\ntype T int\n")
    assert (file.header.package_name, file.source.package_name, file.parsed) == ("a", "a", False)
    assert file.source.tree is not None
    assert file.parsed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("func f()\nfunc g() {}\n", {"f"}),
        ("func (t T) m()\n", {""}),
        # From its bytes each of these may lack a body.
        ("func f(\n\ta int,\n) {\n}\n", set()),
        ("/*\nfunc f()\n*/\n", set()),
        ("func f() int\nfunc g(\n\ta int,\n) (b int)\n", {"f", "g"}),
    ],
)
def test_funcs_without_body(text: str, names: set[str], tmp_path: Path) -> None:
    assert on_disk(tmp_path, f"package a\n\n{text}").bodyless == names
