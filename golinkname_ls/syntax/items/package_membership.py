"""The membership of a Go file in a package of its folder, by its name and its package clause."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path


class Member:
    """A Go file with its name and the name of its package."""

    path: Path

    @property
    def package_name(self) -> str:
        """The name in the package clause, "" without."""
        raise NotImplementedError

    @cached_property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    @cached_property
    def is_test(self) -> bool:
        """Whether the file is part of test binaries only."""
        return self.name.endswith("_test.go")

    @property
    def is_external_test(self) -> bool:
        """Whether its package is that of the folder's external tests: another one, with `_test` behind its path."""
        return self.is_test and self.package_name.endswith("_test")

    def as_now(self) -> UnreadMember:
        """The membership at this moment: an edit of the package clause does not change it."""
        return UnreadMember(self.path, self.package_name)


class UnreadMember(Member):
    """A file of which only the header was read."""

    def __init__(self, path: Path, package_name: str) -> None:
        self.path = path
        self._package_name = package_name

    @property
    def package_name(self) -> str:
        """The name in the package clause."""
        return self._package_name
