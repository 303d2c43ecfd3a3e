"""Layout differences between a mirrored struct and upstream's struct, field by field. All numbers are bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from golinkname_ls.contract.call_layout import short_text
from golinkname_ls.golang.sizes.layout import Layout, Sizes, field_offsets, layout_of, pointer_offsets
from golinkname_ls.golang.sizes.register_assignment import Scalar, Unresolved, scalars
from golinkname_ls.golang.types import model as m

_MANY = 1 << 12
"""More machine values, or pointers, than are worth comparing one by one."""

_LISTED = 4
"""Fields that have only moved, in one message."""

_Placed = tuple[m.Field, int, Layout]


@dataclass(frozen=True, slots=True)
class MirrorTerms:
    """Requirements on a mirror's layout by the way it is used.

    `allocated`: our code makes the value and upstream writes into it, so that it must have all of upstream's bytes and
    pointers, and may have more. `stride`: upstream walks over several of them, so that it must have just its size.
    """

    allocated: bool = False
    stride: bool = False


def layout_differences(ours: m.Type, theirs: m.Type, sizes: Sizes, terms: MirrorTerms) -> list[str]:
    """Errors in a mirror's layout, as sentences by field; [] when there are none, or a type is not known.

    A mirror may be only the first part of upstream's struct, name its fields otherwise, and leave out with blank
    fields and arrays of integers what it has no use for.
    """
    own, upstream = layout_of(ours, sizes), layout_of(theirs, sizes)
    if own is None or upstream is None:
        return []
    found = list(_fields(ours, theirs, sizes, terms))
    if terms.stride and own.size != upstream.size:
        found.insert(0, f"an element is {own.size} bytes, upstream's is {upstream.size}")
    elif terms.allocated and own.size < upstream.size:
        found.insert(0, f"it is {own.size} bytes, upstream writes {upstream.size}{_last(theirs, own.size, sizes)}")
    if (terms.allocated or terms.stride) and not found:
        found.extend(_pointers(ours, theirs, sizes, terms))
    return found


def _fields(ours: m.Type, theirs: m.Type, sizes: Sizes, terms: MirrorTerms, prefix: str = "") -> Iterator[str]:
    mine, other = _placed(ours, sizes), _placed(theirs, sizes)
    upstream = {f.name.casefold(): (f, at, inner) for f, at, inner in other if f.name != "_"}
    whole = layout_of(theirs, sizes)
    size = whole.size if whole is not None else 0
    moved, changed, padded, wrong = list[str](), list[str](), list[str](), list[str]()
    for field, offset, inner in mine:
        if field.name == "_":
            continue
        name, same = prefix + field.name, upstream.get(field.name.casefold())
        if same is not None and same[1] != offset:
            moved.append(f"{name} is at offset {same[1]}, here at {offset}")
        elif same is not None:
            found = list(_one(name, (field, offset, inner), same, sizes, terms))
            (padded if _opaque(field.type) else changed).extend(found)
        elif offset + inner.size > size and not terms.allocated and not _opaque(field.type):
            whose = f"the end of upstream's {prefix[:-1]}" if prefix else "upstream's end"
            wrong.append(f"{name} lies behind {whose} at offset {size}")
        else:
            wrong.extend(_clash(name, (field, offset, inner), theirs, sizes))
    if moved:
        yield from _causes(mine, other, prefix)
        # Room left for other fields is wrong only if what follows it is.
        yield from padded
    yield from changed
    yield from moved[:_LISTED]
    if len(moved) > _LISTED:
        yield f"{len(moved) - _LISTED} more have moved"
    yield from wrong


def _causes(mine: list[_Placed], other: list[_Placed], prefix: str) -> Iterator[str]:
    """Explanations for moved fields: fields before them that only one of the structs has."""
    here, there = {f.name.casefold() for f, *_ in mine}, {f.name.casefold() for f, *_ in other}
    last = max((at for f, at, _ in mine if f.name.casefold() in there), default=0)
    limit = max((at for f, at, _ in other if f.name.casefold() in here), default=0)
    new = [
        f"{prefix}{f.name} {short_text(f.type)} at offset {at}"
        for f, at, inner in other
        if f.name.casefold() not in here and f.name != "_" and at < limit and inner.size
    ]
    gone = [
        prefix + f.name
        for f, at, inner in mine
        if f.name.casefold() not in there and f.name != "_" and at < last and inner.size and not _opaque(f.type)
    ]
    if new:
        yield f"upstream has {', '.join(new)} besides"
    if gone:
        yield f"upstream has no {', '.join(gone)}"


def _one(name: str, ours: _Placed, theirs: _Placed, sizes: Sizes, terms: MirrorTerms) -> Iterator[str]:
    """Differences of a field that both structs have under one name at one offset."""
    (field, _, own), (other, _, upstream) = ours, theirs
    if _opaque(field.type) and own.size <= upstream.size:
        return  # as much room as there is, or part of it
    both = isinstance(m.underlying(field.type), m.Struct) and isinstance(m.underlying(other.type), m.Struct)
    inner = list(_fields(field.type, other.type, sizes, terms, f"{name}.")) if both else []
    if inner:
        yield from inner
    elif own.size > upstream.size or (own.size < upstream.size and not both):
        yield f"{name} is {upstream.size} bytes ({short_text(other.type)}), here {own.size} ({short_text(field.type)})"
    elif _meet(field.type, other.type, sizes):
        yield f"{name} is {short_text(other.type)}, here {short_text(field.type)}"


def _clash(name: str, ours: _Placed, theirs: m.Type, sizes: Sizes) -> Iterator[str]:
    """Conflict of a field whose name upstream does not have: a pointer must lie over an address."""
    field, offset, _ = ours
    there = {s.offset: s for s in _scalars(theirs, sizes)}
    for scalar in _scalars(field.type, sizes, offset):
        other = there.get(scalar.offset)
        if scalar.is_pointer and other is not None and not _address(other):
            yield f"{name} is a pointer, upstream has {_at(theirs, scalar.offset, sizes)} there"
            return


def _meet(ours: m.Type, theirs: m.Type, sizes: Sizes) -> bool:
    """Whether two fields of one size conflict: a pointer or a float on one side alone, or a pointer over none."""
    mine, other = _scalars(ours, sizes), _scalars(theirs, sizes)
    if [(s.offset, s.size) for s in mine] != [(s.offset, s.size) for s in other]:
        # Cut otherwise, such as an array of bytes for a struct: as long as no pointer is made of it.
        there = {s.offset: s for s in other}
        return any(s.is_pointer and not _address(there.get(s.offset)) for s in mine)
    pairs = zip(mine, other, strict=True)
    return any(
        s.is_float != o.is_float or (s.is_pointer != o.is_pointer and not (_address(s) and _address(o)))
        for s, o in pairs
    )


def _pointers(ours: m.Type, theirs: m.Type, sizes: Sizes, terms: MirrorTerms) -> Iterator[str]:
    """Differences between the words that the garbage collector follows in our memory and in upstream's."""
    mine = set(islice(pointer_offsets(ours, sizes), _MANY))
    other = set(islice(pointer_offsets(theirs, sizes), _MANY))
    hidden, false = sorted(other - mine), sorted(mine - other)
    own = {s.offset: s for s in _scalars(ours, sizes)}
    end = layout_of(theirs, sizes)
    if hidden and (terms.allocated or not _address(own.get(hidden[0]))):
        at = hidden[0]
        yield f"the garbage collector does not see the pointer that upstream has at offset {at} ({_at(theirs, at, sizes)})"
    there = {s.offset: s for s in _scalars(theirs, sizes)}
    for at in false:
        if end is not None and at < end.size and not _address(there.get(at)):
            yield f"{_at(ours, at, sizes)} at offset {at} is a pointer, upstream has {_at(theirs, at, sizes)} there"
            return


