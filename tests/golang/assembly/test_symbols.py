"""Which symbols an assembly file defines and mentions, under the linker's names (cmd/asm)."""

from __future__ import annotations

import pytest

from golinkname_ls.golang.assembly.macros import macros
from golinkname_ls.golang.assembly.symbols import (
    Mention,
    active,
    assembly_mentions,
    assembly_symbols,
    blanked,
    expanded,
    own_texts,
    symbol_name,
)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("·f", "example.com/p.f"),
        ("runtime·memmove", "runtime.memmove"),
        ("internal∕bytealg·IndexByte", "internal/bytealg.IndexByte"),
        ("·f<ABIInternal>", "example.com/p.f"),
        ("·T·method", "example.com/p.T.method"),
        ("memmove", "memmove"),
    ],
)
def test_the_linkers_name(written: str, name: str) -> None:
    assert symbol_name(written, "example.com/p") == name


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("TEXT ·f(SB), NOSPLIT, $0-0\n\tRET\n", [("text", "p.f", "ABI0")]),
        ("TEXT ·f<ABIInternal>(SB),$0\n", [("text", "p.f", "ABIInternal")]),
        ("TEXT ·f<>(SB),$0\n", []),
        ("GLOBL ·v(SB), RODATA, $8\nDATA ·w(SB)/8, $1\n", [("globl", "p.v", "ABI0")]),
        ("TEXT a∕b·f(SB),$0", [("text", "a/b.f", "ABI0")]),
        ("entry: TEXT ·f(SB),$0", [("text", "p.f", "ABI0")]),
        ("NOP; TEXT ·f(SB),$0; TEXT ·g(SB),$0", [("text", "p.f", "ABI0"), ("text", "p.g", "ABI0")]),
        ("TEXT ·f(SB),$0\nTEXT ·f(SB),$0\n", [("text", "p.f", "ABI0")]),
        ("\tCALL ·TEXT(SB)\n\tJMP ·f(SB)\n", []),
        ("// TEXT ·f(SB),$0\n/* TEXT ·g(SB),$0\n*/ TEXT ·h(SB),$0\n", [("text", "p.h", "ABI0")]),
        # What std gives an offset to, the linker makes itself (runtime.tls_g).
        ("GLOBL ·tls+0(SB), NOPTR, $8\nGLOBL ·v(SB),$8\n", [("globl", "p.tls+0", "ABI0"), ("globl", "p.v", "ABI0")]),
        ("#define JUMP(NAME) \\\n\tJMP NAME(SB)\nJUMP(·f)\n", []),
    ],
)
def test_definitions(text: str, symbols: list[tuple[str, str, str]]) -> None:
    assert assembly_symbols(text, "p") == symbols


def test_a_macro_that_is_a_text_defines_what_it_is_given() -> None:
    # runtime/asm_amd64.s has its callN so (push-marks.md).
    text = "#define CALLFN(NAME,SIZE) \\\n\tTEXT NAME(SB), $SIZE-48\nCALLFN(·call16, 16)\n  CALLFN(·call32, 32)\n"
    assert {("text", "p.call16", "ABI0"), ("text", "p.call32", "ABI0")} <= set(assembly_symbols(text, "p"))
    expanded_lines = expanded(text, macros(text))
    assert assembly_symbols(expanded_lines, "p") == [("text", "p.call16", "ABI0"), ("text", "p.call32", "ABI0")]


def mentions(text: str, *, all_names: bool = False) -> list[tuple[str, str]]:
    """The symbols that are mentioned, each with the TEXT or DATA around it."""
    found = assembly_mentions(text, "p", macros(text), all_names=all_names)
    return [(m.symbol, m.text) for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TEXT ·f(SB),$0\n\tCALL runtime·gcStart(SB)\n", [("runtime.gcStart", "p.f")]),
        ("TEXT ·f(SB),$0\n\tMOVQ $runtime·allglen+8(SB), AX\n", [("runtime.allglen", "p.f")]),
        ("TEXT ·f(SB),$0\n\tJMP ·g(SB)\nTEXT ·h(SB),$0\n\tJMP ·f(SB)\n", [("p.g", "p.f"), ("p.f", "p.h")]),
        # The symbol that a DATA line defines is none; what is put there is, in the name of that symbol alone.
        ("TEXT ·f(SB),$0\nDATA ·v+0(SB)/8, $runtime·x(SB)\n\tJMP ·g(SB)\n", [("runtime.x", "p.v"), ("p.g", "p.f")]),
        ("GLOBL ·v(SB), RODATA, $8\n", []),
        ("\tCALL runtime·x(SB)\n", [("runtime.x", "")]),
        # What only the file knows, and names without a package.
        ("TEXT ·f(SB),$0\n\tCALL ·near<>(SB)\n\tCALL _cgo_x(SB)\n", []),
        # Comments, strings and directives mention nothing.
        ('\t// CALL ·a(SB)\n\tBYTE "·b(SB)"\n#define X ·c(SB)\n#include "·d(SB)"\n\tNOP /* ·e(SB) */\n', []),
        ("\tMOVQ ·x(FP), AX\n", []),
        ("#define DO(x) CALL x(SB)\nTEXT ·f(SB),$0\n\tDO(runtime·x)\n", [("runtime.x", "p.f")]),
        ("#define IN CALL runtime·x(SB)\n#define OUT IN\nTEXT ·f(SB),$0\n\tOUT\n", [("runtime.x", "p.f")]),
        ("#define START TEXT ·f(SB),$0\n\tSTART\n\tCALL ·g(SB)\n", [("p.g", "p.f")]),
    ],
)
def test_mentions(text: str, expected: list[tuple[str, str]]) -> None:
    assert mentions(text) == expected


