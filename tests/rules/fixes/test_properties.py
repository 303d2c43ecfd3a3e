"""Whatever a file looks like: a fix takes its finding away and adds none, and there is nothing left for it to do."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from golinkname_ls.rules.core.finding import Finding, Fix
from tests.rules.fixes.apply import after, codes, found, versions_of, write
from tests.rules.fixes.shapes import CORES, Core, Shape, module, shapes

# A pull in the place of a body, or of a comment, is there for the first time: what it pulls may have public API.
_ADVICE = {"LN401"}


def check_fixes(files: dict[str, bytes], code: str) -> list[tuple[Finding, Fix, dict[str, bytes]]]:
    """Apply each fix of the findings of a code on its own; returns what came of it."""
    done = []
    with tempfile.TemporaryDirectory() as folder:
        root = write(Path(folder) / "before", files)
        for number, finding in enumerate(found(root)):
            for index, fix in enumerate(finding.fixes if finding.code == code else ()):
                fixed = after(root, files, fix)
                again = write(Path(folder) / f"after{number}.{index}", fixed)
                check_one(root, again, finding, fix)
                done.append((finding, fix, fixed))
    return done


def check_one(root: Path, again: Path, finding: Finding, fix: Fix) -> None:
    go = versions_of(fix)
    before, now = found(root, go), found(again, go)
    left = [f for f in now if f.code == finding.code and fix.title in {x.title for x in f.fixes}]
    assert codes(now)[finding.code] < codes(before)[finding.code], (fix.title, [f.message for f in now])
    assert not left, fix.title
    added = codes(now) - codes(before)
    assert not set(added) - _ADVICE, (fix.title, [f.message for f in now if f.code in added])


@pytest.mark.parametrize("name", CORES)
def test_plain_shape_has_a_fix(name):
    core = CORES[name]
    assert check_fixes(module(core, Shape(go="1.23" if core.code != "LN301" else "1.21")), core.code)


@pytest.mark.parametrize("name", CORES)
@settings(max_examples=4, deadline=None)
@given(shape=shapes)
def test_fix_removes_its_finding_and_adds_none(name, shape):
    core: Core = CORES[name]
    check_fixes(module(core, shape), core.code)
