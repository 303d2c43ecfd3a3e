"""The check of one Go file: reports of one rule at one place are one finding, whatever the targets."""

from __future__ import annotations

from pathlib import Path

from golinkname_ls.analysis.file_check import FileCheck
from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.syntax.files.source_file import SourceFile
from tests.analysis.modules import GO_MOD
from tests.tree import write_tree

HEAD = 'package main\n\nimport _ "unsafe"\n\nfunc main() { schedinit(); gcStart() }\n\n'
# linkname-rules.md, 3: neither is marked, and 1.23 is the first that asks for marks.
SCHEDINIT = "//go:linkname schedinit runtime.schedinit\nfunc schedinit()\n\n"
GC_START = "//go:linkname gcStart runtime.gcStart\nfunc gcStart()\n\n"


def prepared(folder: Path, text: str, go: str, platforms: str = "linux/amd64") -> tuple[Session, SourceFile]:
    write_tree(folder, {"go.mod": GO_MOD, "main.go": text})
    session = Session(Options(go=go, platforms=tuple(map(Platform.parse, platforms.split()))))
    source = session.source(folder / "main.go")
    assert isinstance(source, SourceFile)
    return session, source


def file_check(session: Session, source: SourceFile) -> FileCheck:
    context = session.context(source.path.parent)
    window = session.engine.windows.of(source.path.name, source.header, context)
    return FileCheck(source, session.engine.units(source, context, window.targets), window)


def found(folder: Path, text: str, go: str, platforms: str = "linux/amd64") -> list[Finding]:
    return file_check(*prepared(folder, text, go, platforms)).findings()


def at(code: str, findings: list[Finding]) -> list[Finding]:
    return sorted((f for f in findings if f.code == code), key=lambda f: f.span)


def test_one_finding_for_all_targets_on_which_a_rule_reports(tmp_path: Path) -> None:
    text = HEAD.replace("gcStart()", "") + SCHEDINIT
    [one] = at("LN201", found(tmp_path, text, "1.21,1.22,1.23,1.27", "windows/amd64 linux/amd64"))
    assert (one.go, one.platforms) == (("1.23", "1.27"), ("linux/amd64", "windows/amd64"))
    assert one.directive is not None
    assert (one.directive.local, one.directive.remote) == ("schedinit", "runtime.schedinit")


def test_two_places_of_one_rule_are_two_findings(tmp_path: Path) -> None:
    text = HEAD + SCHEDINIT + GC_START
    both = at("LN201", found(tmp_path, text, "1.23"))
    assert [f.directive and f.directive.local for f in both] == ["schedinit", "gcStart"]


def test_two_rules_at_one_place_are_two_findings(tmp_path: Path) -> None:
    # runtime.gcStart takes an argument: it is refused, and the stub has another type besides.
    text = HEAD + SCHEDINIT + GC_START
    codes = {f.code for f in found(tmp_path, text, "1.22-1.23") if f.directive and f.directive.local == "gcStart"}
    assert codes >= {"LN201", "LN301"}


def test_what_the_compiler_does_not_take_for_a_directive_pulls_nothing(tmp_path: Path) -> None:
    # linkname-rules.md, 1: no blank may stand behind the slashes, and two arguments are the most.
    for broken in ("// go:linkname schedinit runtime.schedinit", "//go:linkname schedinit runtime.schedinit more"):
        text = HEAD + SCHEDINIT.replace("//go:linkname schedinit runtime.schedinit", broken)
        assert at("LN201", found(tmp_path, text, "1.23")) == []


def test_a_directive_is_looked_at_on_all_targets_of_the_window_and_beyond_it(tmp_path: Path) -> None:
    # LN306: from 1.24 on no file declares what main calls.
    text = 'package main\n\nimport _ "unsafe"\n\n//go:linkname nanotime runtime.nanotime\nfunc nanotime() int64\n'
    write_tree(tmp_path, {"use.go": "package main\n\nfunc main() { println(nanotime()) }\n"})
    [gap] = at("LN306", found(tmp_path, "//go:build !go1.24\n\n" + text, "1.22-1.25"))
    assert "1.24, 1.25" in gap.message
    assert at("LN306", found(tmp_path, text, "1.22-1.25")) == []


def test_the_findings_of_a_directive_stay_while_an_editor_changes_another(tmp_path: Path) -> None:
    session, on_disk = prepared(tmp_path, HEAD + SCHEDINIT + GC_START, "1.23")
    source = SourceFile.read(on_disk.path)
    session.overlay(source)
    before = at("LN201", session.check(source.path))
    start = source.data.index(b"runtime.gcStart")
    source.splice(start, start + len(b"runtime.gcStart"), b"runtime.gcenable")
    after = at("LN201", session.check(source.path))
    assert [f.directive and f.directive.remote for f in after] == ["runtime.schedinit", "runtime.gcenable"]
    assert after[0] is before[0]
