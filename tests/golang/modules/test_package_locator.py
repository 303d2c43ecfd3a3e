"""Import paths are found where the go command finds them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from golinkname_ls.golang.installation.environment import GoEnvironment
from golinkname_ls.golang.modules.package_locator import Locator
from golinkname_ls.golang.packages.packages_by_folder import Folders
from golinkname_ls.golang.targets.version import GoVersion
from tests.tree import write_tree


def environment(root: Path, **variables: str) -> GoEnvironment:
    return GoEnvironment.read({"GOMODCACHE": str(root / "cache"), "GOENV": "off", **variables})


def locator(root: Path, folder: str = ".", **variables: str) -> Locator:
    return Locator(root / folder, environment(root, **variables))


def place(found: Locator, import_path: str, root: Path) -> tuple[str, str] | None:
    location = found.locate(import_path)
    return (location.folder.relative_to(root).as_posix(), location.name) if location else None


def cached(path: str, version: str, files: dict[str, str]) -> dict[str, str]:
    """A module's files as the cache holds them; `path` and `version` are already escaped."""
    tree = {f"cache/{path}@{version}/{name}": text for name, text in files.items()}
    if "go.mod" in files:
        tree[f"cache/cache/download/{path}/@v/{version}.mod"] = files["go.mod"]
    return tree


def test_a_single_module(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "go.mod": "module example.com/m\n\ngo 1.22\n",
            "a.go": "package m\n",
            "x/y/y.go": "package y\n",
            "empty/readme": "",
            "nested/go.mod": "module example.com/m/nested\n",
            "nested/n.go": "package n\n",
        },
    )
    found = locator(tmp_path, "x/y")
    assert place(found, "example.com/m", tmp_path) == (".", "example.com/m")
    assert place(found, "example.com/m/x/y", tmp_path) == ("x/y", "example.com/m")
    location = found.locate("example.com/m/x/y")
    assert location is not None
    assert location.is_main_module
    assert location.language == GoVersion(1, 22)
    for absent in ("example.com/m/empty", "example.com/m/nested", "example.com/mx", "fmt", "C", "", "./x", "a@v1"):
        assert found.locate(absent) is None, absent


def test_the_cache_with_escapes_and_the_longest_path(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "m/go.mod": (
                "module example.com/m\n\ngo 1.22\n\nrequire (\n\tgithub.com/Azure/SDK v1.2.3-RC1\n"
                "\texample.com/a v1.0.0\n\texample.com/a/b v1.5.0\n)\n"
            ),
            **cached(
                "github.com/!azure/!s!d!k", "v1.2.3-!r!c1", {"go.mod": "module x\ngo 1.19\n", "p/p.go": "package p"}
            ),
            **cached(
                "example.com/a", "v1.0.0", {"go.mod": "module x\n", "b/b.go": "package b", "b/c/c.go": "package c"}
            ),
            **cached("example.com/a/b", "v1.5.0", {"b.go": "package b"}),
        },
    )
    found = locator(tmp_path, "m")
    azure = found.locate("github.com/Azure/SDK/p")
    assert azure is not None
    assert azure.folder == tmp_path / "cache" / "github.com" / "!azure" / "!s!d!k@v1.2.3-!r!c1" / "p"
    assert (azure.version, azure.is_main_module, azure.language) == ("v1.2.3-RC1", False, GoVersion(1, 19))
    assert place(found, "example.com/a/b", tmp_path) == ("cache/example.com/a/b@v1.5.0", "example.com/a/b@v1.5.0")
    # The longer path has no such package: the shorter one is asked next.
    assert place(found, "example.com/a/b/c", tmp_path) == ("cache/example.com/a@v1.0.0/b/c", "example.com/a@v1.0.0")


