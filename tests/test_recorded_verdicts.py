"""Recorded verdicts of real toolchains against what `check` predicts.

`tests/cases` holds Go modules with `expected.json`, written by the real toolchains. An error of stage compile or link is
the prediction "the build fails".
"""

from __future__ import annotations

import functools
import json
import os
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.workspace.check_dependencies import check_dependency, dependencies
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.ports import cgo_asked
from golinkname_ls.rules.core.finding import Finding, Severity, Stage
from tests.oracle.run_cases import record
from tests.oracle.toolchains import toolchains

CASES = Path(__file__).parent / "cases"
RECORDED_ON = "linux/amd64"
"""A machine with a C compiler: cgo was on for its own platform."""
SHIPPED = {str(v) for v in shipped().versions}


@dataclass(frozen=True)
class Approximation:
    """Where the prediction is known to differ from the real build, and why: `over` says that a build fails which does not."""

    over: bool
    kind: str
    cause: str
    versions: frozenset[str]


# Of these nothing is said at all.
UNSPOKEN = {"under-approximation: the compiler's own references", "under-approximation: debug types"}


@functools.cache
def approximations(case: str) -> tuple[Approximation, ...]:
    """What the case carries in its `case.json`."""
    listed = json.loads((CASES / case / "case.json").read_text("utf-8")).get("approximations", [])
    return tuple(
        Approximation(a["kind"].startswith("over-"), a["kind"], a["cause"], frozenset(a["versions"])) for a in listed
    )


def approximation(case: str, version: str) -> Approximation | None:
    return next((a for a in approximations(case) if version in a.versions), None)


def load() -> list[tuple[str, str, dict]]:
    found = []
    for folder in sorted(CASES.iterdir()):
        expected = json.loads((folder / "expected.json").read_text("utf-8"))
        for version, verdict in expected["verdicts"].items():
            if version in SHIPPED:
                found.append((folder.name, version, verdict))
    return found


def options_of(case: str, version: str) -> Options:
    """What the recorded build was told, as `check` is told it."""
    given = json.loads((CASES / case / "expected.json").read_text("utf-8"))["options"]
    environment, arguments = given.get("env", {}), given.get("build_args", [])
    platform = f"{environment.get('GOOS', 'linux')}/{environment.get('GOARCH', 'amd64')}"
    tags = {"race"} if "-race" in arguments else set()
    tags |= {t for a in arguments if a.startswith("-tags=") for t in a.removeprefix("-tags=").split(",")}
    checklinkname = not any("-checklinkname=0" in a for a in arguments)
    cgo = cgo_asked(environment)
    cgo = platform == RECORDED_ON if cgo is None else cgo
    return Options(version, (Platform.parse(platform),), frozenset(tags), checklinkname, cgo=cgo)


@functools.cache
def session_with(options: Options) -> Session:
    """One for all cases that are asked the same way, as for a workspace of many modules: std is read once for them."""
    return Session(options)


@functools.cache
def findings_of(case: str, version: str) -> list[Finding]:
    session = session_with(options_of(case, version))
    below = [f for kind in ("*.go", "*.s") for f in sorted((CASES / case).rglob(kind))]
    # As `check --deps` of the module has it: what is vendored counts for those who import it.
    files = [f for f in below if "vendor" not in f.relative_to(CASES / case).parts]
    needed = dependencies(session, dict.fromkeys(file.parent for file in files))
    own = [f for file in files for f in session.check(file)]
    return own + [f for dependency in needed for f in check_dependency(session, dependency)]


def predicted(findings: list[Finding]) -> bool:
    return any(f.severity is Severity.ERROR and f.stage in (Stage.COMPILE, Stage.LINK) for f in findings)


def by_case() -> dict[str, dict[str, dict]]:
    found: dict[str, dict[str, dict]] = {}
    for case, version, verdict in load():
        found.setdefault(case, {})[version] = verdict
    return found


def differs(case: str, version: str, verdict: dict) -> bool:
    return predicted(findings_of(case, version)) != (verdict["build"] != "ok")


@pytest.mark.parametrize(("case", "verdicts"), by_case().items(), ids=lambda v: v if isinstance(v, str) else "")
def test_prediction_agrees_with_the_real_builds(case: str, verdicts: dict[str, dict]) -> None:
    """But where the case carries an approximation: there it differs, in that direction, and no error is a wrong one."""
    wrong = {}
    for version, verdict in verdicts.items():
        known, findings = approximation(case, version), findings_of(case, version)
        said, failed = predicted(findings), verdict["build"] != "ok"
        expected = said != failed and said is known.over if known else said == failed
        if not expected:
            wrong[version] = (verdict["message"], [f.message for f in findings])
        if known and not known.over and known.kind not in UNSPOKEN:
            assert any(f.severity is Severity.WARNING and ", if " in f.message for f in findings), version
    assert not wrong


def test_agreement_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    agree: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for case, version, verdict in load():
        total[version] += 1
        agree[version] += not differs(case, version, verdict)
    kinds: dict[str, Counter[str]] = {}
    exact = []
    for case in by_case():
        for known in approximations(case):
            kinds.setdefault(known.kind, Counter())[known.cause] += 1
        cause = json.loads((CASES / case / "case.json").read_text("utf-8")).get("exact")
        exact += [f"  {case}: {cause}"] if cause else []
    with capsys.disabled():
        print("\nrecorded verdicts that agree:")
        print("  ".join(f"{version}: {agree[version]}/{total[version]}" for version in total))
        print("now exact, by what mends them:", *exact, sep="\n")
        for kind, causes in sorted(kinds.items()):
            print(f"{kind}, {causes.total()} cases:")
            print(*(f"  {count} {cause}" for cause, count in causes.most_common()), sep="\n")


@pytest.mark.toolchain
def test_the_toolchains_still_say_what_was_recorded() -> None:
    names = os.environ.get("GOLINKNAME_CASES", "").split() or sorted({case for case, _, _ in load()})
    for version, toolchain in toolchains().items():
        again = partial(record, toolchain=toolchain)
        with ThreadPoolExecutor(2) as pool:
            found = dict(zip(names, pool.map(again, [CASES / n for n in names]), strict=True))
        recorded = {case: verdict["build"] for case, known, verdict in load() if known == version}
        assert {c: f["build"] for c, f in found.items() if f} == {c: b for c, b in recorded.items() if c in names}
