"""`//nolint` comments in Go's assembly, and LN405 for those that silence nothing."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.workspace.safe_fixes import applied, fix_files
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.syntax.comments.nolint import nolints
from golinkname_ls.syntax.files.editable_assembly_text import AssemblyFile
from golinkname_ls.text.buffer import Buffer
from tests.analysis.modules import write_module
from tests.told import told

# tests/cases/LN207/asm_reads_unmarked_var: refused since 1.23, on each line that mentions it.
MAIN = "package main\n\nfunc f() uintptr\nfunc main() { println(f() > 0) }\n"
TEXT = "TEXT ·f(SB),4,$0-8\n"
REFUSED = "\tMOVQ runtime·allglen(SB), AX\n"
REST = "\tMOVQ AX, ret+0(FP)\n\tRET\n"
HOST = Options(platforms=(Platform("linux", "amd64"),))


def check(folder: Path, text: str, options: Options = HOST) -> list[Finding]:
    write_module(folder, {"main.go": MAIN, "f.s": text})
    return Session(options).check(folder / "f.s")


def codes(folder: Path, text: str, options: Options = HOST) -> list[str]:
    return [f.code for f in check(folder, text, options)]


@pytest.mark.parametrize(
    "text",
    [
        TEXT + REFUSED.rstrip() + " //nolint:golinkname // why\n" + REST,
        TEXT + REFUSED.rstrip() + " //nolint:golinkname:LN207\n" + REST,
        TEXT + "\t//nolint:golinkname:forbidden-assembly-reference // why\n" + REFUSED + REST,
        TEXT + "\t// The length.\n\t//nolint:other,golinkname\n\t// of all.\n" + REFUSED + REST,
        "//nolint:golinkname // why\n" + TEXT + REFUSED + REST + REFUSED + "\n// more\nTEXT ·g(SB),4,$0\n\tRET\n",
        "//nolint\n" + TEXT + REFUSED + REST,
        "// nolint:all\n" + TEXT + REFUSED + REST,
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_it_silences_an_instruction_or_a_text(tmp_path, text, end):
    assert codes(tmp_path, text.replace("\n", end)) == []


@pytest.mark.parametrize(
    "text",
    [
        TEXT + REFUSED.rstrip() + " //nolint:unused\n" + REST,
        TEXT + REFUSED.rstrip() + " /* //nolint */\n" + REST,
        TEXT + '\tMOVQ $"//nolint", AX\n' + REFUSED + REST,
        TEXT + "\t//nolint\n\n" + REFUSED + REST,
        TEXT + "\tNOP //nolint\n" + REFUSED + REST,
        "//nolint\nTEXT ·g(SB),4,$0\n\tRET\n" + TEXT + REFUSED + REST,
        "//nolint\nGLOBL ·g(SB), 16, $8\n" + TEXT + REFUSED + REST,
    ],
)
def test_what_it_does_not_reach_is_still_said(tmp_path, text):
    assert codes(tmp_path, text) == ["LN207"]


def test_what_silences_nothing_is_said_and_taken_out(tmp_path):
    text = (
        TEXT
        + REFUSED.rstrip()
        + " //nolint:golinkname:LN201,LN207 // why\n\t//nolint:golinkname\n\tNOP // x\n"
        + REST.rstrip()
        + " //nolint:golinkname\n"
    )
    found = check(tmp_path, text)
    assert [(f.code, f.span.start) for f in found] == [
        ("LN405", text.encode().index(b"//nolint:golinkname:")),
        ("LN405", text.encode().index(b"//nolint:golinkname\n\tNOP")),
        ("LN405", text.encode().rindex(b"//nolint")),
    ]
    expected = TEXT + REFUSED.rstrip() + " //nolint:golinkname:LN207 // why\n\tNOP // x\n" + REST
    edits = [edit for f in found for edit in f.fixes[0].edits()]
    assert applied(text.encode(), edits).decode() == expected
    assert fix_files(Session(HOST), [tmp_path / "f.s"], lambda _: True) == {tmp_path / "f.s"}
    assert (tmp_path / "f.s").read_bytes().decode() == expected
    assert codes(tmp_path, expected) == []


def test_a_file_with_nothing_but_the_comment_is_looked_at(tmp_path):
    assert codes(tmp_path, "//nolint:golinkname\n") == ["LN405"]


def test_what_holds_elsewhere_only_is_used(tmp_path):
    # The same case: 1.22 does not refuse it.
    text = TEXT + "\t//nolint:golinkname // since 1.23\n" + REFUSED + REST
    assert codes(tmp_path, text, Options(go="1.22", platforms=HOST.platforms)) == []
    assert codes(tmp_path, "//go:build amd64\n\n" + text, Options(platforms=(Platform("linux", "arm64"),))) == []


def test_an_editor_hears_of_it_only_after_settling(tmp_path):
    write_module(tmp_path, {"main.go": MAIN, "f.s": ""})
    session = Session(HOST, interactive=True)
    path = tmp_path / "f.s"
    file = AssemblyFile(path, Buffer((TEXT + "\tNOP //nolint:golinkname\n" + REST).encode()))
    session.overlay(file)
    assert session.check(path) == []
    session.check(path)
    session.catch_up()
    assert [f.code for f in session.check(path)] == ["LN405"]
    file.splice(len(file.data), len(file.data), b"// behind\n")
    assert [f.code for f in session.check(path)] == ["LN405"]


def test_it_follows_the_text_through_edits(tmp_path):
    write_module(tmp_path, {"main.go": MAIN})
    path = tmp_path / "f.s"
    text = (
        "//nolint:golinkname\n" + TEXT + REFUSED + "#ifdef X\n" + REST + "#endif\n//nolint\n" + TEXT + REFUSED
    ).encode()
    file = AssemblyFile(path, Buffer(text))
    session = Session(HOST, interactive=True)
    session.overlay(file)
    pieces = (
        b"x",
        b"\n",
        b"// c\n",
        b"\tRET\n",
        b"nolint",
        b"//nolint:golinkname\n",
        b"/*",
        b'"',
        b"\\\n",
        b"",
        b"TEXT ",
    )
    draw = random.Random(27)
    for _ in range(300):
        at = draw.randrange(len(file.data) + 1)
        file.splice(at, min(at + draw.choice((0, 0, 1, 5)), len(file.data)), draw.choice(pieces))
        fresh = AssemblyFile(path, Buffer(file.data))
        assert nolints(file) == nolints(fresh)
        for comment in nolints(file):
            assert (
                0
                <= comment.covers.start
                <= comment.span.start
                <= comment.span.end
                <= comment.covers.end
                <= len(file.data)
            )
        other = Session(HOST, interactive=True)
        other.overlay(fresh)
        assert told(session.check(path)) == told(other.check(path))
        if draw.random() < 0.1:
            file.splice(0, len(file.data), text)
