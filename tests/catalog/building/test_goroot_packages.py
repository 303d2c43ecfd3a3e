"""Which folders of a GOROOT are std packages, and which of their files belong to them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from golinkname_ls.catalog.building.goroot_packages import Skipped, package_folders, read_sources, source_bytes
from tests.tree import write_tree

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs links")


def paths(src: Path) -> list[str]:
    return [path for path, _ in package_folders(src, [])]


def files(folder: Path, skipped: list[Skipped] | None = None) -> list[str]:
    return [f.path for f in read_sources("p", folder, [] if skipped is None else skipped).files]


@pytest.mark.parametrize(
    ("name", "is_package"),
    [
        ("net/http/http.go", True),
        ("vendor/golang.org/x/net/idna/idna.go", True),
        ("cmd/go/main.go", False),
        # Only the folder of commands at the top is theirs.
        ("internal/cmd/x.go", True),
        # `go help packages`: the go tool ignores testdata, and names that begin with . or _.
        ("net/testdata/x.go", False),
        ("net/testdata/sub/x.go", False),
        ("_old/x.go", False),
        (".git/x.go", False),
        ("net/asm.s", False),
        ("x.go", False),
    ],
)
def test_folder_with_go_files_is_a_package(tmp_path: Path, name: str, is_package: bool) -> None:
    folder = name.rpartition("/")[0]
    assert paths(write_tree(tmp_path, {name: "package x\n"})) == [folder] * is_package


def test_packages_come_sorted_by_import_path(tmp_path: Path) -> None:
    # "-" sorts before "/", so that a walk in the order of folder names would not do.
    names = ["net/http/a.go", "net/a.go", "net-x/a.go", "bufio/a.go"]
    assert paths(write_tree(tmp_path, dict.fromkeys(names, ""))) == ["bufio", "net", "net-x", "net/http"]


@posix
def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    src = write_tree(tmp_path, {"net/a.go": ""})
    (src / "net" / "again").symlink_to(src, target_is_directory=True)
    assert paths(src) == ["net"]


def test_folder_that_cannot_be_listed_is_named(tmp_path: Path) -> None:
    skipped: list[Skipped] = []
    assert not list(package_folders(tmp_path / "none", skipped))
    assert [s.file for s in skipped] == [tmp_path / "none"]


@pytest.mark.parametrize(
    ("name", "text", "is_part"),
    [
        ("a.go", "package p\n", True),
        ("a_windows.go", "package p\n", True),
        ("a.go", "//go:build plan9\n\npackage p\n", True),
        ("a.go", "package other\n", True),
        ("a_test.go", "package p\n", False),
        ("_a.go", "package p\n", False),
        (".a.go", "package p\n", False),
        ("gen.go", "//go:build ignore\n\npackage p\n", False),
        ("gen.go", "package main\n", False),
        # cmd/go: a file of this package is documentation, and no part of any build.
        ("doc.go", "package documentation\n", False),
    ],
)
def test_file_belongs_to_its_package(tmp_path: Path, name: str, text: str, is_part: bool) -> None:
    skipped: list[Skipped] = []
    assert files(write_tree(tmp_path, {name: text}), skipped) == [name] * is_part
    assert not skipped


@pytest.mark.parametrize("text", ["package p\n\nfunc f( {\n", "", "// Nothing else.\n"])
def test_file_that_does_not_parse_is_named(tmp_path: Path, text: str) -> None:
    skipped: list[Skipped] = []
    assert files(write_tree(tmp_path, {"a.go": text, "b.go": "package p\n"}), skipped) == ["b.go"]
    assert [str(s) for s in skipped] == [f"{tmp_path / 'a.go'}: left out: it does not parse"]


def test_assembly_is_listed_with_its_constraint_and_symbols(tmp_path: Path) -> None:
    texts = {
        "a.s": "//go:build !purego\n\nTEXT ·add(SB),4,$0\n\tRET\nGLOBL ·table(SB),8,$16\n",
        "empty.s": "// No symbols.\n",
        "local.s": "TEXT ·only<>(SB),4,$0\n\tRET\n",
    }
    package = read_sources("math/big", write_tree(tmp_path, texts), [])
    symbols = [("text", "math/big.add", "ABI0"), ("globl", "math/big.table", "ABI0")]
    assert package.assembly == [("a.s", "!purego", symbols)]


@posix
def test_only_regular_files_are_read(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.go": "package p\n"})
    (tmp_path / "link.go").symlink_to("a.go")
    # A device stands for all whose end may never come.
    (tmp_path / "null.go").symlink_to(os.devnull)
    assert source_bytes(tmp_path / "link.go") == b"package p\n"
    with pytest.raises(OSError, match="no regular file"):
        source_bytes(tmp_path / "null.go")
    skipped: list[Skipped] = []
    assert files(tmp_path, skipped) == ["a.go", "link.go"]
    assert [s.file.name for s in skipped] == ["null.go"]
