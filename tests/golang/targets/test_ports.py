"""What the environment says of cgo, and the ports of versions that are in no list; those in one are in test_constraint."""

from __future__ import annotations

import pytest

from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.ports import cgo_asked, cgo_by_default, cgo_supported, ports
from golinkname_ls.golang.targets.version import GoVersion


@pytest.mark.parametrize(("value", "asked"), [("0", False), ("1", True), ("", None), ("true", None)])
def test_only_0_and_1_say_something_of_cgo(value: str, asked: bool | None) -> None:
    assert cgo_asked({"CGO_ENABLED": value}) is asked
    assert cgo_asked({}) is None


def test_a_newer_version_counts_as_the_newest() -> None:
    assert ports(GoVersion(1, 99)) == ports(GoVersion(1, 27))


@pytest.mark.parametrize(
    ("platform", "first", "last"), [("windows/arm", 19, 23), ("openbsd/ppc64", 22, 28), ("linux/amd64", 19, 28)]
)
def test_a_port_comes_and_goes(platform: str, first: int, last: int) -> None:
    found = [minor for minor in range(19, 29) if Platform.parse(platform) in ports(GoVersion(1, minor))]
    assert found == list(range(first, last + 1))


def test_what_is_no_port_has_no_cgo() -> None:
    mips, arm = Platform("openbsd", "mips64"), Platform("windows", "arm")
    # `go tool dist list` of 1.21 has it no more.
    assert cgo_supported(GoVersion(1, 19), mips)
    assert not cgo_supported(GoVersion(1, 21), mips)
    assert not cgo_supported(GoVersion(1, 27), Platform("linux", "sparc64"))
    assert not cgo_by_default(GoVersion(1, 22), arm, arm)
