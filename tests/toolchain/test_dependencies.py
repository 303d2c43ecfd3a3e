"""A dependency from the module cache: the real build fails where `check --deps` says so, and only there.

The dependencies are those of the recorded cases that have one in `vendor`, published as a module.
"""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.workspace.check_dependencies import check_dependency, dependencies
from tests.oracle.case_file import Case, cases
from tests.oracle.toolchains import toolchains
from tests.test_recorded_cases import options_of, predicted
from tests.tree import write_tree

pytestmark = pytest.mark.toolchain

DEPENDENCY = "example.com/dep"
VENDORED = f"vendor/{DEPENDENCY}/"
VENDORING = [case for case in cases() if any(name.startswith(VENDORED) for name in case.files)]


def publish(case: Case, proxy: Path) -> None:
    mod = f"module {DEPENDENCY}\n\ngo 1.19\n"
    texts = {n.removeprefix(VENDORED): text for n, text in case.files.items() if n.startswith(VENDORED)}
    place = proxy / DEPENDENCY / "@v"
    write_tree(place, {"list": "v1.0.0\n", "v1.0.0.mod": mod, "v1.0.0.info": '{"Version": "v1.0.0"}'})
    with zipfile.ZipFile(place / "v1.0.0.zip", "w") as archive:
        for name, text in {**texts, "go.mod": mod}.items():
            archive.writestr(f"{DEPENDENCY}@v1.0.0/{name}", text)


@pytest.mark.parametrize("case", VENDORING, ids=lambda case: case.name)
def test_the_build_fails_where_it_is_said(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(case, tmp_path / "proxy")
    main = write_tree(tmp_path / "main", {n: t for n, t in case.files.items() if not n.startswith("vendor/")})
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
