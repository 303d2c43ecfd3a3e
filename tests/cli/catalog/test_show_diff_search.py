"""`catalog show`, `diff` and `search`: what the toolchains' own sources and linkers say, printed."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from golinkname_ls.cli.main import run

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    def call(*arguments: str) -> tuple[int, str, str]:
        status = run(["catalog", *arguments])
        output = capsys.readouterr()
        return status, output.out, output.err

    return call


def test_show_tells_each_version(command: Command) -> None:
    status, out, _ = command("show", "runtime.gcStart", "runtime.nanotime")
    assert status == 0
    assert out.split()[0] == "runtime.gcStart"
    rows = [line.split() for line in out.splitlines() if line.startswith(" 1.")]
    pulls = {(n // (len(rows) // 2), row[0]): row[1] for n, row in enumerate(rows)}
    # In 1.26 gcStart has a push mark for a well-known package; 1.27 took it away.
    assert (pulls[0, "1.22"], pulls[0, "1.27"]) == ("allowed", "forbidden")
    assert {pulls[1, v] for v in ("1.19", "1.23", "1.27")} == {"allowed"}
    assert "func nanotime() int64" in out


def test_show_in_json(command: Command) -> None:
    status, out, _ = command("show", "sync.runtime_Semacquire", "--format", "json", "--platform", "windows/arm64")
    document = json.loads(out)
    assert (status, document["schema"], document["platform"]) == (0, 1, "windows/arm64")
    (symbol,) = document["symbols"]
    newest = symbol["versions"][-1]
    assert newest["go"] == "1.27"
    assert newest["upstream"]["declaration"] == "func sync_runtime_Semacquire(addr *uint32)"
    assert newest["upstream"]["file"] == "runtime/sema.go"


def test_diff_lists_what_1_27_closed(command: Command) -> None:
    status, out, _ = command("diff", "1.26", "1.27", "runtime", "--format", "json")
    assert status == 0
    document = json.loads(out)
    assert (document["from"], document["to"]) == ("1.26", "1.27")
    changes = {c["symbol"]: c for c in document["changes"]}
    # runtime/proc.go of both: `//go:linkname asmcgocall_no_g` is gone; access and write1 are assembly, closed by the rule.
    for symbol in ("runtime.access", "runtime.asmcgocall", "runtime.write1"):
        assert "closed" in changes[symbol]["kinds"], symbol
        assert changes[symbol]["before"]["pull"] == "allowed"
        assert changes[symbol]["after"]["pull"] == "forbidden"
    # runtime/mgcpacer.go: endCycle lost its last parameter.
    end_cycle = changes["runtime.(*gcControllerState).endCycle"]
    assert end_cycle["kinds"] == ["signature"]
    assert "userForced bool" in end_cycle["before"]["declaration"]
    assert end_cycle["after"]["declaration"] == "func (c *gcControllerState) endCycle(now int64, procs int)"
    assert changes["runtime.checkASM"]["kinds"] == ["removed"]
    assert changes["runtime.checkASM"]["after"] is None


def test_diff_as_a_table_ends_with_counts(command: Command) -> None:
    status, out, _ = command("diff", "1.26", "1.27", "runtime", "--pullable")
    assert status == 0
    lines = out.splitlines()
    assert lines[1].split() == ["closed", "runtime.access", "allowed", "forbidden"]
    assert lines[-1].startswith("Go 1.26 to 1.27 on linux/amd64: ")
    assert " closed, " in lines[-1]
    assert not any("forbidden" in line and "allowed" not in line for line in lines[1:-1])


def test_diff_of_a_version_with_itself(command: Command) -> None:
    assert command("diff", "1.27", "1.27", "time")[1].splitlines()[-1].endswith(": no change")


def test_search(command: Command) -> None:
    status, out, _ = command("search", "runtime.*nanotime")
    assert status == 0
    assert "runtime.nanotime " in out
    status, out, _ = command("search", "sync.*Semacquire*", "--go", "1.22", "--format", "json")
    document = json.loads(out)
    assert document["go"] == "1.22"
    assert "sync.runtime_Semacquire" in [s["symbol"] for s in document["symbols"]]
    status, out, err = command("search", "nope.*")
    assert (status, out) == (1, "")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("diff", "1.26", "1.30"), "Go 1.30 is not in the catalog, which has 1.19, "),
        (("diff", "x", "1.27"), "'x' is no Go version"),
        (("diff", "1.26", "1.27", "no/such"), "no package no/such in Go 1.26 or 1.27"),
        (("diff", "1.26", "1.27", "--platform", "x/y"), "'x/y' is no platform"),
        (("show", "runtime.noSuchThing"), "no version defines runtime.noSuchThing"),
        (("show", "runtime.gcStrt"), "no version defines runtime.gcStrt on linux/amd64 (nearest: runtime.gcStart"),
        (("show", "runtime.Nanotime"), "(nearest: runtime.nanotime, "),
        (("show", "runtime.(*mcache).refil"), "(nearest: runtime.(*mcache).refill, "),
        (("show", "runtime.mheap"), "(it is a type, which has no symbol)"),
        (("show", "time.Second"), "(it is a constant, which has no symbol)"),
        (("show", "slices.Sort[int]"), "(it is generic, "),
        (("show", "sync/atomic.(*Pointer[T]).Load"), "(it is generic, "),
        (("show", "sync/atomic.(*Pointer).Load"), "(it is generic, "),
        (("show", "runtime.*nano*"), "(`catalog search` takes patterns)"),
        (("show", "nanotime"), "(write the package's import path and the name, "),
        (("show", ""), "no version defines '' on linux/amd64 (write "),
        (("show", "no/such.thing"), "(nor is there a package no/such)"),
        (("show", "io.zzzzqq", "runtime.gcStrt"), "on linux/amd64; no version defines runtime.gcStrt on"),
        (("search", "a", "--go", "1.2"), "Go 1.2 is not in the catalog"),
    ],
)
def test_one_line_and_status_2(command: Command, arguments: tuple[str, ...], words: str) -> None:
    status, out, err = command(*arguments)
    assert (status, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1
