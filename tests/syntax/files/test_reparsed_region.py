"""How far the text reaches that an edit may change."""

from __future__ import annotations

import pytest

from golinkname_ls.syntax.files.reparsed_region import Region, gaps_between
from golinkname_ls.syntax.items.block_table import BlockTable
from golinkname_ls.syntax.tree.go_tree import parse

TEXT = b"package p\n\nvar a = 1\n\n// b.\nvar b = 2\n\n// c.\nvar c = 3\n\n// The end.\n"


def table_of(data: bytes) -> BlockTable:
    table = BlockTable()
    table.read(parse(data).root_node, data)
    return table


@pytest.mark.parametrize(
    ("at", "text", "blocks", "closed"),
    [
        # Inside a declaration, or before it: from the end of the one before, to its own end.
        ("= 2", "\n\n// b.\nvar b = 2", (1, 2), True),
        ("// b.", "\n\n// b.\nvar b = 2", (1, 2), True),
        ("package", "package p\n\nvar a = 1", (0, 1), True),
        # Right behind a declaration, which may go on: with the next one.
        ("\n\n// b.", "package p\n\nvar a = 1\n\n// b.\nvar b = 2", (0, 2), True),
        # Behind the last one: to the end of the file.
        ("// The end.", "\n\n// The end.\n", (3, 3), False),
        ("\n\n// The end.", "\n\n// c.\nvar c = 3\n\n// The end.\n", (2, 3), False),
    ],
)
def test_the_region_around_a_byte(at: str, text: str, blocks: tuple[int, int], closed: bool) -> None:
    start = TEXT.index(at.encode())
    region = Region.around(table_of(TEXT), TEXT, start, start)
    assert region is not None
    assert region.text.decode() == text
    assert TEXT[region.start : region.end] == region.text
    assert ((region.first, region.stop), region.closed) == (blocks, closed)


def test_an_edit_of_several_declarations_is_in_one_region() -> None:
    region = Region.around(table_of(TEXT), TEXT, TEXT.index(b"= 1"), TEXT.index(b"= 2"))
    assert region is not None
    assert region.text == TEXT[: TEXT.index(b"= 2") + 3]


def test_an_edit_of_many_declarations_has_none() -> None:
    data = b"package p\n" + b"".join(b"\nvar a%d = 1\n" % n for n in range(12))
    table = table_of(data)
    last = [table.blocks[n].start for n in (7, 8)]
    assert Region.around(table, data, 0, last[0]) is not None
    assert Region.around(table, data, 0, last[1]) is None


def test_what_stands_before_each_declaration_of_a_region() -> None:
    blocks = table_of(TEXT).blocks
    start = blocks[0].end
    assert gaps_between(blocks[1:], TEXT[start:], start) == [b"\n\n// b.\n", b"\n\n// c.\n"]
    assert gaps_between([], TEXT, 0) == []
