"""Which module and packages a folder belongs to, and what is read again after a change."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.packages.packages_by_folder import Folders
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer
from tests.tree import write_tree

FILES = {
    "go.mod": "module x.y/m\n\ngo 1.22\n",
    "m.go": "package m\n",
    "a/a.go": "package a\n",
    "a/b/b_test.go": "package b\n",
    "a/empty/c.txt": "",
    "nested/go.mod": "module x.y/m/nested\n",
    "nested/n.go": "package n\n",
    "nested/deep/d.go": "package d\n",
    "nameless/go.mod": "go 1.22\n",
    "vendor/v/v.go": "package v\n",
    "testdata/t.go": "package t\n",
    "_old/o.go": "package o\n",
    ".git/g.go": "package g\n",
    "node_modules/x/x.go": "package x\n",
}


@pytest.mark.parametrize(
    ("folder", "path"),
    [
        (".", "x.y/m"),
        ("a/b", "x.y/m"),
        ("gone/deeper", "x.y/m"),
        ("nested", "x.y/m/nested"),
        ("nested/deep", "x.y/m/nested"),
        # A go.mod without a name hides the one above.
        ("nameless/deep", None),
    ],
)
def test_the_module_is_that_of_the_nearest_go_mod(folder: str, path: str | None, tmp_path: Path) -> None:
    folders = Folders()
    write_tree(tmp_path, FILES)
    # What is known of a folder above or below does not change what is found.
    for before in ("a", ".", "nested/deep", folder):
        folders.module(tmp_path / before)
    module = folders.module(tmp_path / folder)
    assert (module.path if module else None) == path
    assert folders.mod_file(tmp_path / "nameless" / "deep") == tmp_path / "nameless" / "go.mod"


def test_the_go_folders_of_a_module(tmp_path: Path) -> None:
    folders = Folders()
    module = folders.module(write_tree(tmp_path, FILES))
    assert module is not None
    # What `./...` leaves out (other modules, testdata, vendor, names that begin with a dot or underscore), and JavaScript.
    assert folders.folders(module) == [tmp_path, tmp_path / "a", tmp_path / "a" / "b"]


def test_what_was_read_stands_until_it_is_forgotten(tmp_path: Path) -> None:
    folders = Folders()
    write_tree(tmp_path, FILES)
    module, nested = folders.module(tmp_path / "a"), tmp_path / "nested"
    assert module is not None
    assert folders.module(nested) is not None
    assert folders.locate(module, "x.y/m/new") is None
    before = folders.folders(module)
    assert folders.package(tmp_path / "a").file_names() == ["a.go"]
    write_tree(
        tmp_path, {"go.mod": "module x.y/other\n\ngo 1.23\n", "a/new.go": "package a\n", "new/new.go": "package new"}
    )
    (nested / "go.mod").unlink()
    assert folders.module(tmp_path) is module
    folders.forget(tmp_path / "a" / "new.go")
    assert folders.package(tmp_path / "a").file_names() == ["a.go", "new.go"]
    other = folders.module(nested)
    assert other is not None
    assert other.path == "x.y/other"
    assert folders.locate(other, "x.y/other/new") is not None
    assert len(folders.folders(other)) == len(before) + 3


def test_an_answer_about_modules_is_found_again(tmp_path: Path) -> None:
    folders = Folders()
    write_tree(tmp_path, FILES)

    def path() -> str:
        module = folders.module(tmp_path)
        return module.path if module else ""

    assert folders.answers.ask("path", path) == "x.y/m"
    write_tree(tmp_path, {"go.mod": "module x.y/other\n"})
    folders.forget(tmp_path / "go.mod")
    assert folders.answers.ask("path", path) == "x.y/other"


def test_an_editors_text_counts_until_it_is_dropped(tmp_path: Path) -> None:
    folders = Folders()
    package = folders.package(write_tree(tmp_path, {"a.go": "package disk\n"}))
    assert folders.package(tmp_path) is package
    headers = [name for name, _ in package.headers()]
    folders.overlay(SourceFile(tmp_path / "b.go", Buffer(b"package edited\n")))
    assert [name for name, _ in package.headers()] == [*headers, "b.go"]
    folders.drop_overlay(tmp_path / "b.go")
    assert [name for name, _ in package.headers()] == headers


def test_imports_lead_nowhere_without_a_module(tmp_path: Path) -> None:
    folders = Folders()
    module = folders.module(write_tree(tmp_path, FILES))
    assert folders.locate(None, "x.y/m/a") is None
    found = folders.locate(module, "x.y/m/a")
    assert found is not None
    assert found.folder == tmp_path / "a"


def test_goroots_commands_import_the_std_library_beside_them(tmp_path: Path) -> None:
    files = {
        "src/go.mod": "module std\n",
        "src/fmt/f.go": "package fmt\n",
        "src/cmd/go.mod": "module cmd\n",
        "src/cmd/c.go": "",
        # A folder of that name in another module is none of it.
        "m/go.mod": "module x.y/m\n",
        "m/cmd/go.mod": "module x.y/m/cmd\n",
        "m/cmd/c.go": "",
    }
    folders = Folders()
    write_tree(tmp_path, files)
    assert folders.locate(folders.module(tmp_path / "src" / "cmd"), "fmt") is not None
    assert folders.locate(folders.module(tmp_path / "m" / "cmd"), "fmt") is None
