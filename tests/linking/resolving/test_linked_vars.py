"""What the linker makes of a linked var; the expectations are real linkers' answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.linking.resolving.linked_vars import resolve_var
from golinkname_ls.linking.resolving.outcomes import Outcome, Problem
from golinkname_ls.syntax.items.declarations import VarDeclaration
from tests.linking.written_links import case, case_in, goroot_program, place
from tests.program.small_programs import MODULE, target


def linked(
    root: Path,
    remote: str,
    declared: str,
    version: str = "1.27",
    platform: str = "linux/amd64",
    *,
    imports: str = "",
    files: dict[str, str] | None = None,
) -> Outcome:
    """Outcome of a var in a main package, of whose declaration this is what follows `var v`."""
    text = f"{imports}\n//go:linkname v {remote}\nvar v {declared}"
    found = case(root, text, target(version, platform), files)
    assert isinstance(found.link.stub, VarDeclaration)
    outcome = resolve_var(found, found.link.stub)
    # A var is in its package's object file, mentioned or not.
    assert not outcome.needs_mention or outcome.problem is Problem.KIND
    return outcome


@pytest.mark.parametrize(
    ("remote", "declared", "version", "problem"),
    [
        ("runtime.zerobase", "uintptr", "1.22", None),
        ("runtime.zerobase", "uintptr", "1.23", Problem.FORBIDDEN),
        ("runtime.zerobase", "byte", "1.27", Problem.FORBIDDEN),
        ("runtime.overflowError", "error", "1.27", None),
        # What wins over std's own is none of std any more.
        ("runtime.zerobase", "[64]byte", "1.27", None),
        ("runtime.zerobase", "uintptr = 5", "1.27", None),
        ("runtime.allglen", "byte = 7", "1.27", None),
        # A value that is not larger than the other's size clashes in 1.23.
        ("runtime.allglen", "byte = 7", "1.23", Problem.DUPLICATE),
        ("runtime.overflowError", "[8]uintptr", "1.22", None),
        ("runtime.overflowError", "[8]uintptr", "1.23", Problem.DUPLICATE),
        ("runtime.overflowError", "[8]uintptr", "1.24", None),
        ("runtime.overflowError", "int = 5", "1.22", Problem.DUPLICATE),
        ("runtime.overflowError", "int = 5", "1.27", Problem.DUPLICATE),
        # The linker sets it by -X, which takes strings only.
        ("runtime.modinfo", "[4]string", "1.22", None),
        ("runtime.modinfo", "[4]string", "1.23", Problem.STAMPED),
        ("runtime.modinfo", "= 7", "1.22", Problem.STAMPED),
        ("runtime.modinfo", "= 7", "1.23", Problem.DUPLICATE),
        ("runtime.modinfo", "= 7", "1.27", Problem.STAMPED),
        ("runtime.modinfo", 'string = "x"', "1.27", None),
        # Blocked whatever it is, unless its value makes it a definition.
        ("runtime.newcoro", "uintptr", "1.22", Problem.KIND),
        ("runtime.newcoro", "uintptr", "1.23", Problem.BLOCKED),
        ("net.newWindowsFile", "uintptr", "1.27", Problem.BLOCKED),
        ("net.newWindowsFile", "uintptr = 1", "1.27", None),
        # A new variable, which nobody else knows.
        ("runtime.noSuchVar", "int", "1.27", Problem.DETACHED),
        ("runtime.noSuchVar", "= 5", "1.27", None),
        ("environ", "uintptr", "1.27", None),
    ],
)
def test_over_std(remote: str, declared: str, version: str, problem: Problem | None, tmp_path: Path) -> None:
    found = linked(tmp_path, remote, declared, version)
    assert (found.problem, found.condition) == (problem, "")


@pytest.mark.parametrize(
    ("remote", "declared", "version", "platform", "problem", "sure"),
    [
        # Over marked code of the same ABI, which the linker then takes for code.
        ("runtime.memmove", "uintptr", "1.26", "linux/amd64", None, True),
        ("runtime.memmove", "uintptr", "1.27", "linux/amd64", Problem.KIND, True),
        ("runtime.nanotime", "struct{ a, b int }", "1.27", "linux/amd64", Problem.KIND, True),
        # Larger ones did that before; ours knows no sizes of code.
        ("runtime.nanotime", "[512]byte", "1.26", "linux/amd64", Problem.KIND, False),
        ("runtime.gcStart", "[512]byte", "1.27", "linux/amd64", Problem.KIND, False),
        ("reflect.(*rtype).Name", "uintptr", "1.27", "linux/amd64", Problem.KIND, False),
    ],
)
def test_over_code_of_std(
    remote: str, declared: str, version: str, platform: str, problem: Problem | None, sure: bool, tmp_path: Path
) -> None:
    found = linked(tmp_path, remote, declared, version, platform, imports='import _ "reflect"')
    assert (found.problem, found.sure) == (problem, sure)


def test_size_that_crashes_the_linker_is_a_condition(tmp_path: Path) -> None:
    assert (
        linked(tmp_path / "a", "runtime.nanotime", "int", "1.23").condition
        == "v is larger than the code under that name"
    )
    assert linked(tmp_path / "b", "runtime.nanotime", "int", "1.22").condition == ""
    assert linked(tmp_path / "d", "runtime.nanotime", "int", "1.27").condition == ""
    assert linked(tmp_path / "c", "runtime.gcStart", "int", "1.23").condition == ""


@pytest.mark.parametrize(
    ("lib", "declared", "version", "problem"),
    [
        ("var v int", "int", "1.27", None),
        ("var v = 42", "int", "1.27", None),
        ("var v = 42", "int = 0", "1.27", None),
        ("var v = 42", "int = 1", "1.19", Problem.DUPLICATE),
        ("var v = 42", "int = 1", "1.27", Problem.DUPLICATE),
        ("var v = 42", "[4]int", "1.22", None),
        ("var v = 42", "[4]int", "1.23", Problem.DUPLICATE),
        ("var v = 42", "[4]int", "1.24", None),
        ("var v int", "[8]int", "1.23", None),
        # Code with the name of a var.
        ("func v() {}", "int", "1.26", Problem.KIND),
        ("func v()", "int", "1.26", Problem.DETACHED),
    ],
)
def test_over_own(lib: str, declared: str, version: str, problem: Problem | None, tmp_path: Path) -> None:
    files = {"lib/lib.go": f"package lib\n\n{lib}\n"}
    found = linked(tmp_path, f"{MODULE}/lib.v", declared, version, imports=f'import _ "{MODULE}/lib"', files=files)
    assert found.problem is problem


MARKED = "//go:linkname v\nfunc v() {}"


@pytest.mark.parametrize(
    ("lib", "declared", "version", "platform", "problem", "sure"),
    [
        # Only a mark makes a crash of it for certain, and only in 1.27.
        ("func v() {}", "int", "1.27", "linux/amd64", Problem.KIND, False),
        (MARKED, "int", "1.26", "linux/amd64", Problem.KIND, False),
        (MARKED, "int", "1.27", "linux/amd64", Problem.KIND, True),
        # Where both are of one ABI they are duplicates, until the linker lets the code win.
        ("func v() {}", "int", "1.23", "linux/386", Problem.DUPLICATE, True),
        ("func v() {}", "int", "1.24", "linux/386", Problem.KIND, False),
        ("func v() {}", "int8 = 4", "1.24", "linux/386", Problem.DUPLICATE, True),
    ],
)
def test_over_own_func(
    lib: str, declared: str, version: str, platform: str, problem: Problem, sure: bool, tmp_path: Path
) -> None:
    files = {"lib/lib.go": f'package lib\n\nimport _ "unsafe"\n\n{lib}\n'}
    imports = f'import _ "{MODULE}/lib"'
    found = linked(tmp_path, f"{MODULE}/lib.v", declared, version, platform, imports=imports, files=files)
    assert (found.problem, found.sure, found.condition) == (problem, sure, "")


JUMP = "TEXT target(SB),4,$0-0\n\tJMP ·other(SB)\n\tRET\n"
FRAME = "TEXT target(SB),4,$8-0\n\tJMP ·other(SB)\n\tRET\n"


@pytest.mark.parametrize(
    ("text", "declared", "version", "problem", "condition"),
    [
        # A jump and a return are 6 bytes.
        (JUMP, "uintptr", "1.23", Problem.DUPLICATE, ""),
        (JUMP, "[6]byte", "1.23", None, ""),
        (JUMP, "[7]byte", "1.23", Problem.DUPLICATE, ""),
        (JUMP, "uintptr", "1.22", None, ""),
        (JUMP, "uintptr", "1.24", None, ""),
        # The size of other code is not known, but that it is not nothing.
        (FRAME, "uintptr", "1.23", Problem.DUPLICATE, "v is larger than the code under that name"),
        (FRAME, "byte", "1.23", None, ""),
        (JUMP, "uint8 = 7", "1.22", Problem.DUPLICATE, ""),
        (JUMP, "uint8 = 7", "1.27", Problem.DUPLICATE, ""),
        # DUPOK, by its number.
        (JUMP.replace(",4,", ",6,"), "uint8 = 7", "1.27", None, ""),
    ],
)
def test_over_own_text(
    text: str, declared: str, version: str, problem: Problem | None, condition: str, tmp_path: Path
) -> None:
    found = linked(tmp_path, "target", declared, version, files={"a.s": text})
    assert (found.problem, found.condition) == (problem, condition)


def test_mark_of_a_var_that_nobody_else_has(tmp_path: Path) -> None:
    assert linked(tmp_path, "", "int") == Outcome(needs_mention=False)


def test_initial_data_that_is_not_known_is_a_condition(tmp_path: Path) -> None:
    value = "= g()\n\nfunc g() uintptr { return 5 }"
    found = linked(tmp_path / "a", "runtime.zerobase", value)
    assert (found.problem, found.condition) == (
        Problem.FORBIDDEN,
        "the initial value of v is no data that the compiler writes",
    )
    found = linked(tmp_path / "b", "runtime.overflowError", value)
    assert (found.problem, found.condition) == (Problem.DUPLICATE, "both have initial data")


@pytest.mark.parametrize(
    ("remote", "version", "problem"),
    [
        ("time.longDayNames", "1.24", None),
        ("time.longDayNames", "1.25", Problem.FORBIDDEN),
        ("time.longDayNames", "1.23", Problem.DUPLICATE),
        # Data that names another package, errors.New, crashes this linker.
        ("io.ErrShortWrite", "1.24", Problem.FORBIDDEN),
        ("io.ErrShortWrite", "1.25", Problem.FORBIDDEN),
    ],
)
def test_linker_of_1_24_asks_no_mark_of_what_grows(
    remote: str, version: str, problem: Problem | None, tmp_path: Path
) -> None:
    found = linked(tmp_path, remote, "[8]uintptr", version, imports='import _ "io"\nimport _ "time"')
    assert (found.problem, place(found.found)) == (problem, f"{remote} in {remote.partition('.')[0]}")


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("[2]uintptr", None),
        ("uintptr = 7", None),
        ("uintptr", Problem.FORBIDDEN),
    ],
)
def test_var_of_another_package_may_outdo_std(value: str, problem: Problem | None, tmp_path: Path) -> None:
    lib = f'package lib\n\nimport _ "unsafe"\n\n//go:linkname v runtime.allglen\nvar v {value}\n'
    imports = f'import _ "{MODULE}/lib"'
    assert linked(tmp_path, "runtime.allglen", "uintptr", imports=imports, files={"lib/l.go": lib}).problem is problem


@pytest.mark.parametrize(("mark", "problem"), [("", Problem.FORBIDDEN), ("//go:linkname now\n", None)])
def test_packages_of_goroot_need_marks_of_each_other(mark: str, problem: Problem | None, tmp_path: Path) -> None:
    files = {
        "net/n.go": 'package net\n\nimport _ "unsafe"\n\n//go:linkname v runtime.now\nvar v int\n',
        "runtime/a.go": f'package runtime\n\nimport _ "unsafe"\n\n{mark}var now int\n',
    }
    found = case_in(goroot_program(tmp_path, "net", files, target()), "net")
    assert isinstance(found.link.stub, VarDeclaration)
    assert resolve_var(found, found.link.stub).problem is problem
