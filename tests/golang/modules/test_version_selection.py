"""Which version of each module is built, and whose go.mod files are read for it (https://go.dev/ref/mod#graph-pruning)."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.installation.environment import GoEnvironment
from golinkname_ls.golang.modules.mod_file import ModuleVersion
from golinkname_ls.golang.modules.version_selection import VersionSelection
from golinkname_ls.golang.modules.workspace import find_workspace
from tests.tree import write_tree


def mod(path: str, go: str, required: str = "", more: str = "") -> str:
    """A go.mod that requires `a@v1.0.0 b@v1.1.0`; `go` "" stands for no such line."""
    lines = [f"module {path}", f"go {go}" if go else "", *(f"require {r.replace('@', ' ')}" for r in required.split())]
    return "\n".join([*lines, more, ""])


def cached(modules: dict[str, tuple[str, str]]) -> dict[str, str]:
    """The go.mod files of the cache, from `a@v1.0.0` with the go line and what is required."""
    files = {}
    for name, (go, required) in modules.items():
        path, _, version = name.partition("@")
        files[f"cache/cache/download/{path}/@v/{version}.mod"] = mod(path, go, required)
    return files


def selection(root: Path, folder: str = "m") -> VersionSelection:
    workspace = find_workspace(root / folder, GoEnvironment.read({"GOENV": "off"}))
    assert workspace is not None
    return VersionSelection(workspace, root / "cache")


def text(versions: dict[str, str]) -> str:
    return " ".join(f"{path}@{version}" for path, version in sorted(versions.items()))


CHAIN = {"x/a@v1.0.0": ("1.17", "x/b@v1.1.0"), "x/b@v1.1.0": ("1.17", "x/c@v1.0.0"), "x/c@v1.0.0": ("1.17", "")}
CHAIN_TO_OLD = CHAIN | {"x/b@v1.1.0": ("1.16", "x/c@v1.0.0")}
CHAIN_FROM_OLD = CHAIN | {"x/a@v1.0.0": ("1.16", "x/b@v1.1.0")}
CHAIN_FROM_OLD |= {"x/c@v1.0.0": ("1.17", "x/d@v1.0.0"), "x/d@v1.0.0": ("1.17", "x/e@v1.0.0")}

ALL_BEHIND_OLD = "x/a@v1.0.0 x/b@v1.1.0 x/c@v1.0.0 x/d@v1.0.0 x/e@v1.0.0"


@pytest.mark.parametrize(
    ("go", "modules", "graph"),
    [
        # Since 1.17 a module lists all that it needs: what its requirements require is as far as one looks.
        ("1.17", CHAIN, "x/a@v1.0.0 x/b@v1.1.0"),
        ("1.17", CHAIN_TO_OLD, "x/a@v1.0.0 x/b@v1.1.0"),
        # An older one does not, nor does one without a go line: all behind it counts, newer modules' graphs too.
        ("1.17", CHAIN_FROM_OLD, ALL_BEHIND_OLD),
        ("1.17", CHAIN_FROM_OLD | {"x/a@v1.0.0": ("", "x/b@v1.1.0")}, ALL_BEHIND_OLD),
        # An old main module reads the whole graph, whatever its requirements say.
        ("1.16", CHAIN, "x/a@v1.0.0 x/b@v1.1.0 x/c@v1.0.0"),
        ("", CHAIN, "x/a@v1.0.0 x/b@v1.1.0 x/c@v1.0.0"),
        # Circles end.
        ("1.16", CHAIN | {"x/c@v1.0.0": ("1.16", "x/a@v1.0.0")}, "x/a@v1.0.0 x/b@v1.1.0 x/c@v1.0.0"),
        # What is not in the cache adds nothing.
        ("1.16", {"x/a@v1.0.0": ("1.16", "x/gone@v1.0.0 x/b@v1.1.0")}, "x/a@v1.0.0 x/b@v1.1.0 x/gone@v1.0.0"),
    ],
)
def test_how_far_requirements_are_read(
    go: str, modules: dict[str, tuple[str, str]], graph: str, tmp_path: Path
) -> None:
    write_tree(tmp_path, {"m/go.mod": mod("x/m", go, "x/a@v1.0.0"), **cached(modules)})
    assert text(selection(tmp_path).graph) == graph


@pytest.mark.parametrize(("go", "only"), [("1.17", True), ("1.16", False), ("", False)])
def test_since_1_17_the_own_list_is_what_is_built(go: str, only: bool, tmp_path: Path) -> None:
    write_tree(tmp_path, {"m/go.mod": mod("x/m", go, "x/a@v1.0.0"), **cached(CHAIN)})
    found = selection(tmp_path)
    assert found.listed_is_all is only
    assert text(found.versions) == ("x/a@v1.0.0" if only else "x/a@v1.0.0 x/b@v1.1.0 x/c@v1.0.0")


@pytest.mark.parametrize(
    ("required", "selected"),
    [
        ("x/a@v1.9.0 x/a@v1.10.0", "x/a@v1.10.0"),
        ("x/a@v1.10.0 x/a@v1.9.0", "x/a@v1.10.0"),
        ("x/a@v1.0.0 x/a@v1.0.0-rc.1", "x/a@v1.0.0"),
        ("x/a@v1.0.0 x/m@v1.5.0", "x/a@v1.0.0"),
    ],
)
def test_the_highest_version_is_selected_and_the_main_module_is_itself(
    required: str, selected: str, tmp_path: Path
) -> None:
    write_tree(tmp_path, {"m/go.mod": mod("x/m", "1.17", required)})
    assert text(selection(tmp_path).listed) == selected


def test_a_requirement_of_the_main_module_is_not_followed(tmp_path: Path) -> None:
    modules = {"x/a@v1.0.0": ("1.16", "x/m@v0.9.0"), "x/m@v0.9.0": ("1.16", "x/old@v1.0.0")}
    write_tree(tmp_path, {"m/go.mod": mod("x/m", "1.16", "x/a@v1.0.0"), **cached(modules)})
    assert text(selection(tmp_path).graph) == "x/a@v1.0.0"


def test_an_excluded_version_counts_nowhere(tmp_path: Path) -> None:
    modules = {
        "x/a@v1.0.0": ("1.16", "x/b@v1.2.0 x/c@v1.0.0"),
        "x/b@v1.2.0": ("1.16", "x/d@v1.0.0"),
        "x/c@v1.0.0": ("1.16", "x/b@v1.1.0"),
    }
    main = mod("x/m", "1.16", "x/a@v1.0.0", "exclude x/b v1.2.0")
    write_tree(tmp_path, {"m/go.mod": main, **cached(modules)})
    assert text(selection(tmp_path).graph) == "x/a@v1.0.0 x/b@v1.1.0 x/c@v1.0.0"


@pytest.mark.parametrize(
    ("replace", "graph"),
    [
        ("replace x/a => ../local", "x/a@v1.0.0 x/of_local@v1.0.0"),
        ("replace x/a => x/fork v1.3.0", "x/a@v1.0.0 x/of_fork@v1.0.0"),
        ("replace x/a v1.0.1 => ../local", "x/a@v1.0.0 x/of_a@v1.0.0"),
        ("replace x/a => ../nowhere", "x/a@v1.0.0"),
    ],
)
def test_the_replacements_go_mod_counts(replace: str, graph: str, tmp_path: Path) -> None:
    modules = {"x/a@v1.0.0": ("1.17", "x/of_a@v1.0.0"), "x/fork@v1.3.0": ("1.17", "x/of_fork@v1.0.0")}
    write_tree(
        tmp_path,
        {
            "m/go.mod": mod("x/m", "1.17", "x/a@v1.0.0", replace),
            "local/go.mod": mod("x/a", "1.17", "x/of_local@v1.0.0"),
            **cached(modules),
        },
    )
    assert text(selection(tmp_path).graph) == graph


def test_a_module_in_the_cache_without_its_mod_file_is_read_from_its_folder(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "m/go.mod": mod("x/m", "1.17", "x/a@v1.0.0"),
            "cache/x/a@v1.0.0/go.mod": mod("x/a", "1.19", "x/b@v1.0.0"),
        },
    )
    file = selection(tmp_path).mod_file(ModuleVersion("x/a", "v1.0.0"))
    assert file is not None
    assert file.go == "1.19"
    assert selection(tmp_path).mod_file(ModuleVersion("x/a", "v1.0.1")) is None


def test_in_a_workspace_of_one_module_its_own_list_is_not_all(tmp_path: Path) -> None:
    files = {"go.work": "go 1.22\nuse ./m\n", "m/go.mod": mod("x/m", "1.17", "x/a@v1.0.0")}
    write_tree(tmp_path, files | cached(CHAIN))
    found = selection(tmp_path)
    assert not found.listed_is_all
    assert text(found.versions) == "x/a@v1.0.0 x/b@v1.1.0"


WORKSPACE = {"go.work": "go 1.22\nuse ./m\nuse ./n\n", "m/go.mod": mod("x/m", "1.17", "x/a@v1.0.0 x/n@v0.1.0")}


def test_in_a_workspace_the_graph_of_all_its_modules_is_built(tmp_path: Path) -> None:
    modules = {"x/a@v1.0.0": ("1.17", ""), "x/b@v1.0.0": ("1.17", "x/c@v1.0.0")}
    write_tree(tmp_path, WORKSPACE | {"n/go.mod": mod("x/n", "1.17", "x/b@v1.0.0")} | cached(modules))
    found = selection(tmp_path)
    assert not found.listed_is_all
    assert text(found.listed) == "x/a@v1.0.0 x/b@v1.0.0"
    assert text(found.versions) == "x/a@v1.0.0 x/b@v1.0.0 x/c@v1.0.0"


def test_in_a_workspace_a_requirement_raised_for_another_modules_sake_is_read_too(tmp_path: Path) -> None:
    # buildlist.go, readModGraph: m lists what x/a v1.0.0 needs, which is not what v1.1.0, the selected one, needs.
    modules = {
        "x/a@v1.0.0": ("1.17", ""),
        "x/b@v1.0.0": ("1.17", "x/a@v1.1.0"),
        "x/a@v1.1.0": ("1.17", "x/c@v1.0.0"),
        "x/c@v1.0.0": ("1.17", "x/d@v1.0.0"),
        "x/d@v1.0.0": ("1.17", "x/e@v1.0.0"),
    }
    write_tree(tmp_path, WORKSPACE | {"n/go.mod": mod("x/n", "1.17", "x/b@v1.0.0")} | cached(modules))
    assert text(selection(tmp_path).graph) == "x/a@v1.1.0 x/b@v1.0.0 x/c@v1.0.0 x/d@v1.0.0"
    # In one module alone the own list is kept complete instead.
    (tmp_path / "go.work").unlink()
    write_tree(tmp_path, {"m/go.mod": mod("x/m", "1.17", "x/a@v1.0.0 x/b@v1.0.0")})
    assert text(selection(tmp_path).graph) == "x/a@v1.1.0 x/b@v1.0.0"
