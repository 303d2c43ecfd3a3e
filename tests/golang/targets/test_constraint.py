"""Tags, file names and expressions; the tags of each platform are those that real toolchains reported.

`tool_tags.json` is `go list -f '{{context.ToolTags}}'` for every pair of `go tool dist list -json`.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from golinkname_ls.golang.targets.constraint_expression import parse_constraint
from golinkname_ls.golang.targets.file_selection import has_tag, is_satisfied, selected
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.ports import cgo_by_default, cgo_supported, ports
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.syntax.items.constraint_lines import constraint_of

RECORDED = json.loads((Path(__file__).parent / "tool_tags.json").read_text("utf-8"))
EVERY_TAG = sorted({tag for rows in RECORDED.values() for row in rows.values() for tag in row["tags"]})
LINUX = Target(GoVersion(1, 27), Platform("linux", "amd64"))


@pytest.mark.parametrize("release", RECORDED)
def test_tool_tags_and_ports(release: str) -> None:
    version = GoVersion.parse(release)
    rows = RECORDED[release]
    assert sorted(map(str, ports(version))) == sorted(rows)
    for name, row in rows.items():
        platform = Platform.parse(name)
        target = Target(version, platform)
        assert [tag for tag in EVERY_TAG if has_tag(tag, target)] == row["tags"], name
        assert cgo_supported(version, platform) == row["cgo"], name


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ("linux", True),
        ("amd64", True),
        ("gc", True),
        ("gccgo", False),
        ("unix", True),
        ("cgo", False),
        ("race", False),
        ("go1.27", True),
        ("go1.28", False),
        ("go1.1", True),
        ("go1.0", False),
        ("go1.01", False),
        ("go1", False),
        ("go1.21.3", False),
        ("go1.", False),
        ("go2.1", False),
        ("amd64.v2", False),
        ("goexperiment.nonsense", False),
        ("boringcrypto", False),
        ("ignore", False),
    ],
)
def test_tags_of_linux_amd64(tag: str, value: bool) -> None:
    assert has_tag(tag, LINUX) is value


@pytest.mark.parametrize(
    ("goos", "tags"),
    [
        ("android", "android linux unix"),
        ("illumos", "illumos solaris unix"),
        ("ios", "ios darwin unix"),
        ("js", "js"),
        ("wasip1", "wasip1"),
        ("windows", "windows"),
        ("plan9", "plan9"),
        ("aix", "aix unix"),
    ],
)
def test_what_a_system_implies(goos: str, tags: str) -> None:
    target = Target(GoVersion(1, 27), Platform(goos, "amd64"))
    every = (
        "android",
        "linux",
        "illumos",
        "solaris",
        "ios",
        "darwin",
        "js",
        "wasip1",
        "windows",
        "plan9",
        "aix",
        "unix",
    )
    assert {t for t in every if has_tag(t, target)} == set(tags.split())


def test_tags_that_the_build_is_given() -> None:
    target = Target(
        GoVersion(1, 27), Platform("linux", "amd64"), frozenset({"race", "goexperiment.boringcrypto"}), True
    )
    for tag in ("race", "cgo", "boringcrypto", "goexperiment.boringcrypto"):
        assert has_tag(tag, target), tag


@pytest.mark.parametrize(
    ("name", "on"),
    [
        ("a.go", True),
        ("linux.go", True),
        ("windows.go", True),
        ("a_linux.go", True),
        ("a_windows.go", False),
        ("a_unix.go", True),
        ("a_linux_amd64.go", True),
        ("a_linux_arm64.go", False),
        ("a_windows_amd64.go", False),
        ("a_amd64_linux.go", True),
        ("a_arm64_linux.go", True),
        ("a_windows_test.go", False),
        ("a_linux_test.go", True),
        ("a_windows.x.go", False),
        ("_a.go", False),
        (".a.go", False),
        ("windows_amd64.go", True),
        ("x_windows_amd64.s", False),
        ("a_android.go", False),
        ("a_linux_x.go", True),
        ("a_zos.go", False),
        ("a_sparc64.go", False),
    ],
)
def test_file_names(name: str, on: bool) -> None:
    assert selected(name, "", LINUX) is on


def test_a_name_means_nothing_before_its_system_was_known() -> None:
    old, new = (Target(GoVersion(1, minor), Platform("linux", "amd64")) for minor in (19, 21))
    assert selected("a_wasip1.go", "", old)
    assert not selected("a_wasip1.go", "", new)


def test_a_file_that_imports_c() -> None:
    assert not selected("a.go", "", LINUX, imports_c=True)
    assert selected("a.go", "", Target(LINUX.go, LINUX.platform, cgo=True), imports_c=True)


def test_cgo_is_off_when_cross_compiling() -> None:
    linux, mac, wasm = Platform("linux", "amd64"), Platform("darwin", "arm64"), Platform("js", "wasm")
    assert cgo_by_default(LINUX.go, linux, linux)
    assert not cgo_by_default(LINUX.go, mac, linux)
    assert not cgo_by_default(LINUX.go, wasm, wasm)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("linux && amd64", True),
        ("linux&&!amd64 || unix", True),
        ("!(linux || darwin)", False),
        ("linux && (amd64 || arm64) && !cgo", True),
        ("!windows", True),
        ("a || b && linux", False),
        ("", True),
    ],
)
def test_expressions(text: str, value: bool) -> None:
    assert is_satisfied(text, LINUX) is value


@pytest.mark.parametrize(
    "text",
    [
        "!!linux",
        "linux // why",
        "linux amd64",
        "linux &",
        "(linux",
        "linux)",
        "()",
        "!",
        "&& linux",
        "linux,amd64",
        "(" * 5000,
    ],
)
def test_what_go_refuses_selects_nothing(text: str) -> None:
    assert parse_constraint(text) is None
    assert not is_satisfied(text, LINUX)


@pytest.mark.parametrize(
    ("header", "constraint"),
    [
        ("//go:build linux\n\npackage a\n", "linux"),
        ("//go:build linux\npackage a\n", "linux"),
        ("// Copyright\n\n/* b\n//go:build no\n*/ //go:build yes\n//go:build  a && b \r\npackage a", "a && b"),
        ("\ufeff//go:build linux\npackage a", "linux"),
        ("//go:build linux\n// +build windows\n\npackage a", "linux"),
        ("//go:build a\n//go:build b\n\npackage a", "!"),
        ("//go:build\n\npackage a", "!"),
        ("//go:builder x\n\npackage a", ""),
        ("// go:build x\n\npackage a", ""),
        ("package a\n//go:build x\n", ""),
        ("/* x */ package a\n//go:build x\n", ""),
        ("/*\npackage x\n*/\n//go:build x\n\npackage a", "x"),
        ("// +build linux darwin,!cgo\n// +build amd64\n\npackage a", "(linux || (darwin && !cgo)) && amd64"),
        ("//+build linux\n\npackage a", "linux"),
        ("// +build linux\npackage a", ""),
        ("/* x */\n// +build linux\n\npackage a", ""),
        ("// +build\n\npackage a", "ignore"),
        ("// +build !!a !b !\n\npackage a", "(ignore || !b || ignore)"),
        ("// +builder x\n\npackage a", ""),
        ("//\t+build x\n\n// text\npackage a", "x"),
    ],
)
def test_the_lines_of_a_file(header: str, constraint: str) -> None:
    assert constraint_of(header.encode()) == constraint
