"""Where statements of go.mod and go.work begin and end, and what is refused (x/mod/modfile/read.go)."""

from __future__ import annotations

import pytest

from golinkname_ls.golang.modules.mod_syntax import ModFileProblem, statements, unquoted


def read(text: str) -> tuple[list[tuple[str, list[str], int]], list[ModFileProblem]]:
    problems: list[ModFileProblem] = []
    found = [(s.verb, s.words, s.line) for s in statements(text.encode(), problems)]
    return found, problems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("require a v1\n", [("require", ["a", "v1"], 1)]),
        ("\n  require\ta v1 // why\n", [("require", ["a", "v1"], 2)]),
        ("require a v1//why", [("require", ["a", "v1"], 1)]),
        ("// require a v1\n", []),
        # A single slash or star is part of a word, and words end at brackets and commas.
        ("use ./a/b*c", [("use", ["./a/b*c"], 1)]),
        ("retract [v1,v2]", [("retract", ["[", "v1", ",", "v2", "]"], 1)]),
        ("a => b", [("a", ["=>", "b"], 1)]),
        # Strings keep their quotes; what looks like a comment or an end in them is none.
        ('use "a // b \\" ("\n', [("use", ['"a // b \\" ("'], 1)]),
        ("use `a \\` x", [("use", ["`a \\`", "x"], 1)]),
        # Blocks: a line of one is a statement with the block's verb.
        ("require (\n\ta v1\n\n\tb v2 // x\n)\n", [("require", ["a", "v1"], 2), ("require", ["b", "v2"], 4)]),
        ("require ( // why\n\ta v1\n) // end\ngo 1.22\n", [("require", ["a", "v1"], 2), ("go", ["1.22"], 4)]),
        ("require(\na v1\n)", [("require", ["a", "v1"], 2)]),
        ("require ()\ngo 1.22", [("go", ["1.22"], 2)]),
        # Brackets in the middle of a line open nothing (parseStmt).
        ("a ( b", [("a", ["(", "b"], 1)]),
        ("(\ngo 1.22", [("(", [], 1), ("go", ["1.22"], 2)]),
        ("a ( ) b", [("a", ["(", ")", "b"], 1)]),
        ("a (\r\n\tb\r\n)\r\n", [("a", ["b"], 2)]),
    ],
)
def test_statements(text: str, expected: list[tuple[str, list[str], int]]) -> None:
    assert read(text) == (expected, [])


@pytest.mark.parametrize(
    ("text", "kept", "line", "message"),
    [
        ("go 1.22 /* x */\nuse a", ["use"], 1, "mod files must use // comments (not /* */ comments)"),
        ("go 1.22\nuse a/*x*/", ["go"], 2, "mod files must use // comments (not /* */ comments)"),
        ('use "a\ngo 1.22', ["go"], 1, "unexpected newline in string"),
        ("use `a\ngo 1.22", ["go"], 1, "unexpected newline in string"),
        ('use "\ngo 1.22', ["go"], 1, "unexpected newline in string"),
        ("use (\n\ta\n) b\ngo 1.22", ["use", "go"], 3, "syntax error (expected newline after closing paren)"),
        ("go 1.22\nuse (\n\ta\n", ["go", "use"], 2, "syntax error (unterminated block 'use')"),
        ("use x (\n\ta\n)", ["use"], 1, "unknown block type: use x"),
        ("\ufeffgo 1.22", ["go"], 1, "unexpected input character '\\ufeff' (a byte order mark)"),
    ],
)
def test_what_is_refused_is_told_with_its_line_and_the_rest_is_read(
    text: str, kept: list[str], line: int, message: str
) -> None:
    found, problems = read(text)
    assert [verb for verb, _, _ in found] == kept
    assert problems == [ModFileProblem(line, message)]


@pytest.mark.parametrize(
    ("word", "value"),
    [("a/b", "a/b"), ('"a b"', "a b"), ('"a\\\\b\\""', 'a\\b"'), ('""', "")],
)
def test_the_value_of_a_word(word: str, value: str) -> None:
    assert unquoted(word) == value


@pytest.mark.parametrize("word", ["`a`", "a'b", "'a'", 'a"b"', '"a\\q"'])
def test_only_whole_double_quotes_quote(word: str) -> None:
    with pytest.raises(ValueError, match="quote"):
        unquoted(word)
