"""How Go versions are put into runs, one for each file, and how runs are named and told."""

from __future__ import annotations

import pytest

from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.rules.edits.version_runs import VersionRun, fewest_groups, version_ranges, version_runs


def versions(*minors: int) -> list[GoVersion]:
    return [GoVersion(1, minor) for minor in minors]


def go(minor: int | None) -> GoVersion | None:
    return GoVersion(1, minor) if minor is not None else None


@pytest.mark.parametrize(
    ("groups", "runs"),
    [
        ([[21, 22], [23, 24]], [(None, 23, 0), (23, None, 1)]),
        ([[23, 24], [21, 22]], [(None, 23, 1), (23, None, 0)]),
        # A group may come back.
        ([[21, 23], [22]], [(None, 22, 0), (22, 23, 1), (23, None, 0)]),
        ([[21, 22]], [(None, None, 0)]),
        # What lies between versions that are known is the older one's, up to where the next begins.
        ([[19], [23]], [(None, 23, 0), (23, None, 1)]),
        ([[21], [], [22]], [(None, 22, 0), (22, None, 2)]),
        ([], []),
        ([[21, 22], [22]], None),
    ],
)
def test_runs_cover_all_versions(groups: list[list[int]], runs: list[tuple] | None) -> None:
    expected = [VersionRun(go(first), go(end), group) for first, end, group in runs] if runs is not None else None
    assert version_runs([versions(*group) for group in groups]) == expected


@pytest.mark.parametrize(
    ("first", "end", "word"),
    [(22, None, "go122"), (22, 24, "go122"), (None, 22, "before_go122"), (None, None, "split"), (9, None, "go19")],
)
def test_run_has_a_word_for_file_names(first: int | None, end: int | None, word: str) -> None:
    assert VersionRun(go(first), go(end), 0).word == word


@pytest.mark.parametrize(
    ("fits", "groups"),
    [
        # By text, the versions of 21, 22, 23 that it fits.
        ([{21, 22, 23}, {21, 22, 23}], [[21, 22, 23], []]),
        ([{21}, {22, 23}], [[21], [22, 23]]),
        # A text is kept as long as it fits, though an earlier one would do again.
        ([{21, 23}, {22, 23}], [[21], [22, 23]]),
        ([{22}, {21, 22, 23}], [[], [21, 22, 23]]),
        ([{21, 23}, {22}], [[21, 23], [22]]),
        ([{21}, {22}], None),
    ],
)
def test_texts_change_as_rarely_as_they_can(fits: list[set[int]], groups: list[list[int]] | None) -> None:
    found = fewest_groups(versions(23, 21, 22), len(fits), lambda n, version: version.minor in fits[n])
    assert found == ([versions(*group) for group in groups] if groups is not None else None)


@pytest.mark.parametrize(
    ("minors", "text"),
    [
        ([21, 22, 23, 25], "1.21-1.23, 1.25"),
        ([25, 23, 22], "1.22-1.23, 1.25"),
        ([21], "1.21"),
        ([19, 21], "1.19, 1.21"),
        ([21, 21], "1.21"),
        ([], ""),
    ],
)
def test_versions_are_told_in_ranges(minors: list[int], text: str) -> None:
    assert version_ranges(versions(*minors)) == text
