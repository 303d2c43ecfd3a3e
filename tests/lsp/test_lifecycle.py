"""Messages before, between and after `initialize` and `shutdown`, and capabilities of specifications to come."""

from __future__ import annotations

from lsprotocol import types as lsp

from tests.lsp.wire import PULLING, Wire

HOVER = {"textDocument": {"uri": "file:///main.go"}, "position": {"line": 0, "character": 0}}
GREETING = {"processId": None, "rootUri": None, "capabilities": {}}


def test_requests_wait_for_initialize():
    wire = Wire(PULLING, greets=False)
    assert wire.error("textDocument/hover", HOVER)["code"] == lsp.ErrorCodes.ServerNotInitialized.value
    assert wire.error("shutdown", None)["code"] == lsp.ErrorCodes.ServerNotInitialized.value
    wire.notify(
        "textDocument/didOpen", {"textDocument": {"uri": "file:///x.go", "languageId": "go", "version": 1, "text": ""}}
    )
    assert "capabilities" in wire.request("initialize", GREETING)


def test_initialize_comes_once():
    wire = Wire(PULLING)
    assert wire.error("initialize", GREETING)["code"] == lsp.ErrorCodes.InvalidRequest.value
    assert wire.request("textDocument/hover", HOVER) is None


def test_nothing_is_answered_after_shutdown_but_with_an_error():
    wire = Wire(PULLING)
    assert wire.request("shutdown", None) is None
    for method, parameters in (("textDocument/hover", HOVER), ("shutdown", None), ("initialize", GREETING)):
        assert wire.error(method, parameters)["code"] == lsp.ErrorCodes.InvalidRequest.value


def test_capabilities_that_are_not_known_are_left_out():
    odd = {
        "textDocument": {
            "diagnostic": {},
            "completion": {"completionItemKind": {"valueSet": [1, 999]}},
            "codeAction": {"codeActionLiteralSupport": "yes"},
            "hover": {"contentFormat": ["html", "markdown"]},
        },
        "workspace": ["nonsense"],
        "general": {"positionEncodings": ["utf-7", "utf-8"]},
        "later": {"than": {"all": True}},
    }
    wire = Wire(odd)
    assert wire.capabilities["diagnosticProvider"]
    assert wire.request("textDocument/hover", HOVER) is None


def test_requests_of_no_known_protocol_are_refused():
    wire = Wire(PULLING)
    wire.receive({"id": "x", "method": "textDocument/hover", "params": HOVER})
    assert wire.sent[-1]["id"] == "x" and wire.sent[-1]["error"]["code"] == lsp.ErrorCodes.InvalidRequest.value
    sent = len(wire.sent)
    for message in ({}, {"id": 1}, {"method": "textDocument/hover"}, {"id": [], "method": "textDocument/hover"}):
        wire.receive(message)
    assert len(wire.sent) == sent
