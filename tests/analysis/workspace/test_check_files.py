"""Files checked by an executor: the same findings as by one process, whatever becomes of its workers."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golinkname_ls.analysis.options import Options, OptionsError
from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.workspace import check_files
from golinkname_ls.analysis.workspace import fork_pool_executor as forked_processes
from golinkname_ls.analysis.workspace.check_files import check_in_executor
from golinkname_ls.analysis.workspace.check_task import LOST, CheckedFile, check_file, use_session
from golinkname_ls.analysis.workspace.fork_pool_executor import ForkedProcesses
from tests.analysis.modules import write_module
from tests.told import told

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


Shown = tuple[list[tuple], int, str]


def shown(checked: CheckedFile) -> Shown:
    """A result with what its fixes change in place of what works that out."""
    return told(checked.findings, changes=True), checked.directives, checked.read_error


def alone(files: list[Path]) -> list[Shown]:
    session = Session(Options())
    return [shown(check_file(session, file)) for file in files]


def together(files: list[Path], session: Session | None = None) -> list[Shown]:
    with use_session(session or Session(Options())):
        found = list(check_in_executor(ForkedProcesses(3), files, 3))
    assert Counter(index for index, _ in found) == Counter(range(len(files)))
    return [shown(checked) for _, checked in sorted(found)]


@forks
def test_the_findings_of_one_process(files):
    expected = alone(files)
    assert any(finding[-1] for findings, _, _ in expected for finding in findings)
    assert {finding[0] for findings, _, _ in expected for finding in findings} >= {"LN201", "LN207", "LN301"}
    assert together(files) == expected


@forks
def test_unreadable_files_are_named(files):
    gone = files[5]
    expected = alone(files)
    session = Session(Options())
    for file in files:
        session.project(file.parent)
        session.directives(file.parent / "none.go")
    gone.unlink()
    gone.symlink_to(gone)
    found = together(files, session)
    assert found[5][2]
    others = [i for i, file in enumerate(files) if file.parent != gone.parent]
    assert [found[i] for i in others] == [expected[i] for i in others]


@forks
def test_a_file_that_ends_its_process_costs_only_itself(files, monkeypatch):
    expected = alone(files)
    here, check = os.getpid(), Session.check

    def dying(self, path):
        if os.getpid() != here and path == files[7]:
            os.kill(os.getpid(), signal.SIGKILL)
        return check(self, path)

    monkeypatch.setattr(Session, "check", dying)
    found = together(files)
    assert found[7] == shown(LOST)
    assert [*found[:7], *found[8:]] == [*expected[:7], *expected[8:]]


@forks
def test_a_file_that_takes_for_ever_costs_only_itself(files, monkeypatch):
    expected = alone(files)
    check = Session.check

    def endless(self, path):
        while path == files[7]:
            time.sleep(0.05)
        return check(self, path)

    monkeypatch.setattr(Session, "check", endless)
    with use_session(Session(Options())):
        found = dict(check_in_executor(ForkedProcesses(3, limit=3), files, 3))
    assert shown(found[7]) == shown(LOST)
    assert [shown(found[i]) for i in range(len(files)) if i != 7] == [*expected[:7], *expected[8:]]


def test_any_executor_will_do(files):
    session = Session(Options())
    with use_session(session):
        found = dict(check_in_executor(ThreadPoolExecutor(1), files, 1))
    assert [shown(found[i]) for i in range(len(files))] == alone(files)


@forks
def test_an_error_is_met_again_here(files, monkeypatch):
    def failing(self, path):
        raise OptionsError(f"no window for {path.name}")

    monkeypatch.setattr(Session, "check", failing)
    with pytest.raises(OptionsError, match="no window for "):
        together(files)


@forks
def test_no_process_is_left_behind(files):
    with use_session(Session(Options())):
        results = check_in_executor(ForkedProcesses(3), files, 3)
        next(results)
        assert len(multiprocessing.active_children()) == 3
        results.close()
    assert not multiprocessing.active_children()


def test_few_files_take_one_process(files, monkeypatch):
    monkeypatch.setattr(forked_processes, "processors", lambda: 1)
    assert [shown(checked) for _, checked in check_files.check_files(Session(Options()), files)] == alone(files)


@forks
def test_many_files_take_several(files, monkeypatch):
    asked = []
    monkeypatch.setattr(check_files, "_ENOUGH_FILES", len(files))
    monkeypatch.setattr(forked_processes, "processors", lambda: 64)
    monkeypatch.setattr(forked_processes, "ForkedProcesses", lambda count: asked.append(count) or ThreadPoolExecutor(1))
    session = Session(Options())
    assert len(list(check_files.check_files(session, files))) == len(files)
    assert asked == [4]
    assert len(list(check_files.check_files(session, files[1:]))) == len(files) - 1
    assert asked == [4]


NAMES = st.sampled_from(["a.go", "a_windows.go", "a_linux_arm64.go", "a_test.go", "a.s"])


@given(st.lists(NAMES, max_size=400), st.integers(1, 5))
def test_each_file_is_dealt_out_once(names, count):
    dealt = check_files._batches([Path(name) for name in names], count)
    assert sorted(index for batch in dealt for index in batch) == list(range(len(names)))
    assert all(dealt)
