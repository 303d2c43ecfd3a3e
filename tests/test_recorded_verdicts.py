"""Recorded verdicts of real toolchains against what `check` predicts.

`tests/cases` holds Go modules with `expected.json`, written by the real toolchains. An error of stage compile or link is
the prediction "the build fails".
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.window import Options
from golinkname_ls.catalog.store import shipped
from golinkname_ls.golang.platform import Platform
from golinkname_ls.rules.finding import Finding, Severity, Stage

CASES = Path(__file__).parent / "cases"
SHIPPED = {str(v) for v in shipped().versions}

# (case, version): why the prediction may differ from the build. Each is explained, none is silent.
EXPLAINED: dict[tuple[str, str], str] = {}


def load() -> list[tuple[str, str, dict]]:
    found = []
    for folder in sorted(CASES.iterdir()):
        expected = json.loads((folder / "expected.json").read_text("utf-8"))
        for version, verdict in expected["verdicts"].items():
            if version in SHIPPED:
                found.append((folder.name, version, verdict))
    return found


def findings_of(case: str, version: str) -> list[Finding]:
    session = Session(Options(go=version, platforms=(Platform.parse("linux/amd64"),)))
    return [f for file in sorted((CASES / case).rglob("*.go")) for f in session.check(file)]


def predicted(findings: list[Finding]) -> bool:
    return any(f.severity is Severity.ERROR and f.stage in (Stage.COMPILE, Stage.LINK) for f in findings)


@pytest.mark.parametrize(("case", "version", "verdict"), load(), ids=lambda v: v if isinstance(v, str) else "")
def test_prediction_agrees_with_the_real_build(case: str, version: str, verdict: dict) -> None:
    if (case, version) in EXPLAINED:
        pytest.xfail(EXPLAINED[(case, version)])
    findings = findings_of(case, version)
    assert predicted(findings) == (verdict["build"] != "ok"), (verdict["message"], [f.message for f in findings])


def test_agreement_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    rows = load()
    agree = sum(predicted(findings_of(c, v)) == (w["build"] != "ok") for c, v, w in rows)
    with capsys.disabled():
        print(f"\nrecorded verdicts: {agree} of {len(rows)} agree ({100 * agree / len(rows):.1f} %)")
    assert agree >= 0.95 * len(rows)
