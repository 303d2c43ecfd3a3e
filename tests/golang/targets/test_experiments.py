"""Which GOEXPERIMENT flags are on without being asked for (internal/buildcfg/exp.go: `baseline`)."""

from __future__ import annotations

import pytest

from golinkname_ls.golang.targets.experiments import enabled, has_register_abi
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.version import GoVersion

MINORS = range(16, 29)


def minors(name: str, platform: str) -> list[int]:
    return [minor for minor in MINORS if enabled(name, GoVersion(1, minor), Platform.parse(platform))]


@pytest.mark.parametrize(
    ("goarch", "since"),
    [
        # By the release notes of these versions.
        ("amd64", 17),
        ("arm64", 18),
        ("ppc64", 18),
        ("ppc64le", 18),
        ("riscv64", 19),
        ("loong64", 22),
        ("s390x", 26),
    ],
)
def test_arguments_travel_in_registers_since(goarch: str, since: int) -> None:
    expected = [minor for minor in MINORS if minor >= since]
    assert [minor for minor in MINORS if has_register_abi(GoVersion(1, minor), goarch)] == expected
    # Both flags of the ABI follow it.
    assert minors("regabiargs", f"linux/{goarch}") == minors("regabiwrappers", f"linux/{goarch}") == expected


@pytest.mark.parametrize("goarch", ["386", "arm", "mips", "mips64le", "wasm"])
def test_or_never(goarch: str) -> None:
    assert not any(has_register_abi(GoVersion(1, minor), goarch) for minor in MINORS)


@pytest.mark.parametrize(
    ("name", "platform", "expected"),
    [
        ("swissmap", "linux/amd64", [24, 25]),
        ("exectracer2", "linux/amd64", [22]),
        ("jsonv2", "linux/amd64", [27, 28]),
        ("greenteagc", "js/wasm", [26, 27, 28]),
        # Only where the architecture swaps single bytes.
        ("spinbitmutex", "linux/386", [24]),
        ("spinbitmutex", "linux/s390x", []),
        # Not where the system's tools cannot read it.
        ("dwarf5", "linux/amd64", [25, 26, 27, 28]),
        ("dwarf5", "darwin/arm64", []),
        ("dwarf5", "aix/ppc64", []),
        # Known, and on nowhere by default.
        ("arenas", "linux/amd64", []),
        ("boringcrypto", "linux/amd64", []),
    ],
)
def test_versions_and_platforms_with_a_flag_on(name: str, platform: str, expected: list[int]) -> None:
    assert minors(name, platform) == expected
