"""How an import path stands in symbols (cmd/internal/objabi/path.go, PathToPrefix; cases/LN202/escaped_dot_in_path)."""

from __future__ import annotations

import pytest

from golinkname_ls.program.symbol_prefix import path_to_prefix


@pytest.mark.parametrize(
    ("path", "prefix"),
    [
        ("foo/bar", "foo/bar"),
        # Dots behind the last slash alone.
        ("foo/bar.v1", "foo/bar%2ev1"),
        ("foo.bar/v1", "foo.bar/v1"),
        ("foo.bar/v.1.2", "foo.bar/v%2e1%2e2"),
        ("v1.0", "v1%2e0"),
        ("foo.bar/", "foo.bar/"),
        # What the name could not be read back with, and what is not printable ASCII.
        ("a%b/c", "a%25b/c"),
        ('a"b/c', "a%22b/c"),
        ("a b", "a%20b"),
        ("a\x7fb", "a%7fb"),
        ("a~!b", "a~!b"),
        ("foo/b\u00e4r", "foo/b%c3%a4r"),
        ("", ""),
    ],
)
def test_escaped(path: str, prefix: str) -> None:
    assert path_to_prefix(path) == prefix
