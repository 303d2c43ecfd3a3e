"""Clients that break the rules, and files that go under the server's feet: it answers, stays alive and shows no traceback."""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
import pytest_lsp
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pytest_lsp import ClientServerConfig, LanguageClient

from tests.lsp.test_editors import make_client

STDERR = Path(tempfile.mkdtemp()) / "stderr"
SERVE = "import os, sys; os.dup2(os.open(sys.argv.pop(), os.O_WRONLY | os.O_CREAT | os.O_APPEND), 2); "
SERVE += "from golinkname_ls.cli.main import run; sys.exit(run(['serve']))"
WRONG = """\
package main

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
func nanotime() string

func main() { println(nanotime()) }
"""
PULLING = lsp.ClientCapabilities(
    text_document=lsp.TextDocumentClientCapabilities(
        diagnostic=lsp.DiagnosticClientCapabilities(),
        code_action=lsp.CodeActionClientCapabilities(
            code_action_literal_support=lsp.ClientCodeActionLiteralOptions(
                code_action_kind=lsp.ClientCodeActionKindOptions(value_set=[])
            )
        ),
    ),
    workspace=lsp.WorkspaceClientCapabilities(workspace_folders=True),
)


# One server for all of it: what one test did to it the next ones would show.
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_lsp.fixture(
    config=ClientServerConfig(server_command=[sys.executable, "-c", SERVE, str(STDERR)], client_factory=make_client),
    scope="module",
    loop_scope="module",
)
async def client(lsp_client: LanguageClient):
    STDERR.write_text("")
    await lsp_client.initialize_session(lsp.InitializeParams(capabilities=PULLING))
    yield
    await lsp_client.shutdown_session()
    assert "Traceback" not in STDERR.read_text()
    assert not lsp_client.messages, "nothing becomes a popup"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "go.mod").write_text("module example.com/m\n\ngo 1.27\n")
    (tmp_path / "golinkname.toml").write_text('severities = { LN401 = "off" }\n')
    (tmp_path / "main.go").write_text(WRONG)
    return tmp_path


def send(client: LanguageClient, message: Any) -> None:
    """Whatever it is, as the body of a message."""
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    client.protocol.writer.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)


def notify(client: LanguageClient, method: str, parameters: Any) -> None:
    send(client, {"jsonrpc": "2.0", "method": method, "params": parameters})


def open_(client: LanguageClient, uri: str, text: str, language: str = "go") -> str:
    document = {"uri": uri, "languageId": language, "version": 1, "text": text}
    notify(client, "textDocument/didOpen", {"textDocument": document})
    return uri


def change(client: LanguageClient, uri: str, version: int, *changes: Any) -> None:
    parameters = {"textDocument": {"uri": uri, "version": version}, "contentChanges": list(changes)}
    notify(client, "textDocument/didChange", parameters)


def place(*numbers: int) -> dict:
    return {
        "start": {"line": numbers[0], "character": numbers[1]},
        "end": {"line": numbers[2], "character": numbers[3]},
    }


async def codes(client: LanguageClient, uri: str) -> list[str]:
    document = lsp.TextDocumentIdentifier(uri=uri)
    parameters = lsp.DocumentDiagnosticParams(text_document=document)
    async with asyncio.timeout(60):
        report = await client.text_document_diagnostic_async(parameters)
    return sorted(str(item.code) for item in report.items)


async def text(client: LanguageClient, uri: str) -> str | None:
    return (await client.protocol.send_request_async("golinkname/text", {"uri": uri})).text


async def test_methods_that_do_not_exist(client, folder):
    uri = open_(client, (folder / "main.go").as_uri(), WRONG)
    for method in ("$/made/up", "made/up", "", "textDocument/didRename"):
        notify(client, method, {"x": [1]})
    for method in ("made/up", "textDocument/invented", "$/question"):
        with pytest.raises(JsonRpcException) as raised:
            await client.protocol.send_request_async(method, {"x": 1})
        assert raised.value.code == -32601
    assert await codes(client, uri) == ["LN301"]


