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
from functools import partial
from pathlib import Path

import pytest

from golinkname_ls.analysis.dependencies import check_dependency, dependencies
from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.window import Options
from golinkname_ls.catalog.store import shipped
from golinkname_ls.golang.platform import Platform
from golinkname_ls.golang.ports import cgo_asked
from golinkname_ls.rules.finding import Finding, Severity, Stage
from tests.oracle.run_cases import record
from tests.oracle.toolchains import toolchains

CASES = Path(__file__).parent / "cases"
RECORDED_ON = "linux/amd64"
"""A machine with a C compiler: cgo was on for its own platform."""
SHIPPED = {str(v) for v in shipped().versions}

UNREACHABLE = "an undefined func that live code mentions, though nothing that runs reaches that code"
LIBRARY = "a module without a main: `go build ./...` links nothing, a program that imports it would fail"

# Case: why the prediction may say that a build fails which does not. Each is explained, none is silent.
EXPLAINED = {
    "h02b_notexist_ref_from_uncalled_func": UNREACHABLE,
    "u18_exported_stub_in_uncalled_func": UNREACHABLE,
    "u19_exported_stub_in_variable": UNREACHABLE,
    "h07_lib_only_bad": LIBRARY,
    "h08c_test_file_bad_build": LIBRARY + "; the reference stands in a test file, so `go test` fails",
    "k01_asm_call_unmarked_go": UNREACHABLE,
    "p05_std_not_linked_mentioned_uncalled": UNREACHABLE,
    "z39_unused_method_value": UNREACHABLE,
    "n06c_no_prefix_abiinternal_asm": UNREACHABLE,
}


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


@pytest.mark.parametrize(("case", "verdicts"), by_case().items(), ids=lambda v: v if isinstance(v, str) else "")
def test_prediction_agrees_with_the_real_builds(case: str, verdicts: dict[str, dict]) -> None:
    wrong, explained = {}, False
    for version, verdict in verdicts.items():
        findings = findings_of(case, version)
        said, failed = predicted(findings), verdict["build"] != "ok"
        if said != failed and not (case in EXPLAINED and said):
            wrong[version] = (verdict["message"], [f.message for f in findings])
        explained = explained or (said and not failed)
    assert not wrong
    if explained:
        pytest.xfail(EXPLAINED[case])


def test_agreement_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    agree: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for case, version, verdict in load():
        total[version] += 1
        said, failed = predicted(findings_of(case, version)), verdict["build"] != "ok"
        agree[version] += said == failed or (case in EXPLAINED and said)
    with capsys.disabled():
        print("\nrecorded verdicts that agree, or differ in a way that is explained:")
        print("  ".join(f"{version}: {agree[version]}/{total[version]}" for version in total))
    assert agree == total


def test_nothing_is_explained_that_agrees() -> None:
    differing = {c for c, v, w in load() if predicted(findings_of(c, v)) != (w["build"] != "ok")}
    assert differing == set(EXPLAINED)


@pytest.mark.toolchain
def test_the_toolchains_still_say_what_was_recorded() -> None:
    names = os.environ.get("GOLINKNAME_CASES", "").split() or sorted({case for case, _, _ in load()})
    for version, toolchain in toolchains().items():
        again = partial(record, toolchain=toolchain)
        with ThreadPoolExecutor(2) as pool:
            found = dict(zip(names, pool.map(again, [CASES / n for n in names]), strict=True))
        recorded = {case: verdict["build"] for case, known, verdict in load() if known == version}
        assert {c: f["build"] for c, f in found.items() if f} == {c: b for c, b in recorded.items() if c in names}
