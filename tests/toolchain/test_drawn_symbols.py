"""300 std symbols a version: what `check` says of a reference to each is what the real toolchain does with it.

GOLINKNAME_SEED and GOLINKNAME_DRAWN change the seed and the number, GOLINKNAME_PLATFORMS (`linux/386,js/wasm`) the
platforms; every named toolchain from 1.23 on is asked.
"""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.catalog.std.imports import StdImports
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from tests.oracle.drawn import Drawn, bringing, draw
from tests.oracle.run_cases import classify
from tests.oracle.toolchains import Toolchain, toolchains
from tests.test_recorded_cases import predicted

SEED = int(os.environ.get("GOLINKNAME_SEED", "20"))
COUNT = int(os.environ.get("GOLINKNAME_DRAWN", "300"))
PLATFORMS = [Platform.parse(p) for p in os.environ.get("GOLINKNAME_PLATFORMS", "linux/amd64").split(",")]
# Programs that one go command builds: it starts once for all, and their binaries take little room.
BATCH = 25
MARKS_SINCE = GoVersion(1, 23)
_PROGRAM = re.compile(r"^# example\.com/drawn/p(\d+)$", re.M)

pytestmark = pytest.mark.toolchain


@dataclass(frozen=True)
class Answer:
    """What check predicts of a drawn symbol's program, what the build does with it, and what both say."""

    predicted: bool
    failed: bool
    output: str
    findings: list[str]


def built(numbers: range, folder: Path, toolchain: Toolchain, platform: Platform) -> dict[int, str]:
    """What the build says of each of these programs; "" of one that it made."""
    binaries = folder / f"out{numbers.start}"
    binaries.mkdir()
    asked = [f"./p{n}" for n in numbers]
    status, output = toolchain.run(
        *("build", "-o", str(binaries) + os.sep, "-ldflags=-s -w", *asked),
        cwd=folder,
        CGO_ENABLED="0",
        GOOS=platform.goos,
        GOARCH=platform.goarch,
    )
    made = {f.name.split(".")[0] for f in binaries.iterdir()}
    shutil.rmtree(binaries)
    _, *told = _PROGRAM.split(output)
    said = dict(zip(map(int, told[::2]), told[1::2], strict=True))
    assert (status != 0) == bool(said), output
    assert made == {f"p{n}" for n in numbers} - {f"p{n}" for n in said}, output
    assert all(classify(1, text) == "link-error" for text in said.values()), output
    return {n: said.get(n, "") for n in numbers}


def answers(chosen: list[Drawn], graph: StdImports, folder: Path, toolchain: Toolchain) -> list[Answer]:
    folder.mkdir(parents=True)
    (folder / "go.mod").write_text("module example.com/drawn\n\ngo 1.21\n", "utf-8")
    target = graph.symbols.target
    session = Session(Options(toolchain.version, (target.platform,)))
    findings = []
    for number, drawn in enumerate(chosen):
        main = folder / f"p{number}" / "main.go"
        main.parent.mkdir()
        main.write_text(drawn.program(bringing(drawn, graph)), "utf-8")
        findings.append(session.check(main))
    batches = [range(n, min(n + BATCH, len(chosen))) for n in range(0, len(chosen), BATCH)]
    said: dict[int, str] = {}
    for batch in batches:
        said |= built(batch, folder, toolchain, target.platform)
    return [
        Answer(predicted(found), bool(said[n]), said[n], [f"{f.code} {f.severity.value} {f.message}" for f in found])
        for n, found in enumerate(findings)
    ]


@pytest.mark.parametrize("platform", PLATFORMS, ids=str)
def test_drawn_symbols_are_judged_as_the_toolchains_do(
    platform: Platform, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [t for t in toolchains().values() if GoVersion.parse(t.version) >= MARKS_SINCE]
    assert asked, "GOLINKNAME_GOROOTS names no toolchain from 1.23 on"
    wrong = [row for t in asked for row in disagreements(t, platform, tmp_path / t.version, capsys)]
    assert not wrong, "\n".join(wrong)


def disagreements(
    toolchain: Toolchain, platform: Platform, folder: Path, capsys: pytest.CaptureFixture[str]
) -> list[str]:
    symbols = Session().engine.symbols(Target(GoVersion.parse(toolchain.version), platform))
    chosen = draw(symbols, SEED, COUNT)
    found = answers(chosen, StdImports(symbols), folder, toolchain)
    wrong = [(d, a) for d, a in zip(chosen, found, strict=True) if a.predicted != a.failed]
    with capsys.disabled():
        groups = Counter(d.group for d in chosen)
        told = f"{len(chosen) - len(wrong)} of {len(chosen)} agree {dict(groups)}"
        print(f"\nGo {toolchain.version} {platform}, seed {SEED}: {told}")
    return [
        f"{toolchain.version} {platform} {d.symbol} ({d.group}): predicted {a.predicted}, failed {a.failed}:"
        f" {a.output[-300:]} | {a.findings}"
        for d, a in wrong
    ]
