"""Recorded cases: what is expected of each agrees with the real toolchains' verdicts, and `check` says just that."""

from __future__ import annotations

import os
import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.workspace.check_dependencies import check_dependency, dependencies
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.ports import cgo_asked
from golinkname_ls.rules.all_rules import RULES
from golinkname_ls.rules.core.finding import Finding, Severity, Stage
from tests.oracle.case_file import Case, Verdict, cases
from tests.oracle.run_cases import record
from tests.oracle.toolchains import toolchains
from tests.shared_session import session_with

RECORDED_ON = "linux/amd64"
"""A machine with a C compiler: cgo was on for its own platform."""
SHIPPED = {str(v) for v in shipped().versions}
STAGES = {module.RULE.code: module.RULE.stage for module in RULES}
FAILING = (Stage.COMPILE, Stage.LINK)
# Of these nothing is said at all.
UNSPOKEN = {"under-approximation: the compiler's own references", "under-approximation: debug types"}
POSITION = re.compile(r"^(?:\./)?([^\s:]+\.(?:go|s)):(\d+)", re.M)
# The toolchain crashed, or took no such flag: it names no place.
NO_PLACE = ("internal compiler error", "panic: runtime error", "flag provided but not defined")
NO_NAMES = {"go", "func", "var", "linkname", "main", "package", "int", "int64", "to", "not", "defined", "symbol"}
APPROXIMATED = 1_167
"""Verdicts that are predicted otherwise, and known to be (docs/optimiser.md): there may be fewer, not more."""

every_case = pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)


def options_of(case: Case, version: str) -> Options:
    """What the recorded build was told, as `check` is told it."""
    platform = f"{case.env.get('GOOS', 'linux')}/{case.env.get('GOARCH', 'amd64')}"
    tags = {"race"} if "-race" in case.args else set()
    tags |= {t for a in case.args if a.startswith("-tags=") for t in a.removeprefix("-tags=").split(",")}
    checklinkname = not any("-checklinkname=0" in a for a in case.args)
    cgo = cgo_asked(case.env)
    cgo = platform == RECORDED_ON if cgo is None else cgo
    return Options(version, (Platform.parse(platform),), frozenset(tags), checklinkname, cgo=cgo)


def findings_of(case: Case, folder: Path, version: str) -> list[Finding]:
    """What `check --deps` of the unpacked module says; what is vendored counts for those who import it."""
    session = session_with(options_of(case, version))
    files = [folder / name for name in case.files if name.endswith((".go", ".s")) and "vendor/" not in name]
    needed = dependencies(session, dict.fromkeys(file.parent for file in files))
    own = [f for file in files for f in session.check(file)]
    return own + [f for dependency in needed for f in check_dependency(session, dependency)]


def told(finding: Finding, folder: Path, case: Case) -> str:
    """As a case has it: `FILE:LINE CODE SEVERITY`."""
    name = finding.file.relative_to(folder).as_posix()
    line = case.files[name].encode()[: finding.span.start].count(b"\n") + 1
    return f"{name}:{line} {finding.code} {finding.severity.value}"


def fails_by(findings: list[str]) -> list[tuple[str, int]]:
    """The places of expected findings that say that the build fails."""
    failing = []
    for place, code, severity in map(str.split, findings):
        if severity == "error" and STAGES[code] in FAILING:
            name, _, line = place.rpartition(":")
            failing.append((name, int(line)))
    return failing


def predicted(findings: list[Finding]) -> bool:
    """Whether findings say that the build fails."""
    return any(f.severity is Severity.ERROR and f.stage in FAILING for f in findings)


