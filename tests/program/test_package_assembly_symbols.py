"""Which symbols a package's assembly defines on a target, in which ABI, and which macros of the go command it sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.packages.packages_by_folder import Folders
from golinkname_ls.program.package_assembly_symbols import assembler_names, assembly_abi, assembly_symbols_of
from tests.program.small_programs import target
from tests.tree import write_tree

PREFIX = "example.com/m"


def folder(root: Path, files: dict[str, str]) -> PackageFolder:
    return Folders().package(write_tree(root, {"m.go": "package m\n"} | files))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TEXT ·f(SB), 4, $0\n\tRET\n", {("TEXT", "example.com/m.f")}),
        ("TEXT runtime·f(SB), 4, $0\n", {("TEXT", "runtime.f")}),
        ("TEXT example∕com·f(SB), 4, $0\n", {("TEXT", "example/com.f")}),
        ("GLOBL ·v(SB), 8, $4\n", {("GLOBL", "example.com/m.v")}),
        # What only the file knows, and what it mentions.
        ("TEXT f<>(SB), 4, $0\n\tCALL ·g(SB)\n", set()),
        ("// TEXT ·f(SB), 4, $0\n", set()),
        # Macros that stand for a definition.
        ("#define FUNC(NAME) TEXT NAME(SB), 4, $0\nFUNC(·f)\n", {("TEXT", "example.com/m.f")}),
        ("#define START TEXT ·f(SB), 4, $0\nSTART\n", {("TEXT", "example.com/m.f")}),
        ("#ifdef GOARCH_amd64\nTEXT ·f(SB), 4, $0\n#endif\n", {("TEXT", "example.com/m.f")}),
        ("#ifdef GOARCH_arm64\nTEXT ·f(SB), 4, $0\n#endif\n", set()),
        ("#ifndef GOOS_linux\nTEXT ·f(SB), 4, $0\n#endif\n", set()),
        ("#ifdef GOAMD64_v1\nTEXT ·f(SB), 4, $0\n#endif\n", {("TEXT", "example.com/m.f")}),
        ("#ifdef GOAMD64_v3\nTEXT ·f(SB), 4, $0\n#endif\n", set()),
        ('#include "own.h"\nUSE(·f)\n', {("TEXT", "example.com/m.f")}),
    ],
)
def test_symbols(text: str, expected: set[tuple[str, str]], tmp_path: Path) -> None:
    package = folder(tmp_path, {"a.s": text, "own.h": "#define USE(NAME) TEXT NAME(SB), 4, $0\n"})
    assert assembly_symbols_of(package, PREFIX, target()) == expected


def test_only_files_of_the_target_count(tmp_path: Path) -> None:
    files = {f"a_{arch}.s": f"TEXT ·{arch}(SB), 4, $0\n" for arch in ("amd64", "arm64")}
    package = folder(tmp_path, files)
    assert assembly_symbols_of(package, PREFIX, target()) == {("TEXT", f"{PREFIX}.amd64")}
    assert assembly_symbols_of(package, PREFIX, target(platform="linux/arm64")) == {("TEXT", f"{PREFIX}.arm64")}


def test_one_file_may_define_other_symbols_on_another_target(tmp_path: Path) -> None:
    text = "#ifdef GOOS_linux\nTEXT ·f(SB), 4, $0\n#else\nTEXT ·g(SB), 4, $0\n#endif\n"
    package = folder(tmp_path, {"a.s": text})
    assert assembly_symbols_of(package, PREFIX, target()) == {("TEXT", f"{PREFIX}.f")}
    assert assembly_symbols_of(package, PREFIX, target(platform="windows/amd64")) == {("TEXT", f"{PREFIX}.g")}


@pytest.mark.parametrize(
    ("text", "symbol", "abi"),
    [
        ("TEXT ·f(SB), 4, $0\n", f"{PREFIX}.f", "ABI0"),
        ("TEXT ·f<ABIInternal>(SB), 4, $0\n", f"{PREFIX}.f", "ABIInternal"),
        ("TEXT ·f<ABIInternal>(SB), 4, $0\nTEXT ·f(SB), 4, $0\n", f"{PREFIX}.f", "ABIInternal"),
        ("TEXT ·f(SB), 4, $0\n", f"{PREFIX}.g", ""),
        ("TEXT m·f(SB), 4, $0\n", "example.com/mm.f", ""),
        ("TEXT runtime·f(SB), 4, $0\n", "runtime.f", "ABI0"),
        # The package's own path may be spelled out.
        ("TEXT example.com∕m·f(SB), 4, $0\n", f"{PREFIX}.f", "ABI0"),
        ("GLOBL ·f(SB), 8, $4\n", f"{PREFIX}.f", ""),
    ],
)
def test_abi_of_a_text(text: str, symbol: str, abi: str, tmp_path: Path) -> None:
    assert assembly_abi(folder(tmp_path, {"a.s": text}), PREFIX, symbol, target()) == abi


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("linux/amd64", {"GOOS_linux", "GOAMD64_v1"}),
        ("windows/386", {"GO386_sse2", "GOARCH_386"}),
        ("linux/ppc64le", {"GOOS_linux", "GOPPC64_power8"}),
        ("darwin/arm64", set()),
    ],
)
def test_macros_of_the_go_command(platform: str, expected: set[str], tmp_path: Path) -> None:
    text = '#include "own.h"\n#ifdef GOAMD64_v1\n#ifdef GOAMD64_v2\n#ifdef GOPPC64_power8\n#ifdef GOARCH_386\n'
    package = folder(tmp_path, {"a.s": text, "own.h": "#ifdef GOOS_linux\n#ifdef GO386_sse2\n"})
    assert assembler_names(package, "a.s", target(platform=platform)) == expected
