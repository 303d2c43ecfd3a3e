"""Go's assembly files as documents: their own findings, and what their unsaved text does to the Go files beside them."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from golinkname_ls.analysis.session import Session
from tests.lsp.wire import PULLING, Wire

# tests/cases/LN207/asm_reads_unmarked_var and LN109/asm_and_go_body.
BODYLESS = "package main\n\nfunc f() uintptr\nfunc main() { println(f() > 0) }\n"
BODY = "package main\n\nfunc f() int64 { return 1 }\nfunc main() { println(f()) }\n"
REFUSED = "TEXT ·f(SB),4,$0-8\n\tMOVQ runtime·allglen(SB), AX\n\tMOVQ AX, ret+0(FP)\n\tRET\n"
FINE = "TEXT ·f(SB),4,$0-8\n\tMOVQ $3, ret+0(FP)\n\tRET\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "go.mod").write_text("module example.com/m\n\ngo 1.27\n")
    (tmp_path / "golinkname.toml").write_text('platforms = ["linux/amd64"]\n')
    return tmp_path


def codes(report: dict) -> list[str]:
    return [item["code"] for item in report["items"]]


async def test_findings_follow_the_text_and_go_with_it(folder):
    (folder / "main.go").write_text(BODYLESS)
    wire = Wire({})
    uri = wire.open(folder / "f.s", REFUSED, "go.asm")
    published = wire.all("textDocument/publishDiagnostics")
    assert [(p["version"], [d["code"] for d in p["diagnostics"]]) for p in published] == [(1, ["LN207"])]
    wire.change(uri, 2, "// ·é\n", 0, 0, 0, 0)
    moved = wire.all("textDocument/publishDiagnostics")[-1]
    assert (moved["version"], moved["diagnostics"][0]["range"]["start"]) == (2, {"line": 2, "character": 6})
    wire.change(uri, 3, "//", 2, 0, 2, 0)
    assert wire.all("textDocument/publishDiagnostics")[-1]["diagnostics"] == []
    wire.change(uri, 4, "", 2, 0, 2, 2)
    assert wire.all("textDocument/publishDiagnostics")[-1]["diagnostics"]
    assert wire.text(uri) == "// ·é\n" + REFUSED
    wire.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert wire.all("textDocument/publishDiagnostics")[-1] == {"uri": uri, "diagnostics": []}


async def test_unsaved_assembly_counts_for_the_go_files(folder):
    wire = Wire(PULLING)
    main = wire.open(folder / "main.go", BODYLESS)
    assert codes(wire.pull(main)) == ["LN107"]
    uri = wire.open(folder / "f.s", FINE, "asm")
    assert codes(wire.pull(main)) == []
    wire.change(uri, 2, "//go:build arm64\n\n", 0, 0, 0, 0)
    assert codes(wire.pull(main)) == ["LN107"]
    wire.change(uri, 3, "", 0, 0, 2, 0)
    assert codes(wire.pull(main)) == []

    wire.change(main, 2, BODY)
    assert codes(wire.pull(main)) == ["LN109"]
    wire.change(uri, 4, "g", 0, 6, 0, 7)
    assert codes(wire.pull(main)) == []
    wire.change(uri, 5, "f", 0, 6, 0, 7)
    assert codes(wire.pull(main)) == ["LN109"]
    wire.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert codes(wire.pull(main)) == []


async def test_unsaved_assembly_stands_for_the_file_on_disk(folder):
    (folder / "f.s").write_text(FINE)
    wire = Wire(PULLING)
    main = wire.open(folder / "main.go", BODY)
    assert codes(wire.pull(main)) == ["LN109"]
    uri = wire.open(folder / "f.s", FINE.replace("·f", "·g"), "gas")
    assert codes(wire.pull(main)) == []
    wire.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    assert codes(wire.pull(main)) == []
    wire.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert codes(wire.pull(main)) == ["LN109"]


async def test_go_files_that_push_are_looked_at_again_after_a_pause(folder):
    wire = Wire({})
    main = wire.open(folder / "main.go", BODY)
    uri = wire.open(folder / "f.s", FINE.replace("·f", "·g"), "asm")
    await asyncio.sleep(0.3)
    before = len(wire.all("textDocument/publishDiagnostics"))
    wire.change(uri, 2, "f", 0, 6, 0, 7)
    await asyncio.sleep(0.3)
    told = wire.all("textDocument/publishDiagnostics")[before:]
    assert [(p["uri"], [d["code"] for d in p["diagnostics"]]) for p in told] == [(uri, []), (main, ["LN109"])]


@pytest.mark.parametrize("name", ["f.s", "f_amd64.s"])
async def test_assembly_far_from_go_is_left_alone(tmp_path, name):
    wire = Wire(PULLING)
    uri = wire.open(tmp_path / name, REFUSED, "asm")
    assert codes(wire.pull(uri)) == []
    assert codes(wire.pull(wire.open("untitled:Untitled-1.s", REFUSED, "asm"))) == []
    assert codes(wire.pull(wire.open((tmp_path / "f.S").as_uri(), REFUSED, "asm"))) == []


async def test_std_is_left_alone(tmp_path):
    (tmp_path / "go.mod").write_text("module std\n\ngo 1.27\n")
    (tmp_path / "os").mkdir()
    (tmp_path / "os/f.go").write_text("package os\n")
    wire = Wire(PULLING)
    assert codes(wire.pull(wire.open(tmp_path / "os/f_amd64.s", REFUSED, "asm"))) == []


async def test_typing_in_a_func_keeps_the_findings_of_assembly(folder):
    session = Session()
    wire = Wire(PULLING, session=session)
    main = wire.open(folder / "main.go", BODYLESS)
    uri = wire.open(folder / "f.s", REFUSED, "asm")
    assert codes(wire.pull(uri)) == ["LN207"]
    before = session.check(folder / "f.s")
    wire.change(main, 2, " ", 3, 13, 3, 13)
    assert [id(f) for f in session.check(folder / "f.s")] == [id(f) for f in before]
