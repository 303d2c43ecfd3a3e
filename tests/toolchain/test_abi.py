"""The register assignment against the one that the toolchain's own reflect computes."""

from __future__ import annotations

import json
import os
import platform
import shutil
from pathlib import Path
from random import Random

import pytest

from golinkname_ls.cli.commands.abi import described
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from tests.oracle.signatures import random_signature
from tests.toolchain.goroots import demand, goroots

pytestmark = pytest.mark.toolchain

ORACLE = Path(__file__).parents[1] / "oracle" / "abi"
COUNT = 1000


@pytest.mark.parametrize("goroot", demand(goroots()) if goroots() else [None], ids=str)
def test_as_reflect(goroot, tmp_path, capsys):
    demand([goroot] if goroot else [])
    assert platform.machine() in ("x86_64", "AMD64"), "the oracle runs on amd64"
    seed = int(os.environ.get("GOLINKNAME_SEED", "1"))
    random = Random(seed)
    signatures = [random_signature(random) for _ in range(COUNT)]
    shutil.copytree(ORACLE, tmp_path, dirs_exist_ok=True)
    rows = "".join(f"\t({s})(nil),\n" for s in signatures)
    source = f'package main\n\nimport "unsafe"\n\nvar _ unsafe.Pointer\n\nvar signatures = []any{{\n{rows}}}\n'
    (tmp_path / "signatures.go").write_text(source)
    # The flag came with 1.23; before, nothing needs it.
    flags = ["-ldflags=-checklinkname=0"] if goroot.version >= GoVersion(1, 23) else []
    done = goroot.go("build", *flags, "-o", "oracle.exe", ".", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    done = goroot.run(tmp_path / "oracle.exe", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    target = Target(goroot.version, Platform("linux", "amd64"))
    differing = []
    for signature, line in zip(signatures, done.stdout.splitlines(), strict=True):
        ours, theirs = described(signature, target), json.loads(line)
        if not all(ours["args"]):
            # For an argument of size 0 reflect aligns its spill area, the compiler does not (abiutils.go, assignParam).
            assert ours.pop("spill_bytes") <= theirs.pop("spill_bytes")
        if ours != theirs:
            differing.append(f"{signature}\n  ours:    {ours}\n  reflect: {line}")
    with capsys.disabled():
        print(f"\n{goroot}: {COUNT - len(differing)} of {COUNT} signatures agree (seed {seed})")
    assert not differing, "\n".join(differing[:10])
