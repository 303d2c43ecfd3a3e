"""The real gofmt and the real compiler look at what fixes write."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from golinkname_ls.rules.core.finding import Severity
from tests.oracle.toolchains import toolchains
from tests.rules.fixes.apply import found, write
from tests.rules.fixes.shapes import CORES, Shape, module, shapes
from tests.rules.fixes.test_properties import check_fixes

pytestmark = pytest.mark.toolchain

PLAIN = [Shape(go="1.21"), Shape(go="1.21", grouped="yes", named_unsafe=True, doc="// It is explained.\n//\n")]
PLAIN += [Shape(go="1.27", grouped="commented", header="//go:build amd64 || arm64\n\n")]


def newest() -> Path:
    return max(toolchains().items(), key=lambda pair: [int(n) for n in pair[0].split(".")])[1].goroot


def formatted(data: bytes) -> bytes:
    """What gofmt makes of the text; it turns line ends to \\n and drops the byte order mark in any case."""
    done = subprocess.run([newest() / "bin" / "gofmt"], input=data, capture_output=True, check=False)
    assert done.returncode == 0, (done.stderr, data)
    return done.stdout


def plain(data: bytes) -> bytes:
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(sorted(CORES)), shape=shapes)
def test_gofmt_changes_nothing_that_a_fix_wrote(name, shape):
    files = module(CORES[name], shape)
    # Only a file that gofmt leaves alone shows what a fix did.
    files = {n: formatted(d) if n.endswith(".go") and shape.last_line else d for n, d in files.items()}
    if shape.crlf:
        files = {n: d.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") for n, d in files.items()}
    for _, fix, fixed in check_fixes(files, CORES[name].code):
        for file, data in fixed.items():
            if file.endswith(".go") and (file not in files or formatted(files[file]) == plain(files[file])):
                assert formatted(data) == plain(data), (fix.title, data.decode())


@pytest.mark.parametrize("name", CORES)
@pytest.mark.parametrize("number", range(len(PLAIN)))
def test_a_fixed_module_builds(name, number, tmp_path):
    """With an error among what is left it may not; without one it has to.

    What is split by version has to build with every version.
    """
    for count, (_, fix, fixed) in enumerate(check_fixes(module(CORES[name], PLAIN[number]), CORES[name].code)):
        for version, toolchain in toolchains().items():
            go = ".".join(version.split(".")[:2])
            root = write(tmp_path / f"{count}.{go}", fixed)
            chosen = fix.makes_files or go in ("1.22", "1.23", "1.27")
            if not chosen or any(f.severity is Severity.ERROR for f in found(root, go)):
                continue
            (root / "go.mod").write_text(f"module example.com/m\n\ngo {go}\n")
            status, said = toolchain.run("build", "-o", os.devnull, ".", cwd=root)
            assert status == 0, (fix.title, go, said, {n: d.decode() for n, d in fixed.items()})
