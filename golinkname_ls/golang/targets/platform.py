"""Platforms, GOOS/GOARCH pairs, and the names that a file name or a build tag may have of them."""

from __future__ import annotations

import functools
import sys
from typing import NamedTuple

# internal/syslist/syslist.go (1.27.3): KnownOS, UnixOS, KnownArch; go/build/syslist.go before 1.24.
_UNIX = "aix android darwin dragonfly freebsd hurd illumos ios linux netbsd openbsd solaris"
UNIX_OS = frozenset(_UNIX.split())
KNOWN_OS = UNIX_OS | {"js", "nacl", "plan9", "wasip1", "windows", "zos"}
_ARCHITECTURES = """
    386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le
    ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm
"""
KNOWN_ARCH = frozenset(_ARCHITECTURES.split())
# go/types/sizes.go, gcArchSizes.
_NARROW = frozenset(["386", "amd64p32", "arm", "armbe", "mips", "mipsle", "ppc", "riscv", "s390", "sparc"])
# Systems added after 1.19, with the minor version: before it a file name that ends in one is not constrained.
OS_KNOWN_SINCE = {"wasip1": 21}

_GOOS = {"win32": "windows", "cygwin": "windows", "sunos": "solaris"}
_GOARCH = {
    "x86_64": "amd64",
    "amd64": "amd64",
    "i86pc": "amd64",
    "aarch64": "arm64",
    "arm64": "arm64",
    "i386": "386",
    "i486": "386",
    "i586": "386",
    "i686": "386",
    "x86": "386",
    "armv5l": "arm",
    "armv6l": "arm",
    "armv7l": "arm",
    "armv8l": "arm",
    "loongarch64": "loong64",
    "powerpc64": "ppc64",
}


class Platform(NamedTuple):
    """One GOOS/GOARCH pair."""

    goos: str
    goarch: str

    @classmethod
    def parse(cls, text: str) -> Platform:
        """The pair that a text like `linux/amd64` names; raises ValueError for an unknown system or architecture."""
        goos, _, goarch = text.strip().partition("/")
        if goos not in KNOWN_OS or goarch not in KNOWN_ARCH:
            raise ValueError(f"{text!r} is no platform: write GOOS/GOARCH, e.g. linux/amd64")
        return cls(goos, goarch)

    @classmethod
    @functools.cache
    def host(cls) -> Platform:
        """The platform that this process runs on."""
        goos = next((v for k, v in _GOOS.items() if sys.platform.startswith(k)), sys.platform.rstrip("0123456789"))
        # Imported here, since a language server seldom asks for the host.
        import platform as _host

        machine = _host.machine().lower()
        goarch = _GOARCH.get(machine, machine)
        return cls(goos if goos in KNOWN_OS else "linux", goarch if goarch in KNOWN_ARCH else "amd64")

    @property
    def pointer_size(self) -> int:
        """The size of a pointer in bytes."""
        return 4 if self.goarch in _NARROW else 8

    def __str__(self) -> str:
        return f"{self.goos}/{self.goarch}"
