"""The doc comment of a std symbol: read only from a GOROOT of the very version."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.ide.goroot_doc_comment import doc_comment
from tests.tree import write_tree

FILE = "runtime/time.go"
GO = GoVersion(1, 27)


def goroot(folder: Path, text: str, version: str = "go1.27.3\ntime 2026-08-01T00:00:00Z\n") -> Path:
    return write_tree(folder, {"VERSION": version, f"src/{FILE}": text})


def above(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The comment above the line that holds `func f`."""
    monkeypatch.setenv("GOROOT", str(goroot(folder, text)))
    return doc_comment(FILE, text[: text.index("func f")].count("\n") + 1, GO)


@pytest.mark.parametrize(
    ("text", "comment"),
    [
        ("package runtime\n\n// f is one.\n// It is.\nfunc f()\n", "f is one.\nIt is."),
        ("package runtime\n\n// f is one.\n//\n//\tcode\n//  two\nfunc f()\n", "f is one.\n\n\tcode\n two"),
        # go/ast, CommentGroup.Text: directives are no part of the text.
        ("// f is one.\n//\n//go:nosplit\n//go:linkname f\nfunc f()\n", "f is one."),
        # Only what stands right above is the func's.
        ("// Of the file.\n\n// f is one.\nfunc f()\n", "f is one."),
        ("// Of another.\n\nfunc f()\n", ""),
        ("// Of g.\nfunc g()\nfunc f()\n", ""),
        ("func f()\n", ""),
    ],
)
def test_the_comment_lines_right_above(
    text: str, comment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert above(tmp_path, text, monkeypatch) == comment


TEXT = "// f is one.\nfunc f()\n"


@pytest.mark.parametrize(
    ("version", "comment"),
    [
        ("go1.27.0", "f is one."),
        ("go1.27rc1\n", "f is one."),
        ("go1.26.3\n", ""),
        ("devel go1.27-abcdef\n", ""),
        ("", ""),
    ],
)
def test_a_goroot_of_another_version_is_not_read(
    version: str, comment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOROOT", str(goroot(tmp_path, TEXT, version)))
    assert doc_comment(FILE, 2, GO) == comment


def test_what_is_not_there_has_no_comment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOROOT", str(goroot(tmp_path / "go", TEXT)))
    assert doc_comment("runtime/none.go", 2, GO) == ""
    assert doc_comment("", 2, GO) == ""
    assert doc_comment(FILE, 0, GO) == ""
    monkeypatch.setenv("GOROOT", str(tmp_path / "none"))
    assert doc_comment(FILE, 2, GO) == ""
    monkeypatch.delenv("GOROOT")
    assert doc_comment(FILE, 2, GO) == ""