async def test_documents_out_of_order(client, folder):
    uri = (folder / "main.go").as_uri()
    change(client, uri, 1, {"range": place(0, 0, 0, 0), "text": "x"})
    change(client, uri, 1, {"text": "package x"})
    notify(client, "textDocument/didSave", {"textDocument": {"uri": uri}})
    notify(client, "textDocument/didClose", {"textDocument": {"uri": uri}})
    assert await text(client, uri) is None
    open_(client, uri, "package main\n")
    open_(client, uri, WRONG)
    assert await codes(client, uri) == ["LN301"]
    change(client, uri, 7)
    change(client, uri, 3, {"range": place(0, 0, 0, 0), "text": "// back\n"})
    assert await text(client, uri) == "// back\n" + WRONG
    notify(client, "textDocument/didClose", {"textDocument": {"uri": uri}})
    notify(client, "textDocument/didClose", {"textDocument": {"uri": uri}})
    assert await codes(client, uri) == []
    open_(client, uri, WRONG)
    assert await codes(client, uri) == ["LN301"]


async def test_ranges_out_of_bounds(client, folder):
    uri = open_(client, (folder / "main.go").as_uri(), "package main\n")
    for number, where in enumerate([(9, 9, 9, 9), (0, 99, 5, 0), (3, 0, 0, 7), (2**31 - 1, 2**31 - 1, 2**31 - 1, 0)]):
        change(client, uri, 2 + number, {"range": place(*where), "text": f"// {number}\n"})
        assert f"// {number}\n" in (await text(client, uri))
    before = await text(client, uri)
    for number, where in enumerate([(-1, 0, 0, 0), (0, -5, 0, 0), (2**40, 0, 2**40, 1)]):
        change(client, uri, 9 + number, {"range": place(*where), "text": "x"})
    assert (await text(client, uri)) in (before, before + "x")
    document, turned = lsp.TextDocumentIdentifier(uri=uri), lsp.Range(lsp.Position(50, 2), lsp.Position(3, 99))
    action = lsp.CodeActionParams(text_document=document, range=turned, context=lsp.CodeActionContext([]))
    assert not await client.text_document_code_action_async(action)
    assert await codes(client, uri) == []


URIS = [
    "untitled:Untitled-1",
    "untitled:\ud800\0/../x",
    "untitled:" + "long" * 1000,
    "git:/a/main.go?%7B%7D",
    "vscode-notebook-cell:/a/main.go#W0",
    "http://example.com/main.go",
    "jar:file:///x.jar!/main.go",
    "",
    ":",
    "::",
    "main.go",
    "file:",
    "file:main.go",
    "file://",
    "file:///",
    "file:///main.go",
    "file:///C:/x/main.go",
    "file:///c%3A/x/main.go",
    "file:///C|/x/main.go",
    "file://host/share/main.go",
    "file:///tmp/100%/main.go",
    "file:///tmp/%zz/%/main.go",
    "file:///tmp/%ff%fe/main.go",
    "file:///tmp/a%00b/main.go",
    "file:///tmp/a%00.go",
    "file:///tmp/a%0Ab/main.go",
    "file:///tmp/\ud800/main.go",
    "file:///tmp/" + "long/" * 900 + "main.go",
    "file:///tmp/" + "l" * 300 + "/main.go",
    "file:///tmp/main.go?query#fragment",
    "FILE:///tmp/main.go",
    "file:///tmp/../../../../main.go",
    "file:///tmp/.go",
    "file:///tmp/.s",
    "file:///dev/null/main.go",
    "file:///proc/self/mem/main.go",
]


