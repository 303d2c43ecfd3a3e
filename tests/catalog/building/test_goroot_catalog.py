"""The user's own GOROOT: found without being required, indexed package by package, kept in a cache that heals."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from golinkname_ls.catalog.building.goroot_catalog import GorootCatalog, with_goroot
from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.catalog.store.version_catalog import CatalogError, shipped
from golinkname_ls.golang.installation.environment import GoEnvironment
from golinkname_ls.golang.installation.goroot import find_goroot, read_goroot
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.linking.std_versions.version_diff import symbol_state
from tests.catalog.small_goroot import small_goroot
from tests.tree import write_tree


def opened(folder: Path, cache: Path) -> GorootCatalog:
    return GorootCatalog(read_goroot(folder), cache)


def symbols(catalog: GorootCatalog) -> TargetSymbols:
    return TargetSymbols(catalog, Target(catalog.version, Platform("linux", "amd64")))


def test_only_what_is_asked_for_is_read(tmp_path: Path) -> None:
    catalog = opened(small_goroot(tmp_path / "go", "go1.28rc1"), tmp_path / "cache")
    found = symbol_state(symbols(catalog), "runtime.open")
    assert found is not None
    assert (found.declaration, found.pull.value) == ("func open(n int) int", "allowed")
    assert {f.name for f in Path(catalog.folder).iterdir()} >= {"runtime.txt", "blocked.txt"}
    assert not Path(catalog.folder, "net+http.txt").exists()
    pushed = symbol_state(symbols(catalog), "sync.pushed")
    assert pushed is not None
    assert pushed.file == "runtime/proc.go"
    assert catalog.package("cmd/go") is None


def test_the_cache_is_used_and_follows_the_sources(tmp_path: Path) -> None:
    goroot = small_goroot(tmp_path / "go", "go1.28")
    first = opened(goroot, tmp_path / "cache")
    assert symbol_state(symbols(first), "runtime.open") is not None
    kept = Path(first.folder, "runtime.txt")
    stamp = kept.stat().st_mtime_ns
    again = opened(goroot, tmp_path / "cache")
    assert symbol_state(symbols(again), "runtime.open") == symbol_state(symbols(first), "runtime.open")
    assert kept.stat().st_mtime_ns == stamp
    write_tree(goroot, {"src/runtime/new.go": "package runtime\n\nfunc added() {}\n"})
    assert symbol_state(symbols(opened(goroot, tmp_path / "cache")), "runtime.added") is not None
    # Another release in the same folder has a cache of its own.
    write_tree(goroot, {"VERSION": "go1.28.1\n"})
    assert opened(goroot, tmp_path / "cache").folder != first.folder


@pytest.mark.parametrize("damage", [b"", b"golinkname-ls cache 2 0\n", b"\xff\xfe", None])
def test_a_damaged_cache_is_made_again(tmp_path: Path, damage: bytes | None) -> None:
    goroot = small_goroot(tmp_path / "go", "go1.28")
    first = opened(goroot, tmp_path / "cache")
    before = symbol_state(symbols(first), "runtime.open")
    for file in Path(first.folder).iterdir():
        file.write_bytes(file.read_bytes()[:-5] if damage is None else damage)
    assert symbol_state(symbols(opened(goroot, tmp_path / "cache")), "runtime.open") == before


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", "utf-8")
    catalog = opened(small_goroot(tmp_path / "go", "go1.28"), tmp_path / "cache")
    assert symbol_state(symbols(catalog), "runtime.open") is not None


def test_processes_at_the_same_time_give_the_same(tmp_path: Path) -> None:
    goroot = small_goroot(tmp_path / "go", "go1.28")
    program = (
        "import sys; from pathlib import Path; from golinkname_ls.catalog.building.goroot_catalog import GorootCatalog;"
        "from golinkname_ls.golang.installation.goroot import read_goroot;"
        "c = GorootCatalog(read_goroot(Path(sys.argv[1])), Path(sys.argv[2]));"
        "print(sorted(c.package('runtime').names), c.pushes, c.blocked)"
    )
    command = [sys.executable, "-c", program, str(goroot), str(tmp_path / "cache")]

    def process(_: int) -> str:
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(process, range(4)))) == 1
    assert not list((tmp_path / "cache").rglob(".writing-*"))


def test_skipped_files_have_names(tmp_path: Path) -> None:
    goroot = small_goroot(tmp_path / "go", "go1.28", **{"src/sync/broken.go": "package sync\nfunc f( {\n"})
    catalog = opened(goroot, tmp_path / "cache")
    assert catalog.package("sync") is not None
    assert [s.file.name for s in catalog.skipped] == ["broken.go"]


def test_a_goroot_without_linker_sources_is_one_error(tmp_path: Path) -> None:
    goroot = small_goroot(tmp_path / "go", "go1.28", **{"src/cmd/link/internal/loader/loader.go": None})
    with pytest.raises(CatalogError, match="no whole GOROOT"):
        symbol_state(symbols(opened(goroot, tmp_path / "cache")), "runtime.open")


@pytest.mark.parametrize(
    ("version", "told"),
    [
        ("go1.27.9", []),
        ("go1.20.1", ["not shipped"]),
        ("devel go1.99-abc", ["not shipped", f"newer than {shipped().versions[-1]}"]),
    ],
)
def test_the_shipped_catalog_with_the_users_version(tmp_path: Path, version: str, told: list[str]) -> None:
    goroot = read_goroot(small_goroot(tmp_path / "go", version))
    catalog, words = with_goroot(shipped(), goroot, tmp_path / "cache")
    assert len(words) == len(told)
    assert all(part in word for part, word in zip(told, words, strict=True))
    assert goroot.version in catalog.versions
    assert (catalog is shipped()) == (not told)
    assert GoVersion(1, 20) not in shipped().versions


def test_a_version_before_all_known_ones(tmp_path: Path) -> None:
    goroot = read_goroot(small_goroot(tmp_path / "go", "go1.12"))
    with pytest.raises(CatalogError, match=r"go1\.12 is older than anything known: the oldest is 1\.19"):
        with_goroot(shipped(), goroot, tmp_path / "cache")


def test_goroot_by_its_variable(tmp_path: Path) -> None:
    goroot = small_goroot(tmp_path / "go")
    found = find_goroot(GoEnvironment.read({"GOROOT": str(goroot), "GOENV": "off"}))
    assert found.goroot is not None
    assert (found.goroot.folder, found.goroot.release) == (goroot, "go1.27.3")
    wrong = find_goroot(GoEnvironment.read({"GOROOT": str(tmp_path), "GOENV": "off"}))
    assert wrong.goroot is None
    assert "no src/runtime folder" in wrong.told
    none = find_goroot(GoEnvironment.read({"PATH": "", "GOENV": "off"}))
    assert (none.goroot, none.told) == (None, "no GOROOT set and no go on PATH")


def test_a_clone_of_go_has_no_version_file(tmp_path: Path) -> None:
    version = {"VERSION": None, "src/internal/goversion/goversion.go": "package goversion\n\nconst Version = 28\n"}
    found = read_goroot(small_goroot(tmp_path / "go", **version))
    assert (found.release, found.version) == ("devel go1.28", GoVersion(1, 28))


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for go")
def test_go_on_path_is_asked_outside_the_workspace(tmp_path: Path) -> None:
    goroot = small_goroot(tmp_path / "go")
    script = f'#!/bin/sh\npwd > {tmp_path}/cwd\necho "$GOTOOLCHAIN $*" >> {tmp_path}/cwd\necho {goroot}\n'
    write_tree(tmp_path, {"bin/go": script, "work/bin/go": "#!/bin/sh\ntouch ran\n", "slow/go": "#!/bin/sh\nexit 1\n"})
    for name in ("bin/go", "work/bin/go", "slow/go"):
        (tmp_path / name).chmod(0o755)
    path = f"bin::{tmp_path / 'work' / 'bin'}:{tmp_path / 'bin'}"
    environment = GoEnvironment.read({"PATH": path, "GOENV": "off"})
    found = find_goroot(environment, tmp_path / "work")
    assert found.goroot is not None
    assert found.goroot.folder == goroot
    folder, asked = (tmp_path / "cwd").read_text("utf-8").splitlines()
    assert asked == "local env GOROOT"
    assert not Path(folder).is_relative_to(tmp_path / "work")
    assert not (tmp_path / "work" / "bin" / "ran").exists()
    failing = find_goroot(GoEnvironment.read({"PATH": str(tmp_path / "slow"), "GOENV": "off"}))
    assert failing.goroot is None
    assert "is no GOROOT" in failing.told
