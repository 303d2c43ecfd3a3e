"""What go/types of real toolchains said of some packages (tests/oracle/types recorded it) against the catalog."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from golinkname_ls.catalog.std.resolved_declarations import dumped_declarations
from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion

RECORDED = sorted(Path(__file__).parent.glob("go-types-*.jsonl"))


@pytest.mark.parametrize("path", RECORDED, ids=lambda p: p.stem)
def test_as_recorded(path):
    _, _, version, goos, goarch = path.stem.split("-")
    theirs = [json.loads(line) for line in path.read_text().splitlines()]
    assert len(theirs) > 300
    go = GoVersion.parse(version)
    catalog = shipped().version(go)
    assert catalog is not None
    symbols = TargetSymbols(catalog, Target(go, Platform(goos, goarch)))
    packages = sorted({r["pkg"] for r in theirs})
    ours = {(r.file, r.line, r.name): r for r in dumped_declarations(symbols, packages)}
    assert ours.keys() == {(r["file"], r["line"], r["name"]) for r in theirs}
    for record in theirs:
        mine = ours[(record["file"], record["line"], record["name"])]
        assert (mine.kind, mine.type, mine.body) == (record["kind"], record["type"], record.get("body", False))
        if "size" in record:
            assert mine.layout is not None
            assert (mine.layout.size, mine.layout.align) == (record["size"], record["align"])
