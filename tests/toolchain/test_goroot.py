"""GOROOT's own packages: nothing of stage link in them as they are, and what the linker says of pulls added to them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.cli.file_arguments import go_files
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.rules.core.finding import Finding, Severity, Stage
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

# What assembly of std mentions: the instruction, on amd64.
MENTIONS = {
    "unmarked var": "MOVQ runtime·allglen(SB), AX",
    "marked var": "MOVQ runtime·overflowError(SB), AX",
    "address of an unmarked var": "LEAQ runtime·allglen(SB), AX",
    "unmarked assembly": "CALL runtime·gogo(SB)",
    "marked assembly": "CALL runtime·memmove(SB)",
    "unmarked func": "CALL runtime·gcStart(SB)",
    "unmarked func that its own assembly calls": "CALL runtime·check(SB)",
    "marked func": "CALL runtime·nanotime(SB)",
    "assembly marked for std": "CALL runtime·spillArgs(SB)",
    "assembly that 1.26 blocks": "CALL runtime·addmoduledata(SB)",
    "func that 1.24 blocks": "CALL runtime·mapaccess1(SB)",
    "unmarked var of another package": "MOVQ internal∕bytealg·MaxLen(SB), AX",
    "var marked for the runtime's sake": "MOVBQZX internal∕cpu·X86+64(SB), AX",
    "its own": "CALL strings·g(SB)",
    "nothing": "CALL runtime·noSuchFunc(SB)",
}


def predictions(files: list[Path], version: str, platform: str = "linux/amd64") -> list[Finding]:
    session = Session(Options(version, (Platform.parse(platform),)))
    found = [f for file in files for f in session.check(file)]
    return [f for f in found if f.stage in (Stage.COMPILE, Stage.LINK)]


def test_nothing_of_stage_link_is_said_of_std() -> None:
    for version, toolchain in toolchains().items():
        source = toolchain.goroot / "src"
        found = predictions(list(go_files([str(source)])), version)
        said = {(version, f.file.relative_to(source).as_posix(), f.code) for f in found}
        assert said == {row for row in LEFT_BEHIND if row[0] == version}


@pytest.mark.parametrize("platform", ["linux/386", "linux/arm64", "linux/ppc64le", "windows/amd64", "js/wasm"])
def test_nothing_is_said_of_the_assembly_of_std(platform: str) -> None:
    for version, toolchain in toolchains().items():
        files = [file for file in go_files([str(toolchain.goroot / "src")]) if file.suffix == ".s"]
        assert len(files) > 300
        assert not predictions(files, version, platform), version


def linked_copy(toolchain: Toolchain, folder: Path) -> Toolchain:
    """The GOROOT once more: its files are hard links, so that new ones can stand beside them."""
    for base, _, files in os.walk(toolchain.goroot, followlinks=True):
        there = folder / Path(base).relative_to(toolchain.goroot)
        there.mkdir(parents=True)
        for name in files:
            os.link(Path(base, name).resolve(), there / name)
    return Toolchain(folder, toolchain.release)


def disagreements(
    version: str, toolchain: Toolchain, main: Path, variants: dict[str, dict[str, str]]
) -> dict[str, tuple[str, list[str]]]:
    """The variants of files in `strings` of which the linker says something else than the prediction."""
    # Hard links need the file system that the toolchain is on.
    folder = toolchain.goroot.parent / f"copy-{os.getpid()}"
    try:
        copy = linked_copy(toolchain, folder)
        (main / "go.mod").write_text(f"module example.com/main\n\ngo {version}\n")
        (main / "main.go").write_text('package main\n\nimport "strings"\n\nfunc main() { strings.Pulled() }\n')
        differing = {}
        for name, texts in variants.items():
            files = [copy.goroot / "src" / "strings" / file for file in texts]
            for file, text in zip(files, texts.values(), strict=True):
                file.write_text(text, "utf-8")
            status, out = copy.run("build", "-o", os.devnull, ".", cwd=main)
            found = predictions(files, version)
            said = any(f.severity is Severity.ERROR for f in found)
            if said != (status != 0):
                differing[name] = (out, [f.message for f in found])
        return differing
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def test_what_is_added_to_std_is_refused_as_the_linker_refuses_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    head = 'package strings\n\nimport "unsafe"\n\nvar _ unsafe.Pointer\n\n'
    pulls = {name: {"pull.go": f"{head}{text}\n"} for name, text in PULLS.items()}
    for version, toolchain in toolchains().items():
        assert not disagreements(version, toolchain, tmp_path_factory.mktemp("main"), pulls), version


def test_what_assembly_of_std_mentions_is_refused_as_the_linker_refuses_it(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    go = "package strings\n\nfunc f()\n\nfunc g()\n\nfunc Pulled() { f() }\n"
    text = "TEXT ·f(SB),4,$0-0\n\t%s\n\tRET\n\nTEXT ·g(SB),4,$0-0\n\tRET\n"
    mentions = {name: {"pull.go": go, "pull_amd64.s": text % code} for name, code in MENTIONS.items()}
    for version, toolchain in toolchains().items():
        assert not disagreements(version, toolchain, tmp_path_factory.mktemp("main"), mentions), version
