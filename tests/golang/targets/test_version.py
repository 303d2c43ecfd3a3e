"""Which texts name a Go version, and which one."""

from __future__ import annotations

import pytest

from golinkname_ls.golang.targets.version import GoVersion


@pytest.mark.parametrize(
    "text",
    ["1.27", "go1.27", "go 1.27", " go1.27.3\n", "go1.27rc1", "1.27beta1", "go1.27-0a1b2c3", "1.27+auto", "go1.27 X:x"],
)
def test_what_stands_behind_the_minor_number_does_not_count(text: str) -> None:
    assert GoVersion.parse(text) == GoVersion(1, 27)


@pytest.mark.parametrize("text", ["", "go", "go1", "1", "v1.27", "1.27x", "1.x", "devel go1.27", "tip", "-1.27"])
def test_everything_else_is_no_version(text: str) -> None:
    with pytest.raises(ValueError, match="is no Go version"):
        GoVersion.parse(text)


def test_numbers_are_compared_as_numbers() -> None:
    assert GoVersion.parse("1.9") < GoVersion.parse("1.10")
    assert str(GoVersion.parse("go1.10.2")) == "1.10"