async def test_uris_of_all_kinds(client, folder):
    uri = open_(client, (folder / "main.go").as_uri(), WRONG)
    for strange in URIS:
        open_(client, strange, WRONG)
        change(client, strange, 2, {"range": place(0, 0, 0, 0), "text": "// x\n"})
        notify(client, "textDocument/didSave", {"textDocument": {"uri": strange}})
        await codes(client, strange)
        at = lsp.HoverParams(text_document=lsp.TextDocumentIdentifier(uri=strange), position=lsp.Position(5, 30))
        await client.text_document_hover_async(at)
        notify(client, "workspace/didChangeWatchedFiles", {"changes": [{"uri": strange, "type": 2}]})
        notify(client, "textDocument/didClose", {"textDocument": {"uri": strange}})
        assert await codes(client, uri) == ["LN301"], strange


async def test_folders_with_strange_names(client, folder):
    without = WRONG.replace("func nanotime() string\n", "")
    for name in ("with space", "per%cent", "%20", "héé 𝒳", "a#b?c", "brace{}[]", "semi;colon,"):
        inner = folder / name
        inner.mkdir()
        (inner / "clock.go").write_text("package main\n\nfunc nanotime() string\n")
        uri = open_(client, (inner / "main.go").as_uri(), without)
        # The stub stands in the other file, which has to be found on disk.
        assert await codes(client, uri) == ["LN301", "LN403"], name
        # VS Code escapes more than Python does.
        escaped = (
            uri.replace("_", "%5F").replace(".", "%2E").replace("[", "%5B").replace(";", "%3B").replace(",", "%2C")
        )
        assert await codes(client, escaped) == ["LN301", "LN403"], name
        change(client, uri, 2, {"range": place(0, 0, 0, 0), "text": "\n"})
        assert await text(client, uri) == "\n" + without, name


async def test_parameters_of_wrong_types(client, folder):
    uri = open_(client, (folder / "main.go").as_uri(), WRONG)
    methods = [
        "textDocument/didOpen",
        "textDocument/didChange",
        "textDocument/didSave",
        "textDocument/didClose",
        "workspace/didChangeWatchedFiles",
        "workspace/didChangeConfiguration",
        "workspace/didChangeWorkspaceFolders",
        "$/cancelRequest",
        "$/setTrace",
        "initialized",
    ]
    values: list[Any] = [None, [], [1], "x", 3, {}, {"textDocument": 3}, {"textDocument": {"uri": 5}}]
    values += [
        {"textDocument": {"uri": uri, "version": "two"}, "contentChanges": "x"},
        {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"range": {"start": 1}, "text": 2}]},
        {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"range": place(0, 0, 0, 0)}]},
        {"textDocument": {"uri": uri, "languageId": 7, "version": {}, "text": ["x"]}},
        {"changes": [{"uri": None, "type": "?"}]},
        {"settings": {"golinkname": {"go": {"a": 1}, "platforms": [3], "tags": "x", "checklinkname": "no"}}},
        {"settings": 3},
        {"event": {"added": 3, "removed": None}},
        {"id": {}},
    ]
    for method in methods:
        for value in values:
            notify(client, method, value)
    for number, method in enumerate(["textDocument/hover", "textDocument/codeAction", "textDocument/diagnostic", "x"]):
        for at, value in enumerate(values):
            send(client, {"jsonrpc": "2.0", "id": f"wrong-{number}-{at}", "method": method, "params": value})
    open_(client, uri, WRONG)
    assert await codes(client, uri) == ["LN301"]


async def test_messages_that_are_none(client, folder):
    uri = open_(client, (folder / "main.go").as_uri(), WRONG)
    for body in (b"", b"{", b"null", b"[]", b"[1, 2]", b'"x"', b"7", b"\xff\xfe", b"{}", b'{"jsonrpc": "2.0"}'):
        send(client, body)
    send(client, {"jsonrpc": "1.0", "id": 1, "method": "textDocument/hover", "params": {}})
    send(client, {"jsonrpc": "2.0", "id": 4711, "result": {"never": "asked"}})
    send(client, {"jsonrpc": "2.0", "id": "x", "error": {"code": 1, "message": "never asked"}})
    client.protocol.writer.write(b"Content-Length: x\r\n\r\n")
    client.protocol.writer.write(b"\r\n\r\n")
    assert await codes(client, uri) == ["LN301"]


