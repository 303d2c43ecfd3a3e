"""What of an assembly file is a line comment, and where the code of a TEXT ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.incremental.answers import Answer
from golinkname_ls.syntax.files.editable_assembly_text import AssemblyFile, function_end, line_comments
from golinkname_ls.text.buffer import Buffer


# cmd/asm/internal/lex/tokenizer.go: comments, strings and characters are those of Go's scanner.
@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("RET // a\n// b\n", ["// a", "// b"]),
        ("RET // a // b\n", ["// a // b"]),
        ("RET // a", ["// a"]),
        ("/* // a */ RET // b\n", ["// b"]),
        ("/* a\n// b\n*/ // c\n", ["// c"]),
        ("/* // a\n", []),
        ('MOVQ $"// a", AX // b\n', ["// b"]),
        ('MOVQ $"\\"// a", AX\n', []),
        ('MOVQ $"a\n// b\n', ["// b"]),
        ("MOVB $'\"', AX // a\n", ["// a"]),
        ("MOVB $'\\'', AX // a\n", ["// a"]),
        ("MOVQ a/b, AX\n", []),
    ],
)
def test_line_comments(text: str, comments: list[str]) -> None:
    data = text.encode()
    assert [data[start:end].decode() for start, end in line_comments(data)] == comments


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("TEXT ·f(SB),4,$0\n\tNOP\n\tRET\n", "TEXT ·f(SB),4,$0\n\tNOP\n\tRET"),
        ("TEXT ·f(SB),4,$0\n\tRET", "TEXT ·f(SB),4,$0\n\tRET"),
        ("TEXT ·f(SB),4,$0\n\tRET\n\n// g.\n#ifdef X\nTEXT ·g(SB),4,$0\n", "TEXT ·f(SB),4,$0\n\tRET"),
        ("TEXT ·f(SB),4,$0\n\n\t// words\n\tRET\n\n", "TEXT ·f(SB),4,$0\n\n\t// words\n\tRET"),
        ("TEXT ·f(SB),4,$0\n\tRET\nDATA ·a(SB)/8,$0\n", "TEXT ·f(SB),4,$0\n\tRET"),
        ("TEXT ·f(SB),4,$0\n\tRET\n  GLOBL ·a(SB),8,$8\n", "TEXT ·f(SB),4,$0\n\tRET"),
        ("TEXT ·f(SB),4,$0\nTEXTURE:\n\tRET\n", "TEXT ·f(SB),4,$0\nTEXTURE:\n\tRET"),
        ("TEXT ·f(SB),4,$0\r\n\tRET\r\n\r\nTEXT ·g(SB),4,$0\r\n", "TEXT ·f(SB),4,$0\r\n\tRET\r"),
        ("TEXT ·f(SB),4,$0\n\n// words\n", "TEXT ·f(SB),4,$0"),
        ("TEXT ·f(SB), \\\n\t4,$0\n\tRET\n", "TEXT ·f(SB), \\\n\t4,$0\n\tRET"),
        # Anything but a TEXT is its line, with those that a backslash adds.
        ("RET\n\tNOP\n", "RET"),
        ("GLOBL ·a(SB),8,$8\n\tNOP\n", "GLOBL ·a(SB),8,$8"),
        ("#define A \\\n\tNOP; \\\r\n\tRET\nNOP\n", "#define A \\\n\tNOP; \\\r\n\tRET"),
        ("#define A \\", "#define A \\"),
    ],
)
def test_the_code_that_begins_at_a_byte(text: str, code: str) -> None:
    before = b"// words\n"
    data = before + text.encode()
    assert data[len(before) : function_end(data, len(before))].decode() == code


def test_a_header_is_the_build_constraint_alone() -> None:
    source = AssemblyFile(Path("a.s"), Buffer(b'//go:build linux\n\n#include "textflag.h"\n'))
    assert (source.header.constraint, source.header.package_name, source.header.imports) == ("linux", "", ())


def test_who_asked_for_the_text_asks_again_after_an_edit() -> None:
    source = AssemblyFile(Path("a.s"), Buffer(b"RET\n"))
    answer = Answer(lambda: source.holds(b"NOP"))
    assert not answer.ask()
    source.splice(0, 3, b"NOP")
    assert answer.ask()
    on_disk = AssemblyFile(Path("a.s"), Buffer(b"RET\n"), edited=False)
    assert (on_disk.inputs, on_disk.data) == (None, b"RET\n")
