"""Rules against small Go modules: `fixtures/CODE/NAME`, with what is to be found in `//want LINE:COLUMN CODE TEXT`.

A fix's outcome lies beside its file as `FILE.LINE.golden`, that of a second one as `FILE.LINE.2.golden`; where a fix
changes other files or makes some, each follows a line `-- NAME --`. `GOLINKNAME_GOLDEN=1` writes those that are missing, to be
read before they are committed.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.workspace.safe_fixes import applied
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.rules.core.finding import Finding

FIXTURES = Path(__file__).parent / "fixtures"
CASES = sorted(folder for rule in FIXTURES.iterdir() for folder in rule.iterdir())
WANT = re.compile(r"^//want (\d+):(\d+) (\S+) (.*)$", re.M)


def found(folder: Path) -> tuple[Session, list[Finding]]:
    session = Session(Options(platforms=(Platform("linux", "amd64"),)))
    return session, [f for file in sources(folder) for f in session.check(file)]


def sources(folder: Path) -> list[Path]:
    return sorted(file for kind in ("*.go", "*.s") for file in folder.rglob(kind))


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
        for file in sources(folder)
        for line, column, what, text in WANT.findall(file.read_text("utf-8"))
        if what == code
    ]
    assert [s[:3] for s in said] == [w[:3] for w in wanted], said
    assert all(text in message for (*_, message), (*_, text) in zip(said, wanted, strict=True)), said


@pytest.mark.parametrize("folder", CASES, ids=lambda f: f"{f.parent.name}-{f.name}")
def test_fixes(folder, tmp_path):
    code = folder.parent.name
    session, findings = found(folder)
    files = {f: f.read_bytes() for f in folder.rglob("*") if f.is_file() and f.suffix != ".golden"}
    for finding in findings:
        for number, fix in enumerate(finding.fixes if finding.code == code else (), 1):
            fixed = {f: applied(files[f], [e for e in fix.edits() if e.file == f]) for f in files}
            fixed |= {new.file: new.text.encode() for new in fix.creates()}
            line, _ = session.source(finding.file).buffer.go_line_column(finding.span.start)
            which = f"{line}.{number}" if number > 1 else str(line)
            golden = finding.file.with_name(f"{finding.file.name}.{which}.golden")
            text = _told(folder, finding.file, {f: d for f, d in fixed.items() if files.get(f) != d})
            if os.environ.get("GOLINKNAME_GOLDEN") and not golden.exists():
                golden.write_bytes(text)
            assert text == golden.read_bytes(), golden
            assert not _reported_again(folder, finding, fixed, tmp_path / which), fix.title


def _told(folder: Path, own: Path, changed: dict[Path, bytes]) -> bytes:
    """The file's text when it alone has changed, else every changed file's under its name."""
    if list(changed) == [own]:
        return changed[own]
    parts = ((f"-- {f.relative_to(folder).as_posix()} --\n".encode(), changed[f]) for f in sorted(changed))
    return b"".join(part for pair in parts for part in pair)


def _reported_again(folder: Path, finding: Finding, fixed: dict[Path, bytes], copy: Path) -> bool:
    for file, data in fixed.items():
        target = copy / file.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    _, findings = found(copy)
    return any((f.code, f.message) == (finding.code, finding.message) for f in findings)
