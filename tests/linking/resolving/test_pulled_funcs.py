"""What the linker finds for a func without body; the expectations are real linkers' answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.linking.resolving.definitions_outside_std import Presence
from golinkname_ls.linking.resolving.outcomes import Outcome, Problem
from golinkname_ls.linking.resolving.pulled_funcs import resolve_pull
from tests.linking.written_links import case, case_in, goroot_program, place
from tests.program.small_programs import MODULE, program, target


def pull(
    root: Path,
    remote: str,
    version: str = "1.27",
    platform: str = "linux/amd64",
    *,
    verb: str = "linkname",
    imports: str = "",
    stub: str = "func f()",
    files: dict[str, str] | None = None,
) -> Outcome:
    """Outcome of a pull in a main package; `imports` are its import specs, separated by `; `."""
    specs = "".join(f"import {spec}\n" for spec in imports.split("; ") if spec)
    return resolve_pull(case(root, f"{specs}\n//go:{verb} f {remote}\n{stub}", target(version, platform), files))


@pytest.mark.parametrize(
    ("remote", "version", "platform", "problem"),
    [
        ("time.now", "1.27", "linux/amd64", None),
        ("runtime.gcStart", "1.22", "linux/amd64", None),
        ("runtime.gcStart", "1.23", "linux/amd64", Problem.FORBIDDEN),
        ("runtime.newcoro", "1.23", "linux/amd64", Problem.BLOCKED),
        ("runtime.spillArgs", "1.27", "linux/amd64", Problem.STD_ONLY),
        ("runtime.privateHelper", "1.27", "linux/amd64", Problem.UNDEFINED),
        # Blocked where nothing defines it, too.
        ("net.newWindowsFile", "1.25", "linux/amd64", Problem.BLOCKED),
        # Types and what has no package.
        ("runtime.mutex", "1.27", "linux/amd64", Problem.UNDEFINED),
        ("gcStart", "1.27", "linux/amd64", Problem.UNDEFINED),
        ("crosscall2", "1.27", "linux/amd64", Problem.NOT_LINKED),
        # A var has no entry of the funcs' ABI, unless there is one ABI.
        ("runtime.overflowError", "1.27", "linux/amd64", Problem.KIND),
        ("runtime.overflowError", "1.27", "linux/386", None),
        # A func literal, which may have such a name where there is a func for it.
        ("runtime.main.func1", "1.22", "linux/amd64", None),
        ("runtime.main.func1", "1.27", "linux/amd64", Problem.UNDEFINED),
        ("runtime.nosuch.func1", "1.22", "linux/amd64", Problem.UNDEFINED),
        # Assembly of std that has no stub there.
        ("_rt0_amd64_linux", "1.27", "linux/amd64", Problem.ABI),
        ("_rt0_386_linux", "1.27", "linux/386", None),
        # Defined, but by a package that the program has no need of.
        ("encoding/json.checkValid", "1.27", "linux/amd64", Problem.NOT_LINKED),
        ("example.com/elsewhere.f", "1.27", "linux/amd64", Problem.NOT_LINKED),
    ],
)
def test_std(remote: str, version: str, platform: str, problem: Problem | None, tmp_path: Path) -> None:
    assert pull(tmp_path, remote, version, platform).problem is problem


@pytest.mark.parametrize(
    ("verb", "remote", "problem"),
    [
        # By linknamestd the compiler's builtins can be had, blocked ones as well; nothing else.
        ("linkname", "runtime.printlock", Problem.FORBIDDEN),
        ("linknamestd", "runtime.printlock", None),
        ("linkname", "runtime.mapaccess1", Problem.BLOCKED),
        ("linknamestd", "runtime.mapaccess1", None),
        ("linknamestd", "runtime.addmoduledata", Problem.BLOCKED),
        ("linknamestd", "runtime.gcStart", Problem.FORBIDDEN),
    ],
)
def test_linknamestd(verb: str, remote: str, problem: Problem | None, tmp_path: Path) -> None:
    assert pull(tmp_path, remote, verb=verb).problem is problem


LIB = """package lib

