"""What the server says, message by message."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.catalog.small_goroot import small_goroot
from tests.lsp.wire import INLINE, PULLING, RESOLVING, Wire

WRONG = """\
package main

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
func nanotime() string

func main() { println(nanotime()) }
"""
RIGHT = WRONG.replace("nanotime() string", "nanotime() int64")
# The directive's local is declared in another file: without it LN105.
SPLIT = WRONG.replace("func nanotime() string\n", "")
STUB = "package main\n\nfunc nanotime() int64\n"
NO_STUB = STUB.replace("nanotime", "nanotame")
MISSING_IMPORT = WRONG.replace('import _ "unsafe"\n', "")
SHOWN = ("window/showMessage", "window/showMessageRequest")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "go.mod").write_text("module example.com/m\n\ngo 1.27\n")
    (tmp_path / "golinkname.toml").write_text('severities = { LN401 = "off", LN403 = "off" }\n')
    return tmp_path


def codes(report: dict) -> list[str]:
    return [item["code"] for item in report["items"]]


async def test_pushes_only_to_clients_that_do_not_pull(folder):
    pushed = Wire({})
    uri = pushed.open(folder / "main.go", WRONG)
    [published] = pushed.all("textDocument/publishDiagnostics")
    assert (published["version"], [d["code"] for d in published["diagnostics"]]) == (1, ["LN301"])
    assert "diagnosticProvider" not in pushed.capabilities
    pushed.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert pushed.all("textDocument/publishDiagnostics")[-1]["diagnostics"] == []

    pulled = Wire(PULLING)
    pulled.open(folder / "main.go", WRONG)
    assert codes(pulled.pull(uri)) == ["LN301"]
    pulled.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert pulled.all("textDocument/publishDiagnostics") == []
    assert pulled.capabilities["diagnosticProvider"]["interFileDependencies"]


async def test_unchanged_reports_keep_their_id(folder):
    wire = Wire(PULLING)
    uri = wire.open(folder / "main.go", WRONG)
    first = wire.pull(uri)
    assert wire.pull(uri, first["resultId"]) == {"kind": "unchanged", "resultId": first["resultId"]}
    wire.change(uri, 2, "// below\n", 8, 0, 8, 0)
    assert wire.pull(uri, first["resultId"])["kind"] == "unchanged"
    wire.change(uri, 3, "\n", 0, 0, 0, 0)
    moved = wire.pull(uri, first["resultId"])
    assert moved["kind"] == "full"
    assert moved["items"][0]["range"]["start"]["line"] == first["items"][0]["range"]["start"]["line"] + 1


async def test_other_open_files_of_the_package_follow(folder):
    (folder / "clock.go").write_text(STUB)
    for capabilities in ({}, PULLING):
        wire = Wire(capabilities)
        uri = wire.open(folder / "main.go", SPLIT)
        other = wire.open(folder / "clock.go", STUB)
        if capabilities:
            wire.pull(uri)
        before = len(wire.sent)
        wire.change(other, 2, "a", 2, 9, 2, 10)
        await asyncio.sleep(0.3)
        said = [m for m in wire.sent[before:] if m.get("params", {"uri": uri})["uri"] == uri]
        expected = "workspace/diagnostic/refresh" if capabilities else "textDocument/publishDiagnostics"
        assert [m["method"] for m in said] == [expected]


def _shown(wire: Wire, uri: str) -> list[dict]:
    """What the client has of a file now: pulled, or published last."""
    if "diagnosticProvider" in wire.capabilities:
        return wire.pull(uri)["items"]
    return [m for m in wire.all("textDocument/publishDiagnostics") if m["uri"] == uri][-1]["diagnostics"]


async def test_code_of_another_package_is_looked_at_in_a_pause(folder):
    (folder / "lib").mkdir()
    pull = "//go:linkname Gone runtime.goneForGood\nfunc Gone()\n"
    main = 'package main\n\nimport "example.com/m/lib"\n\nfunc main() {\n\tlib.Kept()\n}\n'
    lib = 'package lib\n\nimport _ "unsafe"\n\n' + pull + "\nfunc Kept() {}\n"
    (folder / "main.go").write_text(main)
    (folder / "lib/lib.go").write_text(lib)
    for capabilities in ({}, PULLING):
        wire = Wire(capabilities)
        uri = wire.open(folder / "lib/lib.go", lib)
        other = wire.open(folder / "main.go", main)
        await asyncio.sleep(0.3)
        for version, text, severity in ((2, "\tlib.Gone()\n", 1), (3, "", 3)):
            if capabilities:
                assert wire.pull(uri)["items"][0]["severity"] == 4 - severity
            before = len(wire.sent)
            wire.change(other, version, text, 6, 0, 6 + (not text), 0)
            await asyncio.sleep(0.4)
            if capabilities:
                assert "workspace/diagnostic/refresh" in [m.get("method") for m in wire.sent[before:]]
            [found] = _shown(wire, uri)
            assert (found["code"], found["severity"]) == ("LN202", severity)


async def test_what_a_package_that_is_not_imported_defines_is_looked_at_in_a_pause(folder):
    for name in ("lib", "beside"):
        (folder / name).mkdir()
    (folder / "main.go").unlink(missing_ok=True)
    lib = 'package lib\n\nimport _ "unsafe"\n\n//go:linkname half example.com/m/beside.half\nfunc half() int\n\nfunc Use() { half() }\n'
    beside = "package beside\n\nfunc half() int { return 1 }\n"
    (folder / "lib/lib.go").write_text(lib)
    (folder / "beside/beside.go").write_text(beside)
    for capabilities in ({}, PULLING):
        wire = Wire(capabilities)
        uri = wire.open(folder / "lib/lib.go", lib)
        other = wire.open(folder / "beside/beside.go", beside)
        await asyncio.sleep(0.3)
        for version, word, severity in ((2, "hall", 2), (3, "half", 3)):
            if capabilities:
                wire.pull(uri)
            wire.change(other, version, word, 2, 5, 2, 9)
            await asyncio.sleep(0.4)
            assert [(d["code"], d["severity"]) for d in _shown(wire, uri) if d["code"] == "LN202"] == [
                ("LN202", severity)
            ]


async def test_an_open_file_hides_no_symbol_that_is_nowhere(folder):
    imported = 'package main\n\n//go:cgo_import_dynamic of_c of_c "libc.so"\n'
    text = 'package main\n\nimport _ "unsafe"\n\n//go:linkname f of_c\nfunc f()\n\nfunc main() { f() }\n'
    (folder / "main.go").write_text(text)
    wire = Wire(PULLING)
    uri = wire.open(folder / "main.go", text)
    assert [d["code"] for d in wire.pull(uri)["items"]] == ["LN202"]
    wire.open(folder / "other.go", imported.replace("//go", "// go"))
    assert [d["code"] for d in wire.pull(uri)["items"]] == ["LN202"]


async def test_resolved_and_inline_fixes_agree(folder):
    resolving, inline = Wire(RESOLVING), Wire(INLINE)
    [lazy] = resolving.actions(resolving.open(folder / "main.go", WRONG), 5)
    [whole] = inline.actions(inline.open(folder / "main.go", WRONG), 5)
    assert "edit" not in lazy
    assert resolving.request("codeAction/resolve", lazy)["edit"] == whole["edit"]
    assert list(whole["edit"]["changes"]) == [(folder / "main.go").as_uri()]


async def test_a_fix_for_text_that_is_gone_is_refused(folder):
    wire = Wire(RESOLVING)
    uri = wire.open(folder / "main.go", WRONG)
    [action] = wire.actions(uri, 5)
    wire.change(uri, 2, "\n", 0, 0, 0, 0)
    assert wire.error("codeAction/resolve", action)["code"] == -32801


async def test_fix_all_is_offered_only_when_asked_for(folder):
    wire = Wire(INLINE)
    uri = wire.open(folder / "main.go", MISSING_IMPORT)
    assert all(a["kind"] == "quickfix" for a in wire.actions(uri, 3))
    for only in ("source", "source.fixAll", "source.fixAll.golinkname"):
        [action] = wire.actions(uri, 0, [only])
        assert action["kind"] == "source.fixAll.golinkname"
        assert any('import _ "unsafe"' in e["newText"] for e in action["edit"]["changes"][uri])
    assert wire.actions(uri, 3, ["refactor"]) == []


async def test_settings(folder):
    asking = Wire({"workspace": {"configuration": True}}, options={"go": "1.20-1.21"})
    assert asking.server.session.options.go == "1.20-1.21"
    asking.reply("workspace/configuration", [None])
    assert asking.server.session.options.go == "1.20-1.21"
    asking.notify("workspace/didChangeConfiguration", {"settings": None})
    asking.reply("workspace/configuration", [{"go": "1.22", "platforms": ["windows/arm64"], "path": "x"}])
    assert asking.server.session.options.go == "1.22"

    told = Wire({})
    uri = told.open(folder / "main.go", WRONG)
    told.notify("workspace/didChangeConfiguration", {"settings": {"golinkname": {"go": "1.22"}}})
    assert told.server.session.options.go == "1.22"
    for nonsense in ({"go": 1}, {"go": "7.0"}, {"platforms": "x"}, {"platforms": ["x/y"]}, {"checklinkname": 2}):
        told.notify("workspace/didChangeConfiguration", {"settings": nonsense})
        assert told.server.session.options.go == "1.22"
    assert len(told.all("window/logMessage")) == 5
    told.change(uri, 2, "\n", 0, 0, 0, 0)
    assert told.all("textDocument/publishDiagnostics")[-1]["diagnostics"]


async def test_files_on_disk(folder):
    watching = {"didChangeWatchedFiles": {"dynamicRegistration": True}}
    wire = Wire({**PULLING, "workspace": watching})
    [registration] = wire.all("client/registerCapability")[0]["registrations"]
    assert registration["method"] == "workspace/didChangeWatchedFiles"
    other = folder / "clock.go"
    other.write_text(STUB)
    uri = wire.open(folder / "main.go", SPLIT)
    assert codes(wire.pull(uri)) == []
    other.write_text(NO_STUB)
    wire.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": other.as_uri(), "type": 2}]})
    assert codes(wire.pull(uri)) == ["LN105"]


async def test_what_changes_beside_the_only_open_document_is_told(folder):
    (folder / "clock.go").write_text(STUB)
    pushed, pulling = Wire({}), Wire(PULLING)
    for wire in (pushed, pulling):
        uri = wire.open(folder / "main.go", SPLIT)
    assert codes(pulling.pull(uri)) == []
    assert pushed.all("textDocument/publishDiagnostics")[-1]["diagnostics"] == []

    (folder / "clock.go").write_text(NO_STUB)
    for wire in (pushed, pulling):
        wire.notify(
            "workspace/didChangeWatchedFiles", {"changes": [{"uri": (folder / "clock.go").as_uri(), "type": 2}]}
        )
    await asyncio.sleep(0.4)
    assert [d["code"] for d in pushed.all("textDocument/publishDiagnostics")[-1]["diagnostics"]] == ["LN105"]
    assert len(pulling.all("workspace/diagnostic/refresh")) == 1
    assert codes(pulling.pull(uri)) == ["LN105"]


async def test_settings_that_change_findings_are_told_of_the_only_open_document(folder):
    forbidden = WRONG.replace("nanotime() string", "nanotime()").replace("runtime.nanotime", "runtime.schedinit")
    forbidden = forbidden.replace("println(nanotime())", "nanotime()")
    pushed, pulling = Wire({}), Wire(PULLING)
    for wire in (pushed, pulling):
        uri = wire.open(folder / "main.go", forbidden)
    [before] = pulling.pull(uri)["items"]
    for wire in (pushed, pulling):
        wire.notify("workspace/didChangeConfiguration", {"settings": {"golinkname": {"checklinkname": False}}})
    await asyncio.sleep(0.4)
    [published] = pushed.all("textDocument/publishDiagnostics")[-1]["diagnostics"]
    assert len(pulling.all("workspace/diagnostic/refresh")) == 1
    [after] = pulling.pull(uri)["items"]
    assert (before["severity"], after["severity"], published["severity"]) == (1, 3, 3)


async def test_a_save_reads_the_folder_again_where_nothing_is_watched(folder):
    wire = Wire(PULLING)
    other = folder / "clock.go"
    other.write_text(STUB)
    uri = wire.open(folder / "main.go", SPLIT)
    assert codes(wire.pull(uri)) == []
    other.write_text(NO_STUB)
    wire.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    assert codes(wire.pull(uri)) == ["LN105"]


async def test_untitled_and_foreign_documents(folder):
    wire = Wire(PULLING)
    uri = wire.open("untitled:Untitled-1", WRONG)
    assert codes(wire.pull(uri)) == ["LN401", "LN301"]
    wire.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    for foreign in ("git:/a/main.go?x", "fugitive:///a//0/main.go", (folder / "go.mod").as_uri(), "", "::"):
        assert codes(wire.pull(wire.open(foreign, WRONG))) == []
        wire.change(foreign, 2, "x", 0, 0, 0, 0)
        wire.notify("textDocument/didClose", {"textDocument": {"uri": foreign}})


async def test_errors_are_no_popups_and_hold_no_traceback(folder, monkeypatch):
    wire = Wire(PULLING)
    uri = wire.open(folder / "main.go", WRONG)
    wire.change("file:///not/open.go", 2, "x", 0, 0, 0, 0)
    wire.notify("textDocument/didClose", {"textDocument": {"uri": "file:///not/open.go"}})
    wire.notify("textDocument/didChange", {"textDocument": 3})
    negative = {"textDocument": {"uri": uri}, "position": {"line": -1, "character": 0}}
    assert wire.error("textDocument/hover", negative)["code"] == -32602
    assert wire.error("no/such", {})["code"] == -32601

    monkeypatch.setattr("golinkname_ls.lsp.features.hover.hover", lambda *_: 1 / 0)
    error = wire.error("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 4, "character": 30}})
    assert (error["code"], error.get("data")) == (-32603, None)
    assert not any(wire.all(method) for method in SHOWN)
    assert codes(wire.pull(uri)) == ["LN301"]


async def test_hover_is_plain_text_for_clients_without_markdown(folder):
    at = {"line": 4, "character": 30}
    for formats, kind in ((["plaintext"], "plaintext"), (["markdown", "plaintext"], "markdown")):
        wire = Wire({"textDocument": {"hover": {"contentFormat": formats}}})
        uri = wire.open(folder / "main.go", RIGHT)
        found = wire.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": at})
        assert found["contents"]["kind"] == kind
        assert found["range"]["start"]["line"] == 4


async def test_changes_of_one_notification_apply_in_order(folder):
    wire = Wire({})
    uri = wire.open(folder / "main.go", "package main\n\f\n𝒳\n")
    place = {"line": 2, "character": 1}  # inside the surrogate pair: rounds down
    start = {"line": 0, "character": 0}
    changes = [
        {"range": {"start": place, "end": place}, "text": "é"},
        {"range": {"start": start, "end": start}, "text": "\r\n"},
        {"range": {"start": {"line": 3, "character": 3}, "end": {"line": 3, "character": 1}}, "text": "z"},
    ]
    wire.notify("textDocument/didChange", {"textDocument": {"uri": uri, "version": 2}, "contentChanges": changes})
    assert wire.text(uri) == "\r\npackage main\n\f\néz\n"
    wire.change(uri, 3, "package main\u2028\r")
    assert wire.text(uri) == "package main\u2028\r"


async def test_settings_leave_open_what_golinkname_toml_says(folder):
    (folder / "golinkname.toml").write_text('versions = "1.25"\ntags = ["a"]\n[severities]\nLN401 = "off"\n')
    told = Wire({}, options={"go": "auto", "platforms": [], "tags": [], "checklinkname": None})
    told.open(folder / "main.go", WRONG)
    effective = told.server.session.effective_options(folder)
    assert (effective.window, effective.tags, effective.checks_linkname) == ("1.25", {"a"}, True)
    told.notify(
        "workspace/didChangeConfiguration", {"settings": {"golinkname": {"checklinkname": False, "tags": ["b"]}}}
    )
    effective = told.server.session.effective_options(folder)
    assert (effective.window, effective.tags, effective.checks_linkname) == ("1.25", {"b"}, False)
    assert "golinkname.checklinkname" in effective.checklinkname_because
    told.notify("workspace/didChangeConfiguration", {"settings": {"golinkname": {"platforms": ["all"]}}})
    assert len(told.server.session.effective_options(folder).platforms) > 40


async def test_the_configuration_is_read_again_when_it_changes(folder):
    file = folder / "golinkname.toml"
    wire = Wire({**PULLING, "workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}})
    uri = wire.open(folder / "main.go", WRONG)
    assert codes(wire.pull(uri)) == ["LN301"]
    changed = {"changes": [{"uri": file.as_uri(), "type": 2}]}

    file.write_text('[severities]\nLN301 = "off"\nLN401 = "off"\n')
    wire.notify("workspace/didChangeWatchedFiles", changed)
    assert codes(wire.pull(uri)) == []
    assert wire.all("textDocument/publishDiagnostics") == []

    file.write_text("tags = []\nplatform = []\n")
    wire.notify("workspace/didChangeWatchedFiles", changed)
    [published] = wire.all("textDocument/publishDiagnostics")
    assert published["uri"] == file.as_uri()
    [diagnostic] = published["diagnostics"]
    assert diagnostic["message"] == "unknown key platform: did you mean platforms?"
    assert diagnostic["range"]["start"]["line"] == 1
    assert len(wire.all("window/showMessage")) == 1
    assert codes(wire.pull(uri)) == ["LN401", "LN301"]
    wire.notify("workspace/didChangeWatchedFiles", changed)
    assert len(wire.all("window/showMessage")) == 1

    file.write_text('[severities]\nLN401 = "off"\n')
    wire.notify("workspace/didChangeWatchedFiles", changed)
    assert wire.all("textDocument/publishDiagnostics")[-1]["diagnostics"] == []
    assert codes(wire.pull(uri)) == ["LN301"]


async def test_a_build_file_that_lifts_the_check_is_noticed(folder):
    watching = {"didChangeWatchedFiles": {"dynamicRegistration": True}}
    wire = Wire({**PULLING, "workspace": watching})
    [registration] = wire.all("client/registerCapability")[0]["registrations"]
    patterns = {w["globPattern"] for w in registration["registerOptions"]["watchers"]}
    assert {"**/golinkname.toml", "**/Makefile", "**/.github/workflows/*.yml"} <= patterns
    text = WRONG.replace("nanotime() string", "nanotime()").replace("runtime.nanotime", "runtime.schedinit")
    uri = wire.open(folder / "main.go", text.replace("println(nanotime())", "nanotime()"))
    [before] = wire.pull(uri)["items"]
    assert (before["code"], before["severity"]) == ("LN201", 1)
    makefile = folder / "Makefile"
    makefile.write_text("build:\n\tgo build -ldflags=-checklinkname=0\n")
    wire.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": makefile.as_uri(), "type": 1}]})
    [after] = wire.pull(uri)["items"]
    assert (after["code"], after["severity"]) == ("LN201", 3)
    assert "Makefile:2" in after["message"]


async def test_the_user_s_go_decides_what_is_an_error(folder):
    from golinkname_ls.golang.targets.version import GoVersion

    (folder / "go.mod").write_text("module example.com/m\n\ngo 1.21\n")
    wire = Wire(PULLING)
    wire.server.find_toolchain = lambda: GoVersion(1, 22)
    wire.notify("initialized", {})
    await until(lambda: wire.server.session.options.local is not None)
    wire.notify("workspace/didChangeConfiguration", {"settings": {"golinkname": {"tags": ["x"]}}})
    text = WRONG.replace("nanotime() string", "nanotime()").replace("runtime.nanotime", "runtime.schedinit")
    uri = wire.open(folder / "main.go", text.replace("println(nanotime())", "nanotime()"))
    [found] = wire.pull(uri)["items"]
    assert (found["code"], found["severity"]) == ("LN201", 2)


async def test_settings_may_mean_the_user_s_go(folder):
    from golinkname_ls.golang.targets.version import GoVersion

    wire = Wire(PULLING)
    wire.server.find_toolchain, wire.server.awaits_toolchain = lambda: GoVersion(1, 24), True
    wire.notify("workspace/didChangeConfiguration", {"settings": {"golinkname": {"go": "local"}}})
    wire.notify("initialized", {})
    await until(lambda: wire.server.session.options.go == "local")
    assert not [m for m in wire.sent if m.get("method") == "window/logMessage"]
    wire.notify("workspace/didChangeConfiguration", {"settings": {"golinkname": {"go": "9.9"}}})
    [said] = [m["params"]["message"] for m in wire.sent if m.get("method") == "window/logMessage"]
    assert said.startswith("golinkname-ls: golinkname.go 9.9: ")


async def test_a_go_that_is_not_shipped_is_read_in_the_background(folder, tmp_path, monkeypatch):
    from golinkname_ls.golang.targets.version import GoVersion

    runtime = "package runtime\n\n//go:linkname open\nfunc open(n int) int { return n }\n"
    monkeypatch.setenv("GOROOT", str(small_goroot(tmp_path / "go", "go1.28.1", **{"src/runtime/proc.go": runtime})))
    monkeypatch.setattr("platformdirs.user_cache_path", lambda _name: tmp_path / "cache")
    (folder / "go.mod").write_text("module example.com/m\n\ngo 1.28\n")
    wire = Wire(PULLING | {"window": {"workDoneProgress": True}})
    wire.server.find_toolchain = lambda: GoVersion(1, 28)
    uri = wire.open(folder / "main.go", WRONG.replace("nanotime() string", "nanotime()").replace("println(n", "(n"))
    wire.notify("initialized", {})
    await until(lambda: any(m.get("method") == "window/workDoneProgress/create" for m in wire.sent))
    wire.reply("window/workDoneProgress/create", None)
    await until(lambda: wire.server.session.options.local is not None)
    kinds = [m["params"]["value"]["kind"] for m in wire.sent if m.get("method") == "$/progress"]
    assert (kinds[0], kinds[-1]) == ("begin", "end")
    [found] = wire.pull(uri)["items"]
    assert found["code"] == "LN202"
    assert "Go 1.28 has no such symbol" in found["message"]


async def until(done) -> None:
    async with asyncio.timeout(20):
        while not done():
            await asyncio.sleep(0.01)
