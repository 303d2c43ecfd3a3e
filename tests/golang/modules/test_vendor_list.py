"""What vendor/modules.txt lists (cmd/go/internal/modload/vendor.go: readVendorList)."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.modules.mod_file import ModuleVersion
from golinkname_ls.golang.modules.vendor_list import VendorFolder, read_vendor_folder
from tests.tree import write_tree

LIST = """\
lost/package
# x.y/a v1.0.0
## explicit; go 1.17
x.y/a
x.y/a/p
# x.y/a/b v1.1.0 => ../b
## go 1.20
x.y/a/b/q
# x.y/c => x.y/fork v1.0.0
# not understood
x.y/nobody
# x.y/d v2.0.0
## future
words that are none
x.y/d
"""


def listed(tmp_path: Path, text: str) -> VendorFolder:
    write_tree(tmp_path, {"vendor/modules.txt": text})
    found = read_vendor_folder(tmp_path / "vendor")
    assert found is not None
    return found


def test_modules_with_their_go_line_and_packages_with_their_module(tmp_path: Path) -> None:
    found = listed(tmp_path, LIST)
    a, b, d = ModuleVersion("x.y/a", "v1.0.0"), ModuleVersion("x.y/a/b", "v1.1.0"), ModuleVersion("x.y/d", "v2.0.0")
    assert found.modules == {a: "1.17", b: "1.20", ModuleVersion("x.y/c"): "", d: ""}
    # A package before any module line, or behind one that is not understood, belongs to none.
    assert found.packages == {"x.y/a": a, "x.y/a/p": a, "x.y/a/b/q": b, "x.y/d": d}


@pytest.mark.parametrize(
    ("import_path", "module"),
    [
        ("x.y/a/p", "x.y/a@v1.0.0"),
        ("x.y/a/other", "x.y/a@v1.0.0"),
        ("x.y/a/b", "x.y/a/b@v1.1.0"),
        ("x.y/a/b/other", "x.y/a/b@v1.1.0"),
        ("x.y/a/bc", "x.y/a@v1.0.0"),
        ("x.y/abc", None),
        # It is only replaced, not part of the build.
        ("x.y/c/p", None),
    ],
)
def test_an_unlisted_package_is_of_the_longest_path_above_it(
    import_path: str, module: str | None, tmp_path: Path
) -> None:
    found = listed(tmp_path, LIST).module_of(import_path)
    assert (str(found) if found else None) == module


@pytest.mark.parametrize(
    ("text", "of_workspace"),
    [
        ("## workspace\n# x.y/a v1.0.0\n", True),
        ("## other; workspace\n", True),
        ("## workspaces\n", False),
        ("#  workspace\n## explicit\n", False),
        ("# x.y/a v1.0.0\n## workspace\n", False),
        ("", False),
    ],
)
def test_only_the_first_line_makes_the_list_a_workspaces(text: str, of_workspace: bool, tmp_path: Path) -> None:
    found = listed(tmp_path, text)
    assert found.of_workspace is of_workspace
    assert found.has_list


def test_a_folder_without_list_and_no_folder_at_all(tmp_path: Path) -> None:
    assert read_vendor_folder(tmp_path / "vendor") is None
    (tmp_path / "vendor").mkdir()
    found = read_vendor_folder(tmp_path / "vendor")
    assert found is not None
    assert not found.has_list
