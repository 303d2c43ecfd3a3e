"""Rules against small Go modules: `fixtures/CODE/NAME.txtar`, with what is to be found in `//want LINE:COLUMN CODE TEXT`.

A fix's outcome stands behind the module as `FILE.LINE.golden`, that of a second one as `FILE.LINE.2.golden`; where a fix
changes other files or makes some, each follows as `FILE.LINE.golden/NAME`. `GOLINKNAME_GOLDEN=1` writes those that are missing, to be
read before they are committed.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.workspace.safe_fixes import applied
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.rules.core.finding import Finding
from tests.shared_session import session_with
from tests.tree import write_tree
from tests.txtar import archive_of, read, read_raw

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*/*.txtar"))
WANT = re.compile(r"^//want (\d+):(\d+) (\S+) (.*)$", re.M)

every_fixture = pytest.mark.parametrize("path", FIXTURES, ids=lambda f: f"{f.parent.name}-{f.stem}")


@dataclass(frozen=True)
class Fixture:
    """A module, and what the fixes of its findings make of it, by `FILE.LINE.golden`."""

    files: dict[str, str]
    golden: dict[str, dict[str, str]]

    @classmethod
    def of(cls, path: Path) -> Fixture:
        files: dict[str, str] = {}
        golden: dict[str, dict[str, str]] = {}
        for name, text in read(path)[1].items():
            which, ending, other = name.partition(".golden")
            if ending:
                golden.setdefault(f"{which}.golden", {})[other.removeprefix("/")] = text
            else:
                files[name] = text
        return cls(files, golden)

    def wanted(self) -> list[tuple[str, int, int, str, str]]:
        """File, line, column, code and words of each `//want`, by file."""
        return [
            (name, int(line), int(column), code, words)
            for name in sorted(self.files, key=Path)
            for line, column, code, words in WANT.findall(self.files[name].replace("\r", ""))
        ]

    def wanted_codes(self) -> set[str]:
        return {code for *_, code, _ in self.wanted()}


def found(folder: Path) -> tuple[Session, list[Finding]]:
    session = session_with(Options(platforms=(Platform("linux", "amd64"),)))
    sources = sorted(file for kind in ("*.go", "*.s") for file in folder.rglob(kind))
    return session, [f for file in sources for f in session.check(file)]


@every_fixture
def test_findings(path: Path, tmp_path: Path) -> None:
    code = path.parent.name
    fixture = Fixture.of(path)
    session, findings = found(write_tree(tmp_path, fixture.files))
    said = []
    for finding in findings:
        if finding.code == code:
            place = session.source(finding.file).buffer.go_line_column(finding.span.start)
            said.append((finding.file.relative_to(tmp_path).as_posix(), *place, finding.message))
    wanted = [(*place, words) for *place, what, words in fixture.wanted() if what == code]
    assert [s[:3] for s in said] == [w[:3] for w in wanted], said
    assert all(text in message for (*_, message), (*_, text) in zip(said, wanted, strict=True)), (said, wanted)


@every_fixture
def test_fixes(path: Path, tmp_path: Path) -> None:
    code, fixture = path.parent.name, Fixture.of(path)
    folder = write_tree(tmp_path / "module", fixture.files)
    session, findings = found(folder)
    files = {folder / name: text.encode() for name, text in fixture.files.items()}
    written = set()
    for finding in findings:
        for number, fix in enumerate(finding.fixes if finding.code == code else (), 1):
            fixed = {f: applied(files[f], [e for e in fix.edits() if e.file == f]) for f in files}
            fixed |= {new.file: new.text.encode() for new in fix.creates()}
            line, _ = session.source(finding.file).buffer.go_line_column(finding.span.start)
            own = finding.file.relative_to(folder).as_posix()
            which = f"{own}.{line}.{number}.golden" if number > 1 else f"{own}.{line}.golden"
            outcome = _told(folder, own, {f: d.decode() for f, d in fixed.items() if files.get(f) != d})
            if os.environ.get("GOLINKNAME_GOLDEN") and which not in fixture.golden:
                _add(path, which, outcome)
                fixture = Fixture.of(path)
            written.add(which)
            assert outcome == fixture.golden[which], which
            assert not _reported_again(folder, finding, fixed, tmp_path / which), fix.title
    assert written == set(fixture.golden), "outcomes of fixes that are no longer there"


def _told(folder: Path, own: str, changed: dict[Path, str]) -> dict[str, str]:
    """The file's text when it alone has changed, else every changed file's under its name."""
    named = {f.relative_to(folder).as_posix(): changed[f] for f in sorted(changed)}
    return {"": named[own]} if list(named) == [own] else named


def _add(path: Path, which: str, outcome: dict[str, str]) -> None:
    if any("\r" in text or not text.endswith("\n") for text in outcome.values()):
        raise ValueError(f"{path}: add {which} by hand, escaped (tests/txtar.py says how): {outcome}")
    more = {f"{which}/{name}" if name else which: text for name, text in outcome.items()}
    path.write_bytes((read_raw(path) + archive_of("", more)).encode())


def _reported_again(folder: Path, finding: Finding, fixed: dict[Path, bytes], copy: Path) -> bool:
    write_tree(copy, {f.relative_to(folder).as_posix(): data.decode() for f, data in fixed.items()})
    _, findings = found(copy)
    return any((f.code, f.message) == (finding.code, finding.message) for f in findings)
