"""Where arguments and results travel, as reflect of real toolchains computed it (tests/oracle/abi recorded it)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from golinkname_ls.cli.abi_command import described
from golinkname_ls.cli.main import run
from golinkname_ls.golang.platform import Platform
from golinkname_ls.golang.target import Target
from golinkname_ls.golang.version import GoVersion

RECORDED = Path(__file__).parent / "abi-1.27-linux-amd64.jsonl"


def test_as_recorded():
    target = Target(GoVersion(1, 27), Platform("linux", "amd64"))
    for line in RECORDED.read_text().splitlines():
        theirs = json.loads(line)
        ours = described(theirs.pop("signature"), target)
        assert {k: ours[k] for k in ("args", "results", "stack_bytes")} == {
            k: theirs[k] for k in ("args", "results", "stack_bytes")
        }


def test_everything_on_the_stack_without_a_register_abi(capsys):
    # cmd/compile/abi-internal.md: 386 has no register arguments; offsets by its 4-byte alignment.
    assert run(["abi", "func(a int8, b int64, c string) (ok bool)", "--platform", "linux/386", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["args"] == [
        [{"kind": "stack", "offset": 0, "size": 1, "stack": 0}],
        [{"kind": "stack", "offset": 0, "size": 8, "stack": 4}],
        [{"kind": "stack", "offset": 0, "size": 8, "stack": 12}],
    ]
    assert found["results"] == [[{"kind": "stack", "offset": 0, "size": 1, "stack": 20}]]


def test_text_names_registers_and_std_types(capsys):
    assert run(["abi", "func(t runtime.gcTrigger) internal/abi.Kind"]) == 0
    out = capsys.readouterr().out
    assert "t runtime.gcTrigger" in out
    assert "AX (8 bytes), BX (8 bytes), CX (4 bytes)" in out


@pytest.mark.parametrize("text", ["func(", "", "func(t runtime.noSuchType)", "func(a [1<<70]int)", "\x00"])
def test_what_cannot_be_read_is_one_clear_line(text, capsys):
    assert run(["abi", text]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("arguments", [["--platform", "nowhere/amd64"], ["--go", "1.99"], ["--go", "x"]])
def test_unknown_target(arguments, capsys):
    assert run(["abi", "func()", *arguments]) == 2
    assert capsys.readouterr().err.startswith("golinkname-ls: ")
