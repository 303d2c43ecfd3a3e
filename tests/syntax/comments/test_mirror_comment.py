"""Which comments are mirror comments, and which type each of them is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.syntax.comments.mirror_comment import mirror_comment_span, mirror_comments
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer


def read(text: str) -> SourceFile:
    return SourceFile(Path("p.go"), Buffer(f"package p\n\n{text}\n".encode()))


def found(text: str) -> list[tuple[tuple[str, ...], str | None]]:
    return [(c.upstream, c.type.name if c.type is not None else None) for c in mirror_comments(read(text))]


@pytest.mark.parametrize(
    ("text", "upstream", "name"),
    [
        ("//golinkname:mirror runtime.hmap\ntype T struct{}", ("runtime.hmap",), "T"),
        ("//golinkname:mirror runtime.hmap\r\ntype T struct{}", ("runtime.hmap",), "T"),
        ("//golinkname:mirror a.b  c.d\ntype T struct{}", ("a.b", "c.d"), "T"),
        ("//golinkname:mirror a.b // until 1.24: c.d\ntype T struct{}", ("a.b",), "T"),
        ("//golinkname:mirror\ntype T struct{}", (), "T"),
        ("// T.\n//golinkname:mirror a.b\n//\n// More.\ntype T struct{}", ("a.b",), "T"),
        ("type (\n\tS struct{}\n\n\t//golinkname:mirror a.b\n\tT struct{}\n)", ("a.b",), "T"),
        ("//golinkname:mirror a.b\ntype T[K any] struct{}", ("a.b",), "T"),
        # What is no doc comment of a type is about none.
        ("//golinkname:mirror a.b\n\ntype T struct{}", ("a.b",), None),
        ("//golinkname:mirror a.b\nfunc T() {}", ("a.b",), None),
        ("//golinkname:mirror a.b\ntype (\n\tT struct{}\n)", ("a.b",), None),
        ("type T struct{}\n//golinkname:mirror a.b", ("a.b",), None),
    ],
)
def test_it_names_types_and_stands_on_the_spec_below(text: str, upstream: tuple[str, ...], name: str | None) -> None:
    assert found(text) == [(upstream, name)]


@pytest.mark.parametrize(
    "text",
    [
        "// golinkname:mirror a.b\ntype T struct{}",
        "//golinkname:mirrors a.b\ntype T struct{}",
        "type T struct{} //golinkname:mirror a.b",
        "/*\n//golinkname:mirror a.b\n*/\ntype T struct{}",
        "var s = `\n//golinkname:mirror a.b\n`",
        "// see\n// //golinkname:mirror a.b\ntype T struct{}",
    ],
)
def test_other_text_is_none(text: str) -> None:
    assert found(text) == []


def test_comments_that_say_the_same_have_places_of_their_own() -> None:
    comment = "//golinkname:mirror a.b"
    source = read(f"{comment}\ntype T struct{{}}\n\n\t{comment}\ntype U struct{{}}")
    first, second = mirror_comments(source)
    places = [mirror_comment_span(source, each) for each in (first, second)]
    assert [place.start for place in places] == [11, source.data.rindex(b"//golink")]
    assert [source.data[start:end].decode() for start, end in places] == [comment, comment]
    source.splice(10, 10, b"// More.\n")
    assert mirror_comment_span(source, second).start == places[1].start + 9
