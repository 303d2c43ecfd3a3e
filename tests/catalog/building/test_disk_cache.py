"""When a cached text serves: made for the same stamp, whole, and under the same name; else it is made again."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.catalog.building.disk_cache import TextCache

TEXT = "package p\n-- a.go\nvar é int\n"


def kept(folder: Path, name: str = "p.txt", stamp: str = "one", text: str = "made anew") -> str:
    return TextCache(folder).get(name, stamp, lambda: text)


@pytest.mark.parametrize("text", [TEXT, ""])
def test_text_is_made_once_for_a_stamp(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "below" / "cache"
    assert kept(folder, text=text) == text
    assert kept(folder) == text
    assert [f.name for f in folder.iterdir()] == ["p.txt"]


@pytest.mark.parametrize(("name", "stamp"), [("p.txt", "two"), ("q.txt", "one"), ("p.txt", "one\0")])
def test_another_stamp_or_name_is_another_text(tmp_path: Path, name: str, stamp: str) -> None:
    kept(tmp_path, text=TEXT)
    assert kept(tmp_path, name, stamp) == "made anew"
    assert kept(tmp_path, name, stamp, "a third") == "made anew"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"var", b"war"),
        (b"int\n", b"int"),
        (b"int\n", b"int\n\n"),
        (b"cache 2 ", b"cache 1 "),
        (TEXT.encode(), b""),
        (b"package", b"\xff\xfe"),
    ],
)
def test_file_that_is_not_as_written_is_made_again(tmp_path: Path, old: bytes, new: bytes) -> None:
    kept(tmp_path, text=TEXT)
    file = tmp_path / "p.txt"
    data = file.read_bytes()
    file.write_bytes(data.replace(old, new, 1))
    assert file.read_bytes() != data
    assert kept(tmp_path) == "made anew"
    assert kept(tmp_path, text="a third") == "made anew"


def test_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "cache" / "p.txt").mkdir(parents=True)
    for folder in (tmp_path / "file", tmp_path / "cache"):
        assert [kept(folder, text="first"), kept(folder, text="second")] == ["first", "second"]
    assert [f.name for f in (tmp_path / "cache").iterdir()] == ["p.txt"]


def test_text_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    def fails() -> str:
        raise ValueError

    with pytest.raises(ValueError):
        TextCache(tmp_path).get("p.txt", "one", fails)
    assert not list(tmp_path.iterdir())
