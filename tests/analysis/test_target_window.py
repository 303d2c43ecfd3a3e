"""The Go versions and platforms that a file is checked for, and which versions are the current ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options, OptionsError
from golinkname_ls.analysis.package_context import PackageContext
from golinkname_ls.analysis.target_window import Window, Windows, asked_targets, versions_to_check
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.golang.modules.module import Module
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.syntax.items.header import Header

CATALOG = shipped()
NEWEST = str(CATALOG.versions[-1])
LINUX, WINDOWS, JS = map(Platform.parse, ("linux/amd64", "windows/amd64", "js/wasm"))
HERE = Path("/m")


@pytest.fixture(autouse=True)
def on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's platform decides about cgo and where files are looked at: the same one for all who run this."""
    monkeypatch.setattr(Platform, "host", classmethod(lambda cls: LINUX))


def module(go: str = "", toolchain: str = "") -> Module:
    return Module(HERE, "m", *(GoVersion.parse(text) if text else None for text in (go, toolchain)))


def options(local: str = "", **more: str) -> Options:
    return Options(local=GoVersion.parse(local) if local else None, **more)


def known(first: str, last: str = NEWEST) -> list[str]:
    return [str(v) for v in CATALOG.versions if GoVersion.parse(first) <= v <= GoVersion.parse(last)]


@pytest.mark.parametrize(
    ("asked", "of", "versions", "current"),
    [
        # go.mod's `go` line up to the newest; without a go command the newest builds it, or what go.mod names.
        (options(), module("1.24"), known("1.24"), NEWEST),
        (options(), module("1.22", "1.25"), known("1.22"), "1.25"),
        # Go 1.20 is in no catalog: what comes behind stands for it.
        (options(), module("1.20", "1.20"), known("1.21"), "1.21"),
        (options(), module("1.99"), [NEWEST], NEWEST),
        # cmd/go/internal/toolchain, Select: the user's go hands over to a newer one, never to an older.
        (options("1.26"), module("1.22"), known("1.22"), "1.26"),
        (options("1.22"), module("1.24"), known("1.24"), "1.24"),
        (options("1.22"), module("1.22", "1.26"), known("1.22"), "1.26"),
        (options("1.26"), module("1.22", "1.24"), known("1.22"), "1.26"),
        (options("1.99"), module("1.22"), known("1.22"), NEWEST),
        # Without a go.mod, or a `go` line in it, nothing tells how old a version may be.
        (options(), None, [NEWEST], NEWEST),
        (options("1.24"), None, ["1.24"], "1.24"),
        (options("1.24"), module(), ["1.24"], "1.24"),
        # `versions` of golinkname.toml takes the place of the `go` line.
        (options("1.23", window="1.22-1.24"), module("1.21"), known("1.22", "1.24"), "1.23"),
        (options("1.26", window="1.22-1.24"), module("1.21"), known("1.22", "1.24"), "1.24"),
        (options("1.23", window="1.22,1.25"), None, ["1.22", "1.25"], "1.25"),
    ],
)
def test_the_own_window_of_a_module(asked: Options, of: Module | None, versions: list[str], current: str) -> None:
    for go in ("auto", ""):
        found, now = versions_to_check(replace(asked, go=go), of, CATALOG)
        assert [*map(str, found)] == versions
        assert [*map(str, now)] == [current]


@pytest.mark.parametrize(
    ("go", "versions"),
    [
        ("all", known("1.0")),
        ("local", ["1.24"]),
        ("1.22", ["1.22"]),
        ("1.25,1.22-1.23", ["1.22", "1.23", "1.25"]),
    ],
)
def test_versions_asked_for_by_name_are_each_current_whatever_the_module_says(go: str, versions: list[str]) -> None:
    asked = options("1.24", go=go, window="1.26")
    found, now = versions_to_check(asked, module("1.25", "1.26"), CATALOG)
    assert [*map(str, found)] == versions
    assert now == frozenset(found)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (options(go="local"), "--go local: no go command"),
        (options("1.20", go="local"), "--go local: Go 1.20 is not in the catalog"),
        (options(go="1.20"), "--go 1.20: not in the catalog"),
        (options(window="new"), "versions new: "),
    ],
)
def test_versions_that_are_not_there_are_refused(asked: Options, words: str) -> None:
    with pytest.raises(OptionsError) as caught:
        versions_to_check(asked, None, CATALOG)
    assert str(caught.value).startswith(words)


@pytest.mark.parametrize(
    ("platform", "asked", "cgo"),
    [
        # go/build: defaultContext has cgo on unless this is a cross build.
        ("linux/amd64", None, True),
        ("windows/amd64", None, False),
        ("linux/amd64", False, False),
        ("windows/amd64", True, True),
        ("js/wasm", True, False),
    ],
)
def test_cgo_of_a_target(platform: str, asked: bool | None, cgo: bool) -> None:
    chosen = Options(platforms=(Platform.parse(platform),), cgo=asked, tags=frozenset({"netgo"}))
    go = GoVersion(1, 24)
    assert [*asked_targets([go], chosen)] == [Target(go, Platform.parse(platform), frozenset({"netgo"}), cgo)]


def test_a_version_is_asked_on_the_platforms_that_it_builds_for() -> None:
    # Release notes: js has been there since 1.11, wasip1 since 1.21.
    chosen = Options(platforms=(JS, Platform.parse("wasip1/wasm")))
    found = asked_targets([GoVersion(1, 19), GoVersion(1, 21)], chosen)
    assert [f"{t.go} {t.platform}" for t in found] == ["1.19 js/wasm", "1.21 js/wasm", "1.21 wasip1/wasm"]


def window(text: str, name: str = "a.go", of: Module | None = None, **asked: object) -> Window:
    return ask(Windows(CATALOG), text, name, of or module("1.23"), Options(**{"window": "1.23-1.26", **asked}))


