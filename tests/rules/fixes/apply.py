"""Puts a module on disk, finds what is wrong with it, and applies fixes to it, as an editor or `check --fix` would."""

from __future__ import annotations

import itertools
from collections import Counter
from pathlib import Path

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.workspace.safe_fixes import applied
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.rules.core.finding import Finding, Fix
from tests.shared_session import session_with


def write(root: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


def found(root: Path, go: str = "auto") -> list[Finding]:
    session = session_with(Options(go=go, platforms=(Platform("linux", "amd64"),)))
    return [f for file in sorted(root.rglob("*.go")) for f in session.check(file)]


def after(root: Path, files: dict[str, bytes], fix: Fix) -> dict[str, bytes]:
    """The module's files after a fix; asserts that its changes are exact and disjoint."""
    result = dict(files)
    for path in {e.file for e in fix.edits()}:
        name = path.relative_to(root).as_posix()
        edits = sorted((e for e in fix.edits() if e.file == path), key=lambda e: e.span)
        for one, two in itertools.pairwise(edits):
            assert one.span.end <= two.span.start, (one, two)
        assert edits[-1].span.end <= len(files[name])
        result[name] = applied(files[name], edits)
    for new in fix.creates():
        name = new.file.relative_to(root).as_posix()
        assert name not in result
        result[name] = new.text.encode("utf-8", "surrogateescape")
    assert result != files, fix.title
    return result


def codes(findings: list[Finding]) -> Counter[str]:
    return Counter(f.code for f in findings)


def versions_of(fix: Fix) -> str:
    """The versions that a fix for chosen versions is for, else `auto`."""
    head, sign, rest = fix.title.partition(" for Go ")
    return (
        rest.partition(":")[0].replace(" ", "")
        if sign and head.startswith(("Rewrite", "Change the remote"))
        else "auto"
    )
