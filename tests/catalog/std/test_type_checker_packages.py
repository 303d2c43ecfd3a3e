"""Which declaration the type checker gets for a name of std, and which package for an import path."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.catalog.std.type_checker_packages import StdPackages
from golinkname_ls.golang.type_checker.package_source import Declared
from golinkname_ls.syntax.items.declarations import ConstDeclaration, FuncDeclaration, Import
from tests.catalog.std.small_std import symbols_of


def packages(folder: Path, files: dict[str, str], platform: str = "linux/amd64") -> StdPackages:
    return StdPackages(symbols_of(folder, files, platform))


@pytest.mark.parametrize(
    ("files", "name"),
    [
        ({"a.go": "package a\n"}, "a"),
        ({"a.go": "package b\n"}, "b"),
        # Assembly has no package clause, nor has a file that is not built a say.
        ({"a_linux.s": "TEXT ·f(SB),4,$0\n\tRET\n", "z.go": "package b\n"}, "b"),
        ({"a_windows.go": "package other\n", "b_linux.go": "package b\n"}, "b"),
    ],
)
def test_package_has_the_name_of_its_clause(tmp_path: Path, files: dict[str, str], name: str) -> None:
    found = packages(tmp_path, {f"x/a/{file}": text for file, text in files.items()}).package("x/a", "")
    assert found is not None
    assert found.name == name


def test_declaration_comes_with_its_files_imports(tmp_path: Path) -> None:
    files = {
        "a/a.go": 'package a\n\nimport other "b"\n\ntype T struct{}\n\nfunc (T) m() {}\n\nfunc f(other.T) {}\n',
        "a/b_windows.go": "package a\n\nfunc g() {}\n\nfunc (T) w() {}\n",
    }
    found = packages(tmp_path, files).package("a", "")
    assert found is not None
    declared = found.declared("f")
    assert declared is not None
    assert isinstance(declared.declaration, FuncDeclaration)
    assert declared.imports == (Import("b", "other"),)
    assert (found.declared("g"), found.declared("m")) == (None, None)
    assert list(found.methods("T")) == ["m"]
    assert not found.methods("U")


def test_constant_that_the_catalog_leaves_out_has_its_value(tmp_path: Path) -> None:
    # Conditions over runtime.GOOS are everywhere, but no type is made with it.
    found = packages(tmp_path, {"runtime/e.go": 'package runtime\n\nconst GOARCH = "mine"\n\nvar v [len(GOARCH)]int\n'})
    runtime = found.package("runtime", "")
    assert runtime is not None
    assert runtime.declared("GOOS") == Declared(ConstDeclaration("GOOS", "", '"linux"', 0, 0), ())
    declared = runtime.declared("GOARCH")
    assert declared is not None
    assert declared.declaration.value == '"mine"'
    assert runtime.declared("GOFLAGS") is None


def test_import_path_means_the_vendored_copy_where_there_is_one(tmp_path: Path) -> None:
    files = {
        "vendor/golang.org/x/net/idna/i.go": "package idna\n",
        "a/a.go": "package a\n",
        "vendor/a/a.go": "package a\n",
    }
    found = packages(tmp_path, files)
    vendored = found.package("golang.org/x/net/idna", "net/http")
    assert vendored is not None
    assert vendored.path == "vendor/golang.org/x/net/idna"
    assert found.package("vendor/golang.org/x/net/idna", "") is vendored
    own = found.package("a", "")
    assert own is not None
    assert own.path == "a"


def test_package_without_files_for_the_target_is_none(tmp_path: Path) -> None:
    found = packages(tmp_path, {"a/a_windows.go": "package a\n"})
    assert (found.package("a", ""), found.package("none", "")) == (None, None)
