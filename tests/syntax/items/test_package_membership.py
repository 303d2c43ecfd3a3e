"""Which package of its folder a file belongs to, by its name and its package clause (cmd/go, "Test packages")."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.package_membership import UnreadMember
from golinkname_ls.text.buffer import Buffer


@pytest.mark.parametrize(
    ("name", "package", "is_test", "is_external"),
    [
        ("a.go", "p", False, False),
        ("a_test.go", "p", True, False),
        ("a_test.go", "p_test", True, True),
        ("a.go", "p_test", False, False),
        ("test.go", "p", False, False),
        ("a_test_linux.go", "p", False, False),
        ("a_linux_test.go", "p", True, False),
        ("a_test.go", "", True, False),
    ],
)
def test_membership(name: str, package: str, is_test: bool, is_external: bool) -> None:
    member = UnreadMember(Path("folder") / name, package)
    assert (member.name, member.is_test, member.is_external_test) == (name, is_test, is_external)


def test_a_membership_of_a_moment_outlives_an_edit_of_the_package_clause() -> None:
    source = SourceFile(Path("a_test.go"), Buffer(b"package p\n"))
    before = source.as_now()
    source.splice(9, 9, b"_test")
    assert (before.package_name, before.is_external_test) == ("p", False)
    assert (source.package_name, source.is_external_test) == ("p_test", True)
