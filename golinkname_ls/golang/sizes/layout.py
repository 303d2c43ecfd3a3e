"""Memory layout of types in the gc compiler (cmd/compile/internal/types/size.go; go/types/gcsizes.go).

All numbers are bytes. None means that some part could not be resolved: not known, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.types import model as m

_FIXED = {
    "bool": 1,
    "int8": 1,
    "uint8": 1,
    "int16": 2,
    "uint16": 2,
    "int32": 4,
    "uint32": 4,
    "int64": 8,
    "uint64": 8,
    "float32": 4,
    "float64": 8,
    "complex64": 8,
    "complex128": 16,
}
_LARGEST = (1 << 63) - 1
_WORDS = frozenset({"int", "uint", "uintptr", "unsafe.Pointer"})


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of an architecture: `word` is a pointer's size and the largest alignment.

    The compiler always pads a struct at its end (`tail_padding`); go/types did not before 1.22.
    """

    word: int
    tail_padding: bool = True

    @classmethod
    def of(cls, platform: Platform) -> Sizes:
        """The sizes on a platform."""
        return cls(platform.pointer_size)


@dataclass(frozen=True, slots=True)
class Layout:
    """Size and alignment of a type, in bytes."""

    size: int
    align: int


def layout_of(kind: m.Type, sizes: Sizes) -> Layout | None:
    """The size and alignment of a type; None when some part of it is not known."""
    bare = m.underlying(kind)
    match bare:
        case m.Basic():
            return _basic(bare, sizes)
        case m.Pointer() | m.Map() | m.Chan() | m.Signature():
            return Layout(sizes.word, sizes.word)
        case m.Slice():
            return Layout(3 * sizes.word, sizes.word)
        case m.Interface():
            # A type parameter's underlying type is an interface, too, but its layout is its argument's.
            return None if isinstance(kind, m.TypeParameter) else Layout(2 * sizes.word, sizes.word)
        case m.Array():
            element = layout_of(bare.element, sizes)
            if element is None or bare.length is None:
                return None
            size = max(aligned(element.size, element.align) * (bare.length - 1) + element.size, 0)
            return Layout(size, element.align) if size <= _LARGEST else None
        case m.Struct():
            return _struct(bare, kind, sizes)
        case _:
            return None


def field_offsets(struct: m.Struct, sizes: Sizes) -> list[tuple[m.Field, int, Layout]] | None:
    """Each field of a struct with its offset and layout; None when some part is not known."""
    found, at = [], 0
    for field in struct.fields:
        inner = layout_of(field.type, sizes)
        if inner is None:
            return None
        at = aligned(at, inner.align)
        found.append((field, at, inner))
        at += inner.size
    return found


def field_offset(kind: m.Type, name: str, sizes: Sizes) -> int | None:
    """The offset of a field, promoted from embedded structs too; None when there is none, or it is not known."""
    bare = m.underlying(kind)
    fields = field_offsets(bare, sizes) if isinstance(bare, m.Struct) else None
    for field, offset, _ in fields or ():
        if field.name == name:
            return offset
    for field, offset, _ in fields or ():
        inner = field_offset(field.type, name, sizes) if field.embedded else None
        if inner is not None:
            return offset + inner
    return None


def pointer_offsets(kind: m.Type, sizes: Sizes) -> Iterator[int]:
    """The offsets of the words that the garbage collector follows, ascending.

    Of an interface that is the second word only (cmd/compile/internal/typebits/typebits.go). Unresolved parts have
    none: ask `layout_of` first.
    """
    bare = m.underlying(kind)
    match bare:
        case m.Pointer() | m.Map() | m.Chan() | m.Signature() | m.Slice():
            yield 0
        case m.Interface():
            yield sizes.word
        case m.Basic() if bare.kind in ("string", "unsafe.Pointer"):
            yield 0
        case m.Array():
            element = layout_of(bare.element, sizes)
            if element is not None and has_pointers(bare.element):
                for number in range(bare.length or 0):
                    for offset in pointer_offsets(bare.element, sizes):
                        yield number * element.size + offset
        case m.Struct():
            for field, offset, _ in field_offsets(bare, sizes) or ():
                for inner in pointer_offsets(field.type, sizes):
                    yield offset + inner
        case _:
            return


def has_pointers(kind: m.Type) -> bool:
    """Whether values of the type hold pointers that the garbage collector follows."""
    bare = m.underlying(kind)
    match bare:
        case m.Basic():
            return bare.kind in ("string", "unsafe.Pointer")
        case m.Array():
            return bare.length != 0 and has_pointers(bare.element)
        case m.Struct():
            return any(has_pointers(f.type) for f in bare.fields)
        case _:
            return True


def _basic(kind: m.Basic, sizes: Sizes) -> Layout | None:
    if kind.kind == "string":
        return Layout(2 * sizes.word, sizes.word)
    if kind.kind in _WORDS:
        return Layout(sizes.word, sizes.word)
    size = _FIXED.get(kind.kind)
    if size is None:
        return None
    align = size // 2 if kind.kind.startswith("complex") else size
    return Layout(size, min(align, sizes.word))


def _struct(struct: m.Struct, kind: m.Type, sizes: Sizes) -> Layout | None:
    fields = field_offsets(struct, sizes)
    if fields is None:
        return None
    if not fields:
        return Layout(0, 8 if _aligns_to_8(kind) else 1)
    _, offset, last = fields[-1]
    align = max(inner.align for _, _, inner in fields)
    if not sizes.tail_padding:
        return Layout(offset + last.size, align)
    # A pointer to a last field of size 0 must not point behind the struct.
    end = offset + (1 if offset > 0 and last.size == 0 else last.size)
    return Layout(aligned(end, align), align)


def _aligns_to_8(kind: m.Type) -> bool:
    # The empty struct align64 makes atomic.Int64 and its like 8-aligned on 32-bit systems (isAtomicStdPkg).
    return isinstance(kind, m.Named) and kind.name == "align64" and kind.path.endswith("/atomic")


def aligned(offset: int, align: int) -> int:
    """Least multiple of `align` that is not below `offset`, in bytes."""
    return (offset + align - 1) // align * align
