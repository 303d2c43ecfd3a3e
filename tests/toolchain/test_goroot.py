"""GOROOT's own packages: nothing of stage link in them as they are, and what the linker says of pulls added to them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.window import Options
from golinkname_ls.cli.go_files import go_files
from golinkname_ls.golang.platform import Platform
from golinkname_ls.rules.finding import Finding, Severity, Stage
from tests.oracle.toolchains import Toolchain, toolchains

pytestmark = pytest.mark.toolchain

# Left behind in 1.26: nothing pushes the stub, and nothing calls it any more. It is said as a warning, as anywhere else.
LEFT_BEHIND = {("1.26", "runtime/trace/subscribe.go", "LN202")}

PULLS = {
    "unmarked func": "//go:linkname f runtime.gcStart\nfunc f()\n\nfunc Pulled() { f() }",
    "unmarked method": "//go:linkname f runtime.(*mcache).refill\nfunc f()\n\nfunc Pulled() { f() }",
    "marked func": "//go:linkname f runtime.nanotime\nfunc f() int64\n\nfunc Pulled() { f() }",
    "marked by the package that pushes it": "//go:linkname f os.runtime_args\nfunc f() []string\n\nfunc Pulled() { f() }",
    "marked for std": "//go:linkname f runtime.spillArgs\nfunc f()\n\nfunc Pulled() { f() }",
    "name that 1.23 to 1.26 block": "//go:linkname f runtime.coroswitch\nfunc f()\n\nfunc Pulled() { f() }",
    "name that 1.26 blocks": "//go:linkname f runtime.addmoduledata\nfunc f()\n\nfunc Pulled() { f() }",
    "nothing": "//go:linkname f runtime.noSuchFunc\nfunc f()\n\nfunc Pulled() { f() }",
    "unmarked assembly": "//go:linkname f runtime.gogo\nfunc f()\n\nfunc Pulled() { f() }",
    "assembly of another package": (
        "//go:linkname f runtime.memequal\nfunc f(a, b unsafe.Pointer, n uintptr) bool\n\nfunc Pulled() { f(nil, nil, 0) }"
    ),
    "unmarked var": "//go:linkname v runtime.allglen\nvar v uintptr\n\nfunc Pulled() { println(v) }",
    "marked var": "//go:linkname v runtime.overflowError\nvar v error\n\nfunc Pulled() { println(v) }",
    "only handed on": "//go:linkname Pulled runtime.gcStart\nfunc Pulled()",
}


def predictions(files: list[Path], version: str) -> list[Finding]:
    session = Session(Options(version, (Platform.parse("linux/amd64"),)))
    found = [f for file in files for f in session.check(file)]
    return [f for f in found if f.stage in (Stage.COMPILE, Stage.LINK)]


def test_nothing_of_stage_link_is_said_of_std() -> None:
    for version, toolchain in toolchains().items():
        source = toolchain.goroot / "src"
        found = predictions(list(go_files([str(source)])), version)
        said = {(version, f.file.relative_to(source).as_posix(), f.code) for f in found}
        assert said == {row for row in LEFT_BEHIND if row[0] == version}


def linked_copy(toolchain: Toolchain, folder: Path) -> Toolchain:
    """The GOROOT once more: its files are hard links, so that new ones can stand beside them."""
    for base, _, files in os.walk(toolchain.goroot, followlinks=True):
        there = folder / Path(base).relative_to(toolchain.goroot)
        there.mkdir(parents=True)
        for name in files:
            os.link(Path(base, name).resolve(), there / name)
    return Toolchain(folder, toolchain.release)


def test_what_is_added_to_std_is_refused_as_the_linker_refuses_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    for version, toolchain in toolchains().items():
        # Hard links need the file system that the toolchain is on.
        folder = toolchain.goroot.parent / f"copy-{os.getpid()}"
        try:
            copy = linked_copy(toolchain, folder)
            pull = copy.goroot / "src" / "strings" / "pull.go"
            main = tmp_path_factory.mktemp("main")
            (main / "go.mod").write_text(f"module example.com/main\n\ngo {version}\n")
            (main / "main.go").write_text('package main\n\nimport "strings"\n\nfunc main() { strings.Pulled() }\n')
            differing = {}
            for name, text in PULLS.items():
                pull.write_text(f'package strings\n\nimport "unsafe"\n\nvar _ unsafe.Pointer\n\n{text}\n')
                status, out = copy.run("build", "-o", os.devnull, ".", cwd=main)
                found = predictions([pull], version)
                said = any(f.severity is Severity.ERROR for f in found)
                if said != (status != 0):
                    differing[name] = (out, [f.message for f in found])
            assert not differing, version
        finally:
            shutil.rmtree(folder, ignore_errors=True)
