"""Which files a folder has, on disk and in editors, and when they are looked at again."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from golinkname_ls.golang.packages.folder_files import FolderFiles
from golinkname_ls.syntax.files.editable_assembly_text import AssemblyFile
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer
from tests.tree import write_tree

Texts = dict[str, SourceFile | AssemblyFile]


def opened(folder: Path, name: str, text: str) -> SourceFile | AssemblyFile:
    kind = AssemblyFile if name.endswith(".s") else SourceFile
    return kind(folder / name, Buffer(text.encode()))


def package_names(files: FolderFiles) -> dict[str, str]:
    return {name: header.package_name for name, header in files.headers()}


FILES = {
    "b.go": "package p\n",
    "a.go": "package p\n",
    "a_test.go": "package p_test\n",
    "z.s": "// z\n",
    "_x.go": "package x\n",
    ".y.go": "package y\n",
    "_w.s": "",
    "c.txt": "",
    "deeper/d.go": "package d\n",
}


def test_go_and_assembly_files_that_are_not_hidden(tmp_path: Path) -> None:
    files = FolderFiles(write_tree(tmp_path, FILES), {})
    assert files.file_names() == ["a.go", "b.go", "z.s"]
    assert package_names(files) == {"a.go": "p", "a_test.go": "p_test", "b.go": "p"}
    assert files.has_assembly
    for name in ("_x.go", "deeper/d.go", "gone.go", "gone.s"):
        assert files.text(name) is None, name


def test_an_editors_text_counts_in_the_place_of_the_file(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.go": "package disk\n", "a.s": "// disk\n"})
    texts: Texts = {
        "a.go": opened(tmp_path, "a.go", "package edited\n"),
        "new.go": opened(tmp_path, "new.go", "package new\n"),
        "a.s": opened(tmp_path, "a.s", "// edited\n"),
        "new.s": opened(tmp_path, "new.s", "// new\n"),
    }
    files = FolderFiles(tmp_path, texts)
    assert package_names(files) == {"a.go": "edited", "new.go": "new"}
    assert files.file_names() == ["a.go", "new.go", "a.s", "new.s"]
    assert (files.assembly_file("a.s"), files.assembly_file("new.s")) == (b"// edited\n", b"// new\n")
    assert files.text("a.s") is texts["a.s"]
    assert files.source("a.go") is texts["a.go"]
    texts.clear()
    files.forget()
    assert package_names(files) == {"a.go": "disk"}
    assert files.assembly_file("a.s") == b"// disk\n"


def test_the_disk_is_listed_again_only_after_forget_and_unchanged_files_are_kept(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.go": "package a\n", "b.go": "package b\n", "a.s": "// 1\n"})
    files = FolderFiles(tmp_path, {})
    kept, other = files.source("a.go"), files.source("b.go")
    write_tree(tmp_path, {"b.go": "package changed\n", "c.go": "package c\n", "a.s": "// 2\n"})
    assert package_names(files) == {"a.go": "a", "b.go": "b"}
    assert files.assembly_file("a.s") == b"// 1\n"
    files.forget()
    assert package_names(files) == {"a.go": "a", "b.go": "changed", "c.go": "c"}
    assert files.assembly_file("a.s") == b"// 2\n"
    assert files.source("a.go") is kept
    assert files.source("b.go") is not other
    (tmp_path / "a.s").unlink()
    files.forget()
    assert files.assembly_file("a.s") is None
    # Of the same size, but written later.
    os.utime(tmp_path / "a.go", (1, 1))
    files.forget()
    assert files.source("a.go") is not kept


def test_an_answer_about_the_folder_is_found_again_when_it_changed(tmp_path: Path) -> None:
    files = FolderFiles(write_tree(tmp_path, {"a.go": "package a\n"}), {})

    def count() -> int:
        return files.answers.ask("count", lambda: len(files.file_names()))

    assert count() == 1
    write_tree(tmp_path, {"b.go": "package a\n"})
    assert count() == 1
    files.forget()
    assert count() == 2


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_what_cannot_be_read_is_not_there_and_says_why(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.go": "package a\n", "folder.go/x": "", "folder.s/x": ""})
    (tmp_path / "loop.go").symlink_to(tmp_path / "loop.go")
    (tmp_path / "gone.s").symlink_to(tmp_path / "nowhere")
    files = FolderFiles(tmp_path, {})
    assert package_names(files) == {"a.go": "a"}
    assert not files.has_assembly
    assert files.trouble("a.go") is None
    for name in ("loop.go", "gone.s", "folder.go", "folder.s"):
        assert isinstance(files.trouble(name), OSError), name
        assert files.text(name) is None, name
    # Once it can be read, nothing is told of it any more.
    (tmp_path / "gone.s").unlink()
    write_tree(tmp_path, {"gone.s": "// here\n"})
    files.forget()
    assert files.assembly_file("gone.s") == b"// here\n"
    assert files.trouble("gone.s") is None


def test_a_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    files = FolderFiles(tmp_path / "gone", {})
    assert (files.file_names(), files.has_assembly, files.directives("a.go")) == ([], False, ())


def test_an_included_file_is_of_the_folder_or_empty(tmp_path: Path) -> None:
    files = FolderFiles(write_tree(tmp_path, {"own.h": "#define X\n"}), {})
    assert files.included_file(b"own.h") == b"#define X\n"
    write_tree(tmp_path, {"own.h": ""})
    files.forget()
    files.file_names()
    assert files.included_file(b"own.h") == b""
    assert files.included_file(b"textflag.h") == b""
    assert files.included_file(b"a\0b") == b""
