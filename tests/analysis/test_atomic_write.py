"""A file is replaced as a whole with its permissions, or stays as it was."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from golinkname_ls.analysis.atomic_write import write_atomically

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions and links are others there")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_contents_are_replaced_and_nothing_is_left_beside(tmp_path: Path) -> None:
    file = tmp_path / "a.go"
    file.write_bytes(b"package before\n")
    write_atomically(file, b"package a\r\n\xff")
    assert file.read_bytes() == b"package a\r\n\xff"
    assert names(tmp_path) == ["a.go"]


@posix
@pytest.mark.parametrize("mode", [0o600, 0o755, 0o664])
def test_the_permissions_stay(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "a.go"
    file.write_bytes(b"")
    file.chmod(mode)
    write_atomically(file, b"package a\n")
    assert file.stat().st_mode & 0o7777 == mode


@posix
def test_a_new_file_may_be_read_by_all(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.go", b"package a\n")
    assert (tmp_path / "a.go").stat().st_mode & 0o7777 == 0o644


@posix
def test_a_link_stays_one_and_the_file_behind_it_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "a.go", tmp_path / "a.go"
    real.write_bytes(b"package before\n")
    link.symlink_to(real)
    write_atomically(link, b"package a\n")
    assert link.is_symlink()
    assert real.read_bytes() == b"package a\n"


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_stays(tmp_path: Path) -> None:
    file = tmp_path / "a.go"
    file.write_bytes(b"package before\n")
    file.chmod(0o444)
    with pytest.raises(PermissionError):
        write_atomically(file, b"package a\n")
    assert file.read_bytes() == b"package before\n"
    assert names(tmp_path) == ["a.go"]


def test_what_cannot_be_replaced_stays_and_no_rest_is_left(tmp_path: Path) -> None:
    (tmp_path / "a.go" / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match=r"a\.go"):
        write_atomically(tmp_path / "a.go", b"package a\n")
    assert names(tmp_path) == ["a.go"]
    assert names(tmp_path / "a.go") == ["inside"]


def test_no_folder_is_made(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        write_atomically(tmp_path / "gone" / "a.go", b"package a\n")
    assert names(tmp_path) == []