async def test_cancelled_requests(client, folder):
    uri = open_(client, (folder / "main.go").as_uri(), WRONG)
    for number in (1, "never", -5):
        notify(client, "$/cancelRequest", {"id": number})
    for number in range(5):
        identifier = f"cancelled-{number}"
        parameters = {"textDocument": {"uri": uri}, "position": {"line": 4, "character": 30}}
        send(client, {"jsonrpc": "2.0", "id": identifier, "method": "textDocument/hover", "params": parameters})
        notify(client, "$/cancelRequest", {"id": identifier})
        notify(client, "$/cancelRequest", {"id": identifier})
    assert await codes(client, uri) == ["LN301"]


async def test_workspace_folders_come_and_go(client, folder, tmp_path_factory):
    uri = open_(client, (folder / "main.go").as_uri(), WRONG)
    other = {"uri": tmp_path_factory.mktemp("other").as_uri(), "name": "other"}
    gone = {"uri": "file:///no/such/folder", "name": "gone"}
    for added, removed in (
        ([other, gone], []),
        ([other], []),
        ([], [other, gone]),
        ([], [other]),
        ([{**gone, "uri": ""}], []),
    ):
        event = {"added": added, "removed": removed}
        notify(client, "workspace/didChangeWorkspaceFolders", {"event": event})
        assert await codes(client, uri) == ["LN301"]


async def test_files_that_go_away(client, folder):
    uri = open_(client, (folder / "main.go").as_uri(), WRONG)
    assert await codes(client, uri) == ["LN301"]
    (folder / "go.mod").unlink()
    notify(client, "textDocument/didSave", {"textDocument": {"uri": uri}})
    assert await codes(client, uri) == ["LN301", "LN401"]
    for content in (b"\xff\xfe\x00", b"module\n", b"module example.com/m\ngo nine\n", b"module x\n" * 3, b"(" * 1000):
        (folder / "go.mod").write_bytes(content)
        notify(client, "textDocument/didSave", {"textDocument": {"uri": uri}})
        assert "LN301" in await codes(client, uri)
    (folder / "go.mod").unlink()
    (folder / "go.mod").mkdir()
    (folder / "broken.go").symlink_to(folder / "nowhere.go")
    (folder / "folder.go").mkdir()
    (folder / "loop.go").symlink_to(folder / "loop.go")
    notify(client, "textDocument/didSave", {"textDocument": {"uri": uri}})
    assert "LN301" in await codes(client, uri)
    shutil.rmtree(folder)
    notify(client, "textDocument/didSave", {"textDocument": {"uri": uri}})
    assert "LN301" in await codes(client, uri)
    change(client, uri, 2, {"range": place(5, 16, 5, 22), "text": "int64"})
    assert await codes(client, uri) == ["LN401"]


async def test_binary_content(client, folder):
    (folder / "blob.go").write_bytes(bytes(range(256)) * 50)
    (folder / "blob.s").write_bytes(bytes(range(256)) * 50)
    uri = open_(client, (folder / "main.go").as_uri(), WRONG)
    assert await codes(client, uri) == ["LN301"]
    for strange in (
        "\0" * 1000,
        "\ud800\udfff\ud800",
        "\ufeff\ufeff",
        "\r\r\n\x0c\u2028\u0085",
        "//go:linkname \0 \ud83d",
    ):
        change(client, uri, 2, {"text": strange})
        await codes(client, uri)
        change(client, uri, 3, {"range": place(0, 1, 0, 2), "text": "\udc00é\0"})
        await codes(client, uri)
        assembly = open_(client, (folder / "f.s").as_uri(), strange, "asm")
        change(client, assembly, 2, {"range": place(0, 1, 0, 2), "text": "\udc00é\0"})
        await codes(client, assembly)
    change(client, uri, 4, {"text": WRONG})
    assert await codes(client, uri) == ["LN301"]


