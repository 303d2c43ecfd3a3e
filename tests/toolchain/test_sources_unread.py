"""Sources of real Go versions read without a tree tell what their trees tell."""

from __future__ import annotations

import pytest

from tests.syntax.scan.test_treeless_outline import hold_to_its_tree
from tests.toolchain.goroots import demand, goroots

pytestmark = pytest.mark.toolchain

# Every file takes a quarter of an hour; a prime number of them meets all folders.
STEP = 19


def test_sources_of_goroots() -> None:
    for goroot in demand(goroots()):
        files = sorted((goroot.path / "src").rglob("*.go"))[::STEP]
        assert len(files) > 200
        for file in files:
            hold_to_its_tree(file.read_bytes())
