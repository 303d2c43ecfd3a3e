"""What is not parsed would have had nothing said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.golang.targets.platform import Platform
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
