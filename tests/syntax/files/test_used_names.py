"""Whether code uses a word, and which edits make one ask again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from golinkname_ls.incremental.answers import Answer
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer


def read(text: str) -> SourceFile:
    return SourceFile(Path("p.go"), Buffer(f"package p\n\n{text}\n".encode()))


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("func x() {}", False),
        ("func x() {}\n\nfunc f() { x() }", True),
        ("func x() { x() }", True),
        ("var x, y = 1, 2", False),
        ("var y = x", True),
        ("func (T) x() {}", True),
        ("// x\nfunc f() { /* x */ }", False),
        ("//go:linkname x runtime.x\nfunc x()", False),
        ('var s = "x"', True),
        ("func xy() { _x(); x1() }", False),
        ("func f() {\n\tx := 1\n\t_ = 2\n}", True),
        # In a file with errors the whole tree is looked at.
        ("func x() {\n\n// x\nvar a = ", False),
        ("func f() {\n\n// x\nvar a = x", True),
    ],
)
def test_code_uses_a_word(text: str, used: bool) -> None:
    assert read(text).uses("x") is used


def test_it_is_known_of_an_edited_file_without_its_whole_tree() -> None:
    source = read("// x\nfunc f() {\n\ta()\n}\n\n/* x */ func g() {\n\tb()\n}")
    source.splice(source.data.index(b"a("), source.data.index(b"a(") + 1, b"c")
    assert not source.uses("x")
    source.splice(source.data.index(b"b("), source.data.index(b"b(") + 1, b"x")
    assert source.uses("x")
    assert not source.has_current_tree


EDITED = "// x y\nfunc f() { a(y) }\n\nfunc g() {\n\tb(2) // v\n}\n\n// w\nfunc h() { c(3) }"


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("2", "4", {}),
        ("2", "z", {"uses z": True, "holds z": True}),
        # The comment above still holds the y.
        ("(y", "(z", {"uses y": False, "uses z": True, "holds z": True}),
        ("y)", "/* y */)", {"uses y": False}),
        ("3", "`w`", {"uses w": True}),
        ("3", "3 /* z */", {"holds z": True}),
        ("// x y\nfunc f() {", "func f() { x; ", {"uses x": True}),
        ("x y", "y", {"holds x": False}),
        (" v", "\nv", {"uses v": True}),
        ("func g", "func z", {"holds z": True}),
        # Files with errors, before or after, are read anew as a whole.
        ("(y)", "(", {"uses y": False}),
        ("(2)", "(2 z", {"uses z": True, "holds z": True}),
    ],
)
def test_what_was_asked_before_an_edit_is_right_after_it(old: str, new: str, changes: dict[str, bool]) -> None:
    source = read(EDITED.replace("2", "1"))
    # What is asked of a tree of the whole text hangs on the whole text: from the first edit on there is none.
    source.splice(source.data.index(b"1"), source.data.index(b"1") + 1, b"2")
    uses = {f"uses {word}": Answer(partial(source.uses, word)) for word in "vxyzw"}
    holds = {f"holds {word}": Answer(partial(source.holds, word.encode())) for word in "vxyzw"}
    before = {name: answer.ask() for name, answer in (uses | holds).items()}
    at = source.data.index(old.encode())
    source.splice(at, at + len(old), new.encode())
    after = {name: answer.ask() for name, answer in (uses | holds).items()}
    assert {name: value for name, value in after.items() if value != before[name]} == changes


def test_who_asked_for_the_text_around_a_word_asks_again_after_edits_there() -> None:
    source = read("func f() { x() }\n\nfunc g() { y() }")
    runs: list[int] = []
    answer = Answer(lambda: runs.append(len(list(source.blocks_with(b"x")))))
    answer.ask()
    at = source.data.index(b"y()")
    source.splice(at, at + 1, b"z")
    answer.ask()
    assert runs == [1]
    source.splice(at, at + 1, b"x")
    answer.ask()
    assert runs == [1, 2]
    source.splice(at, at + 1, b"y")
    answer.ask()
    assert runs == [1, 2, 1]
