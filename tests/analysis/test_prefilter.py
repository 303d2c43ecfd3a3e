"""What is not parsed would have had nothing said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.prefilter import assembly_needs_check, may_have_findings, needs_check
from golinkname_ls.analysis.session import Session
from golinkname_ls.golang.packages.packages_by_folder import Folders
from golinkname_ls.golang.targets.file_selection import selected
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.syntax.items.header import Header
from tests.analysis.modules import GO_MOD
from tests.oracle.case_file import cases
from tests.rules.test_fixtures import FIXTURES, Fixture
from tests.tree import write_tree

BODY = "package main\n\nfunc f() int64 { return 1 }\nfunc main() { println(f()) }\n"
TEXT = "TEXT ·f(SB),4,$0-8\n\tMOVQ $3, ret+0(FP)\n\tRET\n"
MODULES = [*(case.files for case in cases()), *(Fixture.of(path).files for path in FIXTURES)]


@pytest.mark.parametrize("part", range(4))
def test_a_file_that_is_not_parsed_has_no_findings(part: int, tmp_path: Path) -> None:
    passed_over = 0
    for number, files in enumerate(MODULES[part::4]):
        folder = write_tree(tmp_path / str(number), files)
        session = Session(Options(go="1.22,1.27", platforms=(Platform.parse("linux/amd64"),)))
        for file in sorted(folder.rglob("*.go")):
            context = session.context(file.parent)
            if session.engine.needs_check(file.name, context):
                continue
            passed_over += 1
            source = session.source(file)
            assert source is not None
            assert session.engine.check(source, context) == [], file
    assert passed_over > 10


def test_a_body_in_go_and_in_assembly_is_found_without_any_directive(tmp_path: Path) -> None:
    folder = write_tree(tmp_path, {"go.mod": GO_MOD, "main.go": BODY, "f.s": TEXT})
    session = Session(Options(go="1.27", platforms=(Platform.parse("linux/amd64"),)))
    assert [f.code for f in session.check(folder / "main.go")] == ["LN109"]
    assert session.directives(folder / "main.go") == 0


LINUX = Target(GoVersion(1, 27), Platform.parse("linux/amd64"))
PULL = 'package main\n\nimport _ "unsafe"\n\n//go:linkname f runtime.nanotime\nfunc f() int64\n'
BODYLESS = "package main\n\nfunc f() int64\n"
WORD = "package main\n\n// The nkname of things.\nfunc f() {}\n"


@pytest.mark.parametrize(
    ("files", "needed"),
    [
        ({"main.go": BODY}, False),
        ({"main.go": PULL}, True),
        ({"main.go": "//go:build ignore\n\n" + PULL}, False),
        ({"main.go": "//go:build windows\n\n" + PULL}, False),
        # Text that only looks like a comment for this program.
        ({"main.go": WORD}, False),
        ({"main.go": WORD.replace("The nkname", "nolint:golinkname")}, True),
        # LN107: without assembly or cgo each func has a body (linkname-rules.md, 2).
        ({"main.go": BODYLESS}, True),
        ({"main.go": BODYLESS, "f.s": TEXT}, False),
        ({"main.go": BODYLESS, "f_arm64.s": TEXT}, True),
        # LN202: the .s file lets it compile, and nothing defines it.
        ({"main.go": BODYLESS, "f.s": TEXT.replace("·f", "·g")}, True),
        # LN109: a body in Go and another in assembly.
        ({"main.go": BODY, "f.s": TEXT}, True),
        ({"main.go": BODY, "f_arm64.s": TEXT}, False),
        ({"main.go": BODY, "f.s": TEXT.replace("·f", "·g")}, False),
        ({"main.go": BODY, "f.s": TEXT.replace("·f", "·T.f")}, True),
        ({"main.go": BODY, "f.s": "// empty\n"}, False),
    ],
)
def test_which_go_files_need_a_check(files: dict[str, str], needed: bool, tmp_path: Path) -> None:
    package = Folders().package(write_tree(tmp_path, files))
    look = package.glance("main.go")
    assert look is not None

    def built(header: Header) -> list[Target]:
        return [LINUX] if selected("main.go", header.constraint, LINUX) else []

    assert needs_check(package, "main.go", look, built) is needed


@pytest.mark.parametrize(
    ("files", "may"),
    [
        ({"main.go": BODY}, False),
        ({"main.go": WORD}, True),
        ({"main.go": BODYLESS}, True),
        ({"main.go": BODY, "f_arm64.s": TEXT}, True),
    ],
)
def test_which_go_files_may_have_findings_at_all(files: dict[str, str], may: bool, tmp_path: Path) -> None:
    package = Folders().package(write_tree(tmp_path, files))
    look = package.glance("main.go")
    assert look is not None
    assert may_have_findings(package, look) is may


@pytest.mark.parametrize(
    ("text", "std", "needed"),
    [
        ("\tCALL runtime·memmove(SB)\n", "", True),
        ("\tCALL ·f(SB)\n", "", True),
        ("\tMOVQ $3, AX\n\tRET\n", "", False),
        ("\tRET //nolint:golinkname\n", "", True),
        # Of std's the linker asks only for symbols of other packages.
        ("\tCALL runtime·memmove(SB)\n", "runtime", False),
        ("\tCALL ·f(SB)\n", "runtime", False),
        ("\tCALL runtime·memmove(SB)\n", "bytealg", True),
        ("\tCALL runtime·memmove(SB)\n\tCALL sync·f(SB)\n", "runtime", True),
        ("// CALL sync·f(SB)\n\tCALL ·f(SB)\n", "runtime", False),
        ("\tCALL ·f(SB) // of sync·f\n", "runtime", False),
    ],
)
def test_which_assembly_files_need_a_check(text: str, std: str, needed: bool) -> None:
    assert assembly_needs_check(text.encode(), std) is needed
