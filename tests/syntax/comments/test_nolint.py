"""What a `//nolint` comment names and covers, as golangci-lint reads it (pkg/result/processors/nolint.go)."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.syntax.comments.nolint import Nolint, nolints
from golinkname_ls.syntax.files.editable_assembly_text import AssemblyFile
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer


def found(text: str, name: str = "p.go") -> list[Nolint]:
    kind = AssemblyFile if name.endswith(".s") else SourceFile
    return nolints(kind(Path(name), Buffer(text.encode())))


def only(comment: str) -> Nolint:
    [nolint] = found(f"package p\n\n{comment}\nfunc f() {{}}\n")
    return nolint


def covered(text: str, name: str = "p.go") -> str:
    [nolint] = found(text, name)
    return text.encode()[nolint.covers.start : nolint.covers.end].decode()


@pytest.mark.parametrize(
    ("comment", "items", "general"),
    [
        ("//nolint", [], True),
        ("//nolint // why", [], True),
        ("// nolint", [], True),
        ("//nolint:all", [("all", None)], True),
        ("//nolint:unused,ALL", [("unused", None), ("ALL", None)], True),
        ("//nolint:golinkname", [("golinkname", "")], False),
        ("//nolint:golinkname-ls", [("golinkname-ls", "")], False),
        ("//nolint:GoLinkname", [("GoLinkname", "")], False),
        ("//nolint: unused , golinkname // why", [("unused", None), ("golinkname", "")], False),
        ("//nolint:golinkname:LN201", [("golinkname:LN201", "LN201")], False),
        ("//nolint:golinkname:ln201", [("golinkname:ln201", "LN201")], False),
        ("//nolint:golinkname:forbidden-reference", [("golinkname:forbidden-reference", "forbidden-reference")], False),
        ("//nolint:golinkname:LN201,LN202", [("golinkname:LN201", "LN201"), ("LN202", "LN202")], False),
        ("//nolint:golinkname,,unused", [("golinkname", ""), ("unused", None)], False),
        # A bare code belongs to the name of this program before it.
        ("//nolint:golinkname,unused,LN202", [("golinkname", ""), ("unused", None), ("LN202", None)], False),
    ],
)
def test_names(comment: str, items: list[tuple[str, str | None]], general: bool) -> None:
    nolint = only(comment)
    assert [(item.text, item.rule) for item in nolint.items] == items
    assert nolint.general is general


@pytest.mark.parametrize(
    "comment",
    [
        "//nolint:unused",
        "//nolint:LN201",
        "//nolint:golinknames",
        "//nolinter",
        "//nolintgolinkname",
        "// see nolint",
        "/* nolint */",
        "//NOLINT",
    ],
)
def test_what_is_not_for_this_program_is_left_out(comment: str) -> None:
    assert found(f"package p\n\n{comment}\nfunc f() {{}}\n") == []


@pytest.mark.parametrize("text", ['var s = "//nolint"', "var s = `\n//nolint\n`", "/*\n//nolint\n*/"])
def test_text_in_literals_and_block_comments_is_no_comment(text: str) -> None:
    assert found(f"package p\n\n{text}\n") == []


def test_a_comment_that_says_it_twice_is_one() -> None:
    assert len(found("package p\n\n//nolint // nolint\nfunc f() {}\n")) == 1


@pytest.mark.parametrize(
    ("comment", "names"),
    [("//nolint:golinkname // why", ":golinkname"), ("//nolint:a, all  ", ":a, all"), ("//nolint // why", "")],
)
def test_where_the_list_stands(comment: str, names: str) -> None:
    nolint, data = only(comment), f"package p\n\n{comment}\n".encode()
    assert data[nolint.names_span.start : nolint.names_span.end].decode() == names
    assert nolint.span.start == 11


@pytest.mark.parametrize(
    ("text", "covers"),
    [
        # By itself: its comment group and what begins right below.
        ("var a = 1\n//nolint\nfunc f() {\n\tg()\n}\nvar b = 1\n", "//nolint\nfunc f() {\n\tg()\n}"),
        ("// f.\n//nolint\n// why\nfunc f() {\n}\n", "// f.\n//nolint\n// why\nfunc f() {\n}"),
        ("//nolint\n\nfunc f() {}\n", "//nolint"),
        ("//nolint\n", "//nolint"),
        ("//nolint\nvar (\n\ta = 1\n\tb = 2\n)\n", "//nolint\nvar (\n\ta = 1\n\tb = 2\n)"),
        ("func f() {\n\tg()\n\t//nolint\n\tif a {\n\t\tg()\n\t}\n\th()\n}\n", "\t//nolint\n\tif a {\n\t\tg()\n\t}"),
        ("var (\n\t//nolint\n\ta = 1\n\tb = 2\n)\n", "\t//nolint\n\ta = 1"),
        # Behind code: its line.
        ("func f() { //nolint\n\tg()\n}\n", "func f() { //nolint"),
        ("var a = 1 //nolint\n// b.\nvar b = 1\n", "var a = 1 //nolint"),
    ],
)
def test_what_it_covers_in_go(text: str, covers: str) -> None:
    assert covered("package p\n\n" + text) == covers


def test_above_the_package_clause_it_covers_the_file() -> None:
    text = "//nolint\npackage p\n\nfunc f() {}\n"
    assert covered(text) == text
    assert covered("\ufeff" + text) == "\ufeff" + text


@pytest.mark.parametrize(
    ("text", "covers"),
    [
        (
            "//nolint\nTEXT ·f(SB),4,$0\n\tNOP\n\tRET\n\n// g.\nTEXT ·g(SB),4,$0\n\tRET\n",
            "//nolint\nTEXT ·f(SB),4,$0\n\tNOP\n\tRET",
        ),
        ("TEXT ·f(SB),4,$0\n\t//nolint\n\tNOP\n\tRET\n", "\t//nolint\n\tNOP"),
        ("TEXT ·f(SB),4,$0\n\t//nolint\n\n\tNOP\n\tRET\n", "\t//nolint"),
        ("TEXT ·f(SB),4,$0\n\tNOP //nolint\n\tRET\n", "\tNOP //nolint"),
    ],
)
def test_what_it_covers_in_assembly(text: str, covers: str) -> None:
    assert covered(text, "f_amd64.s") == covers


@pytest.mark.parametrize("text", ['\tMOVQ $"//nolint", AX\n', "/* //nolint */\n", "\tNOP // see nolint\n"])
def test_what_is_no_such_comment_in_assembly(text: str) -> None:
    assert found(text, "f_amd64.s") == []
