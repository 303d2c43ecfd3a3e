"""Why the linker refuses a symbol that assembly mentions; the expectations are real linkers' answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.linking.resolving.assembly_refusals import AssemblyRefusal, assembly_refusal
from tests.linking.written_links import goroot_program, place
from tests.program.small_programs import MODULE, program, target

TEXT = "TEXT ·f(SB),4,$8-0\n\tCALL {}(SB)\n\tRET\n"
NO_ABI0, UNMARKED = AssemblyRefusal.NO_ABI0, AssemblyRefusal.UNMARKED
BLOCKED, UNDEFINED, NOWHERE = AssemblyRefusal.BLOCKED, AssemblyRefusal.UNDEFINED, AssemblyRefusal.NOWHERE


def refusal(
    root: Path,
    symbol: str,
    version: str = "1.27",
    platform: str = "linux/amd64",
    code: str = "",
    files: dict[str, str] | None = None,
) -> AssemblyRefusal | None:
    """Why assembly of a main package may not mention the symbol; `code` is Go text of the package."""
    main = f'package main\n\nimport _ "unsafe"\n{code}\n\nfunc main() {{}}\n'
    written = symbol.replace(".", "·").replace("/", "∕")
    texts = {"main.go": main, "a.s": TEXT.format(written)} | (files or {})
    found = program(root, texts, target(version, platform))
    return assembly_refusal(symbol, found, MODULE)[1]


@pytest.mark.parametrize(
    ("symbol", "version", "platform", "expected"),
    [
        # A Go func has an ABI0 entry by a mark, or where its own package's assembly calls it.
        ("runtime.gcStart", "1.27", "linux/amd64", NO_ABI0),
        ("runtime.gcStart", "1.22", "linux/amd64", NO_ABI0),
        ("runtime.nanotime", "1.22", "linux/amd64", NO_ABI0),
        ("runtime.nanotime", "1.23", "linux/amd64", None),
        ("runtime.check", "1.26", "linux/amd64", None),
        ("runtime.check", "1.27", "linux/amd64", UNMARKED),
        # Where there is one ABI the mark alone counts.
        ("runtime.gcStart", "1.22", "linux/386", None),
        ("runtime.gcStart", "1.23", "linux/386", UNMARKED),
        ("runtime.nanotime", "1.23", "linux/386", None),
        # Assembly needs marks from 1.27 on, and by its ABI.
        ("runtime.memmove", "1.27", "linux/amd64", None),
        ("runtime.mcall", "1.22", "linux/amd64", NO_ABI0),
        ("runtime.mcall", "1.27", "linux/amd64", NO_ABI0),
        ("runtime.gogo", "1.26", "linux/amd64", None),
        ("runtime.gogo", "1.27", "linux/amd64", UNMARKED),
        ("runtime.gogo", "1.27", "linux/386", None),
        # Data.
        ("runtime.allglen", "1.22", "linux/amd64", None),
        ("runtime.allglen", "1.23", "linux/amd64", UNMARKED),
        ("runtime.overflowError", "1.27", "linux/amd64", None),
        ("runtime.addmoduledata", "1.25", "linux/amd64", None),
        ("runtime.addmoduledata", "1.26", "linux/amd64", BLOCKED),
        # Not there, or not linked in. What the linker makes is.
        ("runtime.nosuch", "1.27", "linux/amd64", UNDEFINED),
        ("net.parsePort", "1.27", "linux/amd64", UNDEFINED),
        (f"{MODULE}/lib.absent", "1.27", "linux/amd64", UNDEFINED),
        ("runtime.etext", "1.27", "linux/amd64", None),
    ],
)
def test_mention_of_std(
    symbol: str, version: str, platform: str, expected: AssemblyRefusal | None, tmp_path: Path
) -> None:
    assert refusal(tmp_path, symbol, version, platform) is expected


@pytest.mark.parametrize(
    ("version", "directive", "expected"),
    [
        # Either side's directive makes the compiler write the entry; then the mark counts.
        ("1.22", "runtime.gcStart", None),
        ("1.23", "runtime.gcStart", UNMARKED),
        ("1.27", "runtime.gcStart", UNMARKED),
        ("1.27", "runtime.nosuch", NO_ABI0),
    ],
)
def test_stub_of_the_package_makes_an_entry(
    version: str, directive: str, expected: AssemblyRefusal | None, tmp_path: Path
) -> None:
    assert refusal(tmp_path, "runtime.gcStart", version, code=f"//go:linkname g {directive}\nfunc g()") is expected


def test_stub_for_assembly_of_the_register_abi_is_mentioned_itself(tmp_path: Path) -> None:
    code = "//go:linkname g runtime.mcall\nfunc g(func())"
    assert refusal(tmp_path, "runtime.mcall", code=code) is None


LIB = f"{MODULE}/lib"


@pytest.mark.parametrize(
    ("lib", "platform", "expected"),
    [
        ("func g() {}", "linux/amd64", NO_ABI0),
        ("func g() {}", "linux/386", None),
        ("//go:linkname g\nfunc g() {}", "linux/amd64", None),
        ("var g int", "linux/amd64", None),
        ("", "linux/amd64", UNDEFINED),
        ("const g = 1", "linux/amd64", UNDEFINED),
        # Its symbol is another one.
        ("//go:linkname g x.y\nfunc g() {}", "linux/amd64", UNDEFINED),
    ],
)
def test_mention_of_an_own_package(lib: str, platform: str, expected: AssemblyRefusal | None, tmp_path: Path) -> None:
    files = {"lib/lib.go": f'package lib\n\nimport _ "unsafe"\n\n{lib}\n'}
    assert refusal(tmp_path, f"{LIB}.g", "1.27", platform, f'import _ "{LIB}"', files) is expected


def test_entry_of_an_own_func(tmp_path: Path) -> None:
    lib = {"lib/lib.go": "package lib\n\nfunc g() {}\n"}
    importing = f'import _ "{LIB}"\n'
    # By its own package's assembly, or by a stub of the mentioning package.
    assembly = {"lib/a.s": "TEXT ·f(SB),4,$8-0\n\tCALL ·g(SB)\n\tRET\n"}
    assert refusal(tmp_path / "a", f"{LIB}.g", code=importing, files=lib | assembly) is None
    stub = f"{importing}\n//go:linkname h {LIB}.g\nfunc h()"
    assert refusal(tmp_path / "b", f"{LIB}.g", code=stub, files=lib) is None
    assert refusal(tmp_path / "c", f"{LIB}.g", code=importing, files=lib) is NO_ABI0
    # The package's own func: this very mention makes the entry.
    assert refusal(tmp_path / "d", "main.g", code="func g() {}") is None
    assert refusal(tmp_path / "e", "main.g") is UNDEFINED


@pytest.mark.parametrize(
    ("symbol", "platform", "files", "expected"),
    [
        ("nowhere", "linux/amd64", {}, NOWHERE),
        ("done", "linux/amd64", {"b.s": "TEXT done(SB),4,$0-0\n\tRET\n"}, None),
        ("tab", "linux/amd64", {"b.s": "GLOBL tab(SB), 16, $8\n"}, None),
        ("done", "linux/amd64", {"b.s": "TEXT done<>(SB),4,$0-0\n\tRET\n"}, NOWHERE),
        (
            "lib_close",
            "linux/amd64",
            {"i.go": 'package main\n\n//go:cgo_import_dynamic lib_close close "libc.so.6"\n'},
            None,
        ),
        (
            "v_of_c",
            "linux/amd64",
            {"v.go": 'package main\n\nimport _ "unsafe"\n\n//go:linkname v v_of_c\nvar v int\n'},
            None,
        ),
        ("_rt0_amd64_linux", "linux/amd64", {}, None),
        ("_GLOBAL_OFFSET_TABLE_", "linux/amd64", {}, NOWHERE),
        # C code and object files may have it, and std takes more from the libraries of other systems.
        ("nowhere", "linux/amd64", {"o.syso": ""}, None),
        ("nowhere", "darwin/arm64", {}, None),
        # A macro of the assembler's has it.
        ("no_pointers_stackmap", "linux/amd64", {}, None),
    ],
)
def test_names_without_a_package(
    symbol: str, platform: str, files: dict[str, str], expected: AssemblyRefusal | None, tmp_path: Path
) -> None:
    assert refusal(tmp_path, symbol, "1.27", platform, files=files) is expected


def test_library_does_not_know_what_others_bring(tmp_path: Path) -> None:
    found = program(tmp_path, {"m.go": "package m\n", "a.s": TEXT.format("nowhere")}, target())
    assert assembly_refusal("nowhere", found, MODULE) == (None, None)
    assert assembly_refusal("example.com/elsewhere.f", found, MODULE) == (None, None)
    assert assembly_refusal(f"{MODULE}.g", found, MODULE) == (None, None)


def test_definition_comes_with_the_refusal(tmp_path: Path) -> None:
    found = program(tmp_path, {"main.go": "package main\n\nfunc main() {}\n", "a.s": ""}, target())
    assert place(assembly_refusal("runtime.gogo", found, MODULE)[0]) == "runtime.gogo in runtime"
    assert place(assembly_refusal("runtime.addmoduledata", found, MODULE)[0]) == "runtime.addmoduledata in runtime"
    assert place(assembly_refusal("runtime.nosuch", found, MODULE)[0]) == ""


@pytest.mark.parametrize(
    ("symbol", "runtime", "assembly", "version", "expected"),
    [
        ("net.own", "", "", "1.27", None),
        ("runtime.nosuch", "", "", "1.27", UNDEFINED),
        ("runtime.etext", "", "", "1.27", None),
        ("runtime.addmoduledata", "func addmoduledata()", "TEXT ·addmoduledata(SB),4,$0\n", "1.27", BLOCKED),
        ("runtime.f", "//go:linkname f\nfunc f() {}", "", "1.27", None),
        ("runtime.f", "//go:linknamestd f\nfunc f() {}", "", "1.27", None),
        ("runtime.f", "func f() {}", "", "1.27", NO_ABI0),
        ("runtime.f", "func f() {}", "TEXT ·g(SB),4,$8\n\tCALL ·f(SB)\n", "1.26", None),
        ("runtime.f", "func f() {}", "TEXT ·g(SB),4,$8\n\tCALL ·f(SB)\n", "1.27", UNMARKED),
        ("runtime.f", "func f()", "TEXT ·f(SB),4,$0\n", "1.26", None),
        ("runtime.f", "func f()", "TEXT ·f(SB),4,$0\n", "1.27", UNMARKED),
        ("runtime.v", "var v int", "", "1.22", None),
        ("runtime.v", "var v int", "", "1.23", UNMARKED),
    ],
)
def test_packages_of_goroot(
    symbol: str, runtime: str, assembly: str, version: str, expected: AssemblyRefusal | None, tmp_path: Path
) -> None:
    files = {
        "net/n.go": "package net\n",
        "net/a.s": "",
        "runtime/a.go": f'package runtime\n\nimport _ "unsafe"\n\n{runtime}\n',
        "runtime/a.s": assembly,
    }
    found = goroot_program(tmp_path, "net", files, target(version))
    assert assembly_refusal(symbol, found, "net")[1] is expected
