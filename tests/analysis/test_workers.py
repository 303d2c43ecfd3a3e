"""Files checked by several processes: the same findings as by one, whatever becomes of the processes."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golinkname_ls.analysis.options import Options, OptionsError
from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.workspace import check_files, worker_processes
from golinkname_ls.analysis.workspace.file_result import CheckedFile, check_file
from golinkname_ls.analysis.workspace.load_balancing import Job, shares
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.rules.edits.change import FileChange
from tests.analysis.modules import write_module

forks = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process checks all files")

STUB = """\
package {package}

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
func nanotime() {result}

//go:linkname gcStart runtime.gcStart
func gcStart()

var _ = nanotime
var _ = gcStart
"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Packages with findings of their own, files of other systems, assembly, and files that say nothing."""
    texts = {"empty.s": ""}
    for number in range(24):
        folder = f"p{number:02}"
        texts[f"{folder}/a.go"] = STUB.format(package=folder, result="int32" if number % 3 else "int64")
        texts[f"{folder}/a_windows.go"] = f"package {folder}\n\n//go:linkname exit runtime.exit\nfunc exit(int32)\n"
        texts[f"{folder}/a_amd64.s"] = "TEXT ·f(SB), 4, $0\n\tCALL runtime·gcStart(SB)\n\tRET\n"
        texts[f"{folder}/plain.go"] = f"package {folder}\n\nfunc plain() {{}}\n"
    write_module(tmp_path, texts)
    return sorted(file for file in tmp_path.rglob("*") if file.suffix in (".go", ".s"))


Shown = tuple[list[Finding], list[tuple[str, tuple[FileChange, ...]]], int, str]


def shown(checked: CheckedFile) -> Shown:
    """A result with what its fixes change in place of what works that out."""
    fixes = [(fix.title, fix.changes()) for finding in checked.findings for fix in finding.fixes]
    return [replace(finding, fixes=()) for finding in checked.findings], fixes, checked.directives, checked.read_error


def alone(files: list[Path]) -> list[Shown]:
    session = Session(Options())
    return [shown(check_file(session, file)) for file in files]


def together(files: list[Path]) -> list[Shown]:
    found = list(worker_processes.check_in_processes(Session(Options()), files, 3))
    assert Counter(index for index, _ in found) == Counter(range(len(files)))
    return [shown(checked) for _, checked in sorted(found)]


@forks
def test_the_findings_of_one_process(files):
    expected = alone(files)
    assert any(fixes for _, fixes, _, _ in expected)
    assert {finding.code for findings, _, _, _ in expected for finding in findings} >= {"LN201", "LN207", "LN301"}
    assert together(files) == expected


@forks
def test_unreadable_files_are_named(files):
    gone = files[5]
    expected = alone(files)
    session = Session(Options())
    for file in files:
        session.project(file.parent)
        session.workload(file.parent / "none.go")
    gone.unlink()
    gone.symlink_to(gone)
    found = dict(worker_processes.check_in_processes(session, files, 3))
    assert found[5].read_error
    others = [i for i, file in enumerate(files) if file.parent != gone.parent]
    assert [shown(found[i]) for i in others] == [expected[i] for i in others]


@forks
@pytest.mark.parametrize("end", [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1 // 0])
@pytest.mark.parametrize("victim", ["workload", "check"])
@pytest.mark.parametrize("folder", ["p07", ""])
def test_what_a_worker_leaves_undone_is_done_here(files, monkeypatch, end, victim, folder):
    expected = alone(files)
    here, method = os.getpid(), getattr(Session, victim)

    def dying(self, path, **options):
        if os.getpid() != here and folder in path.parent.name:
            end()
        return method(self, path, **options)

    monkeypatch.setattr(Session, victim, dying)
    assert together(files) == expected


@forks
def test_an_error_is_met_again_here(files, monkeypatch):
    def failing(self, path):
        raise OptionsError(f"no window for {path.name}")

    monkeypatch.setattr(Session, "check", failing)
    with pytest.raises(OptionsError, match=r"no window for a\.go|a_amd64\.s"):
        together(files)


@forks
def test_no_process_is_left_behind(files):
    results = worker_processes.check_in_processes(Session(Options()), files, 3)
    next(results)
    assert len(multiprocessing.active_children()) == 3
    results.close()
    assert not multiprocessing.active_children()


def test_few_files_take_one_process(files, monkeypatch):
    monkeypatch.setattr(check_files, "processors", lambda: 1)
    assert [shown(checked) for _, checked in check_files.check_files(Session(Options()), files)] == alone(files)


@forks
def test_many_files_take_several(files, monkeypatch):
    asked = []
    monkeypatch.setattr(check_files, "_ENOUGH_FILES", len(files))
    monkeypatch.setattr(check_files, "processors", lambda: 64)
    monkeypatch.setattr(worker_processes, "check_in_processes", lambda *arguments: asked.append(arguments) or iter(()))
    session = Session(Options())
    list(check_files.check_files(session, files))
    assert asked == [(session, files, 4)]
    assert len(list(check_files.check_files(session, files[1:]))) == len(files) - 1


JOBS = st.builds(Job, st.sampled_from([(), ("linux/amd64",), ("a", "b"), ("c",)]), st.sampled_from([1, 0.05, 0.3]))


@given(st.dictionaries(st.integers(0, 400), JOBS), st.integers(1, 5))
def test_each_file_is_dealt_out_once(jobs, count):
    dealt = shares(jobs, count)
    assert len(dealt) == count
    assert sorted(index for share in dealt for index in share) == sorted(jobs)
    assert all(share == sorted(share) for share in dealt)


def test_files_of_one_platform_stay_together():
    jobs = dict.fromkeys(range(110), Job(("linux/amd64",))) | {i: Job((f"os{i % 9}",)) for i in range(110, 200)}
    assert sorted(map(len, shares(jobs, 2))) == [90, 110]


def test_a_large_group_is_dealt_out_in_neighbours():
    dealt = shares(dict.fromkeys(range(100), Job(("linux/amd64",))), 4)
    assert sorted(dealt) == [list(range(start, start + 25)) for start in (0, 25, 50, 75)]


def test_small_files_and_those_that_nothing_builds_weigh_less():
    here = ("linux/amd64",)
    jobs = dict.fromkeys(range(50), Job(here)) | dict.fromkeys(range(50, 150), Job(here, 0.5))
    jobs |= dict.fromkeys(range(150, 450), Job(()))
    dealt = shares(jobs, 2)
    assert sorted(sum(jobs[index].weight for index in share) for share in dealt) == [50, 50]
    assert [index for index in range(150) if index in dealt[0]] in (list(range(50)), list(range(50, 150)))
