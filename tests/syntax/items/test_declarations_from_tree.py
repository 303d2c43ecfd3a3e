"""Names are read before declarations, and are the same."""

from __future__ import annotations

import pytest

from golinkname_ls.syntax.items.declarations import FuncDeclaration
from golinkname_ls.syntax.items.declarations_from_tree import DECLARATIONS, top_level
from golinkname_ls.syntax.items.top_level_declaration import Block
from golinkname_ls.syntax.tree.go_tree import parse
from tests.oracle.case_file import cases

ODD = """\
package p

var a, b = 1, 2
var (
	c, d int
	_    = 3
)
var x, y = f()
const e, g = iota, iota
const (
	h = iota
	i
	j, k = 1, 2
)
type l int
type m = int
type n[T any] struct{ a T }
type (
	o  int
	p2 = string
)
func q[T any](t T)
func (l) r() {}
func (*l) s()
func init() {}
func ()
var
type
const ("""


def blocks(data: bytes) -> list[Block]:
    return [Block(n, data) for n in top_level(parse(data).root_node) if n.type in DECLARATIONS]


@pytest.mark.parametrize("data", [ODD.encode(), *(ODD[:end].encode() for end in range(10, len(ODD), 7))])
def test_odd_texts(data: bytes) -> None:
    agree(data)


def test_every_go_file_of_the_recorded_cases() -> None:
    texts = {text for case in cases() for name, text in case.files.items() if name.endswith(".go")}
    assert len(texts) > 300
    for text in texts:
        agree(text.encode())


def agree(data: bytes) -> None:
    for block in blocks(data):
        declarations = [d for d in block.declarations if not (isinstance(d, FuncDeclaration) and d.is_method)]
        assert block.names == [d.name for d in declarations]
        bare = [d for d in block.declarations if isinstance(d, FuncDeclaration) and not d.has_body]
        assert block.bodyless or not bare
        assert [[d for d, _ in block.named(name)] for name in block.names] == [
            [d for d in declarations if d.name == name] for name in block.names
        ]
