"""Published modules that reach into internals: what `check` says of each is listed, and explained, in modules.toml.

GOMODCACHE=/some/folder bash tests/field/download.sh
GOLINKNAME_FIELD=/some/folder python -m pytest -m field tests/field
"""

from __future__ import annotations

import os
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.cli.file_arguments import go_files
from golinkname_ls.golang.modules.module_cache import escaped
from golinkname_ls.golang.targets.platform import Platform

PLATFORMS = ("linux/amd64", "linux/arm64", "darwin/arm64", "windows/amd64")
MODULES = tomllib.loads((Path(__file__).parent / "modules.toml").read_text("utf-8"))["module"]

Row = tuple[str, str, str, str, str, str]


def listed(module: dict) -> Counter[Row]:
    rows: Counter[Row] = Counter()
    for finding in module.get("finding", ()):
        where = finding.get("file", ""), finding.get("local", "")
        targets = finding.get("go", ""), finding.get("platforms", ",".join(sorted(PLATFORMS)))
        rows[(finding["code"], finding["severity"], *where, *targets)] += finding.get("count", 1)
    return rows


def said(folder: Path) -> tuple[int, Counter[Row]]:
    session = Session(Options(platforms=tuple(map(Platform.parse, PLATFORMS))))
    rows: Counter[Row] = Counter()
    directives = 0
    for file in go_files([str(folder)]):
        directives += session.directives(file)
        for finding in session.check(file):
            key: Row = (finding.code, finding.severity.value, "", "", "", ",".join(sorted(PLATFORMS)))
            if finding.code != "LN403":  # Hints of style are counted only.
                place = file.relative_to(folder).as_posix(), finding.directive.local if finding.directive else ""
                key = (*key[:2], *place, ",".join(finding.go), ",".join(finding.platforms))
            rows[key] += 1
    return directives, rows


@pytest.mark.field
@pytest.mark.parametrize("module", MODULES, ids=lambda m: f"{m['path']}@{m['version']}")
def test_each_finding_is_one_that_is_explained(module: dict, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # What the modules require is not at hand, whatever this machine's own module cache holds.
    monkeypatch.setenv("GOMODCACHE", str(tmp_path))
    cache = os.environ.get("GOLINKNAME_FIELD", "")
    folder = Path(cache) / f"{escaped(module['path'])}@{module['version']}"
    assert cache and folder.is_dir(), "GOLINKNAME_FIELD names no module cache that has it: see download.sh"
    directives, rows = said(folder)
    assert directives == module["directives"]
    assert rows == listed(module)


def test_each_finding_has_its_explanation() -> None:
    for module in MODULES:
        for finding in module.get("finding", ()):
            assert len(finding["why"].split()) > 5, (module["path"], finding)
