"""What the package's regular expressions keep clear of."""

from __future__ import annotations

import re
from pathlib import Path

import golinkname_ls


def test_no_group_is_possessive():
    """Python 3.11.2, which Debian 12 has, matches them wrongly (gh-101955)."""
    files = sorted(Path(golinkname_ls.__file__).parent.rglob("*.py"))
    assert len(files) > 200
    found = [f"{file.name}: {m[0]}" for file in files for m in re.finditer(r"\)[*?+]\+", file.read_text("utf-8"))]
    assert found == []
