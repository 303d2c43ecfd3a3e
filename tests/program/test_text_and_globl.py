"""What assembly says of its definitions, by which the linker compares two of one symbol."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.packages.packages_by_folder import Folders
from golinkname_ls.program.text_and_globl import (
    AssembledDefinition,
    Jumps,
    definitions_in_file,
    definitions_of_package,
)
from tests.program.small_programs import target
from tests.tree import write_tree


def definitions(root: Path, text: str, header: str = "") -> list[AssembledDefinition]:
    package = Folders().package(write_tree(root, {"m.go": "package m\n", "a.s": text, "own.h": header}))
    return list(definitions_in_file(package, "a.s", "p", target()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TEXT ·f(SB), 4, $0\n", [("TEXT", "p.f", "ABI0")]),
        ("TEXT ·f<ABIInternal>(SB), 4, $0\n", [("TEXT", "p.f", "ABIInternal")]),
        ("GLOBL runtime·v(SB), $4\n", [("GLOBL", "runtime.v", "ABI0")]),
        ("GLOBL ·v+0(SB), $4\n", [("GLOBL", "p.v", "ABI0")]),
        ("TEXT f<>(SB), 4, $0\n", []),
        ("/* TEXT ·f(SB), 4, $0 */\n", []),
        ("#ifdef GOOS_plan9\nTEXT ·f(SB), 4, $0\n#endif\n", []),
        # The macro makes these, as many as it is used.
        ("#define NAME ·f\nTEXT NAME(SB), 4, $0\n", []),
        ('#include "own.h"\nTEXT HEADER(SB), 4, $0\n', []),
    ],
)
def test_definitions(text: str, expected: list[tuple[str, str, str]], tmp_path: Path) -> None:
    assert [d.key for d in definitions(tmp_path, text, "#define HEADER ·h\n")] == expected


def test_span_is_that_of_the_written_symbol(tmp_path: Path) -> None:
    text = "// ä\nTEXT ·f(SB), 4, $0\n"
    (found,) = definitions(tmp_path, text)
    assert text[slice(*found.span)] == "·f"


@pytest.mark.parametrize(
    ("operands", "size"),
    [("8, $16", 16), ("$0x10", 16), ("8, $0", 0), ("8, $(4*4)", None), ("8, $SIZE", None), ("8, $010", None)],
)
def test_size_of_data(operands: str, size: int | None, tmp_path: Path) -> None:
    (found,) = definitions(tmp_path, f"GLOBL ·v(SB), {operands}\n")
    assert found.size == size


def test_operand_of_a_text_is_its_frame_and_no_size(tmp_path: Path) -> None:
    (found,) = definitions(tmp_path, "TEXT ·f(SB), 4, $16\n\tRET\n")
    assert found.size is None


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("DATA ·v(SB)/8, $1\n", True),
        ("DATA ·v+8(SB)/8, $1\n", True),
        ("DATA ·w(SB)/8, $1\n", False),
        ("// DATA ·v(SB)/8, $1\n", False),
        ("", False),
        ("#define FILL(NAME) DATA NAME(SB)/8, $1\nFILL(·v)\n", True),
    ],
)
def test_content(data: str, expected: bool, tmp_path: Path) -> None:
    (found,) = definitions(tmp_path, f"{data}GLOBL ·v(SB), 8, $16\n")
    assert found.content is expected


@pytest.mark.parametrize(
    ("operands", "expected"),
    [
        ("DUPOK, $0", True),
        ("NOSPLIT|DUPOK, $0", True),
        ("2, $0", True),
        ("6, $0", True),
        ("4, $0", False),
        ("NOSPLIT, $0", False),
        # Without flags it is the frame that stands there.
        ("$2", False),
        ("FLAGS, $0", True),
    ],
)
def test_flag_that_others_may_define_the_same(operands: str, expected: bool, tmp_path: Path) -> None:
    (found,) = definitions(tmp_path, f"#define FLAGS DUPOK\nTEXT ·f(SB), {operands}\n")
    assert found.may_repeat is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TEXT ·f(SB), NOSPLIT, $0\n\tJMP ·g(SB)\n", Jumps(1, 0, 0, True)),
        ("TEXT ·f(SB), NOSPLIT, $0-8\n\tCALL ·g(SB)\n\tCALL ·h(SB); RET\n", Jumps(0, 2, 1, True)),
        ("TEXT ·f(SB), 0, $0\n\tB ·g(SB)\n", Jumps(1, 0, 0, False)),
        ("TEXT ·f(SB), 0, $0\n\tBL ·g(SB)\n\tRET\n", Jumps(0, 1, 1, False)),
        # It ends where the next one begins.
        ("TEXT ·f(SB), 0, $0\n\tRET\nTEXT ·g(SB), 0, $8\n\tMOVQ AX, BX\n", Jumps(0, 0, 1, False)),
        # A frame, another instruction, or a jump to what no symbol names.
        ("TEXT ·f(SB), NOSPLIT, $8\n\tRET\n", None),
        ("TEXT ·f(SB), NOSPLIT, $0\n\tMOVQ AX, BX\n\tRET\n", None),
        ("TEXT ·f(SB), NOSPLIT, $0\n\tJMP (AX)\n", None),
        ("TEXT ·f(SB), NOSPLIT|WRAPPER, $0\n\tRET\n", None),
        ("#define LEAVE RET\nTEXT ·f(SB), NOSPLIT, $0\n\tRET\n", None),
    ],
)
def test_code_that_only_jumps(text: str, expected: Jumps | None, tmp_path: Path) -> None:
    assert definitions(tmp_path, text)[0].jumps == expected


@pytest.mark.parametrize(
    ("jumps", "goarch", "expected"),
    [
        (Jumps(1, 0, 0, True), "amd64", 5),
        (Jumps(1, 1, 1, False), "386", 11),
        (Jumps(1, 0, 1, True), "riscv64", 12),
        # The link register is saved before a call, and a stack check is code as well.
        (Jumps(0, 1, 1, True), "arm64", None),
        (Jumps(0, 0, 1, False), "arm64", None),
        # Where sizes were not measured, wide ones filled up to 16 are taken.
        (Jumps(1, 0, 0, True), "s390x", 16),
        (Jumps(2, 0, 1, True), "s390x", 32),
    ],
)
def test_upper_bound_of_the_assembled_size(jumps: Jumps, goarch: str, expected: int | None) -> None:
    assert jumps.most_bytes(goarch) == expected


def test_definitions_of_one_key_in_several_files(tmp_path: Path) -> None:
    files = {f"{name}.s": "TEXT ·f(SB), 4, $0\n" for name in ("a", "b", "c_windows")}
    package = Folders().package(write_tree(tmp_path, {"m.go": "package m\n"} | files))
    found = definitions_of_package(package, "p", target())
    assert {key: [path.name for path, _ in places] for key, places in found.items()} == {
        ("TEXT", "p.f", "ABI0"): ["a.s", "b.s"]
    }