def _address(scalar: Scalar | None) -> bool:
    """Whether a machine value can be an address, hidden or not."""
    return scalar is not None and (scalar.is_pointer or scalar.kind in ("uintptr", "itab"))


def _opaque(kind: m.Type) -> bool:
    """Whether a field only takes up room: an array of numbers, or an empty struct."""
    bare = m.underlying(kind)
    if isinstance(bare, m.Struct):
        return not bare.fields
    element = m.underlying(bare.element) if isinstance(bare, m.Array) else None
    return isinstance(element, m.Basic) and element.kind not in ("string", "unsafe.Pointer")


def _at(kind: m.Type, offset: int, sizes: Sizes) -> str:
    """The field that holds the byte, with its type."""
    for field, at, layout in _placed(kind, sizes):
        if at <= offset < at + layout.size:
            return f"{field.name} {short_text(field.type)}"
    return "nothing"


def _last(theirs: m.Type, size: int, sizes: Sizes) -> str:
    cut = [f"{f.name} {short_text(f.type)}" for f, at, inner in _placed(theirs, sizes) if at + inner.size > size]
    return f" ({', '.join(cut[:3])}{', …' * (len(cut) > 3)})" if cut else ""


def _placed(kind: m.Type, sizes: Sizes) -> list[_Placed]:
    bare = m.underlying(kind)
    return (field_offsets(bare, sizes) or []) if isinstance(bare, m.Struct) else []


def _scalars(kind: m.Type, sizes: Sizes, offset: int = 0) -> list[Scalar]:
    try:
        return list(islice(scalars(kind, sizes, offset), _MANY))
    except Unresolved:
        return []
