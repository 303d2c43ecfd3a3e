"""GOEXPERIMENT flags that a Go version has on by default (internal/buildcfg/exp.go: ParseGOEXPERIMENT, `baseline`)."""

from __future__ import annotations

from dataclasses import dataclass

from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.version import GoVersion


@dataclass(frozen=True, slots=True)
class _Default:
    """The minor versions [since, until] with the flag on, the architectures that have it, the systems that do not."""

    since: int
    until: int | None = None
    architectures: frozenset[str] | None = None
    not_on: frozenset[str] = frozenset()


_HAVE_XCHG8 = frozenset({"386", "amd64", "arm", "arm64", "ppc64", "ppc64le"})
_NO_DWARF5 = frozenset({"darwin", "ios", "aix"})

# The minor version from which an architecture passes arguments in registers (regabiSupported).
_REGISTER_ABI = {
    "amd64": 17,
    "arm64": 18,
    "ppc64": 18,
    "ppc64le": 18,
    "riscv64": 19,
    "loong64": 22,
    "s390x": 26,
}

_DEFAULTS = {
    "unified": _Default(20, 20),
    "coverageredesign": _Default(20, 24),
    "allocheaders": _Default(22, 22),
    "exectracer2": _Default(22, 22),
    "aliastypeparams": _Default(24, 25),
    "swissmap": _Default(24, 25),
    "spinbitmutex": _Default(24, 24, _HAVE_XCHG8),
    "synchashtriemap": _Default(24, 25),
    "dwarf5": _Default(25, None, None, _NO_DWARF5),
    "randomizedheapbase64": _Default(26),
    "greenteagc": _Default(26),
    "jsonv2": _Default(27),
    "sizespecializedmalloc": _Default(27),
}


def has_register_abi(version: GoVersion, goarch: str) -> bool:
    """Whether ABIInternal passes arguments in registers, so that it differs from ABI0."""
    return version.minor >= _REGISTER_ABI.get(goarch, 1 << 30)


def enabled(name: str, version: GoVersion, platform: Platform) -> bool:
    """Whether the tag `goexperiment.<name>` is true without any GOEXPERIMENT."""
    if name in ("regabiwrappers", "regabiargs"):
        return has_register_abi(version, platform.goarch)
    default = _DEFAULTS.get(name)
    if default is None or version.minor < default.since:
        return False
    if default.until is not None and version.minor > default.until:
        return False
    if default.architectures is not None and platform.goarch not in default.architectures:
        return False
    return platform.goos not in default.not_on
