"""Which declarations a search looks at, and which again after an edit."""

from __future__ import annotations

from pathlib import Path

from tree_sitter import Node

from golinkname_ls.incremental.answers import Answer
from golinkname_ls.syntax.files.block_search import search
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer

TEXT = "package p\n\n// x\nfunc f() { x() }\n\nfunc h() { a(1) }\n\nfunc g() {\n\tx()\n}\n"


class Searched:
    """A file in which the text of declarations with an x is searched for."""

    def __init__(self, text: str = TEXT) -> None:
        self.source = SourceFile(Path("p.go"), Buffer(text.encode()))
        self.looked: list[str] = []

    def look(self, root: Node, data: bytes, extent: tuple[int, int]) -> str:
        text = data[slice(*extent)].decode()
        self.looked.append(text)
        assert root.start_byte <= extent[0] < extent[1] <= root.end_byte
        return text

    def found(self) -> list[str]:
        self.looked.clear()
        return list(search(self.source, b"x", "key", self.look))

    def change(self, old: str, new: str) -> None:
        at = self.source.data.index(old.encode())
        self.source.splice(at, at + len(old.encode()), new.encode())


F, G = "func f() { x() }", "func g() {\n\tx()\n}"


def test_declarations_that_hold_the_word() -> None:
    assert Searched().found() == [F, G]


def test_a_file_with_errors_is_one_piece() -> None:
    text = "package p\n\nfunc f() { x( }\n"
    assert Searched(text).found() == [text]


def test_after_an_edit_those_alone_are_looked_at_that_it_touched() -> None:
    searched = Searched()
    searched.found()
    assert (searched.found(), searched.looked) == ([F, G], [])
    searched.change("a(1", "a(3")
    assert (searched.found(), searched.looked) == ([F, G], [])
    searched.change("\tx()", "\tx(1)")
    changed = G.replace("x()", "x(1)")
    assert (searched.found(), searched.looked) == ([F, changed], [changed])
    searched.change("a(3", "a(x")
    assert (searched.found(), searched.looked) == ([F, "func h() { a(x) }", changed], ["func h() { a(x) }"])
    searched.change("{ x() }", "{ y() }")
    assert searched.found() == ["func h() { a(x) }", changed]


def test_who_stopped_early_asks_again_only_when_what_was_looked_at_changes() -> None:
    searched = Searched()
    runs: list[str] = []
    answer = Answer(lambda: runs.append(next(search(searched.source, b"x", "key", searched.look))))
    answer.ask()
    searched.change("\tx()", "\tx(1)")
    answer.ask()
    assert runs == [F]
    searched.change("{ x() }", "{ x(2) }")
    answer.ask()
    assert runs == [F, "func f() { x(2) }"]
