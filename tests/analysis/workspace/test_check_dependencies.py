"""Which packages of required modules are checked, on which targets, and which of their findings are told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.workspace.check_dependencies import (
    Dependency,
    check_dependency,
    dependencies,
    not_at_hand,
)
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.rules.core.finding import Finding
from tests.tree import write_tree

GO_MOD = "module e.com/m\n\ngo 1.22\n\nrequire x.y/dep v1.0.0\n"
# linkname-rules.md, 3: runtime.schedinit is not marked, so LN201 from 1.23 on; runtime.nanotime is marked.
DEP = """\
package dep

import _ "unsafe"

//go:linkname schedinit runtime.schedinit
func schedinit()

//go:linkname nanotime runtime.nanotime
func nanotime() int64

func F() { schedinit(); println(nanotime()) }
"""
USE = 'package m\n\nimport "x.y/dep"\n\nvar _ = dep.F\n'
FILES = {
    "go.mod": GO_MOD,
    "use.go": USE,
    "vendor/modules.txt": "# x.y/dep v1.0.0\n## explicit; go 1.19\nx.y/dep\nx.y/dep/more\n",
    "vendor/x.y/dep/dep.go": DEP,
}
LINUX, WINDOWS = Platform.parse("linux/amd64"), Platform.parse("windows/amd64")
HOST = Options(platforms=(LINUX,))


def needed(folder: Path, files: dict[str, str], options: Options = HOST) -> tuple[Session, list[Dependency]]:
    write_tree(folder, FILES | files)
    session = Session(options)
    return session, dependencies(session, [folder])


def check(folder: Path, files: dict[str, str], options: Options = HOST) -> list[Finding]:
    session, [dependency] = needed(folder, files, options)
    return check_dependency(session, dependency)


def told(findings: list[Finding]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(f.code, f.severity.value, f.go) for f in findings]


@pytest.mark.parametrize(
    ("files", "paths"),
    [
        ({}, ["x.y/dep"]),
        ({"use.go": "package m\n"}, []),
        # What it imports in turn, of whichever module; neither std nor packages of the main module.
        (
            {
                "use.go": 'package m\n\nimport (\n\t_ "e.com/m/own"\n\t_ "strings"\n)\n',
                "own/own.go": 'package own\n\nimport _ "x.y/dep/more"\n',
                "vendor/x.y/dep/more/more.go": 'package more\n\nimport _ "x.y/dep"\n',
            },
            ["x.y/dep", "x.y/dep/more"],
        ),
        # Tests of the package are no part of its build.
        ({"use.go": "package m\n", "use_test.go": USE}, []),
        ({"use.go": "//go:build ignore\n\n" + USE}, []),
    ],
)
def test_what_the_packages_import_directly_or_not(files: dict[str, str], paths: list[str], tmp_path: Path) -> None:
    _, found = needed(tmp_path, files)
    assert [d.location.import_path for d in found] == paths
    assert {(d.location.name, d.main.path) for d in found} <= {("x.y/dep@v1.0.0", "e.com/m")}


@pytest.mark.parametrize(
    ("name", "constraint", "targets"),
    [
        ("use.go", "", ["1.25 linux/amd64", "1.25 windows/amd64", "1.26 linux/amd64", "1.26 windows/amd64"]),
        ("use_windows.go", "", ["1.25 windows/amd64", "1.26 windows/amd64"]),
        ("use.go", "//go:build go1.26\n\n", ["1.26 linux/amd64", "1.26 windows/amd64"]),
    ],
)
def test_the_targets_on_which_it_is_imported(name: str, constraint: str, targets: list[str], tmp_path: Path) -> None:
    options = Options(go="1.25-1.26", platforms=(LINUX, WINDOWS))
    _, [found] = needed(tmp_path, {"use.go": "package m\n", name: constraint + USE}, options)
    assert sorted(f"{t.go} {t.platform}" for t in found.targets) == targets


def test_what_is_not_on_this_machine_is_named_once(tmp_path: Path) -> None:
    gone = '\nimport (\n\t_ "x.y/gone"\n\t_ "x.y/dep"\n\t_ "also.gone/a"\n)\n'
    session, found = needed(tmp_path, {"use.go": "package m\n" + gone, "own/own.go": "package own\n" + gone})
    assert [d.location.import_path for d in found] == ["x.y/dep"]
    assert not_at_hand(session, [tmp_path, tmp_path / "own"]) == ["also.gone/a", "x.y/gone"]


def test_a_folder_without_module_has_none(tmp_path: Path) -> None:
    folder = write_tree(tmp_path, {"use.go": USE})
    session = Session(HOST)
    assert (dependencies(session, [folder]), not_at_hand(session, [folder])) == ([], [])


def test_what_breaks_builds_is_told_with_the_module_and_without_fixes(tmp_path: Path) -> None:
    found = check(tmp_path, {}, replace(HOST, go="1.27"))
    assert told(found) == [("LN201", "error", ("1.27",))]
    assert (found[0].module, found[0].fixes) == ("x.y/dep@v1.0.0", ())
    assert found[0].file == tmp_path / "vendor/x.y/dep/dep.go"


def test_the_main_module_may_give_a_rule_another_severity(tmp_path: Path) -> None:
    for severity, expected in (("off", []), ("hint", ["hint"])):
        files = {"golinkname.toml": f'severities = {{ LN201 = "{severity}" }}\n'}
        assert [f.severity.value for f in check(tmp_path, files)] == expected


@pytest.mark.parametrize(
    ("files", "options", "severity", "versions"),
    [
        # The window and the current version are the main module's, whatever the dependency's go line says.
        ({}, HOST, "error", "1.23 1.24 1.25 1.26 1.27"),
        ({"go.mod": GO_MOD + "toolchain go1.22.1\n"}, HOST, "warning", "1.23 1.24 1.25 1.26 1.27"),
        ({}, replace(HOST, local=GoVersion(1, 22)), "warning", "1.23 1.24 1.25 1.26 1.27"),
        # The main module's go line takes the user's go to 1.25, where the dependency's would leave it at 1.22.
        (
            {"go.mod": GO_MOD.replace("go 1.22", "go 1.25")},
            replace(HOST, local=GoVersion(1, 22)),
            "error",
            "1.23 1.24 1.25 1.26 1.27",
        ),
        # Versions that are named are each current.
        ({}, replace(HOST, go="1.22-1.24"), "error", "1.23 1.24"),
        ({}, replace(HOST, go="1.23", local=GoVersion(1, 27)), "error", "1.23"),
        # The current version's build leaves the dependency out.
        ({"use.go": "//go:build !go1.25\n\n" + USE}, HOST, "warning", "1.23 1.24"),
        ({"use.go": "//go:build go1.26\n\n" + USE}, HOST, "error", "1.26 1.27"),
    ],
)
def test_how_severe_it_is_and_for_which_versions(
    files: dict[str, str], options: Options, severity: str, versions: str, tmp_path: Path
) -> None:
    [found] = check(tmp_path, files, replace(options, window="1.22-1.27"))
    assert (found.code, found.severity.value, found.go) == ("LN201", severity, tuple(versions.split()))


def test_it_is_checked_only_on_platforms_that_include_it(tmp_path: Path) -> None:
    options = Options(go="1.27", platforms=(LINUX, WINDOWS))
    [found] = check(tmp_path, {"use.go": "package m\n", "use_windows.go": USE}, options)
    assert found.platforms == ("windows/amd64",)


def test_findings_of_style_and_advice_are_for_who_keeps_it(tmp_path: Path) -> None:
    # LN402 is policy, LN401 advice: the main module has both for a file of its own.
    own = DEP.replace("package dep", "package m")
    files = {"golinkname.toml": 'policy = { packages = ["unsafe"] }\n', "own.go": own}
    session, [dependency] = needed(tmp_path, files)
    assert {f.code for f in session.check(tmp_path / "own.go")} >= {"LN201", "LN401", "LN402"}
    assert {f.code for f in check_dependency(session, dependency)} == {"LN201"}
