"""Whether a func has code, and how linker symbols spell its name."""

from __future__ import annotations

import pytest

from golinkname_ls.syntax.items.declarations import DeclarationPlace, FuncDeclaration
from golinkname_ls.syntax.items.declarations_from_tree import extract
from golinkname_ls.text.span import Span


def func(text: str) -> FuncDeclaration:
    [found] = extract("p.go", f"package p\n\n{text}\n".encode()).declarations
    assert isinstance(found, FuncDeclaration)
    return found


@pytest.mark.parametrize(
    ("text", "name", "is_method"),
    [
        ("func nanotime() int64", "nanotime", False),
        ("func (c *mcache) refill()", "(*mcache).refill", True),
        ("func (v Value) Len() int", "Value.Len", True),
        ("func (*mcache) refill()", "(*mcache).refill", True),
        ("func (p *Pointer[T]) Load() *T", "(*Pointer).Load", True),
    ],
)
def test_name_in_linker_symbols(text: str, name: str, is_method: bool) -> None:
    assert (func(text).qualified_name, func(text).is_method) == (name, is_method)


# cmd/compile/internal/noder/noder.go: `//go:wasmimport` is looked at when compiling for wasm alone.
@pytest.mark.parametrize(
    ("text", "amd64", "wasm"),
    [
        ("func f() {}", True, True),
        ("func f()", False, False),
        ("//go:wasmimport m f\nfunc f()", False, True),
        ("//go:wasmexport f\nfunc f()", False, False),
    ],
)
def test_code_is_a_body_or_a_call_to_the_host(text: str, amd64: bool, wasm: bool) -> None:
    assert (func(text).has_code("amd64"), func(text).has_code("wasm")) == (amd64, wasm)


def test_a_place_moves_with_all_its_parts() -> None:
    place = DeclarationPlace(Span(1, 9), Span(2, 3), 4, Span(5, 6))
    assert place.shifted(10, 2) == DeclarationPlace(Span(11, 19), Span(12, 13), 6, Span(15, 16))
    assert place._replace(body=None).shifted(10, 2).body is None
