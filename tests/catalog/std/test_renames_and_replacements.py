"""The knowledge files, held to the declarations that the catalog read from the sources of each version."""

from __future__ import annotations

import pytest

from golinkname_ls.catalog.std.renames_and_replacements import every_rename, every_replacement, other_name, replacement
from golinkname_ls.catalog.std.symbols import split_symbol
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.golang.targets.version import GoVersion

CATALOG = shipped()
VERSIONS = CATALOG.versions
REPLACEMENTS = every_replacement()
SYMBOLS, PACKAGES = every_rename()


def declared(symbol: str, version: GoVersion) -> bool:
    """Whether a version declares the symbol, or lets a directive of another package make it."""
    known = CATALOG.version(version)
    path, name = split_symbol(symbol)
    package = known.package(path)
    return symbol in known.pushes or (package is not None and bool(package.named(name.rpartition(".")[2])))


@pytest.mark.parametrize("entry", [r for r in REPLACEMENTS if r.use], ids=lambda r: r.use)
def test_a_replacement_is_there_since_the_version_named(entry):
    for version in VERSIONS:
        assert declared(entry.use, version) == (version >= entry.since), version
    assert split_symbol(entry.use)[1].rpartition(".")[2][0].isupper()
    assert "internal" not in entry.use
    assert entry.note
    assert entry.source


@pytest.mark.parametrize("entry", REPLACEMENTS, ids=lambda r: r.remotes[0])
def test_what_is_replaced_exists_in_some_version(entry):
    for remote in entry.remotes:
        assert any(declared(remote, version) for version in VERSIONS), remote
        assert replacement(remote) is entry


@pytest.mark.parametrize("entry", SYMBOLS, ids=lambda r: r.names[0][1])
def test_a_symbol_has_each_name_in_its_versions(entry):
    for version in VERSIONS:
        assert declared(entry.at(version), version), version
    for (_, old), (since, new) in zip(entry.names, entry.names[1:], strict=False):
        before = [v for v in VERSIONS if v < since]
        assert not any(declared(new, v) for v in before), (new, before)
        assert old != new


@pytest.mark.parametrize("entry", PACKAGES, ids=lambda r: r.names[0][1])
def test_a_package_has_each_path_in_its_versions(entry):
    for version in VERSIONS:
        for _, path in entry.names:
            assert (path in CATALOG.version(version).paths) == (path == entry.at(version)), (path, version)


def test_other_names():
    assert other_name("runtime/internal/atomic.Load", GoVersion(1, 24)) == "internal/runtime/atomic.Load"
    assert other_name("internal/runtime/atomic.Load", GoVersion(1, 22)) == "runtime/internal/atomic.Load"
    assert other_name("runtime.cheaprand", GoVersion(1, 21)) == "runtime.fastrand"
    assert other_name("runtime.nanotime", GoVersion(1, 24)) == ""
    assert (
        other_name("internal/runtime/syscall.Syscall6", GoVersion(1, 27)) == "internal/runtime/syscall/linux.Syscall6"
    )
