"""How the definition of a remote is told: its type, its file and its present line, or its package alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from golinkname_ls.linking.resolving.definitions_outside_std import OwnDefinition
from golinkname_ls.rules.core.finding import UpstreamSummary
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.core.upstream_summary import defined_at, summary
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer
from tests.rules.core.small_units import edited, first_link, main_unit, unit_of

LIB = "example.com/m/lib"


def pulling(folder: Path, stub: str, name: str, lib: dict[str, str]) -> Unit:
    text = f'package main\n\nimport (\n\t_ "{LIB}"\n\t_ "unsafe"\n)\n\n//go:linkname f {LIB}.{name}\n{stub}\n\nfunc main() {{}}\n'
    return unit_of(folder, {"a.go": text} | {f"lib/{file}": text for file, text in lib.items()})


def test_std_definition(tmp_path: Path) -> None:
    unit = main_unit(tmp_path, "//go:linkname f sync.runtime_Semacquire\nfunc f(p *uint32)")
    # The body is runtime's, under another name.
    found = unit.outcome(first_link(unit)).found
    shown = summary(found)
    assert shown is not None
    assert (shown.type, shown.file) == ("func(addr *uint32)", "runtime/sema.go")
    assert shown.line > 0
    assert defined_at(found) == f"runtime/sema.go:{shown.line}"


@pytest.mark.parametrize(
    ("code", "stub", "kind", "line"),
    [
        ("func g(n int) bool { return true }\n", "func f(n int) bool", "func(n int) bool", 3),
        ("type t int\n\nvar g t\n", "var f int", "t", 5),
    ],
)
def test_definition_of_the_module(tmp_path: Path, code: str, stub: str, kind: str, line: int) -> None:
    unit = pulling(tmp_path, stub, "g", {"g.go": f"package lib\n\n{code}"})
    found = unit.outcome(first_link(unit)).found
    assert summary(found) == UpstreamSummary(kind, f"{LIB}/g.go", line)
    assert defined_at(found) == f"{LIB}/g.go:{line}"


def test_line_follows_edits(tmp_path: Path) -> None:
    unit = pulling(tmp_path, "func f()", "g", {"g.go": "package lib\n\nfunc g() {}\n"})
    found = unit.outcome(first_link(unit)).found
    assert isinstance(found, OwnDefinition)
    assert found.source is not None
    source = SourceFile(found.source.path, Buffer(found.source.data))
    found = replace(found, source=source)
    assert defined_at(found) == f"{LIB}/g.go:3"
    edited(source, "package lib\n", "// Doc.\npackage lib\n")
    assert defined_at(found) == f"{LIB}/g.go:4"
    # What is gone is told all the same until the link is looked at again.
    edited(source, "func g() {}\n", "")
    assert defined_at(found) == f"{LIB}/g.go:0"


def test_assembly_without_go_declaration_has_a_package_only(tmp_path: Path) -> None:
    lib = {"l.go": "package lib\n", "l_amd64.s": "TEXT ·g<ABIInternal>(SB),4,$0\n\tRET\n"}
    unit = pulling(tmp_path, "func f()\n\nvar _ = f", "g", lib)
    found = unit.outcome(first_link(unit)).found
    assert found is not None
    assert (summary(found), defined_at(found)) == (None, f"package {LIB}")


def test_nothing_is_nowhere() -> None:
    assert (summary(None), defined_at(None)) == (None, "")
