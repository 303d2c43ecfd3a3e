"""What is not parsed would have had nothing said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.golang.targets.platform import Platform

TESTS = Path(__file__).parents[1]
FOLDERS = [*sorted((TESTS / "cases").iterdir()), *sorted((TESTS / "rules" / "fixtures").glob("*/*"))]


@pytest.mark.parametrize("part", range(4))
def test_a_file_that_is_not_parsed_has_no_findings(part: int) -> None:
    passed_over = 0
    for folder in FOLDERS[part::4]:
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


def test_a_body_in_go_and_in_assembly_is_found_without_any_directive() -> None:
    folder = TESTS / "cases" / "c15_asm_and_go_body"
    session = Session(Options(go="1.27", platforms=(Platform.parse("linux/amd64"),)))
    assert [f.code for f in session.check(folder / "main.go")] == ["LN109"]
    assert session.directives(folder / "main.go") == 0
