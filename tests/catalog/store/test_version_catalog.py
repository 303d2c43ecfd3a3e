"""The shipped catalog: small, whole, and one clear error where it is damaged."""

from __future__ import annotations

import shutil
import zlib
from pathlib import Path

import pytest

from golinkname_ls.catalog.store.version_catalog import Catalog, CatalogError, VersionCatalog, shipped
from golinkname_ls.golang.targets.version import GoVersion

LIMIT = 6_000_000


def test_it_stays_small_in_a_wheel() -> None:
    files = list(Path(shipped().folder).rglob("*.txt"))
    assert len(files) > 1000
    # A wheel deflates file by file and spends about 150 bytes on each entry.
    assert sum(len(zlib.compress(f.read_bytes(), 6)) + 150 for f in files) < LIMIT


def test_every_package_says_its_own_name() -> None:
    for version in shipped().versions:
        catalog = shipped().version(version)
        assert catalog is not None
        for path in ("runtime", "sync/atomic", "net/http", "vendor/golang.org/x/net/idna"):
            assert catalog.package(path) is not None, (version, path)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    newest = Path(shipped().folder) / str(shipped().newest)
    folder = tmp_path / newest.name
    folder.mkdir()
    for name in ("runtime.txt", "sync.txt", "pushes.txt", "blocked.txt", "builtins.txt", "version.txt"):
        shutil.copy(newest / name, folder / name)
    return folder


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("runtime.txt", None),
        ("runtime.txt", b""),
        ("runtime.txt", b"package sync\n"),
        ("runtime.txt", b"\xff\xfe"),
        ("pushes.txt", b"sync.x runtime"),
        ("pushes.txt", None),
        ("blocked.txt", None),
        ("version.txt", None),
    ],
)
def test_damage_is_one_error_that_names_the_place(copied: Path, name: str, data: bytes | None) -> None:
    if data is None:
        (copied / name).unlink()
    else:
        (copied / name).write_bytes(data)
    catalog = VersionCatalog(GoVersion(1, 27), copied)
    with pytest.raises(CatalogError) as caught:
        print(catalog.release, catalog.blocked, catalog.pushes, catalog.package("runtime"))
    assert str(copied) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_no_catalog_at_all(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="holds no catalog"):
        Catalog(tmp_path / "none")
