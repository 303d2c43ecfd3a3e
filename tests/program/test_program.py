"""Which packages one run of the linker sees together, under which symbol prefixes, and what is known of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.packages.packages_by_folder import Folders
from golinkname_ls.program.program import Program, Programs
from tests.program.small_programs import MODULE, program, symbols_of, target
from tests.tree import write_tree

LIB = {"lib/lib.go": 'package lib\n\nimport "sort"\n\nvar _ = sort.Ints\n'}
IMPORT_LIB = f'import _ "{MODULE}/lib"\n'
MAIN = {"main.go": f"package main\n\n{IMPORT_LIB}\nfunc main() {{}}\n"}


@pytest.mark.parametrize(
    ("files", "tests", "complete"),
    [
        (LIB | MAIN, False, True),
        # Other programs may link more in than a library imports.
        (LIB | {"m.go": f"package m\n\n{IMPORT_LIB}"}, False, False),
        # Its test binary is a program of its own.
        (LIB | {"m.go": f"package m\n\n{IMPORT_LIB}"}, True, True),
        ({"main.go": 'package main\n\nimport _ "example.com/absent"\n\nfunc main() {}\n'}, False, False),
        # What is missing on another platform alone is not missing.
        ({"main.go": "package main\n", "x_windows.go": 'package main\n\nimport _ "example.com/absent"\n'}, False, True),
    ],
)
def test_complete(files: dict[str, str], tests: bool, complete: bool, tmp_path: Path) -> None:
    assert program(tmp_path, files, tests=tests).complete is complete


@pytest.mark.parametrize(
    ("files", "tests", "linked", "absent"),
    [
        (LIB | MAIN, False, {"sort", "runtime", "internal/bytealg"}, {"net", "testing", "runtime/cgo"}),
        (LIB | {"m.go": "package m\n"}, False, {"runtime"}, {"sort", "testing"}),
        # The main that the go command writes for tests.
        (LIB | {"m.go": "package m\n"}, True, {"testing", "os", "reflect"}, {"net"}),
        ({"m.go": "package m\n", "m_test.go": 'package m\n\nimport _ "net"\n'}, True, {"net"}, {"net/http"}),
        ({"m.go": "package m\n", "m_test.go": 'package m\n\nimport _ "net"\n'}, False, set(), {"net"}),
        ({"m.go": "package m\n", "x_test.go": 'package m_test\n\nimport _ "net"\n'}, True, {"net"}, set()),
    ],
)
def test_std_packages_linked_in(
    files: dict[str, str], tests: bool, linked: set[str], absent: set[str], tmp_path: Path
) -> None:
    found = program(tmp_path, files, tests=tests)
    assert {path for path in linked | absent if found.links_std(path)} == linked


def test_symbol_prefixes(tmp_path: Path) -> None:
    dotted = {"yaml.v3/y.go": "package yaml\n"}
    imports = f'import (\n\t_ "{MODULE}/yaml.v3"\n\t_ "{MODULE}/lib"\n)\n'
    found = program(tmp_path, LIB | dotted | {"main.go": f"package main\n\n{imports}\nfunc main() {{}}\n"})
    # Never the module's path for main (cases/LN202/lib_pulls_main_func); dots are escaped (LN202/escaped_dot_in_path).
    assert found.prefixes == {
        "main": MODULE,
        f"{MODULE}/lib": f"{MODULE}/lib",
        f"{MODULE}/yaml%2ev3": f"{MODULE}/yaml.v3",
    }
    assert found.prefix(MODULE) == found.linker_path(MODULE) == "main"
    # The linker is told the path as it is written.
    assert (found.prefix(f"{MODULE}/yaml.v3"), found.linker_path(f"{MODULE}/yaml.v3")) == (
        f"{MODULE}/yaml%2ev3",
        f"{MODULE}/yaml.v3",
    )


def test_library_and_test_binary_have_no_prefix_main(tmp_path: Path) -> None:
    files = {"m.go": "package m\n", "x_test.go": "package m_test\n"}
    assert program(tmp_path, files).prefix(MODULE) == "example.com/m"
    tested = program(tmp_path, files, tests=True)
    assert tested.prefixes == {MODULE: MODULE, f"{MODULE}_test": f"{MODULE}_test"}


def test_main_package_under_test_is_compiled_as_a_library(tmp_path: Path) -> None:
    # The test binary's own main is the one that the go command writes (cmd/go/internal/load/test.go, ForceLibrary).
    found = program(tmp_path, LIB | MAIN, tests=True)
    assert found.prefix(MODULE) == MODULE
    assert found.complete


def test_directives_that_name_a_symbol(tmp_path: Path) -> None:
    lib = {"lib/lib.go": "package lib\n\n//go:linkname a runtime.x\n//go:linkname b runtime.y\n//go:linkname mark\n"}
    other = {"other/o.go": "package other\n\n//go:linkname c runtime.x\n"}
    main = f"package main\n\n{IMPORT_LIB}\n//go:linkname d runtime.x\n"
    found = program(tmp_path, lib | other | {"main.go": main})
    # `other` is not linked in.
    assert set(found.renamed("runtime.x")) == {(f"{MODULE}/lib", "a"), (MODULE, "d")}
    assert found.renamed("runtime.y") == ((f"{MODULE}/lib", "b"),)
    assert found.renamed("runtime.z") == ()


def programs(root: Path, files: dict[str, str], module: str = ".") -> tuple[Programs, Folders, Path]:
    folders = Folders()
    write_tree(root, files)
    return Programs(folders), folders, root / module


FILES = {
    "go.mod": f"module {MODULE}\n\ngo 1.18\n",
    "cmd/a/a.go": f"package main\n\n{IMPORT_LIB}",
    "cmd/b/b.go": "package main\n",
    "cmd/w/w_windows.go": f"package main\n\n{IMPORT_LIB}",
    "other/o.go": "package other\n",
    "testdata/t/t.go": f"package main\n\n{IMPORT_LIB}",
    "nested/go.mod": "module example.com/nested\n",
    "nested/n.go": f"package main\n\n{IMPORT_LIB}",
} | LIB


def paths(found: list[Program]) -> list[str]:
    return [p.main.removeprefix(MODULE) for p in found]


@pytest.mark.parametrize(
    ("path", "platform", "expected"),
    [
        ("/lib", "linux/amd64", ["/cmd/a"]),
        ("/lib", "windows/amd64", ["/cmd/a", "/cmd/w"]),
        ("/cmd/b", "linux/amd64", ["/cmd/b"]),
        ("/other", "linux/amd64", []),
    ],
)
def test_mains_that_link_a_package_in(path: str, platform: str, expected: list[str], tmp_path: Path) -> None:
    found, folders, root = programs(tmp_path, FILES)
    mains = found.mains(folders.module(root), MODULE + path, symbols_of(target(platform=platform)))
    assert paths(mains) == expected


def test_all_packages_of_a_module_but_mains(tmp_path: Path) -> None:
    found, folders, root = programs(tmp_path, FILES)
    around = found.around(folders.module(root), symbols_of(target()))
    assert around is not None and around.open
    # A folder without files of the target is none of a main.
    assert set(around.closure.packages) - {f"{MODULE}/cmd/w"} == {f"{MODULE}/lib", f"{MODULE}/other"}


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        ("go 1.18\n\nuse (\n\t./m\n\t./user\n)\n", ["/cmd", "example.com/user"]),
        # A module that the workspace does not name is built by itself.
        ("go 1.18\n\nuse ./user\n", ["/cmd"]),
    ],
)
def test_mains_of_modules_in_one_workspace(
    work: str, expected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GOWORK", raising=False)
    files = {f"m/{name}": text for name, text in LIB.items()} | {
        "go.work": work,
        "m/go.mod": FILES["go.mod"],
        "m/cmd/c.go": f"package main\n\n{IMPORT_LIB}",
        "user/go.mod": "module example.com/user\n\ngo 1.18\n",
        "user/u.go": f"package main\n\n{IMPORT_LIB}",
    }
    found, folders, root = programs(tmp_path, files, "m")
    mains = found.mains(folders.module(root), f"{MODULE}/lib", symbols_of(target()))
    assert paths(mains) == expected


def test_std_and_files_without_a_module_have_no_programs_of_their_own(tmp_path: Path) -> None:
    found, folders, root = programs(tmp_path, {"go.mod": "module std\n", "m/m.go": "package main\n"})
    symbols = symbols_of(target())
    for module in (None, folders.module(root)):
        assert found.mains(module, "m", symbols) == []
        assert found.around(module, symbols) is None


def test_packages_of_a_goroot_are_its_folders_and_not_the_catalogs(tmp_path: Path) -> None:
    files = {"go.mod": "module std\n", "m/m.go": 'package m\n\nimport _ "sort"\n', "sort/s.go": "package sort\n"}
    found, folders, root = programs(tmp_path, files | {"runtime/r.go": "package runtime\n"})
    own = found.own(folders.package(root / "m"), folders.module(root), "m", symbols_of(target()))
    assert set(own.closure.packages) == {"m", "sort", "runtime"}
    assert not own.links_std("sort")
    assert not own.links_std("runtime")
