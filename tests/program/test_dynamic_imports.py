"""Which symbols a package brings in from shared libraries, and whether it has to do with C at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.packages.packages_by_folder import Folders
from golinkname_ls.program.dynamic_imports import dynamic_imports, uses_c
from tests.program.small_programs import target
from tests.tree import write_tree

PUTS = '//go:cgo_import_dynamic libc_puts puts "libc.so.6"\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PUTS, {"libc_puts"}),
        ("//go:cgo_import_dynamic\tlibc_puts puts\n", {"libc_puts"}),
        # Of one word, it is its own name in the library.
        ("//go:cgo_import_dynamic puts\n", {"puts"}),
        (PUTS + "//go:cgo_import_dynamic libc_gets gets\n", {"libc_puts", "libc_gets"}),
        ("// go:cgo_import_dynamic libc_puts puts\n", set()),
        ("//go:cgo_import_static puts\n", set()),
        ("//go:cgo_import_dynamic_puts puts\n", set()),
    ],
)
def test_directive(text: str, expected: set[str], tmp_path: Path) -> None:
    package = Folders().package(write_tree(tmp_path, {"m.go": f"package m\n\n{text}"}))
    assert dynamic_imports(package, target()) == expected


def test_only_files_of_the_target_count(tmp_path: Path) -> None:
    files = {"m.go": "package m\n", "m_darwin.go": f"package m\n\n{PUTS}", "m_test.go": f"package m\n\n{PUTS}"}
    package = Folders().package(write_tree(tmp_path, files))
    assert dynamic_imports(package, target()) == set()
    assert dynamic_imports(package, target(platform="darwin/arm64")) == {"libc_puts"}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"m.go": 'package m\n\nimport "C"\n'}, True),
        ({"m.go": "package m\n", "m_windows.go": 'package m\n\nimport "C"\n'}, True),
        ({"m.go": f"package m\n\n{PUTS}"}, True),
        ({"m.go": 'package m\n\nimport "example.com/C"\n'}, False),
        ({"m.go": 'package m\n\n// import "C"\n'}, False),
    ],
)
def test_uses_c(files: dict[str, str], expected: bool, tmp_path: Path) -> None:
    assert uses_c(Folders().package(write_tree(tmp_path, files))) is expected
