"""Whether live code of one file mentions a name: certainly, or if one of some names is live, before and after edits."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.compiler.constants.conditions import Conditions
from golinkname_ls.compiler.live.file_mentions import is_mentioned_in_file
from golinkname_ls.compiler.live.mentions_of_name import Liveness
from golinkname_ls.syntax.files.source_file import SourceFile
from tests.compiler.live.marked_code import read

EMITTED, REACHED = Liveness.EMITTED, Liveness.REACHED


@pytest.mark.parametrize(
    ("code", "need", "expected"),
    [
        ("func f() {}", EMITTED, frozenset()),
        ("func f() { if false { stub() } }", EMITTED, frozenset()),
        ("func f() { stub() }", EMITTED, True),
        ("func f() { stub() }", REACHED, frozenset({"f"})),
        ("func f() { stub() }\n\nfunc g() { stub(); stub() }", REACHED, frozenset({"f", "g"})),
        # One that counts for itself decides, wherever it stands.
        ("func f() { stub() }\n\nfunc F() { stub() }", REACHED, True),
        ("func F() { stub() }\n\nfunc f() { stub() }", REACHED, True),
        ("func g[E any]() { stub() }\n\nfunc (l List[E]) f() { stub() }", EMITTED, frozenset({"g", "List"})),
        ("func f() { stubs() }", EMITTED, frozenset()),
    ],
)
def test_what_the_declarations_of_a_file_mention(code: str, need: Liveness, expected: object, tmp_path: Path) -> None:
    source, conditions = read(tmp_path, f"package m\n\nfunc stub()\n\n{code}\n")
    assert is_mentioned_in_file(source, "stub", conditions, need) == expected


def opened(root: Path, text: str) -> tuple[SourceFile, Conditions]:
    """A file as an editor has it open."""
    source, conditions = read(root, text)
    return SourceFile.read(source.path), conditions


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # The declaration that decides is edited, or another one.
        ("true", "false", frozenset({"g"})),
        ("stub(1)", "stubs(1)", frozenset({"g"})),
        ("stub(2)", "stubs(2)", True),
        ("// end", "func h() { stub(3) }", True),
        ("func F", "func f", frozenset({"f", "g"})),
    ],
)
def test_edits(old: str, new: str, expected: object, tmp_path: Path) -> None:
    text = "package m\n\nfunc stub(int)\n\nfunc F() { if true { stub(1) } }\n\nfunc g() { stub(2) }\n\n// end\n"
    source, conditions = opened(tmp_path, text)
    assert is_mentioned_in_file(source, "stub", conditions, REACHED) is True
    at = source.data.index(old.encode())
    source.splice(at, at + len(old), new.encode())
    assert is_mentioned_in_file(source, "stub", conditions, REACHED) == expected


def test_file_with_errors_is_looked_at_as_a_whole(tmp_path: Path) -> None:
    source, conditions = opened(tmp_path, "package m\n\nfunc stub()\n\nfunc F() {}\n")
    assert is_mentioned_in_file(source, "stub", conditions, EMITTED) == frozenset()
    at = source.data.rindex(b"}")
    source.splice(at, at, b" stub( ")
    assert is_mentioned_in_file(source, "stub", conditions, EMITTED) is True