async def test_very_large_files(client, folder):
    line = "\tx += 1 // é𝒳 and some more text to make it long\n"
    large = WRONG + "\nfunc f() {\n\tx := 0\n" + line * (10_000_000 // len(line.encode())) + "}\n"
    uri = open_(client, (folder / "main.go").as_uri(), large)
    assert await codes(client, uri) == ["LN301"]
    change(client, uri, 2, {"range": place(5, 16, 5, 22), "text": "int64"})
    assert await codes(client, uri) == []
    one_line = open_(client, (folder / "one.go").as_uri(), "package main // " + "x" * 10_000_000)
    assert await codes(client, one_line) == []
    assembly = open_(client, (folder / "f.s").as_uri(), "\tMOVQ AX, BX\n" * 500_000, "asm")
    assert await codes(client, assembly) == []


async def test_a_configuration_that_becomes_invalid(client, folder):
    file = folder / "golinkname.toml"
    uri = open_(client, (folder / "main.go").as_uri(), WRONG)
    changed = {"changes": [{"uri": file.as_uri(), "type": 2}]}
    for content in (
        b"severities = 3\n",
        b"[[[",
        b"\xff\xfe\x00",
        b'versions = "9.9"\n',
        b"ignore = [1]\n",
        b"x" * 100_000,
    ):
        file.write_bytes(content)
        notify(client, "workspace/didChangeWatchedFiles", changed)
        assert await codes(client, uri) == ["LN301", "LN401"], content
        assert len(client.diagnostics[file.as_uri()]) == 1
    file.unlink()
    file.mkdir()
    notify(client, "workspace/didChangeWatchedFiles", changed)
    assert await codes(client, uri) == ["LN301", "LN401"]
    file.rmdir()
    file.write_text('severities = { LN401 = "off" }\n')
    notify(client, "workspace/didChangeWatchedFiles", changed)
    assert await codes(client, uri) == ["LN301"]
    assert not client.diagnostics[file.as_uri()]
    assert all(message.type is lsp.MessageType.Warning for message in client.messages)
    client.messages.clear()


@pytest.mark.parametrize("end", ["shutdown", "close", "exit"])
async def test_it_ends_while_there_is_work(folder, end):
    """Shut down in order, with the input closed, or told to leave at once, while much waits to be answered."""
    command = [sys.executable, "-m", "golinkname_ls", "serve"]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), asyncio.subprocess.PIPE)
    process = await asyncio.create_subprocess_exec(*command, **pipes)

    def say(**message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    uri = (folder / "main.go").as_uri()
    say(id=1, method="initialize", params={"capabilities": {}, "processId": None, "rootUri": None})
    say(method="initialized", params={})
    item = {"uri": uri, "languageId": "go", "version": 1, "text": WRONG + "// x\n" * 20_000}
    say(method="textDocument/didOpen", params={"textDocument": item})
    for number in range(2, 100):
        at = {"textDocument": {"uri": uri}, "position": {"line": 4, "character": 30}}
        say(id=number, method="textDocument/hover", params=at)
    if end == "shutdown":
        say(id=100, method="shutdown", params=None)
        say(id=101, method="textDocument/hover", params=at)
    if end in ("shutdown", "exit"):
        say(method="exit", params=None)
    process.stdin.close()
    async with asyncio.timeout(60):
        out, errors = await process.communicate()
    assert b"Traceback" not in errors, errors.decode()
    assert process.returncode == (1 if end == "exit" else 0)
    if end == "shutdown":
        assert b'"id": 100' in out or b'"id":100' in out