def test_all_names_adds_those_without_package_and_of_the_file() -> None:
    text = "TEXT ·f(SB),$0\n\tCALL ·near<>(SB)\n\tCALL _cgo_x ( SB )\nTEXT ·near<>(SB),$0\n\tCALL ·g<ABIInternal>(SB)\n"
    assert mentions(text, all_names=True) == [("p.near<>", "p.f"), ("_cgo_x", "p.f")]


def test_where_a_mention_stands() -> None:
    text = "#define DO(x) CALL x(SB)\nTEXT ·f(SB),$0\n\tJMP ·g+4(SB)\n\tDO(·h)\n"
    first, second = assembly_mentions(text, "p", macros(text))
    assert text[first.start : first.end] == "·g"
    # A macro's use stands for what it mentions.
    assert text[second.start : second.end] == "DO(·h)"


def test_the_own_packages_prefix_is_put_in_later() -> None:
    mention = Mention(".g", 1, 2, ".f").of_package("example.com/p")
    assert (mention.symbol, mention.text) == ("example.com/p.g", "example.com/p.f")
    assert Mention("runtime.g", 1, 2, "").of_package("p") == Mention("runtime.g", 1, 2, "")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("TEXT ·f(SB),$0\nTEXT ·g<>(SB),$0\n", ["f", "g<>"]),
        ("TEXT ·f<ABIInternal>(SB),$0\nTEXT p·g(SB),$0\nTEXT h(SB),$0\nGLOBL ·v(SB),$8\n", []),
        ("// TEXT ·f(SB),$0\n#define X TEXT ·g(SB),$0\n\t NOP; TEXT\t·h ( SB ),$0\n", ["h"]),
        ("MYTEXT ·f(SB)\n·TEXT ·g(SB)\n", []),
    ],
)
def test_own_texts_are_of_abi0_and_named_without_a_package(text: str, names: list[str]) -> None:
    found = own_texts(text)
    assert [name for _, _, name in found] == names
    assert [text[start:end].removeprefix("·") for start, end, _ in found] == names


A, B = "\tCALL ·a(SB)\n", "\tCALL ·b(SB)\n"


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        (f"#ifdef X\n{A}#else\n{B}#endif\n", "a"),
        (f"#ifndef X\n{A}#else\n{B}#endif\n", "b"),
        (f"#ifdef Y\n{A}#endif\n{B}", "b"),
        (f"# ifdef Y\n{A}# endif\n{B}", "b"),
        # Within what is excluded nothing counts, whatever it says itself.
        (f"#ifdef Y\n#ifdef X\n{A}#else\n{B}#endif\n#define X\n#endif\n", ""),
        (f"#ifdef Y\n#define Z\n#endif\n#ifdef Z\n{A}#endif\n", ""),
        (f"#define Z\n#ifdef Z\n{A}#endif\n#undef Z\n#ifdef Z\n{B}#endif\n", "a"),
        (f"#ifdef Y\n#undef X\n#endif\n#ifdef X\n{A}#endif\n", "a"),
        (f"\tNOP #ifdef Y\n{A}", "a"),
        (f"#endif\n#else\n{A}", "a"),
    ],
)
def test_what_conditions_exclude_is_blanked(text: str, calls: str) -> None:
    left = active(text, frozenset({"X"}))
    assert "".join(name for name, _ in mentions(left)).replace("p.", "") == calls
    # All that is left stands where it stood.
    assert len(left) == len(text)
    assert left.count("\n") == text.count("\n")
    assert all(now in (was, " ") for now, was in zip(left, text, strict=True))


def test_comments_are_blanked_in_place() -> None:
    assert blanked("a // b\nc /* d\ne */ f\n") == "a     \nc     \n     f\n"


def test_lines_that_define_are_written_out_a_statement_a_line() -> None:
    text = (
        "#define BOTH(n) TEXT n(SB), $0; NOP; GLOBL ·v(SB), $8\n#define CODE NOP\n"
        "\tBOTH(·f)\n\tCODE\n\tTEXT ·g(SB), $0\n// TEXT ·h(SB)\n"
    )
    lines = [line.strip() for line in expanded(text, macros(text)).split("\n")]
    assert lines == ["TEXT ·f(SB), $0", "GLOBL ·v(SB), $8", "TEXT ·g(SB), $0"]
