"""`catalog dump` as a user runs it."""

from __future__ import annotations

import json

from golinkname_ls.cli.main import run


def dumped(capsys, *arguments: str) -> list[dict]:
    assert run(["catalog", "dump", *arguments]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_kind_with_its_pull_status(capsys):
    found = {r["name"]: r for r in dumped(capsys, "--go", "1.27", "--platform", "linux/amd64", "runtime")}
    # go/types of 1.27.3 and push-marks measured with its linker.
    nanotime = found["nanotime"]
    assert (nanotime["type"], nanotime["kind"], nanotime["pull"]) == ("func() int64", "func", "allowed")
    assert nanotime["marks"] == ["linkname"]
    assert found["gcStart"]["pull"] == "forbidden"
    assert found["newcoro"]["pull"] == "std-only"
    assert found["mapaccess1"]["pull"] == "blocked"
    assert found["(*mcache).refill"]["kind"] == "method"
    assert (found["zerobase"]["kind"], found["zerobase"]["size"], found["zerobase"]["align"]) == ("var", 8, 8)
    assert (found["mutex"]["kind"], found["mutex"]["pull"]) == ("type", "absent")


def test_sizes_before_1_22_are_those_of_go_types(capsys):
    [file] = [r for r in dumped(capsys, "--go", "1.21", "archive/zip") if r["name"] == "File"]
    # go/types of 1.21.13 says 169, unsafe.Sizeof 176.
    assert (file["size"], file["compiled_size"]) == (169, 176)


def test_what_is_not_there_is_one_clear_line(capsys):
    for arguments in (["no/such"], ["--go", "1.2"], ["--platform", "x/y"], ["crypto/mlkem", "--go", "1.21"]):
        assert run(["catalog", "dump", *arguments]) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1
