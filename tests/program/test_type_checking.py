"""Types and sizes of vars on a target, of std's and a program's own packages, with those of tests and their edits."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.packages.packages_by_folder import Folders
from golinkname_ls.golang.types.type_text import type_text
from golinkname_ls.program.program import Programs
from golinkname_ls.program.type_checking import checker_of, own_var_type, std_var_type
from golinkname_ls.syntax.files.source_file import SourceFile
from tests.program.small_programs import MODULE, program, symbols_of, target
from tests.tree import write_tree

FILES = {
    "m.go": f'package m\n\nimport (\n\t"{MODULE}/lib"\n\t"time"\n)\n\ntype T struct {{\n\ta byte\n\tp *T\n}}\n\n'
    "var std time.Duration\nvar plain int\nvar own T\nvar copied = own\nvar other lib.T\nvar inferred = lib.New()\n"
    "var absent lib.Absent\n\nfunc f() {}\n",
    "lib/lib.go": "package lib\n\ntype T [3]int32\n\nfunc New() *T { return nil }\n",
}


@pytest.mark.parametrize(
    ("name", "text", "wide", "narrow"),
    [
        ("plain", "int", 8, 4),
        ("std", "time.Duration", 8, 8),
        ("own", f"{MODULE}.T", 16, 8),
        ("copied", f"{MODULE}.T", 16, 8),
        ("other", f"{MODULE}/lib.T", 12, 12),
        ("inferred", f"*{MODULE}/lib.T", 8, 4),
        ("absent", "", None, None),
        ("none", "", None, None),
    ],
)
def test_own_var(name: str, text: str, wide: int | None, narrow: int | None, tmp_path: Path) -> None:
    for platform, size in (("linux/amd64", wide), ("linux/386", narrow)):
        found = own_var_type(program(tmp_path, FILES, target(platform=platform)), MODULE, name)
        assert (found.text, found.size) == (text, size)


@pytest.mark.parametrize(
    ("symbol", "text", "size"),
    [("os.Args", "[]string", 24), ("runtime.zerobase", "uintptr", 8), ("io.EOF", "error", 16)],
)
def test_std_var(symbol: str, text: str, size: int, tmp_path: Path) -> None:
    found = program(tmp_path, FILES)
    definition = found.symbols.find(symbol)
    assert definition is not None
    kind = std_var_type(found, definition)
    assert (kind.text, kind.size) == (text, size)


TESTED = {
    "m.go": "package m\n\nvar v int\n",
    "m_test.go": "package m\n\nvar tested string\n",
    "x_test.go": "package m_test\n\nvar v string\n",
}


@pytest.mark.parametrize(
    ("path", "like", "name", "text"),
    [
        (MODULE, "m.go", "v", "int"),
        (MODULE, "m.go", "tested", ""),
        (MODULE, "m_test.go", "tested", "string"),
        (MODULE, "m_test.go", "v", "int"),
        # Both packages stand in one folder.
        (f"{MODULE}_test", "x_test.go", "v", "string"),
        (MODULE, "x_test.go", "v", "int"),
    ],
)
def test_tests_see_what_is_compiled_with_them(path: str, like: str, name: str, text: str, tmp_path: Path) -> None:
    found = program(tmp_path, TESTED, tests=True)
    source = found.closure.packages[MODULE].source(like)
    assert source is not None
    assert own_var_type(found, path, name, source.as_now()).text == text


def test_path_that_ends_like_external_tests_is_a_package_as_any_other(tmp_path: Path) -> None:
    files = {"go.mod": f"module {MODULE}\n", "lib_test/l.go": "package lib\n"}
    write_tree(tmp_path, files | {"lib_test/l_test.go": "package lib\n\nvar tested string\n"})
    folders, path = Folders(), f"{MODULE}/lib_test"
    package = folders.package(tmp_path / "lib_test")
    found = Programs(folders).own(package, folders.module(tmp_path), path, symbols_of(target()), tests=True)
    source = package.source("l_test.go")
    assert source is not None
    assert own_var_type(found, path, "tested", source.as_now()).text == "string"


def test_methods_are_those_of_the_files_of_the_target(tmp_path: Path) -> None:
    files = {
        "m.go": "package m\n\ntype T int\n\nfunc (T) A() int { return 0 }\n",
        "m_windows.go": "package m\n\nfunc (T) B() string { return `` }\n",
        "v.go": "package m\n\nvar a, b = T(0).A(), T(0).B()\n",
    }
    linux = program(tmp_path, files)
    assert own_var_type(linux, MODULE, "a").text == "int"
    assert own_var_type(linux, MODULE, "b").text == ""
    assert own_var_type(program(tmp_path, files, target(platform="windows/amd64")), MODULE, "b").text == "string"


def test_checker_is_that_of_the_declarations_as_they_are_now(tmp_path: Path) -> None:
    found = program(tmp_path, {"m.go": "package m\n\nvar v int\n\nfunc f() { _ = 1 }\n"})
    folders = Folders()
    source = SourceFile.read(tmp_path / "m.go")
    folders.overlay(source)
    found = Programs(folders).own(folders.package(tmp_path), folders.module(tmp_path), MODULE, symbols_of(target()))
    before = checker_of(found)
    assert own_var_type(found, MODULE, "v").text == "int"
    for old, new, text, stays in (("1", "2", "int", True), ("int", "string", "string", False)):
        at = source.data.index(old.encode())
        source.splice(at, at + len(old), new.encode())
        assert own_var_type(found, MODULE, "v").text == text
        assert (checker_of(found) is before) is stays


def test_goroot_programs_share_types_until_an_edit(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "go.mod": "module std\n",
            "runtime/r.go": "package runtime\n",
            "a/a.go": 'package a\n\nimport "lib"\n\nvar V lib.T\n',
            "b/b.go": 'package b\n\nimport "lib"\n\nvar V lib.T\n',
            "lib/lib.go": "package lib\n\ntype T int32\n",
        },
    )
    folders = Folders()
    module, symbols, made = folders.module(tmp_path), symbols_of(target()), Programs(folders)
    a, b = (made.own(folders.package(tmp_path / path), module, path, symbols) for path in "ab")
    assert checker_of(a) is checker_of(b)
    found = own_var_type(b, "b", "V")
    assert (found.text, found.size) == ("lib.T", 4)
    write_tree(tmp_path, {"lib/lib.go": "package lib\n\ntype T int64\n"})
    folders.forget(tmp_path / "lib/lib.go")
    a, b = (made.own(folders.package(tmp_path / path), folders.module(tmp_path), path, symbols) for path in "ab")
    assert own_var_type(b, "b", "V").size == 8
    found_type = checker_of(a).find("lib", "T")
    assert found_type is not None
    assert type_text(found_type.type) == "lib.T"
