"""Change to diagnostics and hover over real pipes: `python -m tests.benchmarks.keystroke`. Prints, asserts nothing.

The client pushes one character at a time into the middle of a generated file with 20 directives and waits for the
diagnostics of that version.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any


def generated(lines: int) -> str:
    rows = ["package main", "", 'import _ "unsafe"', ""]
    for number in range(20):
        rows += [f"//go:linkname clock{number} runtime.nanotime", f"func clock{number}() int64", ""]
    number = 0
    while len(rows) < lines - 2:
        number += 1
        rows.append(f"func work{number}(a, b int) int {{")
        for step in range(8):
            rows += [
                f"\tif a > b+{step} {{",
                "\t\t// one of many steps",
                f"\t\ta -= {number} + int(clock{step}())",
                "\t}",
            ]
        rows += ["\treturn b - a", "}", ""]
    return "\n".join([*rows, "func main() {}", ""])


class Client:
    def __init__(self) -> None:
        command = [sys.executable, "-m", "golinkname_ls", "serve"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0

    def send(self, method: str, parameters: Any, *, request: bool = False) -> int:
        message: dict[str, Any] = {"jsonrpc": "2.0", "method": method, "params": parameters}
        if request:
            self.number += 1
            message["id"] = self.number
        body = json.dumps(message).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()
        return self.number

    def receive(self) -> Any:
        out = self.process.stdout
        assert out is not None
        size = 0
        while (line := out.readline()) not in (b"\r\n", b""):
            if line.lower().startswith(b"content-length:"):
                size = int(line.split(b":")[1])
        return json.loads(out.read(size))

    def answer(self, number: int) -> Any:
        while (message := self.receive()).get("id") != number or "method" in message:
            pass
        return message.get("result")

    def published(self, version: int) -> Any:
        while True:
            message = self.receive()
            if (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"].get("version") == version
            ):
                return message["params"]["diagnostics"]


def measure(lines: int, rounds: int = 150) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "main.go"
        (Path(folder) / "go.mod").write_text("module example.com/m\n\ngo 1.27\n")
        text = generated(lines)
        file.write_text(text)
        client = Client()
        started = time.perf_counter()
        client.answer(client.send("initialize", {"capabilities": {}, "processId": None, "rootUri": None}, request=True))
        ready = time.perf_counter() - started
        client.send("initialized", {})
        uri = file.as_uri()
        item = {"uri": uri, "languageId": "go", "version": 1, "text": text}
        client.send("textDocument/didOpen", {"textDocument": item})
        client.published(1)
        middle = next(i for i, row in enumerate(text.split("\n")) if i > lines // 2 and row.startswith("\treturn"))
        changes, hovers = [], []
        for version in range(2, rounds + 2):
            place = {"line": middle, "character": 8}
            start = time.perf_counter()
            edit = {"range": {"start": place, "end": place}, "text": "x"}
            identifier = {"uri": uri, "version": version}
            client.send("textDocument/didChange", {"textDocument": identifier, "contentChanges": [edit]})
            client.published(version)
            changes.append((time.perf_counter() - start) * 1000)
            start = time.perf_counter()
            at = {"line": 4, "character": 30}
            client.answer(
                client.send("textDocument/hover", {"textDocument": {"uri": uri}, "position": at}, request=True)
            )
            hovers.append((time.perf_counter() - start) * 1000)
        client.answer(client.send("shutdown", None, request=True))
        client.send("exit", None)
        client.process.wait(10)
    for what, times in (("change -> diagnostics", changes), ("hover", hovers)):
        p95 = statistics.quantiles(times, n=20)[-1]
        print(f"{lines:6} lines  {what:22} p50 {statistics.median(times):6.2f} ms  p95 {p95:6.2f} ms")
    print(f"{lines:6} lines  start -> initialize    {ready * 1000:6.0f} ms")


if __name__ == "__main__":
    for size in (5_000, 50_000):
        measure(size)
