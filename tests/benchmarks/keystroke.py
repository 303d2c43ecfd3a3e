"""Change to diagnostics, hover and code action over real pipes: `python -m tests.benchmarks.keystroke [FILE.go…]`.

Prints, asserts nothing. The client pushes one character at a time into a file and waits for the diagnostics of that
version: in the middle of a generated one with 20 directives (or of the files named, with these directives in front), in
a directive, in a stub's signature, in a constant that a condition uses, and below an unclosed brace, where the file cannot
be parsed piece by piece. `--files N` puts N other files into the module; `--gopls` times the change in a body with gopls,
which has to be on PATH, on the same file.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

# Without kinds of actions there are none to be had.
CLIENT = {"textDocument": {"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}}}


def stubs() -> list[str]:
    rows = []
    for number in range(20):
        rows += [f"//go:linkname clock{number} runtime.nanotime", f"func clock{number}() int64", ""]
    return rows


def generated(lines: int) -> str:
    rows = ["package main", "", 'import _ "unsafe"', "", *stubs()]
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
    ending = ["const limit = 3", "", "func main() {", "\tif limit > 300000 {", "\t\tprintln(clock0())", "\t}", "}", ""]
    return "\n".join([*rows, *ending])


def with_stubs(text: str) -> str:
    """The text of a real file with the directives before its first func."""
    head, func, rest = text.partition("\nfunc ")
    text = head.replace("\nimport (", '\nimport (\n\t_ "unsafe"', 1) + "\n" + "\n".join(stubs()) + func + rest
    return text + "\nconst limit = 3\n\nfunc limited() {\n\tif limit > 300000 {\n\t\tclock0()\n\t}\n}\n"


class Client:
    def __init__(self, *command: str) -> None:
        command = command or (sys.executable, "-m", "golinkname_ls", "serve")
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0

    def send(self, method: str, parameters: Any, *, request: bool = False) -> int:
        message: dict[str, Any] = {"jsonrpc": "2.0", "method": method, "params": parameters}
        if request:
            self.number += 1
            message["id"] = self.number
        self.write(message)
        return self.number

    def write(self, message: dict[str, Any]) -> None:
        body = json.dumps(message).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self) -> Any:
        out = self.process.stdout
        assert out is not None
        size = 0
        while (line := out.readline()) not in (b"\r\n", b""):
            if line.lower().startswith(b"content-length:"):
                size = int(line.split(b":")[1])
        message = json.loads(out.read(size))
        if "id" in message and "method" in message:
            self.write({"jsonrpc": "2.0", "id": message["id"], "result": None})
            return self.receive()
        return message

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


class Document:
    """One open file of a server."""

    def __init__(self, client: Client, file: Path, text: str) -> None:
        self.client = client
        self.uri = file.as_uri()
        self.version = 1
        item = {"uri": self.uri, "languageId": "go", "version": 1, "text": text}
        client.send("textDocument/didOpen", {"textDocument": item})
        client.published(1)

    def insert(self, text: str, line: int, character: int) -> None:
        self.version += 1
        place = {"line": line, "character": character}
        edit = {"range": {"start": place, "end": place}, "text": text}
        identifier = {"uri": self.uri, "version": self.version}
        self.client.send("textDocument/didChange", {"textDocument": identifier, "contentChanges": [edit]})
        self.client.published(self.version)

    def ask(self, method: str, **parameters: Any) -> Any:
        return self.client.answer(
            self.client.send(method, {"textDocument": {"uri": self.uri}, **parameters}, request=True)
        )


def timed(rounds: int, *actions: Callable[[], Any]) -> list[list[float]]:
    """The milliseconds of each action, taken in turn."""
    times: list[list[float]] = [[] for _ in actions]
    for _ in range(rounds):
        for action, taken in zip(actions, times, strict=True):
            start = time.perf_counter()
            action()
            taken.append((time.perf_counter() - start) * 1000)
    return times


def memory(process: int) -> str:
    try:
        rows = Path(f"/proc/{process}/status").read_text().splitlines()
        return f"{int(next(r for r in rows if r.startswith('VmRSS')).split()[1]) / 1024:.0f} MB"
    except OSError:
        return "unknown here"


def fill(folder: Path, files: int) -> None:
    """Put other files into the module, in packages of a hundred."""
    for number in range(files):
        package = folder / f"p{number // 100}"
        package.mkdir(exist_ok=True)
        (package / f"f{number}.go").write_text(
            f"package p{number // 100}\n\nfunc Work{number}(a int) int {{ return a }}\n"
        )


def measure(name: str, text: str, go: str = "1.27", rounds: int = 150, files: int = 0) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "main.go"
        (Path(folder) / "go.mod").write_text(f"module example.com/m\n\ngo {go}\n")
        file.write_text(text)
        fill(Path(folder), files)
        started = time.perf_counter()
        client = Client()
        client.answer(
            client.send("initialize", {"capabilities": CLIENT, "processId": None, "rootUri": None}, request=True)
        )
        ready = time.perf_counter() - started
        client.send("initialized", {})
        document = Document(client, file, text)
        rows = text.split("\n")
        half = len(rows) // 2
        middle = next(i for i, row in enumerate(rows) if i > half and row.startswith("\treturn"))
        stub = next(i for i, row in enumerate(rows) if row.startswith("//go:linkname clock7 "))
        place = {"line": stub, "character": 30}
        here = {"range": {"start": place, "end": place}, "context": {"diagnostics": []}}
        body, hover, action = timed(
            rounds,
            lambda: document.insert("x", middle, 8),
            lambda: document.ask("textDocument/hover", position=place),
            lambda: document.ask("textDocument/codeAction", **here),
        )
        (directive,) = timed(rounds, lambda: document.insert("x", stub + 3, len(rows[stub + 3])))
        (signature,) = timed(rounds, lambda: document.insert("x", stub + 1, len("func clock7(")))
        limit = next(i for i, row in enumerate(rows) if row.startswith("const limit"))
        (constant,) = timed(rounds, lambda: document.insert("3", limit, len(rows[limit])))
        size = memory(client.process.pid)
        document.insert("{", half - 40, 0)
        (broken,) = timed(rounds, lambda: document.insert("x", middle, 8))
        document.ask("shutdown")
        client.send("exit", None)
        client.process.wait(10)
    results = {"in a body": body, "in a directive": directive, "in a signature": signature}
    results |= {"in a constant": constant, "below an error": broken}
    results = {f"change {where} -> diagnostics": times for where, times in results.items()}
    for what, times in (*results.items(), ("hover", hover), ("code action", action)):
        p95 = statistics.quantiles(times, n=20)[-1]
        print(f"{name}  {what:38} p50 {statistics.median(times):6.2f} ms  p95 {p95:6.2f} ms")
    print(f"{name}  start -> initialize {ready * 1000:.0f} ms, memory {size}")


def beside_gopls(lines: int, rounds: int = 40) -> None:
    """The change in a body, ours and gopls' in turn, on one generated file that both have open."""
    text = generated(lines)
    rows = text.split("\n")
    middle = next(i for i, row in enumerate(rows) if i > len(rows) // 2 and row.startswith("\treturn"))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "main.go"
        (Path(folder) / "go.mod").write_text("module example.com/m\n\ngo 1.24\n")
        file.write_text(text)
        (Path(folder) / "empty.s").write_text("")
        documents = []
        for command in ((), ("gopls", "serve")):
            client = Client(*command)
            root = {"processId": None, "rootUri": Path(folder).as_uri(), "capabilities": CLIENT}
            options = {"initializationOptions": {"diagnosticsDelay": "0s"}} if command else {}
            client.answer(client.send("initialize", {**root, **options}, request=True))
            client.send("initialized", {})
            documents.append(Document(client, file, text))
        ours, theirs = timed(rounds, *(lambda d=document: d.insert("x", middle, 8) for document in documents))
        for document in documents:
            document.client.process.kill()
    one, other = statistics.median(ours), statistics.median(theirs)
    print(f"{lines:6} lines  change in a body: ours {one:.2f} ms, gopls {other:.1f} ms: {other / one:.0f} times")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments[:1] == ["--gopls"]:
        for size in (5_000, 50_000):
            beside_gopls(size)
        sys.exit()
    if arguments[:1] == ["--files"]:
        for count in (10, int(arguments[1])):
            measure(f"  5000 lines, {count:5} files", generated(5_000), files=count)
        arguments = arguments[2:] or [""]
    for file in filter(None, arguments):
        text = with_stubs(Path(file).read_text("utf-8"))
        measure(f"{Path(file).name}, {text.count(chr(10))} lines", text)
    if not arguments:
        for size in (5_000, 50_000):
            measure(f"{size:6} lines, 1 version ", generated(size))
        measure("  5000 lines, 8 versions", generated(5_000), "1.20")
