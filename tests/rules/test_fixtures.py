"""Rules against small Go modules: `fixtures/CODE/NAME`, with what is to be found in `//want LINE:COLUMN CODE TEXT`.

A fix's outcome lies beside its file as `FILE.LINE.golden`; `GOLINKNAME_GOLDEN=1` writes those that are missing, to be
read before they are committed.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from golinkname_ls.analysis.fixing import applied
from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.window import Options
from golinkname_ls.golang.platform import Platform
from golinkname_ls.rules.finding import Finding

FIXTURES = Path(__file__).parent / "fixtures"
CASES = sorted(folder for rule in FIXTURES.iterdir() for folder in rule.iterdir())
WANT = re.compile(r"^//want (\d+):(\d+) (\S+) (.*)$", re.M)


def found(folder: Path) -> tuple[Session, list[Finding]]:
    session = Session(Options(platforms=(Platform("linux", "amd64"),)))
    return session, [f for file in sorted(folder.rglob("*.go")) for f in session.check(file)]


@pytest.mark.parametrize("folder", CASES, ids=lambda f: f"{f.parent.name}-{f.name}")
def test_findings(folder):
    code = folder.parent.name
    session, findings = found(folder)
    said = []
    for finding in findings:
        if finding.code == code:
            place = session.source(finding.file).buffer.go_line_column(finding.span.start)
            said.append((finding.file.name, *place, finding.message))
    wanted = [
        (file.name, int(line), int(column), text)
        for file in sorted(folder.rglob("*.go"))
        for line, column, what, text in WANT.findall(file.read_text("utf-8"))
        if what == code
    ]
    assert [s[:3] for s in said] == [w[:3] for w in wanted], said
    assert all(text in message for (*_, message), (*_, text) in zip(said, wanted, strict=True)), said


@pytest.mark.parametrize("folder", CASES, ids=lambda f: f"{f.parent.name}-{f.name}")
def test_fixes(folder, tmp_path):
    code = folder.parent.name
    session, findings = found(folder)
    for finding in findings:
        if finding.code != code or not finding.fixes:
            continue
        source = session.source(finding.file)
        edits = finding.fixes[0].edits()
        assert {e.file for e in edits} == {finding.file}
        fixed = applied(source.data, edits)
        line, _ = source.buffer.go_line_column(finding.span.start)
        golden = finding.file.with_name(f"{finding.file.name}.{line}.golden")
        if os.environ.get("GOLINKNAME_GOLDEN") and not golden.exists():
            golden.write_bytes(fixed)
        assert fixed == golden.read_bytes(), golden
        assert not _reported_again(folder, finding, fixed, tmp_path / str(line))


def _reported_again(folder: Path, finding: Finding, fixed: bytes, copy: Path) -> bool:
    for file in folder.rglob("*"):
        if file.is_file() and file.suffix != ".golden":
            target = copy / file.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(fixed if file == finding.file else file.read_bytes())
    _, findings = found(copy)
    return any((f.code, f.message) == (finding.code, finding.message) for f in findings)
