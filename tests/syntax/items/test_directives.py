"""Which comments the compiler takes for linkname directives, and which it silently ignores though they look like one.

The rules are those of cmd/compile/internal/noder/noder.go, `pragma`, and of syntax/scanner.go, `lineComment`.
"""

from __future__ import annotations

import pytest

from golinkname_ls.syntax.items.directives import (
    Directive,
    Ignored,
    candidates,
    fields,
    may_hold,
    numbered,
    scan,
    scan_part,
)
from golinkname_ls.syntax.tree.go_tree import parse


def found(text: str) -> list[Directive]:
    data = text.encode()
    return [directive for directive, _ in scan(data, parse(data))]


def only(text: str) -> Directive:
    [directive] = found(f"package p\n\n{text}\n")
    return directive


@pytest.mark.parametrize(
    ("comment", "verb", "words"),
    [
        ("//go:linkname a runtime.a", "linkname", ("a", "runtime.a")),
        ("//go:linkname a", "linkname", ("a",)),
        ("//go:linknamestd a runtime.a", "linknamestd", ("a", "runtime.a")),
        ("//go:linkname  a \t runtime.a  ", "linkname", ("a", "runtime.a")),
        ("//go:linkname a\u00a0b", "linkname", ("a", "b")),
        ("//go:linkname a\u001cb", "linkname", ("a\u001cb",)),
        ("//go:linkname a runtime.a\r", "linkname", ("a", "runtime.a")),
    ],
)
def test_a_directive_is_split_as_strings_fields_does(comment: str, verb: str, words: tuple[str, ...]) -> None:
    directive = only(comment)
    assert (directive.verb, directive.words, directive.ignored) == (verb, words, None)
    assert directive.well_formed
    assert (directive.local, directive.remote) == (words[0], words[1] if len(words) > 1 else "")


@pytest.mark.parametrize("comment", ["//go:linkname ", "//go:linkname a b c", "//go:linkname a b // why"])
def test_other_counts_of_words_are_a_directive_that_the_compiler_refuses(comment: str) -> None:
    directive = only(comment)
    assert directive.ignored is None
    assert not directive.well_formed


@pytest.mark.parametrize(
    ("comment", "why"),
    [
        ("// go:linkname a runtime.a", Ignored.SPACE),
        ("//\tgo:linkname a runtime.a", Ignored.SPACE),
        ("// go:linkname a", Ignored.SPACE),
        ("//go:linkname\ta runtime.a", Ignored.TAB),
        ("//go:linkName a runtime.a", Ignored.CASE),
        ("//GO:linkname a runtime.a", Ignored.CASE),
        ("/*go:linkname a runtime.a*/", Ignored.BLOCK),
        ("/* go:linkname a runtime.a */", Ignored.BLOCK),
        ("//go:linkname", Ignored.BARE),
    ],
)
def test_near_misses(comment: str, why: Ignored) -> None:
    directive = only(comment)
    assert directive.ignored is why
    assert not directive.well_formed


@pytest.mark.parametrize(
    "line",
    [
        "// go:linkname is refused",
        "// go:linkname",
        "var a = 1 // go:linkname a",
        "var a = 1 /* go:linkname a */ + 2",
        "// see //go:linkname a runtime.a",
        "//go:noinline",
        "/*\n//go:linkname a runtime.a\n*/",
        "var a = `\n//go:linkname a runtime.a\n`",
        'var a = "//go:linkname a runtime.a"',
    ],
)
def test_prose_and_text_within_literals_is_nothing(line: str) -> None:
    assert found(f"package p\n\n{line}\n") == []


@pytest.mark.parametrize(
    ("line", "alone", "at_margin"),
    [
        ("//go:linkname a b", True, True),
        ("\t//go:linkname a b", True, False),
        ("var c int //go:linkname a b", False, False),
        ("/**/ //go:linkname a b", False, False),
    ],
)
def test_what_stands_before_it_on_its_line(line: str, alone: bool, at_margin: bool) -> None:
    for text in (f"package p\n\n{line}\n", f"package p\r\n\r\n{line}\r\n"):
        [directive] = found(text)
        assert (directive.alone, directive.at_margin) == (alone, at_margin)


