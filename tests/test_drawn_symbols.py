"""300 std symbols a version: what `check` says of a reference to each is what the real toolchain does with it.

GOLINKNAME_SEED and GOLINKNAME_DRAWN change the seed and the number; every named toolchain from 1.23 on is asked.
"""

from __future__ import annotations

import os
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.window import Options
from golinkname_ls.catalog.std_imports import StdImports
from golinkname_ls.golang.platform import Platform
from golinkname_ls.golang.target import Target
from golinkname_ls.golang.version import GoVersion
from tests.oracle.drawn import Drawn, bringing, draw
from tests.oracle.run_cases import classify
from tests.oracle.toolchains import Toolchain, toolchains
from tests.test_recorded_verdicts import predicted

SEED = int(os.environ.get("GOLINKNAME_SEED", "20"))
COUNT = int(os.environ.get("GOLINKNAME_DRAWN", "300"))
PLATFORM = "linux/amd64"
MARKS_SINCE = GoVersion(1, 23)

pytestmark = pytest.mark.toolchain


def judged(drawn: Drawn, folder: Path, imports: list[str], toolchain: Toolchain) -> tuple[bool, bool, str, list[str]]:
    """(what check predicts, what the build does, what the build says, what check says)."""
    folder.mkdir()
    (folder / "go.mod").write_text("module example.com/drawn\n\ngo 1.21\n", "utf-8")
    main = folder / "main.go"
    main.write_text(drawn.program(imports), "utf-8")
    goos, goarch = PLATFORM.split("/")
    status, output = toolchain.run(
        "build", "-o", os.devnull, "-ldflags=-s -w", ".", cwd=folder, CGO_ENABLED="0", GOOS=goos, GOARCH=goarch
    )
    findings = Session(Options(toolchain.version, (Platform.parse(PLATFORM),))).check(main)
    assert classify(status, output) in ("ok", "link-error", "other-error"), output
    return predicted(findings), status != 0, output, [f"{f.code} {f.severity.value} {f.message}" for f in findings]


def test_drawn_symbols_are_judged_as_the_toolchains_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = [t for t in toolchains().values() if GoVersion.parse(t.version) >= MARKS_SINCE]
    assert asked, "GOLINKNAME_GOROOTS names no toolchain from 1.23 on"
    wrong = [row for toolchain in asked for row in disagreements(toolchain, tmp_path / toolchain.version, capsys)]
    assert not wrong, "\n".join(wrong)


def disagreements(toolchain: Toolchain, folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    folder.mkdir()
    version = toolchain.version
    engine = Session().engine
    symbols = engine.symbols(Target(GoVersion.parse(version), Platform.parse(PLATFORM)))
    graph = StdImports(symbols)
    chosen = draw(symbols, SEED, COUNT)
    with ThreadPoolExecutor(2) as pool:
        answers = list(
            pool.map(
                lambda n: judged(chosen[n], folder / str(n), bringing(chosen[n], graph), toolchain), range(len(chosen))
            )
        )
    wrong = [(d, a) for d, a in zip(chosen, answers, strict=True) if a[0] != a[1]]
    with capsys.disabled():
        groups = Counter(d.group for d in chosen)
        print(f"\nGo {version}, seed {SEED}: {len(chosen) - len(wrong)} of {len(chosen)} agree {dict(groups)}")
    return [
        f"{version} {d.symbol} ({d.group}): predicted {a[0]}, failed {a[1]}: {a[2][-300:]} | {a[3]}" for d, a in wrong
    ]
