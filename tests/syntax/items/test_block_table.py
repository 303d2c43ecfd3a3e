"""The declarations of a file by name and by place, and which of them an edit leaves as they are."""

from __future__ import annotations

import pytest

from golinkname_ls.syntax.items.block_table import BlockTable
from golinkname_ls.syntax.items.declarations_from_tree import DECLARATIONS
from golinkname_ls.syntax.items.top_level_declaration import Block
from golinkname_ls.syntax.tree.go_tree import TreeEdit, parse

TEXT = b"package p\n\nvar a, b = 1, 2\n\n// f.\nfunc f() {}\n\nfunc (T) m() {}\n\ntype b int\n"


def table_of(data: bytes = TEXT) -> BlockTable:
    table = BlockTable()
    table.read(parse(data).root_node, data)
    return table


def texts(blocks: list[Block], data: bytes = TEXT) -> list[str]:
    return [data[block.start : block.end].decode() for block in blocks]


def change(data: bytes, old: bytes, new: bytes) -> tuple[bytes, TreeEdit]:
    start = data.index(old)
    end = start + len(old)
    after = data[:start] + new + data[end:]
    ends = [(text.count(b"\n", 0, at), 0) for text, at in ((data, start), (data, end), (after, start + len(new)))]
    return after, TreeEdit(start, end, start + len(new), *ends)


def test_blocks_by_name() -> None:
    table = table_of()
    assert texts(table.blocks) == ["var a, b = 1, 2", "func f() {}", "func (T) m() {}", "type b int"]
    assert sorted(table.names()) == ["a", "b", "f"]
    assert texts(table.named("b")) == ["var a, b = 1, 2", "type b int"]
    assert table.named("m") == []


@pytest.mark.parametrize(
    ("at", "piece"),
    [
        ("package", "package p\n\n"),
        ("var a", "var a, b = 1, 2"),
        ("\n\n// f.", "\n\n// f.\n"),
        ("// f.", "\n\n// f.\n"),
        ("func f", "func f() {}"),
        ("b int", "type b int"),
    ],
)
def test_the_piece_that_holds_a_byte(at: str, piece: str) -> None:
    start, end = table_of().piece(TEXT.index(at.encode()), len(TEXT))
    assert TEXT[start:end].decode() == piece


def test_the_last_piece_ends_with_the_file() -> None:
    assert table_of().piece(len(TEXT) - 1, len(TEXT)) == (len(TEXT) - 1, len(TEXT))
    assert table_of(b"package p\n").piece(3, 10) == (0, 10)


@pytest.mark.parametrize(
    ("start", "end", "touched"),
    [
        ("package", "package", (0, 0)),
        ("a, b", "a, b", (0, 0)),
        # An edit right behind a declaration may go on with it.
        ("\n\n// f.", "\n\n// f.", (0, 1)),
        ("// f.", "// f.", (1, 1)),
        ("a, b", "f() {}", (0, 1)),
        ("b int", "b int", (3, 3)),
    ],
)
def test_blocks_that_an_edit_touches(start: str, end: str, touched: tuple[int, int]) -> None:
    assert table_of().touching(TEXT.index(start.encode()), TEXT.index(end.encode())) == touched


def test_nothing_is_behind_the_last_block() -> None:
    assert table_of().touching(len(TEXT), len(TEXT)) == (4, 4)


def test_replaced_blocks_lose_their_names_and_those_behind_move() -> None:
    table = table_of()
    first, f, method, last = table.blocks
    assert f.is_there.ask()
    rows = [block.row for block in table.blocks]
    after, edit = change(TEXT, b"f() {}", b"f() {\n\tg()\n}")
    fresh = [Block(n, after) for n in parse(after).root_node.children if n.type in DECLARATIONS][1:2]
    table.replace(1, 2, fresh, edit)
    assert not f.is_there.ask()
    assert table.blocks == [first, *fresh, method, last]
    assert texts(table.blocks, after) == texts(table_of(after).blocks, after)
    assert [block.row for block in table.blocks] == [rows[0], rows[1], rows[2] + 2, rows[3] + 2]
    assert table.named("f") == fresh


def test_a_name_that_no_block_declares_any_more_is_gone() -> None:
    table = table_of()
    after, edit = change(TEXT, b"var a, b = 1, 2", b"")
    table.replace(0, 1, [], edit)
    assert sorted(table.names()) == ["b", "f"]
    assert texts(table.named("b"), after) == ["type b int"]


def test_blocks_behind_an_edit_move() -> None:
    table = table_of()
    starts = [block.start for block in table.blocks]
    _, edit = change(TEXT, b"// f.", b"// f.\n// More.")
    table.move(edit)
    assert [block.start for block in table.blocks] == [starts[0], *(start + 9 for start in starts[1:])]


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        (b"a, b", b"c, b", [False, True, True, True]),
        (b"// f.", b"//go:", [True, False, True, True]),
        (b"m()", b"n()", [True, True, False, True]),
        (b"b int", b"b string", [True, True, True, False]),
    ],
)
def test_blocks_that_no_change_touches_stay(old: bytes, new: bytes, kept: list[bool]) -> None:
    table = table_of()
    before = table.blocks
    there = [block.is_there for block in before]
    after, edit = change(TEXT, old, new)
    table.move(edit)
    table.reread(parse(after).root_node, after, [(edit.start, edit.new_end)])
    assert [now is then for now, then in zip(table.blocks, before, strict=True)] == kept
    assert [block.ask() for block in there] == kept
    assert texts(table.blocks, after) == texts(table_of(after).blocks, after)


def test_changed_ranges_may_come_in_any_order() -> None:
    table = table_of()
    before = table.blocks
    changed = [(TEXT.index(b"b int"), len(TEXT)), (11, 12), (12, 13)]
    table.reread(parse(TEXT).root_node, TEXT, changed)
    assert [now is then for now, then in zip(table.blocks, before, strict=True)] == [False, True, True, False]