def test_a_byte_order_mark_is_nothing_before_it() -> None:
    assert found("\ufeff//go:linkname a b\npackage p\n")[0].alone


@pytest.mark.parametrize(
    ("line", "is_pragma"),
    [("//go:linkname a b", True), ("//go:linkname\ta b.c", True), ("// go:linkname a b.c", False)],
)
def test_all_that_begins_with_go_is_looked_at_by_the_compiler(line: str, is_pragma: bool) -> None:
    assert only(line).is_pragma is is_pragma


@pytest.mark.parametrize(
    ("behind", "is_legal"), [(b"", True), (b"\xc3\xa9", True), (b"\0", False), (b"\xff", False), (b"\n\xff", True)]
)
def test_the_scanner_refuses_nul_and_what_is_no_utf8(behind: bytes, is_legal: bool) -> None:
    data = b"package p\n\n//go:linkname a b" + behind + b"\n"
    [(directive, _)] = scan(data, parse(data))
    assert directive.is_legal is is_legal


def test_places_count_bytes() -> None:
    text = "package p\n\n// é\n//go:linkname größe runtime.größe\r\n// go:linkname b c.d\n"
    data = text.encode()
    written = [
        [data[start:end].decode() for start, end in (place.span, *place.words)] for _, place in scan(data, parse(data))
    ]
    assert written == [
        ["//go:linkname größe runtime.größe", "größe", "runtime.größe"],
        ["// go:linkname b c.d", "b", "c.d"],
    ]


def test_those_that_say_the_same_are_numbered() -> None:
    text = "package p\n\n" + "//go:linkname a b\n" * 2 + "//go:linkname c d\n" + "//go:linkname a b\n"
    assert [(d.local, d.ordinal) for d in found(text)] == [("a", 0), ("a", 1), ("c", 0), ("a", 2)]


def test_numbers_are_those_of_the_order_of_now() -> None:
    data = b"package p\n\n" + b"//go:linkname a b\n" * 3
    first, second, third = scan(data, parse(data))
    assert [(d.ordinal, place) for d, place in numbered([third, first])] == [(0, third[1]), (1, first[1])]
    assert numbered([first, second]) == [first, second]


def test_a_comment_that_holds_the_word_twice_is_one_directive() -> None:
    assert only("//go:linkname a go:linkname").words == ("a", "go:linkname")


def test_a_part_of_a_file_is_read_with_a_tree_of_that_part() -> None:
    data = b"package p\n\n//go:linkname a b\nvar x int\n\n//go:linkname c d\nvar y int\n"
    low = data.index(b"\n\n//go:linkname c")
    [(directive, place)] = scan_part(data, parse(data[low:]).root_node, low, len(data))
    assert directive.words == ("c", "d")
    assert data[place.span.start : place.span.end] == b"//go:linkname c d"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("go:linkname go:LinkName GO:LINKNAME go:linkname", 4),
        ("linkname nolinkname", 0),
        ("o:linkname", 0),
        ("go:link", 0),
    ],
)
def test_places_where_a_verb_stands(text: str, count: int) -> None:
    assert len(candidates(text.encode())) == count
    assert candidates(text.encode()) == sorted(candidates(text.encode()))


def test_a_verb_counts_where_it_is_whole_in_the_part() -> None:
    text = b"// go:linkname"
    assert candidates(text, 3, len(text)) == [8]
    assert candidates(text, 4, len(text)) == []
    assert candidates(text, 3, len(text) - 1) == []


def test_a_file_without_the_word_holds_none() -> None:
    assert may_hold(b"// GO:LINKNAME a b")
    assert not may_hold(b"// go:link name")


def test_bytes_that_are_no_utf8_stay_in_a_word() -> None:
    assert [word.encode("utf-8", "surrogateescape") for word in fields(b" a\xff  b ")] == [b"a\xff", b"b"]
