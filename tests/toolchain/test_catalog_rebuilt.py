"""A shipped version rebuilt from the sources it names is what is committed, byte for byte."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from golinkname_ls.catalog.building.build import build
from golinkname_ls.catalog.building.goroot_catalog import GorootCatalog
from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.golang.installation.goroot import read_goroot
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.linking.std_versions.version_diff import defined_symbols, symbol_state
from tests.toolchain.goroots import demand, goroots

pytestmark = pytest.mark.toolchain


def test_every_shipped_version_that_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for goroot in demand(goroots()):
        catalog = shipped().version(goroot.version)
        assert catalog is not None, goroot
        release = read_goroot(goroot.path).release
        if release != catalog.release:
            pytest.fail(f"{goroot.path} is {release}; the catalog was built from {catalog.release}")
        out = tmp_path / str(goroot)
        started = time.monotonic()
        built = build(goroot.path, out)
        with capsys.disabled():
            print(f"{release}: {built.packages} packages in {time.monotonic() - started:.1f} s")
        assert built.skipped == []
        ours = {f.name: f.read_bytes() for f in out.iterdir()}
        committed = {f.name: f.read_bytes() for f in Path(catalog.folder).iterdir()}
        assert sorted(ours) == sorted(committed)
        assert [n for n in ours if ours[n] != committed[n]] == []


def test_the_users_goroot_gives_what_is_shipped(tmp_path: Path) -> None:
    goroot = read_goroot(demand(goroots())[-1].path)
    catalog = shipped().version(goroot.version)
    assert catalog is not None
    target = Target(goroot.version, Platform("linux", "amd64"))
    theirs, ours = TargetSymbols(GorootCatalog(goroot, tmp_path), target), TargetSymbols(catalog, target)
    for path in ("runtime", "sync", "sync/atomic", "reflect", "time", "net", "syscall", "internal/poll"):
        names = sorted({*defined_symbols(ours, path), *defined_symbols(theirs, path)})
        assert names
        for name in names:
            assert symbol_state(theirs, name) == symbol_state(ours, name), name
