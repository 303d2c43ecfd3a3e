"""Findings are left out where a comment silences them, and a comment is reported only if no target needs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.suppression.nolint_filter import NolintFilter
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.incremental.answers import Answers, catch_up
from golinkname_ls.syntax.files.source_file import SourceFile
from tests.analysis.modules import write_module

HEAD = 'package main\n\nimport _ "unsafe"\n\nfunc main() { f() }\n\n'
# linkname-rules.md, 3: not marked, so LN201 from 1.23 on.
REFUSED = "//go:linkname f runtime.schedinit\nfunc f()\n"
# 1.27 asks for marks on assembly where Go code has another ABI: not on 386 (linkname-rules.md, 3).
ASSEMBLY = "//go:linkname f runtime.goexit\nfunc f()\n"
LINUX = Platform.parse("linux/amd64")


def codes(
    folder: Path, text: str, *, go: str = "1.27", platform: Platform = LINUX, interactive: bool = True
) -> list[str]:
    """The codes of what is left of the findings of LN201.

    An editor's filter answers at once for a file on disk, and looks at few platforms: that is soon done.
    """
    file = write_module(folder, {"main.go": text}) / "main.go"
    session = Session(Options(go=go, platforms=(platform,)))
    context, source = session.context(folder), session.source(file)
    assert source is not None
    found = [f for f in session.engine.check(source, context) if f.code == "LN201"]
    kept = NolintFilter(session.engine, interactive).unsuppressed(found, source, context)
    return sorted(f.code for f in kept)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (HEAD + REFUSED, ["LN201"]),
        (HEAD + "//nolint:unused\n" + REFUSED, ["LN201"]),
        (HEAD + "//nolint\n" + REFUSED, []),
        (HEAD + "//nolint:golinkname:LN201\n" + REFUSED, []),
        (HEAD + "//nolint:golinkname:LN202\n" + REFUSED, ["LN201", "LN405"]),
        # One finding a comment, however many of its items are idle.
        (HEAD + "//nolint:golinkname:LN201,LN202,LN207\n" + REFUSED, ["LN405"]),
        (HEAD + "//nolint:golinkname:LN202\n//nolint:golinkname:LN207\n" + REFUSED, ["LN201", "LN405", "LN405"]),
        (HEAD + REFUSED + "\n//nolint\nfunc other() {}\n", ["LN201"]),
        # Another comment may silence the verdict, itself it may not.
        (HEAD + "//nolint:golinkname:LN405\n//nolint:golinkname:LN202\n" + REFUSED, ["LN201"]),
        (HEAD + "//nolint:golinkname:LN405,LN202\n" + REFUSED, ["LN201", "LN405"]),
    ],
)
def test_what_is_kept(text: str, kept: list[str], tmp_path: Path) -> None:
    assert codes(tmp_path, text) == kept


@pytest.mark.parametrize("interactive", [True, False])
def test_a_comment_that_another_version_needs_is_left_alone(interactive: bool, tmp_path: Path) -> None:
    text = "//go:build linux && amd64\n\n" + HEAD + "//nolint:golinkname:LN201\n" + REFUSED
    assert codes(tmp_path, text, go="1.22", interactive=interactive) == []


def test_a_comment_that_another_platform_needs_is_left_alone(tmp_path: Path) -> None:
    text = HEAD + "//nolint:golinkname:LN201\n" + ASSEMBLY
    assert codes(tmp_path, text, platform=Platform.parse("linux/386")) == []


def test_an_editor_looks_at_usual_platforms_and_those_of_the_file_alone(tmp_path: Path) -> None:
    # riscv64 has an ABI for Go code, so that the comment is needed there.
    text = "//go:build riscv64 || 386\n\n" + HEAD + "//nolint:golinkname:LN201\n" + ASSEMBLY
    narrow, wide = Platform.parse("linux/386"), Platform.parse("linux/riscv64")
    assert codes(tmp_path, text, platform=narrow) == ["LN405"]
    assert codes(tmp_path, text, platform=narrow, interactive=False) == []
    assert codes(tmp_path, text, go="1.26", platform=wide) == []


def test_a_comment_in_a_file_that_nothing_builds_is_left_alone(tmp_path: Path) -> None:
    text = HEAD + "//nolint:golinkname:LN202\nfunc f() {}\n"
    assert codes(tmp_path, "//go:build ignore\n\n" + text) == []
    assert codes(tmp_path, text) == ["LN405"]


@pytest.mark.parametrize("interactive", [True, False])
def test_an_editor_hears_of_idle_comments_after_catching_up(interactive: bool, tmp_path: Path) -> None:
    # One version and platform are all there is to look at.
    text = "//go:build go1.27 && plan9 && 386\n\n" + HEAD + "//nolint:golinkname:LN202\n" + REFUSED
    file = write_module(tmp_path, {"main.go": text}) / "main.go"
    session = Session(Options(go="1.27", platforms=(Platform.parse("plan9/386"),)))
    source = SourceFile.read(file)
    session.overlay(source)
    context, answers = session.context(tmp_path), Answers()
    nolint = NolintFilter(session.engine, interactive)

    def kept() -> list[str]:
        return answers.ask("kept", lambda: [f.code for f in nolint.unsuppressed([], source, context)])

    assert kept() == ([] if interactive else ["LN405"])
    catch_up()
    assert kept() == ["LN405"]
