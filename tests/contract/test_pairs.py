"""Pairs of stub and upstream as real code has them: what is compatible is not reported, what is broken is, and where.

Each file of `pairs` says in its head what is to be found: `want CODE SEVERITY VERSIONS [PLATFORM]` (findings of stage
compile, link and runtime; nothing without such lines), and `platforms` other than linux/amd64. The files of its module
follow, each below `-- NAME --`. The window is what go.mod and the build constraints leave of the shipped versions.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.rules.core.finding import Stage
from tests.shared_session import session_with
from tests.tree import write_tree
from tests.txtar import parse

PAIRS = sorted((Path(__file__).parent / "pairs").glob("*.txtar"))
STAGES = (Stage.COMPILE, Stage.LINK, Stage.RUNTIME)


def versions(text: str) -> list[str]:
    """The shipped versions of `1.21-1.23`, of `1.19`, or of `1.23-`: up to the newest."""
    first, dash, last = text.partition("-")
    newest = str(shipped().versions[-1]) if dash else first
    return [str(v) for v in shipped().versions if GoVersion.parse(first) <= v <= GoVersion.parse(last or newest)]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda p: p.stem)
def test_pair(pair: Path, tmp_path: Path) -> None:
    head, files = parse(pair.read_text("utf-8"))
    write_tree(tmp_path, files)
    named = re.findall(r"^platforms (.*)$", head, re.M)
    platforms = (named[0] if named else "linux/amd64").split()
    wanted = sorted(
        (code, severity, version, platform)
        for code, severity, span, *only in (w.split() for w in re.findall(r"^want (.*)$", head, re.M))
        for version in versions(span)
        for platform in only or platforms
    )
    chosen = tuple(Platform.parse(p) for p in platforms)
    window = {f.code: set(f.go) for f in _found(session_with(Options(platforms=chosen)), tmp_path)}
    said = []
    for version in map(str, shipped().versions):
        session = session_with(Options(go=version, platforms=chosen))
        for finding in _found(session, tmp_path):
            if version in window.get(finding.code, ()):
                said += [(finding.code, finding.severity.value, version, platform) for platform in finding.platforms]
    assert sorted(said) == wanted


def _found(session: Session, folder: Path) -> list:
    return [f for file in sorted(folder.rglob("*.go")) for f in session.check(file) if f.stage in STAGES]
