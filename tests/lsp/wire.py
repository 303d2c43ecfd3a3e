"""The server without a process: messages go in and come out as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pygls.exceptions import JsonRpcException

from golinkname_ls.analysis.session import Session
from golinkname_ls.lsp.serve import create_server

PULLING = {
    "textDocument": {"diagnostic": {}},
    "workspace": {"diagnostics": {"refreshSupport": True}},
}
RESOLVING = {
    "textDocument": {
        "codeAction": {
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}},
            "dataSupport": True,
            "isPreferredSupport": True,
            "resolveSupport": {"properties": ["edit"]},
        }
    }
}
INLINE = {"textDocument": {"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}}}


class Wire:
    """One initialized connection; every handler is sync, so answers are there when `request` returns."""

    def __init__(
        self, capabilities: dict[str, Any], options: Any = None, session: Session | None = None, *, greets: bool = True
    ) -> None:
        self.sent: list[dict[str, Any]] = []
        self.server = create_server(session or Session())
        self.server.protocol.set_writer(self)
        self._number = 0
        if not greets:
            return
        parameters = {"capabilities": capabilities, "processId": None, "rootUri": None}
        self.capabilities = self.request("initialize", {**parameters, "initializationOptions": options})["capabilities"]
        self.notify("initialized", {})

    def write(self, data: bytes) -> None:
        self.sent.append(json.loads(data.partition(b"\r\n\r\n")[2]))

    def close(self) -> None:
        pass

    def notify(self, method: str, parameters: Any) -> None:
        self.receive({"jsonrpc": "2.0", "method": method, "params": parameters})

    def request(self, method: str, parameters: Any) -> Any:
        answer = self.answer(method, parameters)
        assert "error" not in answer, answer
        return answer["result"]

    def error(self, method: str, parameters: Any) -> dict[str, Any]:
        return self.answer(method, parameters)["error"]

    def answer(self, method: str, parameters: Any) -> dict[str, Any]:
        self._number += 1
        self.receive({"jsonrpc": "2.0", "id": self._number, "method": method, "params": parameters})
        [answer] = [m for m in self.sent if m.get("id") == self._number and "method" not in m]
        return answer

    def reply(self, method: str, result: Any) -> None:
        """Answer the server's last request of a method."""
        asked = next(m for m in reversed(self.sent) if m.get("method") == method)
        self.receive({"jsonrpc": "2.0", "id": asked["id"], "result": result})

    def all(self, method: str) -> list[Any]:
        return [m.get("params") for m in self.sent if m.get("method") == method]

    def open(self, path: Path | str, text: str, language: str = "go") -> str:
        uri = path if isinstance(path, str) else path.as_uri()
        item = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})
        return uri

    def change(self, uri: str, version: int, text: str, *place: int) -> None:
        change: dict[str, Any] = {"text": text}
        if place:
            start, end = place[:2], place[2:]
            change["range"] = {k: {"line": p[0], "character": p[1]} for k, p in {"start": start, "end": end}.items()}
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})

    def pull(self, uri: str, previous: str | None = None) -> Any:
        parameters = {"textDocument": {"uri": uri}, "previousResultId": previous}
        return self.request("textDocument/diagnostic", parameters)

    def actions(self, uri: str, line: int, only: list[str] | None = None) -> Any:
        place = {"line": line, "character": 0}
        parameters = {"textDocument": {"uri": uri}, "range": {"start": place, "end": place}}
        return self.request("textDocument/codeAction", {**parameters, "context": {"diagnostics": [], "only": only}})

    def text(self, uri: str) -> str:
        return self.request("golinkname/text", {"uri": uri})["text"]

    def receive(self, message: dict[str, Any]) -> None:
        protocol = self.server.protocol
        try:
            protocol.handle_message(json.loads(json.dumps(message), object_hook=protocol.structure_message))
        except JsonRpcException as error:
            self.server.report_server_error(error, type(error))
