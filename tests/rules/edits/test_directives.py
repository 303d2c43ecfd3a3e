"""How a directive is put above a declaration and taken away, with the comment lines around it as gofmt has them."""

from __future__ import annotations

import pytest

from golinkname_ls.rules.edits.directives import comments_above, insert_directive, is_directive, remove_directive
from tests.rules.edits.edited_files import after, file, span_of

NEW = "//go:linkname f"


# go/printer formatDocComment: directives stand behind the text of a doc comment, parted from it by `//`.
@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("", f"{NEW}\nfunc f()\n"),
        ("// Doc.\n", f"// Doc.\n//\n{NEW}\nfunc f()\n"),
        ("// Doc.\n//\n", f"// Doc.\n//\n{NEW}\nfunc f()\n"),
        ("//go:noinline\n", f"//go:noinline\n{NEW}\nfunc f()\n"),
        ("// Doc.\n//\n//go:noinline\n", f"// Doc.\n//\n//go:noinline\n{NEW}\nfunc f()\n"),
        # With a blank behind the slashes it is prose.
        ("// go:noinline\n", f"// go:noinline\n//\n{NEW}\nfunc f()\n"),
        ("var v int\n", f"var v int\n\n{NEW}\nfunc f()\n"),
    ],
)
def test_directive_is_inserted_above_a_func(above: str, expected: str) -> None:
    source = file(f"package p\n\n{above}func f()\n")
    edit = insert_directive(source, span_of(source, "func f").end - 1, NEW)
    assert after(source, [edit]) == f"package p\n\n{expected}"


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("var (\n\tv int\n)\n", f"var (\n\t{NEW}\n\tv int\n)\n"),
        ("var (\n\t// Doc.\n\tv int\n)\n", f"var (\n\t// Doc.\n\t//\n\t{NEW}\n\tv int\n)\n"),
        # In a group gofmt wants no blank line.
        ("var (\n\tw int\n\tv int\n)\n", f"var (\n\tw int\n\t{NEW}\n\tv int\n)\n"),
    ],
)
def test_directive_in_a_group_is_indented(group: str, expected: str) -> None:
    source = file(f"package p\n\n{group}")
    assert after(source, [insert_directive(source, span_of(source, "v int").start, NEW)]) == f"package p\n\n{expected}"


def test_inserted_directive_has_the_files_line_ends() -> None:
    source = file("package p\r\n\r\n// Doc.\r\nfunc f()\r\n")
    edit = insert_directive(source, span_of(source, "f()").start, NEW)
    assert edit.text == f"//\r\n{NEW}\r\n"


@pytest.mark.parametrize(
    ("line", "directive"),
    [
        ("//go:noinline", True),
        ("//lint:ignore U1000", True),
        ("//line a.go:1", True),
        ("//export f", True),
        ("//extern f", True),
        ("//line", False),
        ("// go:noinline", False),
        ("//Go:noinline", False),
        ("//go: noinline", False),
        ("//nolint", False),
        ("// Doc.", False),
    ],
)
def test_comment_is_a_directive(line: str, directive: bool) -> None:
    # go/ast isDirective: `line `, `extern `, `export `, or [a-z0-9]+:[a-z0-9].
    assert is_directive(line.encode()) == directive


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (f"{NEW}\nfunc f()\n", "func f()\n"),
        (f"// Doc.\n{NEW}\nfunc f()\n", "// Doc.\nfunc f()\n"),
        # The line that parted prose from the directive goes with it, unless something else needs it.
        (f"// Doc.\n//\n{NEW}\nfunc f()\n", "// Doc.\nfunc f()\n"),
        (f"// Doc.\n//\n{NEW}\n//go:noinline\nfunc f()\n", "// Doc.\n//\n//go:noinline\nfunc f()\n"),
        (f"// Doc.\n//\n{NEW}\n\nfunc f()\n", "// Doc.\n\nfunc f()\n"),
        (f"var v int\n\n{NEW}\n\nfunc f()\n", "var v int\n\nfunc f()\n"),
        (f"func f()\n\n{NEW}\n", "func f()\n"),
        # What shares its line stays.
        (f"func f() {NEW}\n", "func f()\n"),
        (f"/* c */ \t{NEW}\nfunc f()\n", "/* c */\nfunc f()\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_removed_directive_leaves_no_trace(before: str, expected: str, end: str) -> None:
    source = file(f"package p\n\n{before}".replace("\n", end))
    (directive,) = source.outline.directives
    assert after(source, remove_directive(source, directive)) == f"package p\n\n{expected}".replace("\n", end)


def test_directive_that_is_gone_is_not_removed() -> None:
    (directive,) = file(f"package p\n\n{NEW}\n").outline.directives
    assert remove_directive(file("package p\n"), directive) == ()


@pytest.mark.parametrize(
    ("above", "comments"),
    [
        ("// One.\n// Two.\n", ["// One.", "// Two."]),
        ("/* One\nand two. */\n// Three.\n", ["/* One\nand two. */", "// Three."]),
        # gofmt and go/doc: a blank line parts a comment from what stands below.
        ("// One.\n\n// Two.\n", ["// Two."]),
        ("// One.\n\n", []),
        ("var v int // One.\n// Two.\n", ["// Two."]),
        ("var v int\n", []),
        ("", []),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_comments_directly_above_a_declaration(above: str, comments: list[str], end: str) -> None:
    source = file(f"package p\n\n{above}func f()\n".replace("\n", end))
    found = comments_above(source, span_of(source, "func f").start)
    assert [source.data[c.start : c.end].decode().replace("\r\n", "\n") for c in found] == comments
