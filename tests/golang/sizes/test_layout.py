"""Sizes, alignments, offsets and pointers of types as the gc compiler lays them out (go/types/gcsizes.go)."""

from __future__ import annotations

import pytest

from golinkname_ls.golang.sizes.layout import (
    Layout,
    Sizes,
    aligned,
    field_offset,
    field_offsets,
    has_pointers,
    layout_of,
    pointer_offsets,
)
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.universe import BASIC, INT, UNTYPED
from tests.golang.type_checker.written_packages import code

DECLARED = """
import "sync/atomic"

type Inner struct {
	a int8
	b int64
}
type Outer struct {
	first bool
	Inner
	*Pointed
	b int16
	named struct{ deep int }
}
type Pointed struct{ far int }
type align64 struct{}
"""
OTHERS = {
    "sync/atomic": (
        "package atomic\n\ntype Int64 struct {\n\t_ noCopy\n\t_ align64\n\tv int64\n}\n\n"
        "type noCopy struct{}\n\ntype align64 struct{}\n"
    )
}


def denoted(written: str) -> m.Type:
    return code(DECLARED, OTHERS).denoted(written)


@pytest.mark.parametrize(
    ("written", "wide", "narrow"),
    [
        ("uintptr", (8, 8), (4, 4)),
        ("string", (16, 8), (8, 4)),
        ("[]byte", (24, 8), (12, 4)),
        ("error", (16, 8), (8, 4)),
        ("func()", (8, 8), (4, 4)),
        ("map[int]int", (8, 8), (4, 4)),
        # What is wider than a word is aligned to a word only; complex numbers like arrays of two floats.
        ("int64", (8, 8), (8, 4)),
        ("complex64", (8, 4), (8, 4)),
        ("complex128", (16, 8), (16, 4)),
        ("[3]int16", (6, 2), (6, 2)),
        ("[0]int64", (0, 8), (0, 4)),
        ("[3]struct{}", (0, 1), (0, 1)),
        ("struct{}", (0, 1), (0, 1)),
        # Fields at their alignment, and the size a multiple of the struct's own.
        ("struct { a int8; b int32; c int8 }", (12, 4), (12, 4)),
        ("Inner", (16, 8), (12, 4)),
        ("[2]Inner", (32, 8), (24, 4)),
        # A pointer to a last field of size 0 must not point behind the struct.
        ("struct { a int32; b struct{} }", (8, 4), (8, 4)),
        ("struct { a struct{}; b int32 }", (4, 4), (4, 4)),
        ("struct { a, b struct{} }", (0, 1), (0, 1)),
        # The empty struct align64 of sync/atomic aligns to 8 on 32-bit architectures, too.
        ("atomic.Int64", (8, 8), (8, 8)),
        ("struct { a int32; b atomic.Int64 }", (16, 8), (16, 8)),
        ("align64", (0, 1), (0, 1)),
    ],
)
def test_size_and_alignment(written: str, wide: tuple[int, int], narrow: tuple[int, int]) -> None:
    kind = denoted(written)
    assert layout_of(kind, Sizes.of(Platform("linux", "amd64"))) == Layout(*wide)
    assert layout_of(kind, Sizes.of(Platform("linux", "386"))) == Layout(*narrow)


@pytest.mark.parametrize(
    "kind",
    [
        m.Array(None, INT),
        m.Array(3, m.INVALID),
        m.Struct((m.Field("a", INT), m.Field("b", m.INVALID))),
        m.TypeParameter("T", lambda: m.Interface()),
        m.Array(1 << 61, INT),
        UNTYPED["int"],
    ],
)
def test_what_is_not_known_has_no_layout(kind: m.Type) -> None:
    assert layout_of(kind, Sizes(8)) is None


def test_the_largest_array() -> None:
    assert layout_of(m.Array((1 << 63) - 1, BASIC["byte"]), Sizes(8)) == Layout((1 << 63) - 1, 1)
    assert layout_of(m.Array(1 << 63, BASIC["byte"]), Sizes(8)) is None


def test_go_types_did_not_pad_a_struct_at_its_end() -> None:
    """As go/types.StdSizes: the size is the last field's end, and arrays align their elements themselves."""
    kind, sizes = denoted("struct { a int32; b int8 }"), Sizes(8, tail_padding=False)
    assert layout_of(kind, sizes) == Layout(5, 4)
    assert layout_of(m.Array(2, kind), sizes) == Layout(13, 4)
    assert layout_of(denoted("struct { a int32; b struct{} }"), sizes) == Layout(4, 4)


def test_offsets_of_fields() -> None:
    kind = denoted("Outer")
    bare = m.underlying(kind)
    assert isinstance(bare, m.Struct)
    for word, offsets in ((8, [0, 8, 24, 32, 40]), (4, [0, 4, 16, 20, 24])):
        assert [at for _, at, _ in field_offsets(bare, Sizes(word)) or ()] == offsets


@pytest.mark.parametrize(
    ("name", "offset"),
    [
        ("Inner", 8),
        # Promoted from an embedded struct, at its own offset within; a field of the struct itself goes before.
        ("a", 8),
        ("b", 32),
        # unsafe.Offsetof: not through the pointer of an embedded field.
        ("far", None),
        ("Pointed", 24),
        ("deep", None),
        ("none", None),
    ],
)
def test_offset_of_a_selected_field(name: str, offset: int | None) -> None:
    assert field_offset(denoted("Outer"), name, Sizes(8)) == offset


def test_only_structs_have_fields() -> None:
    assert field_offset(denoted("*Outer"), "first", Sizes(8)) is None


# cmd/compile/internal/typebits/typebits.go: one word for a string or slice, the second word of an interface.
@pytest.mark.parametrize(
    ("written", "offsets"),
    [
        ("string", [0]),
        ("[]int", [0]),
        ("error", [8]),
        ("uintptr", []),
        ("unsafe.Pointer", [0]),
        ("chan int", [0]),
        ("[2]struct { n int; p *int }", [8, 24]),
        ("[0]*int", []),
        ("struct { a int; b error; c [2]string }", [16, 24, 40]),
        ("struct { a, b int; c [4]uintptr }", []),
    ],
)
def test_words_that_the_garbage_collector_follows(written: str, offsets: list[int]) -> None:
    kind = code('import "unsafe"\n').denoted(written)
    assert list(pointer_offsets(kind, Sizes(8))) == offsets
    assert has_pointers(kind) is bool(offsets)


def test_alignment_of_an_offset() -> None:
    assert [aligned(offset, 8) for offset in (0, 1, 8, 9)] == [0, 8, 8, 16]
