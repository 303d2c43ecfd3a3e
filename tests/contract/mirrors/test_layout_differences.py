"""What a mirror may do and what not, on structs drawn at random; the layouts themselves are held to go/types elsewhere."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from golinkname_ls.contract.mirrors.layout_differences import MirrorTerms, layout_differences
from golinkname_ls.golang.sizes.layout import Sizes, field_offsets, layout_of
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.universe import BASIC

WORDS = {4: Sizes(4), 8: Sizes(8)}
UNSAFE = m.Pointer(m.Struct(()))
PLAIN = st.sampled_from([BASIC[name] for name in ("uint8", "int32", "uint64", "uintptr", "float64", "string", "bool")])
TYPES = st.recursive(
    st.one_of(PLAIN, st.just(UNSAFE)),
    lambda inner: st.one_of(
        st.builds(m.Slice, inner),
        st.builds(m.Array, st.integers(1, 3), inner),
        st.lists(inner, min_size=1, max_size=3).map(lambda kinds: struct(*kinds)),
    ),
    max_leaves=4,
)
STRUCTS = st.lists(TYPES, min_size=2, max_size=7).map(lambda kinds: struct(*kinds))
SIZES = st.sampled_from(list(WORDS.values()))
TERMS = [MirrorTerms(), MirrorTerms(allocated=True), MirrorTerms(stride=True)]


def struct(*kinds: m.Type, prefix: str = "f") -> m.Struct:
    return m.Struct(tuple(m.Field(f"{prefix}{n}", kind) for n, kind in enumerate(kinds)))


@given(upstream=STRUCTS, sizes=SIZES, terms=st.sampled_from(TERMS))
def test_a_struct_is_its_own_mirror(upstream, sizes, terms):
    assert not layout_differences(upstream, upstream, sizes, terms)


@given(upstream=STRUCTS, sizes=SIZES, terms=st.sampled_from(TERMS))
def test_names_do_not_matter(upstream, sizes, terms):
    renamed = m.Struct(tuple(m.Field(f"other{n}", f.type) for n, f in enumerate(upstream.fields)))
    assert not layout_differences(renamed, upstream, sizes, terms)


@given(upstream=STRUCTS, sizes=SIZES, data=st.data())
def test_the_first_part_will_do_unless_upstream_fills_it(upstream, sizes, data):
    part = m.Struct(upstream.fields[: data.draw(st.integers(1, len(upstream.fields) - 1))])
    assert not layout_differences(part, upstream, sizes, MirrorTerms())
    smaller = layout_of(part, sizes).size < layout_of(upstream, sizes).size
    assert bool(layout_differences(part, upstream, sizes, MirrorTerms(allocated=True))) >= smaller
    assert bool(layout_differences(part, upstream, sizes, MirrorTerms(stride=True))) >= smaller


@given(upstream=STRUCTS, sizes=SIZES, data=st.data())
def test_what_is_of_no_use_may_be_padding(upstream, sizes, data):
    number = data.draw(st.integers(0, len(upstream.fields) - 2))
    _, offset, layout = field_offsets(upstream, sizes)[number]
    _, following, _ = field_offsets(upstream, sizes)[number + 1]
    room = m.Field("_", m.Array(following - offset, BASIC["uint8"]))
    fields = (*upstream.fields[:number], room, *upstream.fields[number + 1 :])
    # Bytes do not align what holds them.
    assume(
        [at for _, at, _ in field_offsets(m.Struct(fields), sizes)] == [o for _, o, _ in field_offsets(upstream, sizes)]
    )
    assert layout.size <= following - offset
    assert not layout_differences(m.Struct(fields), upstream, sizes, MirrorTerms())


@given(upstream=STRUCTS, sizes=SIZES, data=st.data())
def test_a_field_that_has_moved_is_named(upstream, sizes, data):
    number = data.draw(st.integers(0, len(upstream.fields) - 2))
    mirror = m.Struct((*upstream.fields[:number], *upstream.fields[number + 1 :]))
    before = {f.name: at for f, at, _ in field_offsets(upstream, sizes)}
    moved = [f.name for f, at, _ in field_offsets(mirror, sizes) if before[f.name] != at]
    found = "; ".join(layout_differences(mirror, upstream, sizes, MirrorTerms()))
    assert bool(found) == bool(moved), found
    if moved:
        assert f"upstream has f{number} " in found
        assert f"{moved[0]} is at offset {before[moved[0]]}" in found


@given(upstream=STRUCTS, word=st.sampled_from(list(WORDS)), pointer=st.booleans(), data=st.data())
def test_a_pointer_for_a_number_is_wrong_and_a_number_for_a_pointer_where_upstream_fills(upstream, word, pointer, data):
    number = data.draw(st.integers(0, len(upstream.fields)))
    figures = {4: ["int32"], 8: ["uint64", "float64"]}[word]
    there = UNSAFE if pointer else BASIC[data.draw(st.sampled_from(figures))]
    here = BASIC["uintptr"] if pointer else UNSAFE

    def with_field(kind: m.Type) -> m.Struct:
        return m.Struct((*upstream.fields[:number], m.Field("chosen", kind), *upstream.fields[number:]))

    ours, theirs, sizes = with_field(here), with_field(there), WORDS[word]
    assume(field_offsets(ours, sizes)[number][1] == field_offsets(theirs, sizes)[number][1])
    found = layout_differences(ours, theirs, sizes, MirrorTerms(allocated=True))
    assert found and "chosen" in found[0]
    # Kept as a number it is only read: whose memory it is in keeps it alive.
    assert bool(layout_differences(ours, theirs, sizes, MirrorTerms())) is not pointer
