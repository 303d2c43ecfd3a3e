"""Where a build constraint's line counts, and how `// +build` lines read (go/build/build.go: parseFileHeader)."""

from __future__ import annotations

import pytest

from golinkname_ls.syntax.items.constraint_lines import REFUSED, constraint_of


@pytest.mark.parametrize(
    ("header", "constraint"),
    [
        ("package p\n", ""),
        ("//go:build linux\n\npackage p\n", "linux"),
        ("\t//go:build linux\r\n\r\npackage p\r\n", "linux"),
        ("//go:build linux\n", "linux"),
        ("import _ \"unsafe\"\n//go:build linux\n\npackage p\n", ""),
        ("/*\n\npackage q\n*/ /* */ //go:build linux\n\npackage p\n", ""),
        ("/*\npackage q\n*/\n\n//go:build linux\npackage p\n", "linux"),
        ("/*\n//go:build linux\n*/\npackage p\n", ""),
        ("// /*\n//go:build linux\npackage p\n", "linux"),
        ("//go:build linux\n/* */ /* */\n//go:build darwin\npackage p\n", REFUSED),
        ("//go:build \t\npackage p\n", REFUSED),
        ("//go:build\tlinux\npackage p\n", "linux"),
        ("//go:buildlinux\npackage p\n", ""),
    ],
)  # fmt: skip
def test_go_build_lines(header: str, constraint: str) -> None:
    assert constraint_of(header.encode()) == constraint


@pytest.mark.parametrize(
    ("header", "constraint"),
    [
        ("// +build linux\n\npackage p\n", "linux"),
        ("// +build linux\n\n", "linux"),
        ("// +build linux\n// words\npackage p\n", ""),
        ("// +build linux\n\n// words\n// +build darwin\npackage p\n", "linux"),
        ("// +build linux\n\n// +build darwin\n\npackage p\n", "linux && darwin"),
        ("// +build linux\n/**/\n\npackage p\n", ""),
        ("/**/\n\n// +build linux\n\npackage p\n", ""),
        ("//   +build  a,b   c\n\npackage p\n", "((a && b) || c)"),
        ("// +build a,!b\n\npackage p\n", "a && !b"),
        ("// +build a b-c\n\npackage p\n", "(a || ignore)"),
        ("// +build !b-c\n\npackage p\n", "!ignore"),
        ("// +build go1.18\n\npackage p\n", "go1.18"),
        ("// +build x\n//go:build y\n\npackage p\n", "y"),
    ],
)
def test_plus_build_lines(header: str, constraint: str) -> None:
    assert constraint_of(header.encode()) == constraint
