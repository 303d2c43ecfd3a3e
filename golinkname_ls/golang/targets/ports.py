"""Ports: GOOS/GOARCH pairs that each Go version builds for, and which have cgo (`go tool dist list -json`)."""

from __future__ import annotations

from collections.abc import Mapping

from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.version import GoVersion

_OLDEST = 19

# Architectures by system, of every version but where _SINCE says otherwise.
_PAIRS = {
    "aix": "ppc64",
    "android": "386 amd64 arm arm64",
    "darwin": "amd64 arm64",
    "dragonfly": "amd64",
    "freebsd": "386 amd64 arm arm64 riscv64",
    "illumos": "amd64",
    "ios": "amd64 arm64",
    "js": "wasm",
    "linux": "386 amd64 arm arm64 loong64 mips mips64 mips64le mipsle ppc64 ppc64le riscv64 s390x",
    "netbsd": "386 amd64 arm arm64",
    "openbsd": "386 amd64 arm arm64 mips64 ppc64 riscv64",
    "plan9": "386 amd64 arm",
    "solaris": "amd64",
    "wasip1": "wasm",
    "windows": "386 amd64 arm arm64",
}
# (first minor, last minor or None); 20 is the minor of freebsd/riscv64's release notes, the rest is listed.
_SINCE: dict[tuple[str, str], tuple[int, int | None]] = {
    ("freebsd", "riscv64"): (20, 25),
    ("openbsd", "mips64"): (_OLDEST, 20),
    ("openbsd", "ppc64"): (22, None),
    ("openbsd", "riscv64"): (23, None),
    ("wasip1", "wasm"): (21, None),
    ("windows", "arm"): (_OLDEST, 23),
}
# The first minor version with cgo; what is not listed always had it.
_NEVER = 1 << 30
_CGO_SINCE = {
    ("js", "wasm"): _NEVER,
    ("wasip1", "wasm"): _NEVER,
    ("plan9", "386"): _NEVER,
    ("plan9", "amd64"): _NEVER,
    ("plan9", "arm"): _NEVER,
    ("openbsd", "ppc64"): _NEVER,
    ("windows", "arm"): _NEVER,
    ("linux", "ppc64"): 27,
}


def ports(version: GoVersion) -> list[Platform]:
    """The platforms that a version builds for, sorted; a version newer than this list counts as the newest in it."""
    return [
        Platform(goos, goarch)
        for goos, every in _PAIRS.items()
        for goarch in every.split()
        if _is_port(version, goos, goarch)
    ]


def cgo_supported(version: GoVersion, platform: Platform) -> bool:
    """Whether cgo can be enabled on the platform."""
    pair = (platform.goos, platform.goarch)
    return version.minor >= _CGO_SINCE.get(pair, 0) and _is_port(version, *pair)


def cgo_by_default(version: GoVersion, platform: Platform, host: Platform) -> bool:
    """Whether the tag `cgo` is true without CGO_ENABLED: only when not cross compiling (go/build: defaultContext)."""
    return platform == host and cgo_supported(version, platform)


def cgo_asked(environment: Mapping[str, str]) -> bool | None:
    """The value of CGO_ENABLED, None where it is neither 0 nor 1."""
    return {"0": False, "1": True}.get(environment.get("CGO_ENABLED", ""))


def _is_port(version: GoVersion, goos: str, goarch: str) -> bool:
    if goarch not in _PAIRS.get(goos, "").split():
        return False
    first, last = _SINCE.get((goos, goarch), (0, None))
    return version.minor >= first and (last is None or version.minor <= last)
