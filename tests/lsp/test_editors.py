"""The server over stdio, as VS Code, Neovim and Helix would drive it: their recorded capabilities."""

from __future__ import annotations

import asyncio
import json
import random
import sys
from pathlib import Path
from typing import Any

import pytest
import pytest_lsp
from lsprotocol import converters
from lsprotocol import types as lsp
from pygls.lsp.client import BaseLanguageClient
from pytest_lsp import ClientServerConfig, LanguageClient

from golinkname_ls.text.buffer import Buffer
from golinkname_ls.text.column_encoding import Encoding

CLIENTS = sorted((Path(__file__).parent / "clients").glob("*.json"))
TEXT = """\
package main

import _ "unsafe"

// é𝒳: columns differ in every encoding
//go:linkname nanotime runtime.nanotime
func nanotime() string

func main() { println(nanotime()) }
"""
ASSEMBLY = "TEXT ·f(SB),4,$0-8\n\tMOVQ runtime·allglen(SB), AX\n\tMOVQ AX, ret+0(FP)\n\tRET\n"


def capabilities(file: Path) -> lsp.ClientCapabilities:
    recorded = json.loads(file.read_text("utf-8"))
    recorded = recorded.get("capabilities", recorded)
    return converters.get_converter().structure(recorded, lsp.ClientCapabilities)


def make_client(*_: Any, **__: Any) -> LanguageClient:
    client = pytest_lsp.make_test_lsp_client()

    @client.feature(lsp.CLIENT_REGISTER_CAPABILITY)
    def _register(_client: BaseLanguageClient, _parameters: lsp.RegistrationParams) -> None:
        return None

    return client


# One server for each client.
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_lsp.fixture(
    scope="module",
    loop_scope="module",
    config=ClientServerConfig(
        server_command=[sys.executable, "-m", "golinkname_ls", "serve"], client_factory=make_client
    ),
    params=CLIENTS,
    ids=lambda file: file.stem,
)
async def client(request: pytest.FixtureRequest, lsp_client: LanguageClient):
    lsp_client.recorded = capabilities(request.param)
    await lsp_client.initialize_session(lsp.InitializeParams(capabilities=lsp_client.recorded))
    yield
    await lsp_client.shutdown_session()


async def diagnostics(client: LanguageClient, uri: str, version: int) -> list[lsp.Diagnostic]:
    if client.recorded.text_document.diagnostic is not None:
        parameters = lsp.DocumentDiagnosticParams(text_document=lsp.TextDocumentIdentifier(uri=uri))
        report = await client.text_document_diagnostic_async(parameters)
        assert uri not in client.diagnostics, "pushed to a client that pulls"
        return list(report.items)
    for _ in range(200):
        if uri in client.diagnostics and client.seen_version.get(uri, 0) >= version:
            break
        await asyncio.sleep(0.02)
    return list(client.diagnostics.get(uri, ()))


def opened(client: LanguageClient, folder: Path, text: str) -> str:
    (folder / "go.mod").write_text("module example.com/m\n\ngo 1.27\n", "utf-8")
    (folder / "golinkname.toml").write_text('severities = { LN401 = "off" }\n', "utf-8")
    file = folder / "main.go"
    file.write_text(text, "utf-8", newline="")
    uri = file.as_uri()
    client.seen_version = {uri: 10**9}
    item = lsp.TextDocumentItem(uri=uri, language_id="go", version=1, text=text)
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(text_document=item))
    return uri


def encoding_of(client: LanguageClient) -> Encoding:
    general = client.recorded.general
    offered = [str(getattr(e, "value", e)) for e in (general.position_encodings if general else None) or ["utf-16"]]
    return Encoding(offered[0])


def applied(text: str, edit: lsp.WorkspaceEdit, uri: str, encoding: Encoding) -> str:
    edits = edit.changes[uri] if edit.changes else [e for change in edit.document_changes for e in change.edits]
    buffer = Buffer(text.encode())
    for one in sorted(edits, key=lambda e: (e.range.start.line, e.range.start.character), reverse=True):
        start = buffer.offset(one.range.start.line, one.range.start.character, encoding)
        end = buffer.offset(one.range.end.line, one.range.end.character, encoding)
        buffer.splice(start, end, one.new_text.encode())
    return buffer.data.decode()


async def test_diagnostics_hover_and_fix(client: LanguageClient, tmp_path: Path) -> None:
    uri = opened(client, tmp_path, TEXT)
    found = await diagnostics(client, uri, 1)
    assert [d.code for d in found] == ["LN301"]
    assert found[0].source == "golinkname-ls"
    assert (found[0].range.start.line, found[0].range.start.character) == (6, 5)

    document = lsp.TextDocumentIdentifier(uri=uri)
    hover = await client.text_document_hover_async(
        lsp.HoverParams(text_document=document, position=lsp.Position(line=5, character=30))
    )
    assert "func nanotime() int64" in hover.contents.value
    assert "runtime/time_nofake.go" in hover.contents.value

    actions = await client.text_document_code_action_async(
        lsp.CodeActionParams(
            text_document=document, range=found[0].range, context=lsp.CodeActionContext(diagnostics=found)
        )
    )
    action = next(a for a in actions if a.title == "Rewrite the stub: func nanotime() int64")
    if action.edit is None:
        action = await client.code_action_resolve_async(action)
    fixed = applied(TEXT, action.edit, uri, encoding_of(client))
    assert fixed == TEXT.replace("func nanotime() string", "func nanotime() int64")

    whole = lsp.TextDocumentContentChangeWholeDocument(text=fixed)
    version = lsp.VersionedTextDocumentIdentifier(uri=uri, version=2)
    client.text_document_did_change(lsp.DidChangeTextDocumentParams(text_document=version, content_changes=[whole]))
    for _ in range(50):
        if not await diagnostics(client, uri, 2):
            break
        await asyncio.sleep(0.02)
    assert await diagnostics(client, uri, 2) == []


