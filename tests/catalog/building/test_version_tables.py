"""Rows of a version's tables: what the linker's sources list, who pushes what, what assembly refers to."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.catalog.building.goroot_packages import SourcePackage
from golinkname_ls.catalog.building.version_tables import blocked_rows, builtin_rows, push_rows, reference_rows
from golinkname_ls.golang.installation.goroot import Goroot, NotAGoroot
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.syntax.items.declarations_from_tree import extract
from tests.tree import write_tree

LOADER = "src/cmd/link/internal/loader/loader.go"
BUILTINS = "src/cmd/internal/goobj/builtinlist.go"

# As in 1.27.3: a name with its one user, one that nobody may use, one with several on two lines.
BLOCKED = """\
package loader

var blockedLinknames = map[string][]string{
	// coroutines
	"runtime.newcoro": {"iter"},
	"crypto/internal/sysrand.fatal": {},
	"net.newWindowsFile": {"net",
		"os"},
}

var others = map[string][]string{
	"runtime.open": {"iter"},
}
"""


def goroot(folder: Path, files: dict[str, str], version: str = "1.27") -> Goroot:
    return Goroot(write_tree(folder, files), f"go{version}", GoVersion.parse(version))


def test_blocked_names_stand_with_those_who_may_refer_to_them(tmp_path: Path) -> None:
    rows = ["crypto/internal/sysrand.fatal", "net.newWindowsFile net os", "runtime.newcoro iter"]
    assert blocked_rows(goroot(tmp_path, {LOADER: BLOCKED})).splitlines() == rows


def test_versions_before_1_23_have_no_blocked_names(tmp_path: Path) -> None:
    assert blocked_rows(goroot(tmp_path, {LOADER: "package loader\n"}, "1.22")) == ""
    with pytest.raises(NotAGoroot, match="has no blockedLinknames"):
        blocked_rows(goroot(tmp_path, {LOADER: "package loader\n"}, "1.23"))


@pytest.mark.parametrize("rows", [blocked_rows, builtin_rows])
def test_goroot_without_the_linkers_sources_is_refused(tmp_path: Path, rows) -> None:
    with pytest.raises(NotAGoroot, match="no whole GOROOT"):
        rows(goroot(tmp_path, {}, "1.22"))


def test_builtins_by_their_abi(tmp_path: Path) -> None:
    # cmd/internal/goobj/builtinlist.go: assembly funcs and vars have ABI 0.
    text = 'var builtins = [...]struct{\n}{\n\t{"runtime.newobject", 1},\n\t{"runtime.duffzero", 0},\n\t{"runtime.newobject", 1},\n}\n'
    rows = builtin_rows(goroot(tmp_path, {BUILTINS: text})).splitlines()
    assert rows == ["runtime.duffzero ABI0", "runtime.newobject"]


def package(path: str, *files: str) -> SourcePackage:
    return SourcePackage(path, [extract(f"{n}.go", f"package x\n\n{text}".encode()) for n, text in enumerate(files)])


@pytest.mark.parametrize(
    ("files", "pushed"),
    [
        (("//go:linkname acquire sync.runtime_Semacquire\nfunc acquire() {}\n",), True),
        (("//go:linkname acquire sync.runtime_Semacquire\n", "func acquire() {}\n"), True),
        (("//go:linkname acquire sync.runtime_Semacquire\nvar acquire int\n",), True),
        # A pull defines nothing, nor does a mark give another name.
        (("//go:linkname acquire sync.runtime_Semacquire\nfunc acquire()\n",), False),
        (("//go:linkname acquire\nfunc acquire() {}\n",), False),
        (("//go:linkname acquire sync.runtime_Semacquire\ntype acquire int\n",), False),
        (("//go:linkname acquire sync.runtime_Semacquire\nfunc other() {}\n",), False),
    ],
)
def test_push_gives_a_definition_another_name(files: tuple[str, ...], pushed: bool) -> None:
    assert push_rows([package("runtime", *files)]) == "sync.runtime_Semacquire runtime acquire\n" * pushed


def test_local_of_another_package_is_no_push() -> None:
    one = package("runtime", "//go:linkname now time.now\nfunc now()\n")
    assert push_rows([one, package("time", "func now() {}\n")]) == ""


@pytest.mark.parametrize(
    ("assembly", "rows"),
    [
        ("TEXT ·a(SB),4,$0\n\tCALL ·check(SB)\n", ["runtime.check a.s"]),
        ("//go:build !plan9\n\nTEXT ·a(SB),4,$0\n\tCALL ·check(SB)\n", ["runtime.check a.s !plan9"]),
        ("TEXT ·a(SB),4,$0\n\tCALL runtime·check(SB)\n\tJMP ·check(SB)\n", ["runtime.check a.s"]),
        ("#define CHECK CALL ·check(SB)\nTEXT ·a(SB),4,$0\n\tCHECK\n", ["runtime.check a.s"]),
        # What the file defines itself needs no wrapper; another package's symbol gets one there.
        ("TEXT ·a(SB),4,$0\n\tCALL ·b(SB)\nTEXT ·b(SB),4,$0\n\tRET\n", []),
        ("TEXT ·a(SB),4,$0\n\tCALL reflect·callMethod(SB)\n", []),
        ("TEXT ·a(SB),4,$0\n\tCALL runtime∕internal∕sys·x(SB)\n", []),
    ],
)
def test_own_go_symbols_that_assembly_refers_to(tmp_path: Path, assembly: str, rows: list[str]) -> None:
    write_tree(tmp_path, {"a.s": assembly})
    assert reference_rows([("runtime", tmp_path)]).splitlines() == rows
