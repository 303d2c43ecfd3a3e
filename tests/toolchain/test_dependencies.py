"""A dependency from the module cache: the real build fails where `check --deps` says so, and only there.

The dependencies are those of the recorded cases that have one in `vendor`, published as a module.
"""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

import pytest

from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.workspace.check_dependencies import check_dependency, dependencies
from tests.oracle.toolchains import toolchains
from tests.test_recorded_verdicts import CASES, options_of, predicted
from tests.tree import write_tree

pytestmark = pytest.mark.toolchain

DEPENDENCY = "example.com/dep"
VENDORING = sorted(f.parents[2].name for f in CASES.glob(f"*/vendor/{DEPENDENCY}"))


def publish(case: str, proxy: Path) -> None:
    mod = f"module {DEPENDENCY}\n\ngo 1.19\n"
    folder = CASES / case / "vendor" / DEPENDENCY
    texts = {f.relative_to(folder).as_posix(): f.read_text("utf-8") for f in folder.rglob("*") if f.is_file()}
    place = proxy / DEPENDENCY / "@v"
    write_tree(place, {"list": "v1.0.0\n", "v1.0.0.mod": mod, "v1.0.0.info": '{"Version": "v1.0.0"}'})
    with zipfile.ZipFile(place / "v1.0.0.zip", "w") as archive:
        for name, text in {**texts, "go.mod": mod}.items():
            archive.writestr(f"{DEPENDENCY}@v1.0.0/{name}", text)


@pytest.mark.parametrize("case", VENDORING)
def test_the_build_fails_where_it_is_said(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(case, tmp_path / "proxy")
    main = tmp_path / "main"
    shutil.copytree(CASES / case, main, ignore=shutil.ignore_patterns("vendor", "*.json"))
    cache = tmp_path / "cache"
    monkeypatch.setenv("GOMODCACHE", str(cache))
    monkeypatch.setenv("GOFLAGS", "")
    proxy = {"GOPROXY": (tmp_path / "proxy").as_uri(), "GOFLAGS": "-mod=mod -modcacherw", "GOMODCACHE": str(cache)}
    for version, toolchain in toolchains().items():
        options = options_of(case, version)
        platform = {"GOOS": options.platforms[0].goos, "GOARCH": options.platforms[0].goarch}
        toolchain.run("mod", "download", cwd=main, **proxy)
        status, out = toolchain.run("build", "-o", os.devnull, ".", cwd=main, **proxy, **platform)
        session = Session(options)
        needed = dependencies(session, [main])
        found = [f for dependency in needed for f in check_dependency(session, dependency)]
        assert (cache / f"{DEPENDENCY}@v1.0.0").is_dir(), out
        assert predicted(found) == (status != 0), (version, out, [f.message for f in found])
        assert {f.module for f in found} <= {f"{DEPENDENCY}@v1.0.0"}