type T struct{}

func (T) value()    {}
func (*T) pointer() {}

const size = 1

var v int

func f()           {}
func F()           { V = func() {} }
func G[E any](E)   {}
func inText()

var V func()
"""
ASSEMBLY = "TEXT ·inText(SB),4,$0\n\tRET\nTEXT ·bare(SB),4,$0\n\tRET\nGLOBL ·data(SB),16,$8\n"
LIB_FILES = {"lib/lib.go": LIB, "lib/a.s": ASSEMBLY}


@pytest.mark.parametrize(
    ("name", "version", "platform", "problem"),
    [
        ("f", "1.27", "linux/amd64", None),
        ("T.value", "1.27", "linux/amd64", None),
        ("(*T).pointer", "1.27", "linux/amd64", None),
        ("(T).value", "1.27", "linux/amd64", Problem.UNDEFINED),
        ("T.pointer", "1.27", "linux/amd64", Problem.UNDEFINED),
        ("size", "1.27", "linux/amd64", Problem.UNDEFINED),
        ("G", "1.27", "linux/amd64", Problem.UNDEFINED),
        ("noSuch", "1.27", "linux/amd64", Problem.UNDEFINED),
        ("v", "1.27", "linux/amd64", Problem.KIND),
        ("v", "1.27", "linux/386", None),
        ("data", "1.27", "linux/amd64", Problem.KIND),
        # Func literals of other packages are not found any more.
        ("F.func1", "1.26", "linux/amd64", None),
        ("F.func1", "1.27", "linux/amd64", Problem.UNDEFINED),
        ("f.func1", "1.26", "linux/amd64", Problem.UNDEFINED),
        # The compiler writes the Go entry of assembly for a stub in its package.
        ("inText", "1.27", "linux/amd64", None),
        ("bare", "1.27", "linux/amd64", Problem.ABI),
        ("bare", "1.27", "linux/386", None),
    ],
)
def test_own_packages(name: str, version: str, platform: str, problem: Problem | None, tmp_path: Path) -> None:
    found = pull(tmp_path, f"{MODULE}/lib.{name}", version, platform, imports=f'_ "{MODULE}/lib"', files=LIB_FILES)
    assert found.problem is problem


@pytest.mark.parametrize(
    ("version", "problem"),
    [("1.21", Problem.ASSEMBLY), ("1.22", None), ("1.27", None)],
)
def test_linker_panics_on_assembly_that_a_directive_marks(
    version: str, problem: Problem | None, tmp_path: Path
) -> None:
    marked = LIB.replace("func inText", "//go:linkname inText\nfunc inText").replace(
        "lib\n", 'lib\nimport _ "unsafe"\n'
    )
    files = LIB_FILES | {"lib/lib.go": marked}
    assert pull(tmp_path, f"{MODULE}/lib.inText", version, imports=f'_ "{MODULE}/lib"', files=files).problem is problem


TEXT = "TEXT ·g(SB),4,$0\n\tRET\n"


def test_text_of_the_package_itself(tmp_path: Path) -> None:
    # Under its own name the stub marks it; for a name of another package the compiler writes the entry.
    assert pull(tmp_path / "a", "main.g", "1.21", files={"a.s": TEXT}).problem is Problem.ASSEMBLY
    assert pull(tmp_path / "b", "main.g", "1.22", files={"a.s": TEXT}).problem is None
    assert pull(tmp_path / "c", "x.y", "1.21", files={"a.s": "TEXT x·y(SB),4,$0\n\tRET\n"}).problem is None


def test_package_that_nothing_imports_is_not_linked(tmp_path: Path) -> None:
    found = pull(tmp_path, f"{MODULE}/lib.f", files=LIB_FILES)
    assert (found.problem, found.sure) == (Problem.NOT_LINKED, True)


@pytest.mark.parametrize(
    ("written", "problem"),
    [("yaml%2ev3", None), ("yaml%2Ev3", Problem.NOT_LINKED), ("yaml.v3", Problem.NOT_LINKED)],
)
def test_dots_of_the_last_path_element_are_escaped(written: str, problem: Problem | None, tmp_path: Path) -> None:
    lib = {"yaml.v3/y.go": "package yaml\n\nfunc impl() {}\n"}
    found = pull(tmp_path, f"{MODULE}/{written}.impl", imports=f'_ "{MODULE}/yaml.v3"', files=lib)
    assert (found.problem is None) is (problem is None)


@pytest.mark.parametrize(
    ("remote", "version", "problem"),
    [
        # The funcs that compare values of a type.
        (f"type:.eq.{MODULE}/lib.T", "1.26", None),
        (f"type:.eq.{MODULE}/lib.T", "1.27", Problem.NOT_LINKED),
        (f"type:.eq.{MODULE}/lib.T", "1.19", Problem.NOT_LINKED),
        (f"type..eq.{MODULE}/lib.T", "1.19", None),
        (f"type..eq.{MODULE}/lib.T", "1.21", Problem.NOT_LINKED),
        # A method that its type's package does not export, embedded in another package.
        (f"{MODULE}/lib.(*T).{MODULE}/base.hidden", "1.27", None),
        (f"{MODULE}/lib.(*T).example.com/no.hidden", "1.27", Problem.UNDEFINED),
        # What an embedded field gives a std type.
        ("net.(*TCPConn).Close", "1.22", None),
        ("net.(*TCPConn).noSuch", "1.22", Problem.UNDEFINED),
    ],
)
def test_what_the_compiler_writes(remote: str, version: str, problem: Problem | None, tmp_path: Path) -> None:
    files = {
        "lib/l.go": f'package lib\n\nimport "{MODULE}/base"\n\ntype T struct{{ *base.B }}\n',
        "base/b.go": "package base\n\ntype B struct{}\n\nfunc (*B) hidden() {}\n",
    }
    found = pull(tmp_path, remote, version, imports=f'_ "net"; _ "{MODULE}/lib"', files=files)
    assert (found.problem is None) is (problem is None)


@pytest.mark.parametrize(
    ("version", "imports", "stub", "problem", "conditional"),
    [
        # The stub's own signature makes the compiler read the type with its methods first.
        ("1.27", '"bytes"', "func f(b *bytes.Buffer, n int) int", None, False),
        ("1.27", '"bytes"', "func f(b *bytes.Reader, n int) int", Problem.FORBIDDEN, True),
        ("1.27", '_ "bytes"', "func f(n int) int", Problem.FORBIDDEN, False),
        ("1.22", '_ "bytes"', "func f(n int) int", None, False),
    ],
)
def test_references_by_index_need_no_mark(
    version: str, imports: str, stub: str, problem: Problem | None, conditional: bool, tmp_path: Path
) -> None:
    found = pull(tmp_path, "bytes.(*Buffer).grow", version, imports=imports, stub=stub)
    assert (found.problem, bool(found.condition)) == (problem, conditional)


def test_what_holds_has_no_condition(tmp_path: Path) -> None:
    found = pull(tmp_path, "reflect.(*rtype).Align", imports='"reflect"', stub="func f(reflect.Type) int")
    assert (found.problem, found.condition) == (None, "")


def library(root: Path, remote: str, imports: str = "", local: str = "f") -> Outcome:
    """Outcome of a pull in a package that is no main, alone with what it imports."""
    text = f'package m\n\nimport _ "unsafe"\n{imports}\n//go:linkname {local} {remote}\nfunc {local}()\n'
    found = program(root, {"m.go": text}, target())
    return resolve_pull(case_in(found))


@pytest.mark.parametrize(
    ("remote", "imports", "problem", "sure"),
    [
        # Its main may link in more, and std is known without it.
        ("encoding/json.checkValid", "", Problem.NOT_LINKED, False),
        ("runtime.privateHelper", "", Problem.UNDEFINED, True),
        ("runtime.gcStart", "", Problem.FORBIDDEN, True),
        ("example.com/elsewhere.f", "", Problem.NOT_LINKED, False),
        # Of the main package nothing is known here, and nothing of what others push to the own name.
        ("main.f", "", None, False),
        (f"{MODULE}.g", "", Problem.UNDEFINED, False),
        # An import that is not at hand may bring whatever is missing.
        ("example.com/elsewhere.f", 'import _ "example.com/gone"', None, False),
        ("net.isDomainName", "", Problem.NOT_LINKED, False),
        ("net.isDomainName", 'import _ "example.com/gone"', None, True),
        ("encoding/json.checkValid", 'import _ "example.com/gone"', Problem.FORBIDDEN, True),
    ],
)
def test_what_a_library_does_not_know(
    remote: str, imports: str, problem: Problem | None, sure: bool, tmp_path: Path
) -> None:
    found = library(tmp_path, remote, imports)
    assert (found.problem, found.sure) == (problem, sure)


def test_dynamic_import_has_no_go_entry(tmp_path: Path) -> None:
    cgo = {"c.go": 'package main\n\n//go:cgo_import_dynamic c_open open "libc.so"\n', "a.s": ""}
    found = pull(tmp_path / "a", "c_open", files=cgo)
    assert found.problem is Problem.ABI
    assert found.found is not None and found.found.presence is Presence.IMPORTED
    assert pull(tmp_path / "b", "c_open", platform="linux/386", files=cgo).problem is None


def test_definition_that_is_found(tmp_path: Path) -> None:
    # The body for sync's func stands in runtime; a body outside std comes before a var of its name.
    assert place(pull(tmp_path / "a", "sync.runtime_Semacquire").found) == "sync.runtime_Semacquire in runtime"
    pushed = 'package lib\n\nimport _ "unsafe"\n\nvar g int\n\n//go:linkname h x.y\nfunc h() {}\n'
    found = pull(tmp_path / "b", "x.y", imports=f'_ "{MODULE}/lib"', files={"lib/l.go": pushed})
    assert (found.problem, place(found.found)) == (None, f"x.y in {MODULE}/lib")


@pytest.mark.parametrize(
    ("remote", "problem"),
    [
        ("runtime.nanotime", None),
        ("runtime.gcStart", Problem.FORBIDDEN),
    ],
)
def test_var_beside_the_func_of_std(remote: str, problem: Problem | None, tmp_path: Path) -> None:
    # A var is of ABI 0, as the func of std is not.
    var = f'package lib\n\nimport _ "unsafe"\n\n//go:linkname v {remote}\nvar v int\n'
    found = pull(tmp_path, remote, "1.26", imports=f'_ "{MODULE}/lib"', files={"lib/l.go": var})
    assert (found.problem, place(found.found)) == (problem, f"{remote} in runtime")


@pytest.mark.parametrize(("mark", "problem"), [("", Problem.FORBIDDEN), ("//go:linkname now\n", None)])
def test_packages_of_goroot_need_marks_of_each_other(mark: str, problem: Problem | None, tmp_path: Path) -> None:
    files = {
        "net/n.go": 'package net\n\nimport _ "unsafe"\n\n//go:linkname f runtime.now\nfunc f()\n',
        "runtime/a.go": f'package runtime\n\nimport _ "unsafe"\n\n{mark}func now() {{}}\n',
    }
    found = goroot_program(tmp_path, "net", files, target())
    assert resolve_pull(case_in(found, "net")).problem is problem


def test_goroot_package_outside_the_program_may_be_linked_in(tmp_path: Path) -> None:
    files = {"net/n.go": 'package net\n\nimport _ "unsafe"\n\n//go:linkname f os.now\nfunc f()\n'}
    found = goroot_program(tmp_path, "net", files, target())
    outcome = resolve_pull(case_in(found, "net"))
    assert (outcome.problem, outcome.sure) == (None, False)
