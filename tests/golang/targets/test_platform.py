"""Which GOOS/GOARCH pairs there are, the size of their pointers, and the pair of this machine."""

from __future__ import annotations

import platform
import sys

import pytest

from golinkname_ls.golang.targets.platform import Platform


@pytest.mark.parametrize("text", ["linux/amd64", " wasip1/wasm\n"])
def test_a_pair_is_written_as_it_is_read(text: str) -> None:
    assert str(Platform.parse(text)) == text.strip()


@pytest.mark.parametrize("text", ["", "linux", "linux/", "/amd64", "linux/x86_64", "unix/amd64", "amd64/linux"])
def test_an_unknown_system_or_architecture_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no platform"):
        Platform.parse(text)


@pytest.mark.parametrize(
    ("size", "architectures"),
    [(4, "386 arm mips mipsle amd64p32"), (8, "amd64 arm64 loong64 mips64 mips64le ppc64 ppc64le riscv64 s390x wasm")],
)
def test_the_size_of_a_pointer(size: int, architectures: str) -> None:
    # go/types/sizes.go: gcArchSizes.
    assert {Platform("linux", goarch).pointer_size for goarch in architectures.split()} == {size}


@pytest.mark.parametrize(
    ("system", "machine", "pair"),
    [
        ("linux", "x86_64", "linux/amd64"),
        ("linux", "aarch64", "linux/arm64"),
        ("linux", "i686", "linux/386"),
        ("linux", "armv7l", "linux/arm"),
        ("linux", "ppc64le", "linux/ppc64le"),
        ("darwin", "arm64", "darwin/arm64"),
        ("win32", "ARM64", "windows/arm64"),
        ("freebsd14", "amd64", "freebsd/amd64"),
        ("sunos5", "i86pc", "solaris/amd64"),
        # What Go does not know counts as what most people have.
        ("haiku1", "vax", "linux/amd64"),
    ],
)
def test_the_pair_of_this_machine(system: str, machine: str, pair: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(platform, "machine", lambda: machine)
    Platform.host.cache_clear()
    try:
        assert str(Platform.host()) == pair
    finally:
        Platform.host.cache_clear()
