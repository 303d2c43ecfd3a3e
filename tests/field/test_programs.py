"""Programs that import published modules, built by real toolchains: `check --deps` says of each build whether it fails.

GOMODCACHE=/some/folder python -m tests.field.programs
GOLINKNAME_FIELD=/some/folder GOLINKNAME_GOROOTS=/goroot:/another python -m pytest -m field tests/field
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.workspace.check_dependencies import check_dependency, dependencies
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.rules.core.finding import Severity, Stage
from tests.field.programs import Program, programs
from tests.oracle.toolchains import Toolchain, toolchains

PLATFORM = "linux/amd64"
# What the linker, or the compiler for a directive's sake, says. Old modules fail for other reasons with new versions, too.
OF_LINKS = re.compile(r"linkname|relocation target|duplicated definition|missing function body|invalid reference")
TOO_NEW = re.compile(r"requires go >= |invalid go version")


def fails(toolchain: Toolchain, folder: Path, cache: str) -> bool | None:
    """Whether the build fails because of links; None where it fails for another reason."""
    goos, goarch = PLATFORM.split("/")
    to = {"GOOS": goos, "GOARCH": goarch, "CGO_ENABLED": "0", "GOWORK": "off", "GOMODCACHE": cache}
    to["GOPROXY"] = Path(cache, "cache", "download").as_uri()
    status, said = toolchain.run("build", "-o", os.devnull, ".", cwd=folder, **to)
    if status == 0:
        return False
    return True if OF_LINKS.search(said) and not TOO_NEW.search(said) else None


def said(version: str, folder: Path) -> list[str]:
    session = Session(Options(version, (Platform.parse(PLATFORM),), cgo=False))
    found = session.check(folder / "main.go")
    for dependency in dependencies(session, {folder: None}):
        found += check_dependency(session, dependency)
    return [
        f"{f.code} {f.message}"
        for f in found
        if f.severity is Severity.ERROR and f.stage in (Stage.COMPILE, Stage.LINK)
    ]


@pytest.mark.field
@pytest.mark.parametrize("program", programs(), ids=lambda p: f"{p.module}@{p.version}")
def test_what_is_said_of_dependencies_is_what_the_builds_say(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = os.environ.get("GOLINKNAME_FIELD", "")
    assert cache, "GOLINKNAME_FIELD names no module cache"
    monkeypatch.setenv("GOMODCACHE", cache)
    folder = program.write(tmp_path)
    wrong, built = [], 0
    # The newest one first: it completes go.mod.
    for version, toolchain in sorted(toolchains().items(), reverse=True):
        failed = fails(toolchain, folder, cache)
        findings = [f for f in said(version, folder) if not any(name in f for name in program.unreached)]
        built += failed is not None
        if failed is not None and failed is not bool(findings):
            wrong.append((version, failed, findings))
    assert built, "no toolchain builds it"
    assert wrong == []