def ask(windows: Windows, text: str, name: str, of: Module, asked: Options) -> Window:
    return windows.of(name, Header.read(text.encode()), PackageContext(PackageFolder(HERE, {}), of, asked))


def told(targets: tuple[Target, ...]) -> list[str]:
    return [f"{t.go} {t.platform}" for t in targets]


@pytest.mark.parametrize(
    ("text", "targets", "beyond"),
    [
        ("package a\n", ["1.23", "1.24", "1.25", "1.26"], []),
        ("//go:build go1.25\n\npackage a\n", ["1.25", "1.26"], ["1.23", "1.24"]),
        ("//go:build !go1.24\n\npackage a\n", ["1.23"], ["1.24", "1.25", "1.26"]),
        ("//go:build go1.24 && !go1.26\n\npackage a\n", ["1.24", "1.25"], ["1.23", "1.26"]),
        ("//go:build go1.99\n\npackage a\n", [], []),
        ("//go:build ignore\n\npackage a\n", [], []),
        ("package documentation\n", [], []),
    ],
)
def test_versions_whose_builds_leave_the_file_out_are_beyond(text: str, targets: list[str], beyond: list[str]) -> None:
    found = window(text, platforms=(LINUX,))
    assert told(found.targets) == [f"{v} linux/amd64" for v in targets]
    assert told(found.beyond) == [f"{v} linux/amd64" for v in beyond]
    assert found.current == {GoVersion(1, 26)}


@pytest.mark.parametrize(
    ("name", "text", "platforms", "targets", "beyond"),
    [
        ("a.go", "package a\n", (JS, WINDOWS), ["1.23 js/wasm", "1.23 windows/amd64"], []),
        # A platform for which the file is not meant is not beyond it.
        ("a_windows.go", "package a\n", (LINUX, WINDOWS), ["1.23 windows/amd64"], []),
        ("a_windows.go", "package a\n", (LINUX,), [], []),
        ("a.go", "//go:build !linux || go1.24\n\npackage a\n", (LINUX, WINDOWS), ["1.23 windows/amd64"], []),
        ("a.go", 'package a\n\nimport "C"\n', (LINUX, WINDOWS), ["1.23 linux/amd64"], []),
        # On this machine's platform where none is asked for, else on one that builds it.
        ("a.go", "package a\n", (), ["1.23 linux/amd64"], []),
        ("a_windows.go", "package a\n", (), ["1.23 windows/amd64"], []),
        ("a.go", "//go:build plan9\n\npackage a\n", (), ["1.23 plan9/amd64"], []),
        ("a.go", "//go:build ignore\n\npackage a\n", (), [], []),
    ],
)
def test_platforms_whose_builds_take_the_file_in(
    name: str, text: str, platforms: tuple[Platform, ...], targets: list[str], beyond: list[str]
) -> None:
    found = window(text, name, window="1.23", platforms=platforms)
    assert told(found.targets) == targets
    assert told(found.beyond) == beyond


def test_what_is_beyond_is_so_on_the_platforms_that_build_the_file_in_some_version() -> None:
    found = window("//go:build windows && go1.24\n\npackage a\n", window="1.23-1.24", platforms=(LINUX, WINDOWS))
    assert (told(found.targets), told(found.beyond)) == (["1.24 windows/amd64"], ["1.23 windows/amd64"])


def test_a_version_without_the_platform_is_not_beyond() -> None:
    # wasip1 is a port since 1.21: nothing lacks the file in 1.19, since nothing is built there.
    found = window("//go:build wasip1 && !go1.22\n\npackage a\n", window="1.19-1.22")
    assert (told(found.targets), told(found.beyond)) == (["1.21 wasip1/wasm"], ["1.22 wasip1/wasm"])


@pytest.mark.parametrize(
    ("cgo", "targets"), [(None, ["1.23 windows/amd64"]), (False, []), (True, ["1.23 windows/amd64"])]
)
def test_a_cgo_file_of_another_system_is_built_with_cgo_unless_that_is_off(
    cgo: bool | None, targets: list[str]
) -> None:
    found = window('package a\n\nimport "C"\n', "a_windows.go", window="1.23", cgo=cgo)
    assert told(found.targets) == targets
    assert all(target.cgo for target in found.targets)


def test_a_file_of_another_system_without_cgo_is_looked_at_as_a_cross_build_has_it() -> None:
    assert not any(t.cgo for t in window("//go:build windows\n\npackage a\n", window="1.23").targets)


def test_files_share_a_window_only_if_all_that_selects_them_is_equal() -> None:
    windows, of, asked = Windows(CATALOG), module("1.23"), Options(window="1.23", platforms=(LINUX,), cgo=False)
    plain = ask(windows, "package a\n", "a.go", of, asked)
    assert ask(windows, "package b\n", "b_test.go", of, asked) is plain
    for name, text in {
        "a_windows.go": "package a\n",
        "_a.go": "package a\n",
        "a.go": "//go:build windows\n\npackage a\n",
        "b.go": 'package a\n\nimport "C"\n',
        "doc.go": "package documentation\n",
    }.items():
        assert ask(windows, text, name, of, asked).targets == (), name
    assert ask(windows, "package a\n", "a.go", of, asked) is plain


def test_another_module_and_other_options_have_windows_of_their_own() -> None:
    windows, asked = Windows(CATALOG), Options(platforms=(LINUX,))

    def first(of: Module, chosen: Options) -> str:
        return str(ask(windows, "package a\n", "a.go", of, chosen).targets[0].go)

    assert first(module("1.22"), asked) == "1.22"
    assert first(module("1.24"), asked) == "1.24"
    assert first(module("1.24"), replace(asked, go="1.25")) == "1.25"
