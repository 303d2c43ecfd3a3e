"""The catalog against go/types of the same version: names, types, sizes and alignments of the whole std library."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from golinkname_ls.catalog.std.resolved_declarations import DumpedDeclaration, dumped_declarations
from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from tests.toolchain.goroots import Goroot, demand, goroots

pytestmark = pytest.mark.toolchain

ORACLE = Path(__file__).parents[1] / "oracle" / "types"
PLATFORMS = ["linux/amd64", "windows/arm64", "darwin/arm64", "linux/386", "js/wasm"]
KINDS = ["func", "method", "type", "var"]


@pytest.fixture(scope="module")
def oracle(tmp_path_factory):
    """Builds the oracle once for each toolchain."""
    built: dict[Path, Path] = {}

    def build(goroot: Goroot) -> Path:
        if goroot.path not in built:
            program = tmp_path_factory.mktemp("oracle") / "oracle"
            done = goroot.go("build", "-o", str(program), ".", cwd=ORACLE)
            assert done.returncode == 0, done.stderr
            built[goroot.path] = program
        return built[goroot.path]

    return build


def key(package: str, name: str, kind: str, file: str, line: int) -> tuple[str, str, str, str, int]:
    return (package, name, kind, file, line)


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("goroot", demand(goroots()) if goroots() else [None], ids=str)
def test_as_go_types(goroot, platform, oracle, tmp_path, capsys):
    demand([goroot] if goroot else [])
    goos, goarch = platform.split("/")
    # GOARCH decides which experiments the oracle's build tags have.
    # Debian's GOROOT has src as a symbolic link, which filepath.WalkDir does not follow.
    real = (goroot.path / "src").resolve().parent
    env = {"GOOS": goos, "GOARCH": goarch, "GOROOT": str(real)}
    done = goroot.run(oracle(goroot), goos, goarch, cwd=tmp_path, env=env)
    assert done.returncode == 0, done.stderr
    theirs = {}
    for line in done.stdout.splitlines():
        record = json.loads(line)
        # Package builtin only documents the language: its `type int int` does not type-check.
        if record["pkg"] != "builtin":
            theirs[key(record["pkg"], record["name"], record["kind"], record["file"], record["line"])] = record
    catalog = shipped().version(goroot.version)
    assert catalog is not None, f"the catalog has no Go {goroot.version}"
    symbols = TargetSymbols(catalog, Target(goroot.version, Platform.parse(platform)))
    ours = {key(r.package, r.name, r.kind, r.file, r.line): r for r in dumped_declarations(symbols)}
    ours = {k: r for k, r in ours.items() if k[0] != "builtin"}

    assert sorted(set(theirs) - set(ours)) == []
    assert sorted(set(ours) - set(theirs)) == []
    total, equal, differing = Counter[str](), Counter[str](), list[str]()
    for place, record in theirs.items():
        mine = ours[place]
        total[mine.kind] += 1
        equal[mine.kind] += mine.type == record["type"]
        if mine.type != record["type"]:
            differing.append(f"{place[0]}.{place[1]}: {mine.type}\n    go/types: {record['type']}")
        if "size" in record or "align" in record:
            total["size"] += 1
            same = measured(mine) == (record.get("size", 0), record.get("align", 0))
            equal["size"] += same
            if not same:
                differing.append(f"{place[0]}.{place[1]}: {mine.layout}, go/types: {record}")
    with capsys.disabled():
        rates = "  ".join(f"{k} {equal[k]}/{total[k]}" for k in [*KINDS, "size"])
        print(f"\n{goroot} {platform:15} {rates}")
        print("\n".join(differing[:20]))
    assert differing == []


def measured(record: DumpedDeclaration) -> tuple[int, int] | None:
    return (record.layout.size, record.layout.align) if record.layout is not None else None
