"""What a rule is told of a file on a target: its links, the types of both sides, who mentions a stub, what may change."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.type_text import type_text
from golinkname_ls.rules.core.unit import knows_verb
from tests.program.small_programs import target
from tests.rules.core.small_units import first_link, main_unit, unit_of

MODULE = "example.com/m"


@pytest.mark.parametrize(
    ("directive", "version", "links"),
    [
        ("//go:linkname f time.now", "1.27", 1),
        ("//go:linkname f", "1.27", 1),
        ("//go:linkname f time.now // c", "1.27", 0),
        ("// go:linkname f time.now", "1.27", 0),
        # cases/LN107/linknamestd_user: 1.27 is the first with linknamestd.
        ("//go:linknamestd f time.now", "1.27", 1),
        ("//go:linknamestd f time.now", "1.26", 0),
    ],
)
def test_directive_that_the_compiler_takes_is_a_link(tmp_path: Path, directive: str, version: str, links: int) -> None:
    unit = main_unit(tmp_path, f"{directive}\nfunc f()", version)
    assert len(unit.links) == links
    assert list(unit.links_of(unit.source.outline.directives[0])) == unit.links


@pytest.mark.parametrize(
    ("verb", "version", "known"),
    [("linkname", "1.19", True), ("linknamestd", "1.26", False), ("linknamestd", "1.27", True)],
)
def test_version_knows_a_verb(verb: str, version: str, known: bool) -> None:
    assert knows_verb(target(version), verb) == known


@pytest.mark.parametrize(
    ("file", "text", "path"),
    [
        ("lib/a.go", "package lib\n", f"{MODULE}/lib"),
        ("lib/a_test.go", "package lib\n", f"{MODULE}/lib"),
        # go help test: such a file is compiled as a package of its own.
        ("lib/a_test.go", "package lib_test\n", f"{MODULE}/lib_test"),
        ("lib/a.go", "package lib_test\n", f"{MODULE}/lib"),
    ],
)
def test_external_test_is_a_package_of_its_own(tmp_path: Path, file: str, text: str, path: str) -> None:
    assert unit_of(tmp_path, {file: text}, file).path == path


@pytest.mark.parametrize(
    ("name", "declared"), [("f", True), ("T", True), ("g", True), ("other", True), ("fmt", False), ("none", False)]
)
def test_name_is_declared_in_the_package_or_an_imports(tmp_path: Path, name: str, declared: bool) -> None:
    files = {
        "a.go": 'package p\n\nimport (\n\tother "os"\n\t"fmt"\n)\n\nfunc f()\n\ntype T int\n',
        "b.go": "package p\n\nfunc g() {}\n",
    }
    unit = unit_of(tmp_path, files)
    assert unit.declares(unit.source, name) == declared


def test_type_of_a_name(tmp_path: Path) -> None:
    unit = unit_of(tmp_path, {"a.go": "package p\n\nvar v []int\n", "b.go": "package p\n\ntype T struct{}\n"})
    assert type_text(unit.variable("v")) == "[]int"
    assert type_text(unit.variable("T")) == f"{MODULE}.T"
    assert unit.variable("none") is m.INVALID


LIB = {"lib/lib.go": "package lib\n\nfunc F(n int) bool { return true }\n\nvar V []string\n"}


def linked(folder: Path, code: str):
    text = f'package main\n\nimport (\n\t_ "{MODULE}/lib"\n\t_ "unsafe"\n)\n\n{code}\n\nfunc main() {{}}\n'
    return unit_of(folder, {"a.go": text} | LIB)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (f"//go:linkname v {MODULE}/lib.V\nvar v []string", "[]string"),
        ("//go:linkname v runtime.overflowError\nvar v error", "error"),
        (f"//go:linkname v {MODULE}/lib.None\nvar v int", ""),
    ],
)
def test_type_of_the_upstream_var(tmp_path: Path, code: str, kind: str) -> None:
    unit = linked(tmp_path, code)
    found = unit.upstream_variable(first_link(unit))
    assert (type_text(found) if found is not m.INVALID else "") == kind


@pytest.mark.parametrize(
    ("code", "breaches"),
    [
        (f"//go:linkname f {MODULE}/lib.F\nfunc f(n int) bool", False),
        (f"//go:linkname f {MODULE}/lib.F\nfunc f(n string) bool", True),
        ("//go:linkname f runtime.nanotime\nfunc f() int64", False),
        ("//go:linkname f runtime.nanotime\nfunc f() float64", True),
        # Not compared is not the same as equal.
        (f"//go:linkname f {MODULE}/lib.None\nfunc f(n int) bool", None),
        (f"//go:linkname f {MODULE}/lib.F\nfunc f(n missing) bool", None),
        (f"//go:linkname f {MODULE}/lib.V\nvar f []string", None),
        (f"//go:linkname f {MODULE}/lib.F", None),
    ],
)
def test_stub_is_compared_with_its_upstream(tmp_path: Path, code: str, breaches: bool | None) -> None:
    unit = linked(tmp_path, code)
    comparison = unit.comparison(first_link(unit))
    assert (bool(comparison.breaches) if comparison is not None else None) == breaches


def test_generic_stub_has_no_call(tmp_path: Path) -> None:
    unit = main_unit(tmp_path, "//go:linkname f time.now\nfunc f[T any](t T)")
    assert unit.stub_call(first_link(unit)) is None


@pytest.mark.parametrize(
    ("folder", "may"),
    [
        ("lib", True),
        ("", True),
        ("vendor/example.com/q", False),
        ("lib/vendor/q", False),
        ("../elsewhere", False),
    ],
)
def test_fix_writes_in_the_modules_own_folders_only(tmp_path: Path, folder: str, may: bool) -> None:
    root = tmp_path / "vendor" / "m"
    unit = unit_of(root, {"a.go": "package p\n"})
    assert unit.may_change((root / folder).resolve()) == may
    unit.module = None
    assert not unit.may_change(root)


@pytest.mark.parametrize(
    ("use", "mentioned", "reached", "fails"),
    [
        ("", False, False, False),
        ("func init() { f() }", True, True, True),
        ("var _ = f", False, False, False),
        # The compiler emits it, and the linker never gets there: cases/LN202/absent_func_in_uncalled_func.
        ("func unused() { f() }", True, False, False),
        ("func init() { if false { f() } }", False, False, False),
        ("var v = f", True, True, True),
    ],
)
def test_stub_is_mentioned(tmp_path: Path, use: str, mentioned: bool, reached: bool, fails: bool) -> None:
    unit = unit_of(
        tmp_path, {"a.go": f'package p\n\nimport _ "unsafe"\n\n//go:linkname f time.now\nfunc f()\n\n{use}\n'}
    )
    assert (unit.mentioned("f"), unit.reached("f"), unit.fails_without("f")) == (mentioned, reached, fails)


@pytest.mark.parametrize(
    ("name", "use", "elsewhere"), [("F", "lib.F()", True), ("F", "_ = lib.G", False), ("f", "lib.G()", False)]
)
def test_exported_stub_is_mentioned_by_another_package(tmp_path: Path, name: str, use: str, elsewhere: bool) -> None:
    files = {
        "lib/a.go": f'package lib\n\nimport _ "unsafe"\n\n//go:linkname {name} time.now\nfunc {name}()\n\nfunc G() {{}}\n',
        "main.go": f'package main\n\nimport "{MODULE}/lib"\n\nfunc main() {{ {use} }}\n',
    }
    unit = unit_of(tmp_path, files, "lib/a.go")
    assert unit.mentioned_elsewhere(name) == elsewhere
    assert unit.fails_without(name) == elsewhere
    assert len(unit.mains) == 1
    assert not unit.mentioned(name)


def test_command_is_its_own_program(tmp_path: Path) -> None:
    assert unit_of(tmp_path, {"a.go": "package main\n\nfunc main() {}\n"}).mains == []


def test_type_checker_is_that_of_a_program_with_the_package(tmp_path: Path) -> None:
    # A library's own program need not link in the package that its remote names.
    files = {
        "lib/a.go": f'package lib\n\nimport _ "unsafe"\n\n//go:linkname f {MODULE}/other.f\nfunc f(n int) bool\n\nvar _ = f\n',
        "other/o.go": "package other\n\ntype number int\n\nfunc f(n number) bool { return true }\n",
        "main.go": f'package main\n\nimport (\n\t_ "{MODULE}/lib"\n\t_ "{MODULE}/other"\n)\n\nfunc main() {{}}\n',
    }
    unit = unit_of(tmp_path, files, "lib/a.go")
    comparison = unit.comparison(first_link(unit))
    assert comparison is not None
    assert [type_text(p.type) for p in comparison.upstream.parameters] == [f"{MODULE}/other.number"]


@pytest.mark.parametrize(("files", "may"), [({}, False), ({"a_amd64.s": ""}, True), ({"a_arm64.s": ""}, False)])
def test_func_may_lack_a_body_beside_assembly(tmp_path: Path, files: dict[str, str], may: bool) -> None:
    # cases/LN107/stub_beside_empty_assembly.
    assert unit_of(tmp_path, {"a.go": "package p\n\nfunc f()\n"} | files).may_lack_bodies == may


def test_goroots_own_packages_may_pull_whatever_there_is(tmp_path: Path) -> None:
    files = {"go.mod": "module std\n\ngo 1.27\n", "a/a.go": "package a\n"}
    assert unit_of(tmp_path / "std", files, "a/a.go").is_std
    assert not unit_of(tmp_path / "own", {"a.go": "package a\n"}).is_std
