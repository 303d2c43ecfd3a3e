"""What counts as a file or folder that can be read, and what as not there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from golinkname_ls.golang.regular_files import at_or_above, has_go_files, is_file, is_folder, read_regular
from tests.tree import write_tree

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes need rights on Windows, or are not there")


@posix
def test_a_pipe_or_device_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert not is_file(tmp_path / "pipe")
    # The pipe itself is not read here: without a refusal it would wait for a writer for ever.
    for path in (Path(os.devnull), tmp_path):
        with pytest.raises(OSError):
            read_regular(path)
        assert not is_file(path)


@posix
def test_links_are_followed_and_loops_are_not_there(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a/file.go": "package a"})
    (tmp_path / "link.go").symlink_to(tmp_path / "a" / "file.go")
    (tmp_path / "folder").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert read_regular(tmp_path / "link.go") == b"package a"
    assert is_file(tmp_path / "link.go")
    assert is_folder(tmp_path / "folder")
    assert has_go_files(tmp_path)
    assert not is_file(tmp_path / "loop")
    assert not is_folder(tmp_path / "loop" / "x")
    assert not has_go_files(tmp_path / "loop")


def test_a_path_that_no_system_has_is_not_there() -> None:
    path = Path("a\0b")
    assert (is_file(path), is_folder(path), has_go_files(path)) == (False, False, False)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"f/a.go": ""}, True),
        # Whatever its constraint or name (IsGoDir).
        ({"f/_a_windows_test.go": "//go:build ignore\n"}, True),
        ({"f/a.s": "", "f/go": "", "f/a.gox": ""}, False),
        ({"f/deeper/a.go": ""}, False),
        # A folder of such a name is no file.
        ({"f/a.go/b.txt": ""}, False),
        ({}, False),
    ],
)
def test_a_folder_with_go_files(files: dict[str, str], expected: bool, tmp_path: Path) -> None:
    assert has_go_files(write_tree(tmp_path, files) / "f") is expected


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"go.mod": "", "a/go.mod": "", "a/b/go.mod": "", "a/b/c/go.mod": ""}, "a/b/go.mod"),
        ({"go.mod": "", "a/go.mod": ""}, "a/go.mod"),
        # A folder of that name is passed over.
        ({"go.mod": "", "a/go.mod/x": ""}, "go.mod"),
        ({"a/b/c/go.mod": ""}, None),
    ],
)
def test_the_nearest_file_at_or_above_a_folder(files: dict[str, str], found: str | None, tmp_path: Path) -> None:
    write_tree(tmp_path, files)
    assert at_or_above(tmp_path / "a" / "b", "go.mod") == (tmp_path / found if found else None)
