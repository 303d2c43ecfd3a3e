"""`catalog build`: the same bytes each time, whole or not at all, and one clear word about bad input."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from golinkname_ls.catalog.building.build import build
from golinkname_ls.catalog.store.version_catalog import CatalogError, VersionCatalog, shipped
from golinkname_ls.cli.main import run
from golinkname_ls.golang.installation.goroot import NotAGoroot
from golinkname_ls.golang.targets.version import GoVersion
from tests.catalog.small_goroot import small_goroot

NEWEST = shipped().versions[-1]


def texts(folder: Path) -> dict[str, bytes]:
    return {f.name: f.read_bytes() for f in sorted(folder.iterdir())}


def test_it_is_built_and_read(tmp_path: Path) -> None:
    goroot = small_goroot(tmp_path / "go")
    built = build(goroot, tmp_path / "out" / "1.27")
    assert (built.release, built.packages, built.skipped) == ("go1.27.3", 3, [])
    catalog = VersionCatalog(GoVersion(1, 27), tmp_path / "out" / "1.27")
    assert {"runtime", "sync", "net/http"} <= catalog.paths
    assert not any(p.startswith(("cmd", "net/testdata")) for p in catalog.paths)
    assert catalog.release == "go1.27.3"
    assert catalog.blocked == {"runtime.stop": ("net",)}
    assert catalog.builtins == {"runtime.newobject"}
    assert catalog.pushes == {"sync.pushed": (("runtime", "syncPush"),)}
    runtime = catalog.package("runtime")
    assert runtime is not None
    assert sorted(runtime.names) == ["open", "size", "syncPush", "table"]


def test_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    goroot = small_goroot(tmp_path / "go")
    build(goroot, tmp_path / "a")
    build(goroot, tmp_path / "b")
    build(goroot, tmp_path / "b")
    assert texts(tmp_path / "a") == texts(tmp_path / "b")
    assert sorted(f.name for f in tmp_path.iterdir()) == ["a", "b", "go"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"src/runtime/proc.go": None, "src/runtime/asm_amd64.s": None}, "no src/runtime"),
        ({"VERSION": "nonsense\n"}, "which is no Go version"),
        ({"VERSION": None}, "no VERSION file"),
        ({"src/cmd/link/internal/loader/loader.go": None}, "no whole GOROOT: src/cmd/link/internal/loader/loader.go"),
        ({"src/cmd/link/internal/loader/loader.go": "package loader\n"}, "has no blockedLinknames"),
        ({"src/cmd/internal/goobj/builtinlist.go": None}, "src/cmd/internal/goobj/builtinlist.go cannot be read"),
    ],
)
def test_what_is_no_goroot(tmp_path: Path, change: dict[str, str | None], words: str) -> None:
    goroot = small_goroot(tmp_path / "go", **change)
    with pytest.raises(NotAGoroot) as caught:
        build(goroot, tmp_path / "out")
    assert words in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_an_old_catalog_stays_when_the_new_one_cannot_be_built(tmp_path: Path) -> None:
    goroot = small_goroot(tmp_path / "go")
    build(goroot, tmp_path / "out")
    before = texts(tmp_path / "out")
    (goroot / "src/cmd/internal/goobj/builtinlist.go").unlink()
    with pytest.raises(NotAGoroot):
        build(goroot, tmp_path / "out")
    assert texts(tmp_path / "out") == before


def test_a_folder_that_is_no_catalog_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(CatalogError, match="is no catalog folder"):
        build(small_goroot(tmp_path / "go"), tmp_path / "out")
    assert (tmp_path / "out" / "mine.txt").read_text("utf-8") == "mine"


def test_what_cannot_be_parsed_or_read_is_left_out_by_name(tmp_path: Path) -> None:
    changes = {
        "src/sync/broken.go": "package sync\n\nfunc f( {\n",
        "src/sync/empty.go": "",
        "src/sync/bytes.go": "\0\0",
    }
    goroot = small_goroot(tmp_path / "go", **changes)
    names = ["broken.go", "bytes.go", "empty.go"]
    if sys.platform != "win32":
        (goroot / "src" / "sync" / "loop.go").symlink_to("loop.go")
        (goroot / "src" / "sync" / "loop.s").symlink_to("loop.s")
        (goroot / "src" / "sync" / "up").symlink_to(goroot / "src", target_is_directory=True)
        names += ["loop.go", "loop.s"]
    built = build(goroot, tmp_path / "out")
    assert sorted(s.file.name for s in built.skipped) == sorted(names)
    assert "does not parse" in str(built.skipped[0])
    assert "-- sync.go" in (tmp_path / "out" / "sync.txt").read_text("utf-8")
    assert built.packages == 3


@pytest.mark.parametrize(
    ("version", "status", "words"),
    [
        ("go1.27.3", 0, "go1.27.3: 3 packages in "),
        ("devel go1.99-0a1b2c3 Thu Jan 1", 0, f"Go 1.99 is newer than {NEWEST}: its linker is taken to be alike"),
        ("go1.12.1", 2, "go1.12.1 is older than anything known: the oldest is 1.19"),
    ],
)
def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str], version: str, status: int, words: str) -> None:
    goroot = small_goroot(tmp_path / "go", version)
    assert run(["catalog", "build", "--goroot", str(goroot), "--out", str(tmp_path / "out")]) == status
    output = capsys.readouterr()
    assert words in output.out + output.err
    assert output.out.endswith(" s\n") == (status == 0)
    assert run(["catalog", "build", "--goroot", str(tmp_path / "none"), "--out", str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
