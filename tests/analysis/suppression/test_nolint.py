"""`//nolint` comments: what they cover, and LN405 for those that silence nothing."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.workspace.safe_fixes import applied
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.syntax.comments.nolint import nolints
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer
from tests.analysis.modules import write_module

HEAD = 'package main\n\nimport _ "unsafe"\n\nfunc main() { schedinit() }\n\n'
OFF = 'severities = { LN401 = "off", LN403 = "off", LN404 = "off" }\n'


def check(folder: Path, text: str, options: Options | None = None, **more: str) -> list[Finding]:
    write_module(folder, {"main.go": text, "golinkname.toml": OFF, **more})
    return Session(options).check(folder / "main.go")


def codes(folder: Path, text: str, options: Options | None = None) -> list[str]:
    return [f.code for f in check(folder, text, options)]


DIRECTIVE = "//go:linkname schedinit runtime.schedinit\n"


@pytest.mark.parametrize(
    "text",
    [
        "//nolint:golinkname\n" + DIRECTIVE + "func schedinit()\n",
        "//nolint:golinkname // no way round it\n" + DIRECTIVE + "func schedinit()\n",
        "//nolint:golinkname:LN201\n" + DIRECTIVE + "func schedinit()\n",
        "//nolint:golinkname:forbidden-reference\n" + DIRECTIVE + "func schedinit()\n",
        "//nolint:unused,golinkname // both\n" + DIRECTIVE + "func schedinit()\n",
        "//nolint:unused, golinkname:LN201 // both\n" + DIRECTIVE + "func schedinit()\n",
        "//nolint\n" + DIRECTIVE + "func schedinit()\n",
        "//nolint:all\n" + DIRECTIVE + "func schedinit()\n",
        "// nolint:golinkname\n" + DIRECTIVE + "func schedinit()\n",
        "// schedinit starts.\n//\n//nolint:golinkname\n" + DIRECTIVE + "func schedinit()\n",
        DIRECTIVE + "//nolint:golinkname\nfunc schedinit()\n",
        DIRECTIVE + "func schedinit() //nolint:golinkname // why\n",
        DIRECTIVE + "\nfunc schedinit() //nolint:golinkname // why\n",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_it_silences_the_directive_and_what_it_stands_on(tmp_path, text, end):
    assert codes(tmp_path, (HEAD + text).replace("\n", end)) == []


@pytest.mark.parametrize(
    "text",
    [
        DIRECTIVE + "func schedinit()\n",
        "//nolint:unused\n" + DIRECTIVE + "func schedinit()\n",
        "//nolint:golinknames\n" + DIRECTIVE + "func schedinit()\n",
        "//nolinter\n" + DIRECTIVE + "func schedinit()\n",
        "/* nolint:golinkname */\n" + DIRECTIVE + "func schedinit()\n",
        "// see nolint:golinkname\n" + DIRECTIVE + "func schedinit()\n",
        "//nolint:golinkname why\n" + DIRECTIVE + "func schedinit()\n",
        'var s = "//nolint:golinkname"\n' + DIRECTIVE + "func schedinit()\n",
    ],
)
def test_other_comments_silence_nothing_and_are_left_alone(tmp_path, text):
    assert codes(tmp_path, HEAD + text) == ["LN201"]


def test_above_the_package_clause_it_covers_the_file(tmp_path):
    assert codes(tmp_path, "//nolint:golinkname\n" + HEAD + DIRECTIVE + "func schedinit()\n") == []


def test_another_rule_or_another_place_is_reported_and_the_comment_too(tmp_path):
    text = HEAD + "//nolint:golinkname:LN301\n" + DIRECTIVE + "func schedinit()\n"
    assert codes(tmp_path, text) == ["LN405", "LN201"]
    text = HEAD + "//nolint:golinkname\n\n" + DIRECTIVE + "func schedinit()\n"
    assert codes(tmp_path, text) == ["LN405", "LN201"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("//nolint:golinkname // old\n", ""),
        ("//nolint:golinkname:LN202,unused // old\n", "//nolint:unused // old\n"),
        ("//nolint:golinkname:LN201,LN202\n", "//nolint:golinkname:LN201\n"),
        ("//nolint:golinkname:LN202,LN201\n", "//nolint:golinkname:LN201\n"),
    ],
)
def test_the_fix_takes_out_what_silences_nothing(tmp_path, before, after):
    forbidden = DIRECTIVE + "func schedinit()\n"
    allowed = "//go:linkname schedinit runtime.entersyscall\nfunc schedinit()\n"
    stub = forbidden if "LN201" in after else allowed
    [found] = [f for f in check(tmp_path, HEAD + before + stub) if f.code == "LN405"]
    fixed = applied((HEAD + before + stub).encode(), found.fixes[0].edits()).decode()
    assert fixed == HEAD + after + stub
    assert "LN405" not in codes(tmp_path, fixed)


def test_the_fix_of_a_trailing_comment_leaves_the_code(tmp_path):
    text = HEAD + "//go:linkname schedinit runtime.entersyscall\nfunc schedinit() \t//nolint:golinkname:LN201 // x\n"
    [found] = [f for f in check(tmp_path, text) if f.code == "LN405"]
    assert applied(text.encode(), found.fixes[0].edits()).decode().endswith("func schedinit()\n")


def test_what_holds_for_another_version_only_is_used(tmp_path):
    text = HEAD + "//nolint:golinkname:LN201\n" + DIRECTIVE + "func schedinit()\n"
    assert codes(tmp_path, text, Options(go="1.22")) == []


def test_what_holds_on_another_platform_only_is_used(tmp_path):
    # 1.27 does not ask for marks on assembly where Go code has no other ABI (386), and does elsewhere.
    text = HEAD + "//nolint:golinkname:LN201\n//go:linkname schedinit runtime.goexit\nfunc schedinit()\n"
    from golinkname_ls.golang.targets.platform import Platform

    assert codes(tmp_path, text, Options(go="1.27", platforms=(Platform("linux", "386"),))) == []


def test_a_file_that_no_target_builds_is_left_alone(tmp_path):
    assert codes(tmp_path, "//go:build ignore\n\n" + HEAD + "//nolint:golinkname\nfunc f() {}\n") == []


def test_an_editor_hears_of_it_only_after_settling(tmp_path):
    text = HEAD + "//nolint:golinkname:LN202\n" + DIRECTIVE + "func schedinit()\n"
    write_module(tmp_path, {"main.go": text, "golinkname.toml": OFF})
    session = Session(interactive=True)
    session.overlay(SourceFile.read(tmp_path / "main.go"))
    assert [f.code for f in session.check(tmp_path / "main.go")] == ["LN201"]
    session.catch_up()
    assert [f.code for f in session.check(tmp_path / "main.go")] == ["LN405", "LN201"]


def test_one_comment_may_silence_the_verdict_on_another(tmp_path):
    text = HEAD + "//nolint:golinkname:LN405\n//nolint:golinkname:LN202\nfunc f() {}\n"
    assert codes(tmp_path, text) == []


def test_it_follows_the_text_through_edits(tmp_path):
    text = HEAD + "//nolint:golinkname:LN201,LN202\n" + DIRECTIVE + "func schedinit()\n\nfunc f() {\n}\n"
    write_module(tmp_path, {"main.go": text, "golinkname.toml": OFF})
    path = tmp_path / "main.go"
    session = Session(interactive=True)
    source = SourceFile.read(path)
    session.overlay(source)
    session.check(path)
    session.catch_up()
    pieces = (b"x", b"\n", b"// c\n", b"\tprintln(1)\n", b"nolint", b"//nolint:golinkname\n", b"}", b"")
    draw = random.Random(27)
    for _ in range(150):
        at = draw.randrange(len(source.data) + 1)
        before = source.data
        source.splice(at, min(at + draw.choice((0, 0, 1, 5)), len(source.data)), draw.choice(pieces))
        kept = nolints(source)
        assert kept == nolints(SourceFile(path, Buffer(source.data))), (before, at)
        session.check(path)
        if draw.random() < 0.3:
            source.splice(0, len(source.data), text.encode())
