"""Programs that build with a wrong stub and misbehave: `check` finds the stub, its fix makes the program right.

The head of each program says for which versions that holds, what is found in them (`CODE SEVERITY`), how the program
misbehaves (`garbage`: it prints something else and ends well; `crash`), and what it prints once its stub is right.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.workspace.safe_fixes import applied
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.rules.core.finding import Finding, Stage
from tests.shared_session import session_with
from tests.toolchain.goroots import Goroot, demand, goroots
from tests.tree import write_tree

PROGRAMS = sorted((Path(__file__).parent / "crashes").glob("*.go"))
MODULE = "module example.com/crash\n\ngo 1.21\n"
PLATFORM = Platform("linux", "amd64")


@dataclass(frozen=True)
class Head:
    versions: tuple[GoVersion, GoVersion]
    finding: tuple[str, str]
    symptom: str
    prints: str

    @classmethod
    def of(cls, program: Path) -> Head:
        text = program.read_text("utf-8")
        found = dict(re.findall(r"^// (versions|finding|symptom|prints): ?(.*)$", text, re.M))
        first, last = map(GoVersion.parse, found["versions"].split("-"))
        code, severity = found["finding"].split()
        return cls((first, last), (code, severity), found["symptom"], found["prints"])

    def holds(self, version: GoVersion) -> bool:
        return self.versions[0] <= GoVersion(version.major, version.minor) <= self.versions[1]


def _module(program: Path, folder: Path) -> Path:
    return write_tree(folder, {"go.mod": MODULE, "main.go": program.read_text("utf-8")})


def _wrong(folder: Path, version: GoVersion) -> list[Finding]:
    """What would stop the build, or makes the running program wrong."""
    session = session_with(Options(go=f"{version.major}.{version.minor}", platforms=(PLATFORM,)))
    stages = (Stage.COMPILE, Stage.LINK, Stage.RUNTIME)
    return [f for f in session.check(folder / "main.go") if f.stage in stages]


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda p: p.stem)
def test_the_stub_is_found_and_fixed(program: Path, tmp_path: Path) -> None:
    head = Head.of(program)
    wrong = _module(program, tmp_path / "wrong")
    for version in filter(head.holds, shipped().versions):
        found = _wrong(wrong, version)
        assert [(f.code, f.severity.value) for f in found] == [head.finding], version
        fixed = _fixed(wrong, found[0], tmp_path / str(version))
        assert not _wrong(fixed, version), version


def _fixed(folder: Path, finding: Finding, to: Path) -> Path:
    """A copy of the program with the finding's fix."""
    shutil.copytree(folder, to)
    (to / "main.go").write_bytes(applied((folder / "main.go").read_bytes(), finding.fixes[0].edits()))
    return to


@pytest.mark.toolchain
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda p: p.stem)
@pytest.mark.parametrize("goroot", demand(goroots()) if goroots() else [None], ids=str)
def test_the_wrong_stub_misbehaves_and_the_right_one_does_not(
    goroot: Goroot | None, program: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (goroot,) = demand([goroot] if goroot else [])
    head = Head.of(program)
    if not head.holds(goroot.version):
        pytest.skip(f"the stub is right, or does not link, with Go {goroot.version}")
    wrong = _module(program, tmp_path / "wrong")
    status, said = _run(goroot, wrong)
    with capsys.disabled():
        print(f"\n{goroot} {program.stem}: {said.splitlines()[0] if said else 'nothing'} ({status})")
    assert said.strip() != head.prints.strip()
    assert head.symptom.startswith("garbage or crash") or head.symptom.startswith("crash") == (status != 0), said
    (finding,) = _wrong(wrong, goroot.version)
    assert _run(goroot, _fixed(wrong, finding, tmp_path / "fixed")) == (0, head.prints + "\n")


def _run(goroot: Goroot, folder: Path) -> tuple[int, str]:
    done = goroot.go("build", "-o", "program.exe", ".", cwd=folder, env={"CGO_ENABLED": "0"})
    assert done.returncode == 0, done.stderr
    done = goroot.run(folder / "program.exe", cwd=folder)
    return done.returncode, done.stdout if done.returncode == 0 else done.stderr
