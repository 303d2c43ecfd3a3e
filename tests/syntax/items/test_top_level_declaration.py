"""A declaration that edits elsewhere move, and that an edit within it outdates."""

from __future__ import annotations

from golinkname_ls.incremental.answers import Answer
from golinkname_ls.syntax.items.declarations_from_tree import DECLARATIONS
from golinkname_ls.syntax.items.top_level_declaration import Block
from golinkname_ls.syntax.tree.go_tree import parse

TEXT = b"package p\n\n// T.\ntype (\n\tT int\n\tU = T\n)\n\nfunc (T) U()\n"


def blocks(data: bytes, base: int = 0, row: int = 0) -> list[Block]:
    return [Block(node, data, base, row) for node in parse(data).root_node.children if node.type in DECLARATIONS]


def named(block: Block, name: str) -> list[tuple[int, int]]:
    """The byte and the line of each declaration of a name."""
    return [(place.name.start, place.line) for _, place in block.named(name)]


def test_places_count_from_the_file_wherever_the_text_was_parsed() -> None:
    types, method = blocks(TEXT)
    assert named(types, "U") == [(TEXT.index(b"U ="), 6)]
    assert (types.names, method.names) == (["T", "U"], [])
    low = TEXT.index(b"\ntype")
    part = blocks(TEXT[low:], low, 2)[0]
    assert (part.start, part.end, part.row) == (types.start, types.end, types.row)
    assert part.members == types.members


def test_a_method_is_not_found_by_name_but_lacks_its_body() -> None:
    types, method = blocks(TEXT)
    assert method.named("U") == []
    assert (types.bodyless, method.bodyless) == (False, True)
    assert [d.name for d in method.declarations] == ["U"]


def test_a_moved_block_says_the_same_elsewhere() -> None:
    types = blocks(TEXT)[0]
    start, said = types.start, types.declarations
    types.move(10, 2)
    assert (types.start, named(types, "T")) == (start + 10, [(TEXT.index(b"T int") + 10, 7)])
    assert types.declarations == said


def test_a_block_that_leaves_outdates_what_was_found_in_it() -> None:
    types, method = blocks(TEXT)
    answers = [Answer(block.is_there.ask) for block in (types, method)]
    assert [answer.ask() for answer in answers] == [True, True]
    types.leave()
    assert [answer.ask() for answer in answers] == [False, True]
