"""Which modules are built from their own folders, what replaces others, and when vendor is used (modload/init.go)."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.installation.environment import GoEnvironment
from golinkname_ls.golang.modules.mod_file import ModuleVersion
from golinkname_ls.golang.modules.workspace import Workspace, find_workspace, work_refusal
from tests.tree import write_tree

A, B, ALONE = "module x/a\ngo 1.22\n", "module x/b\ngo 1.22\n", "module x/alone\ngo 1.22\n"
TWO = {"go.work": "go 1.22\nuse (\n\t./a\n\t./b\n)\n", "a/go.mod": A, "b/go.mod": B, "alone/go.mod": ALONE}


def workspace(folder: Path, **variables: str) -> Workspace | None:
    return find_workspace(folder, GoEnvironment.read({"GOENV": "off", **variables}))


def main_modules(folder: Path, **variables: str) -> list[str]:
    found = workspace(folder, **variables)
    return [m.path for m in found.modules] if found else []


@pytest.mark.parametrize(
    ("folder", "variables", "modules"),
    [
        ("a", {}, ["x/a", "x/b"]),
        ("a/deep/er", {}, ["x/a", "x/b"]),
        (".", {}, ["x/a", "x/b"]),
        ("a", {"GOWORK": "auto"}, ["x/a", "x/b"]),
        ("a", {"GOWORK": "off"}, ["x/a"]),
        (".", {"GOWORK": "off"}, []),
        # The go command refuses -mod=mod in a workspace, and a module that the go.work does not use.
        ("a", {"GOFLAGS": "-mod=mod"}, ["x/a"]),
        ("alone", {}, ["x/alone"]),
    ],
)
def test_main_modules(folder: str, variables: dict[str, str], modules: list[str], tmp_path: Path) -> None:
    write_tree(tmp_path, TWO)
    assert main_modules(tmp_path / folder, **variables) == modules


@pytest.mark.parametrize(("name", "modules"), [("other.work", ["x/b", "x/a"]), ("gone.work", ["x/a"])])
def test_gowork_names_the_file(name: str, modules: list[str], tmp_path: Path) -> None:
    write_tree(tmp_path, TWO | {"w/other.work": "go 1.22\nuse ../b\nuse ../a\n"})
    assert main_modules(tmp_path / "a", GOWORK=str(tmp_path / "w" / name)) == modules


@pytest.mark.parametrize(
    ("use", "modules"),
    [
        ("use ./a\nuse a\nuse ./b/../a/\n", ["x/a"]),
        ("use .\\b\nuse ./a\n", ["x/b", "x/a"]),
        ("use ./gone\nuse ./a\n", ["x/a"]),
    ],
)
def test_a_used_folder_counts_once_and_only_with_a_go_mod(use: str, modules: list[str], tmp_path: Path) -> None:
    write_tree(tmp_path, TWO | {"go.work": f"go 1.22\n{use}"})
    assert main_modules(tmp_path / "a") == modules


def test_no_go_mod_and_no_go_work(tmp_path: Path) -> None:
    assert workspace(tmp_path) is None


@pytest.mark.parametrize(
    ("work", "a", "b", "expected"),
    [
        # A replacement of the very version stands before one of all versions.
        ("", "replace x/z => ./all\nreplace x/z v1.0.0 => ./one\n", "", "a/one"),
        ("", "replace x/z => ./all\nreplace x/z v1.0.1 => ./one\n", "", "a/all"),
        ("", "replace x/z v1.0.1 => ./one\n", "", None),
        # A relative folder starts from the file that says it.
        ("", "", "replace x/z => ../z\n", "z"),
        ("replace x/z => ./z\n", "", "", "z"),
        # The go.work stands before its modules, also with all versions before a single one (replacementFrom).
        ("replace x/z => ./z\n", "replace x/z => ./all\n", "", "z"),
        ("replace x/z => ./z\n", "replace x/z v1.0.0 => ./one\n", "", "z"),
        ("replace x/z => ./z\nreplace x/z v1.0.0 => ./w\n", "replace x/z v1.0.0 => ./one\n", "", "w"),
        ("replace x/z v1.0.1 => ./z\n", "replace x/z v1.0.0 => ./one\n", "", "a/one"),
        ("replace x/other => ./z\n", "replace x/z v1.0.0 => ./one\n", "", "a/one"),
    ],
)
def test_which_replacement_counts(work: str, a: str, b: str, expected: str | None, tmp_path: Path) -> None:
    write_tree(tmp_path, TWO | {"go.work": TWO["go.work"] + work, "a/go.mod": A + a, "b/go.mod": B + b})
    found = workspace(tmp_path / "a")
    assert found is not None
    replacement = found.replacement(ModuleVersion("x/z", "v1.0.0"))
    assert (replacement.folder if replacement else None) == (tmp_path / expected if expected else None)


def test_a_replacement_by_a_module_has_no_folder(tmp_path: Path) -> None:
    write_tree(tmp_path, {"go.mod": A + "replace x/z => x/fork v1.1.0\n"})
    found = workspace(tmp_path)
    assert found is not None
    replacement = found.replacement(ModuleVersion("x/z", "v1.0.0"))
    assert replacement is not None
    assert (replacement.module, replacement.folder) == (ModuleVersion("x/fork", "v1.1.0"), None)


def test_any_main_module_excludes_a_version_for_all(tmp_path: Path) -> None:
    write_tree(tmp_path, TWO | {"b/go.mod": B + "exclude x/z v1.0.0\n"})
    found = workspace(tmp_path / "a")
    assert found is not None
    assert found.excludes(ModuleVersion("x/z", "v1.0.0"))
    assert not found.excludes(ModuleVersion("x/z", "v1.0.1"))


OWN, OF_WORK = "# x/z v1.0.0\n## explicit\nx/z\n", "## workspace\n# x/z v1.0.0\n## explicit\nx/z\n"


@pytest.mark.parametrize(
    ("go", "flags", "listed", "used"),
    [
        ("go 1.14", "", OWN, True),
        ("go 1.13", "", OWN, False),
        ("", "", OWN, False),
        ("go 1.22", "", OF_WORK, False),
        ("go 1.22", "-mod=mod", OWN, False),
        ("go 1.22", "-mod=readonly", OWN, False),
        # Asked for, it is used whatever the go line and the list say.
        ("go 1.13", "-mod=vendor", OWN, True),
        ("go 1.22", "-mod=vendor", OF_WORK, True),
    ],
)
def test_when_a_modules_vendor_folder_is_used(go: str, flags: str, listed: str, used: bool, tmp_path: Path) -> None:
    write_tree(tmp_path, {"go.mod": f"module x/a\n{go}\nrequire x/z v1.0.0\n", "vendor/modules.txt": listed})
    found = workspace(tmp_path, GOFLAGS=flags)
    assert found is not None
    assert (found.vendored is not None) is used


@pytest.mark.parametrize(
    ("go", "listed", "used"), [("go 1.22", OF_WORK, True), ("go 1.22", OWN, False), ("", OF_WORK, False)]
)
def test_in_a_workspace_it_is_the_folder_beside_the_go_work(go: str, listed: str, used: bool, tmp_path: Path) -> None:
    files = TWO | {"go.work": TWO["go.work"].replace("go 1.22", go), "vendor/modules.txt": listed}
    write_tree(tmp_path, files | {"a/vendor/modules.txt": OWN})
    found = workspace(tmp_path / "a")
    assert found is not None
    assert (found.vendored.folder if found.vendored else None) == (tmp_path / "vendor" if used else None)


@pytest.mark.parametrize(("required", "used"), [("require x/z v1.0.0\n", False), ("", True)])
def test_a_vendor_folder_without_list_is_used_only_where_nothing_is_required(
    required: str, used: bool, tmp_path: Path
) -> None:
    write_tree(tmp_path, {"go.mod": f"{A}{required}", "vendor/x/z/z.go": "package z"})
    found = workspace(tmp_path)
    assert found is not None
    assert (found.vendored is not None) is used


@pytest.mark.parametrize(
    ("work", "variables", "words"),
    [
        (TWO["go.work"], {}, None),
        ("go 1.22\nuse ./a\nuse ./gone\n", {}, ": it uses ./gone, where no go.mod is"),
        ("go 1.22\nuse ./gone\nrequire x/z v1.0.0\n", {}, ":3: unknown directive: require"),
        ("go 1.22\nuse ./gone\n", {"GOWORK": "off"}, None),
    ],
)
def test_why_a_go_work_is_refused(work: str, variables: dict[str, str], words: str | None, tmp_path: Path) -> None:
    write_tree(tmp_path, TWO | {"go.work": work})
    refused = work_refusal(tmp_path / "a", GoEnvironment.read({"GOENV": "off", **variables}))
    assert refused == ((tmp_path / "go.work", words) if words else None)
