"""Memory of a server that is typed into and that opens and closes files: `python -m tests.benchmarks.memory [SHARE]`.

Prints, asserts nothing: MB after the first tenth and at the end, of 6,000 edits of one document (in a body, in a
directive, in a signature) and of 3,000 documents opened and closed. What is counted is the process's resident memory
(Linux); with `--objects` what Python has allocated since its start, and by which lines of code it grew. There the
interpreter's own table of interned strings shows as one step of about 1 MB, at `pathlib.py`.
"""

from __future__ import annotations

import asyncio
import gc
import resource
import sys
import tempfile
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

from golinkname_ls.analysis.session import Session
from tests.benchmarks.keystroke import generated
from tests.lsp.wire import PULLING, Wire


def megabytes() -> float:
    gc.collect()
    if tracemalloc.is_tracing():
        return tracemalloc.get_traced_memory()[0] / 1e6
    pages = Path("/proc/self/statm").read_text("ascii").split()[1]
    return int(pages) * resource.getpagesize() / 1e6


def typed(folder: Path, count: int) -> Iterator[None]:
    """Stops after a tenth and at the end, with the server alive."""
    text = generated(1_000)
    file = folder / "main.go"
    file.write_text(text)
    wire = Wire(PULLING, session=Session(interactive=True))
    uri = wire.open(file, text)
    rows = text.split("\n")
    body = next(i for i, row in enumerate(rows) if row.startswith("\treturn"))
    stub = next(i for i, row in enumerate(rows) if row.startswith("//go:linkname clock7 "))
    places = [(body, 8), (stub, len(rows[stub])), (stub + 1, len("func clock7("))]
    for number in range(count):
        line, column = places[number // 30 % 3]
        # Thirty letters are typed, another one each time, and taken back.
        taken = number % 30 >= 15
        step = number % 15
        at = column + (14 - step if taken else step)
        letter = "" if taken else chr(ord("a") + (number // 90 + step) % 26)
        wire.change(uri, number + 2, letter, line, at, line, at + taken)
        wire.pull(uri)
        wire.server.session.catch_up()
        wire.sent.clear()
        if number in (count // 10, count - 1):
            yield


def opened(folder: Path, count: int) -> Iterator[None]:
    """Stops after a tenth and at the end, with the server alive."""
    text = generated(200)
    wire = Wire(PULLING, session=Session(interactive=True))
    for number in range(count):
        uri = wire.open(folder / f"f{number}.go", text)
        wire.pull(uri)
        wire.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
        wire.sent.clear()
        if number in (count // 10, count - 1):
            yield


async def main(share: float, *, objects: bool) -> None:
    if objects:
        tracemalloc.start()
    for name, run, count in (("edits", typed, 6_000), ("documents opened and closed", opened, 3_000)):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "go.mod").write_text("module example.com/m\n\ngo 1.27\n")
            figures, snapshots = [], []
            for _ in run(Path(folder), int(count * share)):
                figures.append(megabytes())
                if objects:
                    snapshots.append(tracemalloc.take_snapshot())
        first, last = figures
        print(
            f"{int(count * share)} {name}: {first:.2f} MB after a tenth, {last:.2f} MB at the end: {last / first:.3f}"
        )
        if objects:
            print(*(f"  {row}" for row in snapshots[1].compare_to(snapshots[0], "lineno")[:6]), sep="\n")


if __name__ == "__main__":
    # The server waits for pauses of typing in a loop.
    given = [argument for argument in sys.argv[1:] if argument != "--objects"]
    asyncio.run(main(float(given[0]) if given else 1.0, objects="--objects" in sys.argv))