def test_replacements(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "m/go.mod": (
                "module example.com/m\ngo 1.20\nrequire (\n\tx.y/a v1.0.0\n\tx.y/b v1.0.0\n\tx.y/c v1.0.0\n)\n"
                "replace x.y/a => ../a\nreplace x.y/b v1.0.0 => x.y/fork v1.1.0\nreplace x.y/c v1.9.0 => ../a\n"
            ),
            "a/go.mod": "module anything\ngo 1.18\n",
            "a/a.go": "package a",
            "a/inner/go.mod": "module x.y/a/inner",
            "a/inner/i.go": "package i",
            **cached("x.y/fork", "v1.1.0", {"go.mod": "module x.y/b\n", "b.go": "package b"}),
            **cached("x.y/b", "v1.0.0", {"b.go": "package b"}),
            **cached("x.y/c", "v1.0.0", {"c.go": "package c"}),
        },
    )
    found = locator(tmp_path, "m")
    assert place(found, "x.y/a", tmp_path) == ("a", "x.y/a@v1.0.0")
    assert place(found, "x.y/a/inner", tmp_path) is None
    assert place(found, "x.y/b", tmp_path) == ("cache/x.y/fork@v1.1.0", "x.y/b@v1.0.0")
    assert place(found, "x.y/c", tmp_path) == ("cache/x.y/c@v1.0.0", "x.y/c@v1.0.0")


def test_go_work_replaces_before_its_modules(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "w/go.work": "go 1.22\nuse (\n\t./a\n\tb\n\t./gone\n)\nreplace x.y/z => ./z\n",
            "w/a/go.mod": "module e.com/a\ngo 1.22\nrequire x.y/z v1.0.0\nreplace x.y/z v1.0.0 => ../other\n",
            "w/a/a.go": "package a",
            "w/b/go.mod": "module e.com/b\ngo 1.22\n",
            "w/b/b.go": "package b",
            "w/c/go.mod": "module e.com/c\ngo 1.22\n",
            "w/c/c.go": "package c",
            "w/z/z.go": "package z",
            "w/other/z.go": "package z",
        },
    )
    found = locator(tmp_path, "w/a")
    assert [m.path for m in found.main_modules] == ["e.com/a", "e.com/b"]
    assert place(found, "e.com/b", tmp_path) == ("w/b", "e.com/b")
    assert place(found, "x.y/z", tmp_path) == ("w/z", "x.y/z@v1.0.0")
    assert place(locator(tmp_path, "w/a", GOWORK="off"), "x.y/z", tmp_path) == ("w/other", "x.y/z@v1.0.0")
    assert locator(tmp_path, "w/a", GOWORK="off").locate("e.com/b") is None
    # A module that the go.work does not use stands alone.
    assert [m.path for m in locator(tmp_path, "w/c").main_modules] == ["e.com/c"]
    named = locator(tmp_path, "w/c", GOWORK=str(tmp_path / "w" / "go.work"))
    assert [m.path for m in named.main_modules] == ["e.com/c"]


VENDORED = {
    "go.mod": "module e.com/m\ngo 1.22\nrequire x.y/a v1.0.0\n",
    "vendor/modules.txt": "# x.y/a v1.0.0\n## explicit; go 1.17\nx.y/a/p\n",
    "vendor/x.y/a/p/p.go": "package p",
    "vendor/x.y/a/q/q.go": "package q",
    **cached("x.y/a", "v1.0.0", {"p/p.go": "package p", "r/r.go": "package r"}),
}


def test_vendor(tmp_path: Path) -> None:
    write_tree(tmp_path, VENDORED)
    found = locator(tmp_path)
    location = found.locate("x.y/a/p")
    assert location is not None
    assert location.folder == tmp_path / "vendor" / "x.y" / "a" / "p"
    assert (location.name, location.language) == ("x.y/a@v1.0.0", GoVersion(1, 17))
    # Before 1.23 a vendored package need not be listed.
    assert place(found, "x.y/a/q", tmp_path) == ("vendor/x.y/a/q", "x.y/a@v1.0.0")
    assert found.locate("x.y/a/r") is None
    write_tree(tmp_path, {"go.mod": "module e.com/m\ngo 1.23\nrequire x.y/a v1.0.1\n"})
    found = locator(tmp_path)
    assert found.locate("x.y/a/q") is None


