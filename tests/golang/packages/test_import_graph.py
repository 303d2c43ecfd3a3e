"""Which packages a package imports on a target, directly and through others (cmd/go/internal/load)."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.packages.import_graph import Closure, closure, imports_of, is_main
from golinkname_ls.golang.packages.packages_by_folder import Folders
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from tests.tree import write_tree

LINUX = Target(GoVersion(1, 27), Platform("linux", "amd64"))
WINDOWS = LINUX._replace(platform=Platform("windows", "amd64"))
STD = frozenset({"fmt", "os", "testing"})
FILES = {
    "go.mod": "module x.y/m\n\ngo 1.22\n",
    "main.go": 'package main\n\nimport (\n\t"fmt"\n\t"x.y/m/a"\n\t"x.y/gone"\n)\n',
    "main_windows.go": 'package main\n\nimport "x.y/m/b"\n',
    "main_test.go": 'package main\n\nimport "testing"\n',
    "a/a.go": 'package a\n\nimport (\n\t"unsafe"\n\t_ "x.y/m/c"\n)\n',
    "a/a_test.go": 'package a\n\nimport "x.y/m/b"\n',
    "b/b.go": 'package b\n\nimport "os"\n',
    # A circle, which the go command refuses and an editor has open for a while.
    "c/c.go": 'package c\n\nimport "x.y/m/a"\n',
}


def imported(root: Path, folder: str, target: Target, *, tests: bool = False) -> Closure:
    folders = Folders()
    module = folders.module(root)
    assert module is not None
    start = (module.import_path(root / folder), root / folder)
    return closure(folders, module, start, target, STD, tests=tests)


@pytest.mark.parametrize(
    ("folder", "target", "tests", "packages", "std", "missing"),
    [
        (".", LINUX, False, "x.y/m x.y/m/a x.y/m/c", "fmt unsafe", "x.y/gone"),
        (".", WINDOWS, False, "x.y/m x.y/m/a x.y/m/b x.y/m/c", "fmt os unsafe", "x.y/gone"),
        # The tests of the package itself, not those of what it imports.
        (".", LINUX, True, "x.y/m x.y/m/a x.y/m/c", "fmt testing unsafe", "x.y/gone"),
        ("a", LINUX, True, "x.y/m/a x.y/m/b x.y/m/c", "os unsafe", ""),
        ("b", LINUX, False, "x.y/m/b", "os", ""),
    ],
)
def test_transitive_imports(
    folder: str, target: Target, tests: bool, packages: str, std: str, missing: str, tmp_path: Path
) -> None:
    found = imported(write_tree(tmp_path, FILES), folder, target, tests=tests)
    assert sorted(found.packages) == packages.split()
    assert sorted(found.std) == std.split()
    assert sorted(found.missing) == missing.split()


def test_every_package_of_goroot_has_its_folder_and_the_runtime_is_always_there(tmp_path: Path) -> None:
    src = write_tree(
        tmp_path / "go" / "src",
        {
            "go.mod": "module std\n\ngo 1.27\n",
            "runtime/r.go": 'package runtime\n\nimport "unsafe"\n',
            "net/n.go": 'package net\n\nimport "golang.org/x/d"\n',
            "vendor/golang.org/x/d/d.go": "package d\n",
            "cmd/go.mod": "module cmd\n\ngo 1.27\n",
            "cmd/tool/t.go": 'package main\n\nimport (\n\t"golang.org/x/d"\n\t"net"\n)\n',
            "cmd/vendor/golang.org/x/d/d.go": "package d\n",
        },
    )
    folders = Folders()
    std, cmd = folders.module(src), folders.module(src / "cmd")
    found = closure(folders, std, ("net", src / "net"), LINUX, None)
    assert sorted(found.packages) == ["net", "runtime", "vendor/golang.org/x/d"]
    assert (found.std, found.missing) == ({"unsafe"}, set())
    # Each of the two modules has its own copy of what both vendor.
    found = closure(folders, cmd, ("cmd/tool", src / "cmd" / "tool"), LINUX, None)
    expected = ["cmd/tool", "cmd/vendor/golang.org/x/d", "net", "runtime", "vendor/golang.org/x/d"]
    assert sorted(found.packages) == expected


def test_without_a_module_only_std_is_found(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.go": 'package a\n\nimport (\n\t"C"\n\t"fmt"\n\t"x.y/z"\n)\n'})
    built_for = LINUX._replace(cgo=True)
    found = closure(Folders(), None, ("a", tmp_path), built_for, STD)
    assert (list(found.packages), found.std, found.missing) == (["a"], {"C", "fmt"}, {"x.y/z"})


@pytest.mark.parametrize(
    ("target", "tests", "paths"), [(LINUX, False, "fmt"), (WINDOWS, False, "fmt os"), (LINUX, True, "fmt testing")]
)
def test_direct_imports(target: Target, tests: bool, paths: str, tmp_path: Path) -> None:
    files = {
        "a.go": 'package a\n\nimport f "fmt"\n',
        "a_windows.go": 'package a\n\nimport "os"\n',
        "a_test.go": 'package a_test\n\nimport "testing"\n',
    }
    package = Folders().package(write_tree(tmp_path, files))
    assert sorted(imports_of(package, target, tests=tests)) == paths.split()


@pytest.mark.parametrize(
    ("files", "main"),
    [
        ({"a.go": "package main\n"}, True),
        ({"a.go": "package a\n"}, False),
        ({"a.go": "package a\n", "tool.go": "//go:build ignore\n\npackage main\n"}, False),
        ({"a_windows.go": "package main\n"}, False),
        ({"a_test.go": "package main\n"}, False),
    ],
)
def test_a_main_package(files: dict[str, str], main: bool, tmp_path: Path) -> None:
    assert is_main(Folders().package(write_tree(tmp_path, files)), LINUX) is main
