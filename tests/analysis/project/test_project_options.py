"""Which of several sources counts for an option: who asks, golinkname.toml, build files, the go command's environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.project.configuration import Configuration
from golinkname_ls.analysis.project.project_options import (
    Project,
    effective_options,
    read_project,
    with_go_environment,
)
from golinkname_ls.golang.modules.module import Module
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.version import GoVersion
from tests.tree import write_tree

KNOWN = [GoVersion(1, 26), GoVersion(1, 27)]
LINUX, WINDOWS = Platform.parse("linux/amd64"), Platform.parse("windows/amd64")
DISABLED = "build:\n\tgo build -ldflags=-checklinkname=0 .\n"


@pytest.mark.parametrize(
    ("asked", "configured", "build_file", "value", "because"),
    [
        (None, None, "", None, ""),
        (None, None, "Makefile:2", False, "Makefile:2"),
        (None, True, "Makefile:2", True, ""),
        (None, False, "Makefile:2", False, "golinkname.toml"),
        (True, False, "Makefile:2", True, ""),
        (False, True, "", False, "--no-checklinkname"),
    ],
)
def test_who_says_whether_the_linker_checks(
    asked: bool | None, configured: bool | None, build_file: str, value: bool | None, because: str
) -> None:
    options = Options(checklinkname=asked, checklinkname_because="--no-checklinkname" if asked is False else "")
    project = Project(configuration=Configuration(checklinkname=configured), checklinkname_disabled_at=build_file)
    found = effective_options(options, project)
    assert (found.checklinkname, found.checklinkname_because) == (value, because)


CONFIGURED = Configuration(
    versions="1.26-",
    platforms=(WINDOWS,),
    tags=frozenset({"netgo"}),
    policy=("runtime",),
    mirrors=(("hmap", ("runtime.hmap",)),),
)


def test_the_configuration_completes_what_is_not_asked_for() -> None:
    found = effective_options(Options(go="1.27"), Project(configuration=CONFIGURED))
    assert (found.go, found.window, found.platforms, found.tags) == ("1.27", "1.26-", (WINDOWS,), {"netgo"})
    assert (found.policy, found.mirrors) == (("runtime",), (("hmap", ("runtime.hmap",)),))


def test_what_is_asked_for_counts_before_the_configuration() -> None:
    # No package at all may be a policy too, unlike None.
    asked = Options(window="1.27", platforms=(LINUX,), tags=frozenset({"osusergo"}), policy=())
    found = effective_options(asked, Project(configuration=CONFIGURED))
    assert (found.window, found.platforms, found.tags, found.policy) == ("1.27", (LINUX,), {"osusergo"}, ())


@pytest.mark.parametrize(
    ("flags", "asked", "tags", "checklinkname", "because"),
    [
        ("", Options(), "", None, ""),
        ("-tags=netgo,osusergo", Options(), "netgo osusergo", None, ""),
        ("'-tags=netgo osusergo'", Options(), "netgo osusergo", None, ""),
        ("-tags=netgo", Options(tags=frozenset({"mine"})), "mine", None, ""),
        ("-ldflags=-checklinkname=0", Options(), "", False, "GOFLAGS"),
        ("-ldflags=-checklinkname=1", Options(), "", None, ""),
        ("-gcflags=-checklinkname=0", Options(), "", None, ""),
        ("-ldflags=-checklinkname=0", Options(checklinkname=True), "", True, ""),
        (
            "-ldflags=-checklinkname=0",
            Options(checklinkname=False, checklinkname_because="--no-checklinkname"),
            "",
            False,
            "--no-checklinkname",
        ),
    ],
)
def test_goflags_count_where_nothing_is_asked_for(
    flags: str, asked: Options, tags: str, checklinkname: bool | None, because: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOENV", "off")
    monkeypatch.setenv("GOFLAGS", flags)
    found = with_go_environment(asked)
    assert found.tags == set(tags.split())
    assert (found.checklinkname, found.checklinkname_because) == (checklinkname, because)


@pytest.mark.parametrize(("value", "cgo"), [("0", False), ("1", True), ("", None)])
def test_cgo_is_as_the_environment_says(value: str, cgo: bool | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CGO_ENABLED", value)
    assert with_go_environment(Options()).cgo is cgo


def test_a_project_has_what_stands_beside_its_go_mod(tmp_path: Path) -> None:
    write_tree(tmp_path, {"golinkname.toml": 'versions = "1.26"\n', "Makefile": DISABLED})
    found = read_project(Module(tmp_path, "m"), KNOWN)
    assert (found.configuration.versions, found.checklinkname_disabled_at, found.error) == ("1.26", "Makefile:2", None)


def test_a_configuration_that_cannot_be_read_is_told_and_counts_as_empty(tmp_path: Path) -> None:
    write_tree(tmp_path, {"golinkname.toml": 'tags = ["x"]\nversions = "1.99"\n', "Makefile": DISABLED})
    found = read_project(Module(tmp_path, "m"), KNOWN)
    assert found.error is not None
    assert found.error.line == 2
    assert (found.configuration, found.checklinkname_disabled_at) == (Configuration(), "Makefile:2")


def test_without_a_module_nothing_is_read() -> None:
    assert read_project(None, KNOWN) == Project()