@pytest.mark.parametrize(
    ("change", "flags", "vendored"),
    [
        ({}, "", True),
        ({}, "-mod=mod", False),
        ({}, "-v -mod=readonly", False),
        ({"go.mod": "module e.com/m\ngo 1.13\nrequire x.y/a v1.0.0\n"}, "", False),
        ({"go.mod": "module e.com/m\ngo 1.13\nrequire x.y/a v1.0.0\n"}, "-mod=vendor", True),
        ({"go.mod": "module e.com/m\nrequire x.y/a v1.0.0\n"}, "", False),
        ({"vendor/modules.txt": "## workspace\n# x.y/a v1.0.0\nx.y/a/p\n"}, "", False),
    ],
)
def test_when_vendor_is_used(tmp_path: Path, change: dict[str, str], flags: str, vendored: bool) -> None:
    write_tree(tmp_path, VENDORED | change)
    found = locator(tmp_path, GOFLAGS=flags).locate("x.y/a/p")
    assert found is not None
    assert (tmp_path / "vendor" in found.folder.parents) is vendored


def test_a_vendor_folder_without_list_is_not_used(tmp_path: Path) -> None:
    write_tree(tmp_path, {k: v for k, v in VENDORED.items() if k != "vendor/modules.txt"})
    assert place(locator(tmp_path), "x.y/a/p", tmp_path) == ("cache/x.y/a@v1.0.0/p", "x.y/a@v1.0.0")


def test_a_workspace_vendor(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "go.work": "go 1.22\nuse ./m\n",
            "m/go.mod": "module e.com/m\ngo 1.22\nrequire x.y/a v1.0.0\n",
            "vendor/modules.txt": "## workspace\n# x.y/a v1.0.0\n## explicit\nx.y/a\n",
            "vendor/x.y/a/a.go": "package a",
        },
    )
    assert place(locator(tmp_path, "m"), "x.y/a", tmp_path) == ("vendor/x.y/a", "x.y/a@v1.0.0")


def test_before_1_17_the_whole_graph_is_read(tmp_path: Path) -> None:
    modules = {
        **cached("x.y/a", "v1.0.0", {"go.mod": "module x.y/a\nrequire x.y/b v1.1.0\n", "a.go": "package a"}),
        **cached("x.y/b", "v1.1.0", {"go.mod": "module x.y/b\nrequire x.y/c v1.0.0\n", "b.go": "package b"}),
        **cached("x.y/b", "v1.2.0", {"go.mod": "module x.y/b\n", "b.go": "package b"}),
        **cached("x.y/c", "v1.0.0", {"go.mod": "module x.y/c\nrequire x.y/b v1.2.0\n", "c.go": "package c"}),
    }
    write_tree(tmp_path, {"m/go.mod": "module e.com/m\ngo 1.16\nrequire x.y/a v1.0.0\n", **modules})
    found = locator(tmp_path, "m")
    assert found.selection.versions == {"x.y/a": "v1.0.0", "x.y/b": "v1.2.0", "x.y/c": "v1.0.0"}
    excluded = "module e.com/m\ngo 1.16\nrequire x.y/a v1.0.0\nexclude x.y/b v1.2.0\n"
    write_tree(tmp_path, {"m/go.mod": excluded})
    assert locator(tmp_path, "m").selection.versions == {"x.y/a": "v1.0.0", "x.y/b": "v1.1.0", "x.y/c": "v1.0.0"}