@every_case
def test_what_is_expected_is_what_the_toolchains_said(case: Case) -> None:
    """An error of stage compile or link is expected where the build failed, and only there, but for approximations."""
    assert set(case.verdicts) <= SHIPPED
    elsewhere = []
    for version, verdict in case.verdicts.items():
        known, failing = case.approximation(version), fails_by(case.expected(version))
        if known:
            assert bool(failing) != verdict.failed, (
                version,
                "agrees: is it no approximation any more, or not in this version?",
            )
            assert bool(failing) is known.over, version
        else:
            assert bool(failing) == verdict.failed, (version, verdict)
        if failing and verdict.failed and not any(_is_what_failed(case, place, verdict) for place in failing):
            elsewhere.append((version, verdict.message))
    assert bool(elsewhere) is ("names_elsewhere" in case.head), elsewhere


def _is_what_failed(case: Case, place: tuple[str, int], verdict: Verdict) -> bool:
    """Whether the toolchain's words are about a place: they give it, or a name that stands there."""
    name, line = place
    if place in {(file, int(number)) for file, number in POSITION.findall(verdict.message)}:
        return True
    names = _names(case.files[name].split("\n")[line - 1]) - NO_NAMES
    return bool(names & _names(verdict.message)) or any(words in verdict.message for words in NO_PLACE)


def _names(text: str) -> set[str]:
    """The names in a line of code or a message, without the package paths before them: they tell no symbols apart."""
    return set(re.findall(r"(?<![\w%])\w+(?![\w/.%])", text.replace("·", ".")))


def decisive_versions(case: Case) -> list[str]:
    """The newest version, and both sides of each change of what is expected or recorded."""
    versions = list(case.verdicts)
    same = [(case.expected(v), case.verdicts[v].build, case.approximation(v)) for v in versions]
    last = len(versions) - 1
    return [
        version
        for i, version in enumerate(versions)
        if i == last or (i and same[i] != same[i - 1]) or same[i] != same[i + 1]
    ]


@every_case
def test_check_says_what_is_expected(case: Case, tmp_path: Path) -> None:
    hold(case, tmp_path, decisive_versions(case))


@pytest.mark.exhaustive
@every_case
def test_check_says_what_is_expected_in_every_version(case: Case, tmp_path: Path) -> None:
    hold(case, tmp_path, list(case.verdicts))


def hold(case: Case, folder: Path, versions: list[str]) -> None:
    case.unpack(folder)
    for version in versions:
        findings = findings_of(case, folder, version)
        assert sorted(told(f, folder, case) for f in findings) == sorted(case.expected(version)), version
        known = case.approximation(version)
        if known and not known.over and known.kind not in UNSPOKEN:
            assert any(f.severity is Severity.WARNING and ", if " in f.message for f in findings), version


def test_titles_tell_cases_apart() -> None:
    titles = Counter(case.title for case in cases())
    assert [t for t, count in titles.items() if count > 1] == []
    assert [t for t in titles if len(t.split()) < 4] == []


def test_agreement_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    agree: Counter[str] = Counter()
    total: Counter[str] = Counter()
    kinds: dict[str, Counter[str]] = {}
    for case in cases():
        for known in case.approximations:
            kinds.setdefault(known.kind, Counter())[known.cause] += 1
        for version in case.verdicts:
            total[version] += 1
            agree[version] += case.approximation(version) is None
    assert total.total() - agree.total() <= APPROXIMATED
    with capsys.disabled():
        print("\nrecorded verdicts that agree:")
        print("  ".join(f"{version}: {agree[version]}/{total[version]}" for version in total))
        for kind, causes in sorted(kinds.items()):
            print(f"{kind}, {causes.total()} cases:")
            print(*(f"  {count} {cause}" for cause, count in causes.most_common()), sep="\n")


@pytest.mark.toolchain
def test_the_toolchains_still_say_what_was_recorded() -> None:
    named = os.environ.get("GOLINKNAME_CASES", "").split()
    chosen = [case for case in cases() if not named or case.name in named]
    for version, toolchain in toolchains().items():
        with ThreadPoolExecutor(2) as pool:
            found = dict(zip(chosen, pool.map(partial(record, toolchain=toolchain), chosen), strict=True))
        again = {case.name: verdict.build for case, verdict in found.items() if verdict}
        recorded = {case.name: case.verdicts[version].build for case in chosen if version in case.verdicts}
        assert again == recorded
