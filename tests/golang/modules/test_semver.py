"""Which texts are module versions, and their order (golang.org/x/mod/semver; semver.org, section 11)."""

from __future__ import annotations

import itertools

import pytest

from golinkname_ls.golang.modules import semver


@pytest.mark.parametrize(
    "version",
    ["v1", "v1.2", "v1.2.3", "v0.0.0", "v1.2.3-pre.1", "v1.2.3-a--b", "v1.2.3+meta.7", "v1.2.3-rc.1+incompatible"],
)
def test_a_version_has_a_v_and_one_to_three_numbers(version: str) -> None:
    assert semver.is_valid(version)


@pytest.mark.parametrize(
    "version",
    [
        *("v", "1.2.3", "v01.2.3", "v1.02.3", "v1.2.03", "v1.2.3.4", "v1-pre", "v1.2-pre", "v1.2+meta", "master"),
        *("v1.2.3-", "v1.2.3-a..b", "v1.2.3-a_b", "v1.2.3+"),
        *("", "v1.2.3 ", "v1.2.3\n"),
    ],
)
def test_everything_else_is_none(version: str) -> None:
    assert not semver.is_valid(version)


# The specification's own chain, with pseudo-versions as the module reference orders them.
ASCENDING = [
    "master",
    "v0.0.0-20200101000000-abcdefabcdef",
    "v0.0.0-20210101000000-000000000000",
    "v0.9.0",
    "v1.0.0-alpha",
    "v1.0.0-alpha.1",
    "v1.0.0-alpha.beta",
    "v1.0.0-beta",
    "v1.0.0-beta.2",
    "v1.0.0-beta.11",
    "v1.0.0-rc.1",
    "v1.0.0",
    "v1.0.1-0.20200101000000-abcdefabcdef",
    "v1.0.1",
    "v1.2.0",
    "v1.10.0",
    "v2.0.0",
]


def test_versions_are_in_the_order_of_the_specification() -> None:
    for lower, higher in itertools.pairwise(ASCENDING):
        assert semver.sort_key(lower) < semver.sort_key(higher), (lower, higher)


@pytest.mark.parametrize(
    ("one", "other"),
    [("v1", "v1.0.0"), ("v1.2", "v1.2.0"), ("v1.0.0+a", "v1.0.0+b"), ("v1.0.0-x+a", "v1.0.0-x"), ("master", "")],
)
def test_what_does_not_count_leaves_versions_equal(one: str, other: str) -> None:
    assert semver.sort_key(one) == semver.sort_key(other)
