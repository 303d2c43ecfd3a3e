"""Which files may declare a name: the same ones, whether their bytes are searched or all names are noted down."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.packages.file_on_disk import FileOnDisk
from golinkname_ls.golang.packages.name_index import NameIndex
from tests.tree import write_tree

TEXTS = {
    "a.go": "package p\n\nfunc f() { g() }\n\ntype (\n\tT int\n\tU struct{ f int }\n)\n",
    "b.go": "package p\n\nvar g, h = 1, 2\n\nfunc (t T) m() { f() }\n",
    "c.go": "package p\n\nconst f = 1\n",
}
FIRST_WITH_AN_INDEX = 9


def files(folder: Path, *, parsed: bool = False) -> dict[str, FileOnDisk]:
    write_tree(folder, TEXTS)
    found = {name: FileOnDisk(folder, name, (0, 0)) for name in TEXTS}
    assert not parsed or all(file.source.tree for file in found.values())
    return found


def index(asked: int, on_disk: dict[str, FileOnDisk]) -> NameIndex:
    """One that has been asked so many questions."""
    found = NameIndex()
    for _ in range(asked):
        found.declaring("other", frozenset(TEXTS), on_disk)
    return found


@pytest.mark.parametrize("asked", [0, FIRST_WITH_AN_INDEX - 2, FIRST_WITH_AN_INDEX - 1, FIRST_WITH_AN_INDEX])
@pytest.mark.parametrize(
    ("name", "holders"), [("f", "a.go c.go"), ("T", "a.go"), ("U", "a.go"), ("h", "b.go"), ("m", ""), ("gone", "")]
)
def test_files_that_declare_a_name(name: str, holders: str, asked: int, tmp_path: Path) -> None:
    on_disk = files(tmp_path, parsed=True)
    assert sorted(index(asked, on_disk).declaring(name, frozenset(TEXTS), on_disk)) == holders.split()


@pytest.mark.parametrize("asked", [0, FIRST_WITH_AN_INDEX])
def test_no_unparsed_file_is_left_out(asked: int, tmp_path: Path) -> None:
    on_disk = files(tmp_path)
    assert {"a.go", "c.go"} <= set(index(asked, on_disk).declaring("f", frozenset(TEXTS), on_disk))


@pytest.mark.parametrize("asked", [0, FIRST_WITH_AN_INDEX])
def test_only_files_that_are_asked_for(asked: int, tmp_path: Path) -> None:
    on_disk = files(tmp_path)
    found = index(asked, on_disk)
    assert found.declaring("f", frozenset({"b.go", "c.go"}), on_disk) == ["c.go"]
    # Another target may take in files that none did before.
    assert sorted(found.declaring("f", frozenset(TEXTS), on_disk)) == ["a.go", "c.go"]


def test_files_that_come_later_are_noted_once(tmp_path: Path) -> None:
    on_disk = files(tmp_path)
    found = NameIndex()
    for _ in range(FIRST_WITH_AN_INDEX):
        found.declaring("f", frozenset({"a.go"}), on_disk)
    for among in (frozenset({"a.go", "c.go"}), frozenset({"c.go", "a.go", "b.go"})):
        assert sorted(found.declaring("f", among, on_disk)) == ["a.go", "c.go"]
