"""The name of a new file beside another one, its build constraint, and its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.rules.edits.new_file import file_text, version_file
from golinkname_ls.rules.edits.version_runs import VersionRun
from tests.rules.edits.edited_files import file
from tests.tree import write_tree

SINCE = VersionRun(GoVersion(1, 22), None, 0)
BEFORE = VersionRun(None, GoVersion(1, 22), 0)
BETWEEN = VersionRun(GoVersion(1, 22), GoVersion(1, 24), 0)
ALWAYS = VersionRun(None, None, 0)


@pytest.mark.parametrize(
    ("name", "run", "new"),
    [
        ("a.go", SINCE, "a_go122.go"),
        ("a.go", BEFORE, "a_before_go122.go"),
        # go/build reads GOOS, GOARCH and test at a name's end only.
        ("a_linux.go", SINCE, "a_go122_linux.go"),
        ("a_amd64.go", SINCE, "a_go122_amd64.go"),
        ("a_linux_amd64.go", SINCE, "a_go122_linux_amd64.go"),
        ("a_test.go", SINCE, "a_go122_test.go"),
        ("a_linux_amd64_test.go", SINCE, "a_go122_linux_amd64_test.go"),
        # In another order they are plain words, and what stands before the first _ always is.
        ("a_amd64_linux.go", SINCE, "a_amd64_go122_linux.go"),
        ("linux.go", SINCE, "linux_go122.go"),
        ("a_b.go", SINCE, "a_b_go122.go"),
        ("a_test_linux.go", SINCE, "a_test_go122_linux.go"),
    ],
)
def test_name_keeps_what_constrains_the_file(tmp_path: Path, name: str, run: VersionRun, new: str) -> None:
    made = version_file(file("package p\n", str(tmp_path / name)), run, {}, "var v int")
    assert made.file == tmp_path / new


def test_name_is_one_that_no_file_has(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a_go122_linux.go": "", "a_go122_2_linux.go": ""})
    made = version_file(file("package p\n", str(tmp_path / "a_linux.go")), SINCE, {}, "")
    assert made.file.name == "a_go122_3_linux.go"


@pytest.mark.parametrize(
    ("head", "run", "line"),
    [
        ("", SINCE, "//go:build go1.22"),
        ("", BEFORE, "//go:build !go1.22"),
        ("", BETWEEN, "//go:build go1.22 && !go1.24"),
        ("", ALWAYS, "package p"),
        ("//go:build linux\n\n", SINCE, "//go:build go1.22 && linux"),
        ("//go:build linux && !cgo\n\n", BETWEEN, "//go:build go1.22 && !go1.24 && linux && !cgo"),
        ("//go:build linux || darwin\n\n", SINCE, "//go:build go1.22 && (linux || darwin)"),
        ("//go:build linux || darwin\n\n", ALWAYS, "//go:build linux || darwin"),
        ("// +build linux darwin\n\n", BEFORE, "//go:build !go1.22 && (linux || darwin)"),
    ],
)
def test_versions_are_added_to_the_files_own_constraint(tmp_path: Path, head: str, run: VersionRun, line: str) -> None:
    made = version_file(file(f"{head}package p\n", str(tmp_path / "a.go")), run, {}, "var v int")
    assert made.text.splitlines()[0] == line


@pytest.mark.parametrize(
    ("build", "imports", "text"),
    [
        ("", {}, "package p\n\nvar v int\n"),
        ("//go:build x", {}, "//go:build x\n\npackage p\n\nvar v int\n"),
        ("", {"unsafe": "_"}, 'package p\n\nimport _ "unsafe"\n\nvar v int\n'),
        ("", {"unsafe": "unsafe", "a/b": "c"}, 'package p\n\nimport (\n\tc "a/b"\n\t"unsafe"\n)\n\nvar v int\n'),
    ],
)
def test_text_is_as_gofmt_writes_it(build: str, imports: dict[str, str], text: str) -> None:
    assert file_text(file("package p\n"), build, imports, "\n\nvar v int\n") == text


def test_text_has_the_line_ends_of_the_other_file() -> None:
    found = file_text(file("package p\r\n"), "", {}, "var (\r\n\tv int\n)")
    assert found == "package p\r\n\r\nvar (\r\n\tv int\r\n)\r\n"
