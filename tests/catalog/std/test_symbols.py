"""What defines a symbol of std on a target: a func with a body, a var or assembly, under which name, in which package."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.catalog.building.goroot_catalog import GorootCatalog
from golinkname_ls.catalog.std.symbols import Definition, TargetSymbols, split_symbol
from golinkname_ls.golang.installation.goroot import read_goroot
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from tests.catalog.small_goroot import small_goroot
from tests.catalog.std.small_std import symbols_of

UNSAFE = 'package p\n\nimport _ "unsafe"\n\n'
TEXT = "TEXT ·f(SB),4,$0\n\tRET\n"


@pytest.mark.parametrize(
    ("symbol", "parts"),
    [
        ("runtime.nanotime", ("runtime", "nanotime")),
        ("net/http.(*Client).do", ("net/http", "(*Client).do")),
        ("gopkg.in/yaml%2ev3.f", ("gopkg.in/yaml%2ev3", "f")),
        ("p.F[example.com/q.T]", ("p", "F[example.com/q.T]")),
        ("nanotime", ("", "nanotime")),
        (".f", ("", ".f")),
        ("net/http", ("", "net/http")),
    ],
)
def test_symbol_is_a_path_and_a_name(symbol: str, parts: tuple[str, str]) -> None:
    assert split_symbol(symbol) == parts


def told(found: Definition | None) -> str:
    """Kind and package of a definition, with the name of its Go declaration and its marks; "" for none."""
    if found is None:
        return ""
    name = found.entry.declaration.name if found.entry else "-"
    return " ".join([found.kind.value, found.package, name, *sorted(found.marks)])


# Of the linker: a symbol is the remote of a two-argument directive on the definition, else the path with the name; a
# func that
# is renamed has no symbol under its own name.
@pytest.mark.parametrize(
    ("code", "symbol", "definition"),
    [
        ("func f() {}", "p.f", "func p f"),
        ("//go:linkname f\nfunc f() {}", "p.f", "func p f linkname"),
        ("func f()", "p.f", ""),
        ("func f[T any]() {}", "p.f", ""),
        ("type T struct{}\n\nfunc (T) f() {}", "p.T.f", "func p f"),
        ("type T struct{}\n\nfunc (T) f() {}", "p.f", ""),
        ("type T struct{}\n\nfunc (T) f() {}", "p.(T).f", ""),
        ("type T struct{}\n\nfunc (*T) f() {}", "p.(*T).f", "func p f"),
        ("type T[K any] struct{}\n\nfunc (*T[K]) f() {}", "p.(*T).f", ""),
        ("var f int", "p.f", "var p f"),
        ("//go:linkname f\nvar f int", "p.f", "var p f linkname"),
        ("const f = 1", "p.f", ""),
        ("type f int", "p.f", ""),
        # The name is the directive's, and the own one is no symbol then.
        ("//go:linkname f q.f\nfunc f() {}", "q.f", "func p f linkname"),
        ("//go:linkname f q.f\nfunc f() {}", "p.f", ""),
        ("//go:linkname f p.f\nfunc f() {}", "p.f", "func p f linkname"),
        ("//go:linknamestd f q.f\nfunc f() {}", "q.f", "func p f linknamestd"),
        ("//go:linkname f q.f\nfunc f()", "q.f", ""),
        ("//go:linkname f q.f\nvar f int", "q.f", "var p f linkname"),
        ("//go:linkname f q.f\nvar f int", "p.f", ""),
    ],
)
def test_go_declaration_defines_a_symbol(tmp_path: Path, code: str, symbol: str, definition: str) -> None:
    assert (
        told(symbols_of(tmp_path, {"p/a.go": f"{UNSAFE}{code}\n", "q/q.go": "package q\n"}).find(symbol)) == definition
    )


def test_package_of_the_name_defines_its_var_itself(tmp_path: Path) -> None:
    files = {"p/a.go": f"{UNSAFE}//go:linkname f q.f\nvar f int\n", "q/q.go": "package q\n\nvar f int\n"}
    assert told(symbols_of(tmp_path, files).find("q.f")) == "var q f"


def test_pull_in_a_goroot_read_as_needed_is_no_definition(tmp_path: Path) -> None:
    # Without parsing all of std, a catalog made as needed lists pulls among the pushes.
    text = 'package sync\n\nimport _ "unsafe"\n\n//go:linkname f q.f\nfunc f()\n\n//go:linkname g q.g\nfunc g() {}\n'
    goroot = read_goroot(small_goroot(tmp_path / "go", **{"src/sync/sync.go": text}))
    catalog = GorootCatalog(goroot, tmp_path / "cache")
    assert {"q.f", "q.g"} <= catalog.pushes.keys()
    std = TargetSymbols(catalog, Target(catalog.version, Platform("linux", "amd64")))
    assert (told(std.find("q.f")), told(std.find("q.g"))) == ("", "func sync g linkname")


def test_push_of_a_file_that_is_not_built_defines_nothing(tmp_path: Path) -> None:
    files = {
        "p/a_windows.go": f"{UNSAFE}//go:linkname f q.f\nfunc f() {{}}\n",
        "p/b_linux.go": "package p\n\nfunc f() {}\n",
    }
    std = symbols_of(tmp_path, files)
    assert (told(std.find("q.f")), told(std.find("p.f"))) == ("", "func p f")


@pytest.mark.parametrize(
    ("assembly", "go", "symbol", "definition", "abi"),
    [
        (TEXT, "", "p.f", "assembly p -", "ABI0"),
        (TEXT, "func f()", "p.f", "assembly p f", "ABI0"),
        (TEXT, "//go:linkname f\nfunc f()", "p.f", "assembly p f linkname", "ABI0"),
        ("TEXT ·f<ABIInternal>(SB),4,$0\n\tRET\n", "func f()", "p.f", "assembly p f", "ABIInternal"),
        # Only its file knows it.
        ("TEXT ·f<>(SB),4,$0\n\tRET\n", "func f()", "p.f", "", ""),
        ("GLOBL ·v(SB),8,$16\n", "", "p.v", "assembly data p -", "ABI0"),
        (TEXT, "func g()", "p.g", "", ""),
    ],
)
def test_assembly_defines_a_symbol(
    tmp_path: Path, assembly: str, go: str, symbol: str, definition: str, abi: str
) -> None:
    found = symbols_of(tmp_path, {"p/a.go": f"{UNSAFE}{go}\n", "p/a_amd64.s": assembly}).find(symbol)
    assert told(found) == definition
    if found is not None:
        assert found.abi == abi
        assert (found.file, found.line > 0) == (("p/a.go", True) if found.entry else ("", False))


def test_assembly_of_another_platform_defines_nothing(tmp_path: Path) -> None:
    files = {"p/a.go": "package p\n\nfunc f()\n", "p/a_amd64.s": TEXT}
    assert told(symbols_of(tmp_path, files, "linux/arm64").find("p.f")) == ""


def test_assembly_of_bytealg_defines_a_symbol_of_runtime(tmp_path: Path) -> None:
    # internal/bytealg/equal_native.go declares the func under the name that its assembly has.
    files = {
        "internal/bytealg/e.s": "TEXT runtime·memequal(SB),4,$0\n\tRET\nTEXT runtime·other(SB),4,$0\n\tRET\n",
        "internal/bytealg/e.go": (
            'package bytealg\n\nimport _ "unsafe"\n\n//go:linkname abigen_memequal runtime.memequal\nfunc abigen_memequal()\n'
        ),
        "runtime/stubs.go": "package runtime\n\n//go:linkname other\nfunc other()\n",
    }
    std = symbols_of(tmp_path, files)
    assert told(std.find("runtime.memequal")) == "assembly internal/bytealg abigen_memequal linkname"
    found = std.find("runtime.other")
    assert found is not None
    assert (told(found), found.linked_with) == ("assembly runtime other linkname", "internal/bytealg")


@pytest.mark.parametrize(("name", "linked_with"), [("StorePointer", "sync/atomic"), ("AddInt32", "runtime")])
def test_pushed_body_that_calls_back_needs_the_package(tmp_path: Path, name: str, linked_with: str) -> None:
    # Runtime's body for StorePointer calls sync/atomic.StoreUintptr.
    text = f'package runtime\n\nimport _ "unsafe"\n\n//go:linkname pushed sync/atomic.{name}\nfunc pushed() {{}}\n'
    found = symbols_of(tmp_path, {"runtime/a.go": text}).find(f"sync/atomic.{name}")
    assert found is not None
    assert (found.package, found.linked_with) == ("runtime", linked_with)


@pytest.mark.parametrize(
    ("symbol", "file"), [("p.f", "a.go"), ("p.g", "a.go"), ("p.c", "a.go"), ("p.h", ""), ("q.f", "")]
)
def test_declaration_of_any_kind_under_exactly_a_name(tmp_path: Path, symbol: str, file: str) -> None:
    text = f"{UNSAFE}func f() {{}}\n\nfunc g()\n\nconst c = len(v)\n\nvar v [c]int\n\n//go:linkname g p.h\n"
    entry = symbols_of(tmp_path, {"p/a.go": text}).declared(symbol)
    assert (entry.section.name if entry else "") == file


def test_wrapper_for_assembly_is_there_where_that_is_built(tmp_path: Path) -> None:
    files = {
        "p/a.go": "package p\n\nfunc f() {}\n",
        "p/a_amd64.s": "//go:build !plan9\n\nTEXT ·g(SB),4,$0\n\tCALL ·f(SB)\n",
    }

    def wrapped(platform: str, symbol: str) -> bool:
        return symbols_of(tmp_path / platform.replace("/", "-"), files, platform).has_assembly_wrapper(symbol)

    assert wrapped("linux/amd64", "p.f")
    assert not wrapped("linux/amd64", "p.g")
    assert not wrapped("linux/arm64", "p.f")
    assert not wrapped("plan9/amd64", "p.f")


@pytest.mark.parametrize(
    ("platform", "registers"), [("linux/amd64", True), ("linux/arm64", True), ("linux/386", False)]
)
def test_architecture_decides_about_the_abi(tmp_path: Path, platform: str, registers: bool) -> None:
    std: TargetSymbols = symbols_of(tmp_path, {}, platform)
    assert std.register_abi == registers