async def test_assembly(client: LanguageClient, tmp_path: Path) -> None:
    # tests/cases/LN207/asm_reads_unmarked_var: refused since 1.23. main.go is never opened.
    opened(
        client,
        tmp_path,
        "package main\n\nfunc a() uintptr\nfunc b() uintptr\nfunc c() uintptr\nfunc d() uintptr\nfunc main() { println(a(), b(), c(), d()) }\n",
    )
    (tmp_path / "golinkname.toml").write_text('platforms = ["linux/amd64"]\n', "utf-8")
    # What the editors call it: VS Code with the Go extension, Neovim, Helix; VS Code alone.
    for name, language in (("a.s", "go.asm"), ("b.s", "asm"), ("c.s", "gas"), ("d.s", "plaintext")):
        file = tmp_path / name
        text = ASSEMBLY.replace("·f", f"·{name[0]}")
        file.write_text(text, "utf-8")
        uri = file.as_uri()
        item = lsp.TextDocumentItem(uri=uri, language_id=language, version=1, text=text)
        client.text_document_did_open(lsp.DidOpenTextDocumentParams(text_document=item))
        [found] = await diagnostics(client, uri, 1)
        assert (found.code, found.severity) == ("LN207", lsp.DiagnosticSeverity.Error)
        assert found.range.start == lsp.Position(1, 6)
        actions = lsp.CodeActionParams(
            text_document=lsp.TextDocumentIdentifier(uri=uri), range=found.range, context=lsp.CodeActionContext([found])
        )
        assert not await client.text_document_code_action_async(actions)
        at = lsp.HoverParams(text_document=lsp.TextDocumentIdentifier(uri=uri), position=found.range.start)
        assert await client.text_document_hover_async(at) is None

        place = lsp.Range(lsp.Position(1, 0), lsp.Position(1, 0))
        change = lsp.TextDocumentContentChangePartial(range=place, text="//")
        version = lsp.VersionedTextDocumentIdentifier(uri=uri, version=2)
        client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(text_document=version, content_changes=[change])
        )
        for _ in range(50):
            if not await diagnostics(client, uri, 2):
                break
            await asyncio.sleep(0.02)
        assert await diagnostics(client, uri, 2) == []
        assert not client.messages


async def test_text_stays_equal_under_edits(client: LanguageClient, tmp_path: Path) -> None:
    text = "\ufeff" + TEXT.replace("\n", "\r\n") + "// form\x0cfeed \u2028 line\n// lone\rcr 𝒳é\n"
    uri = opened(client, tmp_path, text)
    encoding = encoding_of(client)
    buffer = Buffer(text.encode())
    chance = random.Random(7)
    snippets = ["x", "é", "𝒳", "\r\n", "\n", "\r", "/*", '"', "\u2028", "\x0c", "", "//go:linkname a b\n"]
    for version in range(2, 62):
        start = lsp.Position(line=chance.randrange(buffer.line_count), character=chance.randrange(30))
        end = lsp.Position(line=start.line, character=start.character + chance.randrange(4))
        new = chance.choice(snippets)
        change = lsp.TextDocumentContentChangePartial(range=lsp.Range(start=start, end=end), text=new)
        identifier = lsp.VersionedTextDocumentIdentifier(uri=uri, version=version)
        client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(text_document=identifier, content_changes=[change])
        )
        low = buffer.offset(start.line, start.character, encoding)
        high = max(low, buffer.offset(end.line, end.character, encoding))
        buffer = Buffer(buffer.data[:low] + new.encode() + buffer.data[high:])
    answer = await client.protocol.send_request_async("golinkname/text", {"uri": uri})
    assert answer.text == buffer.data.decode()


async def test_nonsense_does_not_kill_the_server(client: LanguageClient, tmp_path: Path) -> None:
    uri = opened(client, tmp_path, "package main\n//go:linkname ")
    far = lsp.Position(line=10**6, character=10**6)
    identifier = lsp.VersionedTextDocumentIdentifier(uri=uri, version=2)
    change = lsp.TextDocumentContentChangePartial(
        range=lsp.Range(start=far, end=lsp.Position(0, 0)), text="\n<<<<<<<\n"
    )
    client.text_document_did_change(lsp.DidChangeTextDocumentParams(text_document=identifier, content_changes=[change]))
    unopened = lsp.VersionedTextDocumentIdentifier(uri=(tmp_path / "other.go").as_uri(), version=2)
    client.text_document_did_change(lsp.DidChangeTextDocumentParams(text_document=unopened, content_changes=[change]))
    untitled = lsp.TextDocumentItem(uri="untitled:Untitled-1", language_id="go", version=1, text="package x")
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(text_document=untitled))
    hover = lsp.HoverParams(text_document=lsp.TextDocumentIdentifier(uri=uri), position=far)
    assert await client.text_document_hover_async(hover) is None
    assert not client.messages, "nothing becomes a popup"
