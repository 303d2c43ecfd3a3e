"""The editors' fixtures: the installed tools, and a Go module with one wrong stub and one forbidden pull."""

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

GO_MOD = "module example.com/clock\n\ngo 1.27\n"
MAIN_GO = """\
package main

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
func nanotime() string

//go:linkname schedinit runtime.schedinit
func schedinit()

func main() {
	println(nanotime())
	schedinit()
}
"""
# tests/cases/LN207/asm_reads_unmarked_var: refused since 1.23.
ASSEMBLY = "TEXT ·f(SB),4,$0-8\n\tMOVQ runtime·allglen(SB), AX\n\tMOVQ AX, ret+0(FP)\n\tRET\n"


@pytest.fixture
def assembly(module: Path) -> Path:
    """The module with a .s file that has LN207."""
    (module / "f_amd64.s").write_text(ASSEMBLY)
    return module


@pytest.fixture
def module(tmp_path: Path) -> Path:
    """A Go module whose main.go has LN301 on nanotime and LN201 on schedinit."""
    folder = tmp_path / "clock"
    folder.mkdir()
    (folder / "go.mod").write_text(GO_MOD)
    (folder / "main.go").write_text(MAIN_GO)
    return folder


@pytest.fixture(scope="session")
def cache() -> Path:
    """Where install.sh put the editors."""
    return Path(os.environ.get("GOLINKNAME_EDITORS_CACHE", Path.home() / ".cache/golinkname-ls-ci"))


@pytest.fixture(scope="session")
def environment(cache: Path) -> Mapping[str, str]:
    """The environment of every editor: the installed tools and this Python's golinkname-ls come first on PATH."""
    first = [str(cache / "bin"), str(Path(sys.executable).parent)]
    return {**os.environ, "PATH": os.pathsep.join([*first, os.environ["PATH"]])}


@pytest.fixture(scope="session")
def find_tool(environment: Mapping[str, str]):
    """Finds a tool, or fails: a test of an editor that is not there must not look like one that passed."""

    def find(name: str, variable: str | None = None) -> str:
        named = os.environ.get(variable or "", name)
        found = shutil.which(named, path=environment["PATH"])
        if found is None:
            pytest.fail(f"{named} was not found; run tests/editors/install.sh")
        return found

    return find