def test_goroot_and_its_vendored_packages(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "go/src/go.mod": "module std\n\ngo 1.27\n\nrequire golang.org/x/net v0.1.0\n",
            "go/src/net/http/h.go": "package http",
            "go/src/vendor/modules.txt": "# golang.org/x/net v0.1.0\n## explicit; go 1.17\ngolang.org/x/net/idna\n",
            "go/src/vendor/golang.org/x/net/idna/i.go": "package idna",
            "go/src/cmd/go.mod": "module cmd\n\ngo 1.27\n",
            "go/src/cmd/go/main.go": "package main",
            "go/src/cmd/vendor/modules.txt": "",
            "go/src/cmd/vendor/golang.org/x/mod/m.go": "package mod",
            "m/go.mod": "module e.com/m\ngo 1.22\n",
        },
    )
    goroot = tmp_path / "go"
    user = Locator(tmp_path / "m", environment(tmp_path), goroot)
    assert place(user, "net/http", tmp_path) == ("go/src/net/http", "std")
    assert user.locate("golang.org/x/net/idna") is None
    assert place(user, "vendor/golang.org/x/net/idna", tmp_path) == ("go/src/vendor/golang.org/x/net/idna", "std")
    std = Locator(goroot / "src" / "net" / "http", environment(tmp_path))
    found = std.locate("golang.org/x/net/idna")
    assert found is not None
    assert (found.import_path, found.module) == ("vendor/golang.org/x/net/idna", "std")
    assert place(std, "net/http", tmp_path) == ("go/src/net/http", "std")
    cmd = Locator(goroot / "src" / "cmd" / "go", environment(tmp_path), goroot)
    assert place(cmd, "net/http", tmp_path) == ("go/src/net/http", "std")
    in_cmd = cmd.locate("golang.org/x/mod")
    assert in_cmd is not None
    assert in_cmd.import_path == "cmd/vendor/golang.org/x/mod"


def test_the_environment_as_the_go_command_reads_it(tmp_path: Path) -> None:
    write_tree(tmp_path, {"env": "GOFLAGS=-mod=mod\r\n# no\nGOMODCACHE=/else\n=bad\nGOPATH=/p\n"})
    found = GoEnvironment.read({"GOENV": str(tmp_path / "env"), "GOMODCACHE": "/mine"})
    assert (found.mod, found.module_cache) == ("mod", Path("/mine"))
    assert found.gopath == Path("/p")
    home = "USERPROFILE" if sys.platform == "win32" else "HOME"
    assert GoEnvironment.read({home: str(tmp_path), "GOENV": "off"}).module_cache == tmp_path / "go" / "pkg" / "mod"
    assert GoEnvironment.read({"GOENV": "off"}).module_cache is None


@pytest.mark.skipif(sys.platform != "linux", reason="the folder of `go env -w` is another elsewhere")
def test_the_file_of_go_env_w(tmp_path: Path) -> None:
    write_tree(tmp_path, {".config/go/env": "GOWORK=off\n", "x/go/env": "GOWORK=auto\n"})
    assert GoEnvironment.read({"HOME": str(tmp_path)}).get("GOWORK") == "off"
    assert GoEnvironment.read({"HOME": "/nowhere", "XDG_CONFIG_HOME": str(tmp_path / "x")}).get("GOWORK") == "auto"
    assert GoEnvironment.read({"HOME": str(tmp_path), "GOENV": "off"}).get("GOWORK") == ""


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_loops_of_links_and_unreadable_folders(tmp_path: Path) -> None:
    write_tree(tmp_path, {"go.mod": "module e.com/m\ngo 1.22\nrequire x.y/a v1.0.0\n", "closed/a.go": "package a"})
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "vendor").symlink_to(tmp_path / "vendor")
    (tmp_path / "closed").chmod(0)
    try:
        found = locator(tmp_path)
        for path in ("e.com/m/loop", "e.com/m/loop/x", "e.com/m/closed/x", "e.com/m/up/up", "x.y/a"):
            assert found.locate(path) is None, path
        assert Folders().module(tmp_path / "loop" / "x") is not None
        assert Locator(tmp_path / "closed" / "deep", environment(tmp_path)).main_modules[0].path == "e.com/m"
    finally:
        (tmp_path / "closed").chmod(0o755)


def test_no_module_at_all(tmp_path: Path) -> None:
    found = locator(tmp_path)
    assert (found.main_modules, found.locate("x.y/z")) == ([], None)
