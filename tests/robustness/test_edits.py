"""Random edits over a real server: its text is the editor's, and what it finds is what a fresh session finds.

`GOLINKNAME_EDITS` is the number of edits for each file (default 60): 10,000 in all take `GOLINKNAME_EDITS=420`.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from golinkname_ls.analysis.session import Session
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.incremental.answers import catch_up
from golinkname_ls.syntax.files.editable_assembly_text import AssemblyFile
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer
from tests.analysis.modules import write_module
from tests.analysis.test_directive_edits import FILES as OPENED
from tests.analysis.test_session import FILES as DECIDED
from tests.lsp.wire import PULLING, Wire
from tests.told import told

pytestmark = pytest.mark.robustness

EDITS = int(os.environ.get("GOLINKNAME_EDITS", "60"))
STD = ("time/sleep.go", "sync/runtime.go", "reflect/value.go", "runtime/time.go", "os/signal/sig.s")
ASSEMBLY = {
    "main.go": (
        'package main\n\nimport _ "unsafe"\n\nfunc stub(n int) int\n\n//go:linkname start runtime.gcStart\nfunc start()\n\n'
        "//nolint:golinkname:LN201\nfunc main() {\n\tprintln(stub(1))\n\tstart()\n}\n"
    ),
    "f_amd64.s": '#include "textflag.h"\n\nTEXT ·stub(SB), NOSPLIT, $0-16\n\tCALL runtime·gcStart(SB)\n\tRET\n\n'
    "// words\nDATA ·x+0(SB)/8, $1\nGLOBL ·x(SB), NOPTR, $8\n",
}
MODULES = {"opened": OPENED, "decided": DECIDED, "assembly": ASSEMBLY}
PIECES = (
    *'x1 \n\t{}()/"`,.·',
    *(
        "\r\n",
        "é",
        "𝒳",
        "//",
        "/*",
        "*/",
        "func f() {\n}\n",
        "//go:linkname ",
        "runtime.",
        "nolint",
        "const ",
        "",
        "",
        "",
    ),
    *(
        "//nolint:golinkname\n",
        "TEXT ·f(SB), $0\n",
        "\n//go:linkname a runtime.nanotime\nfunc a() int64\n",
        "if false {",
    ),
)
ENCODINGS = ("utf-8", "utf-16", "utf-32")


def goroot() -> Path:
    roots = os.environ.get("GOLINKNAME_GOROOTS", "").split(os.pathsep)
    assert roots[0], "GOLINKNAME_GOROOTS names no GOROOT: tests/toolchain/install.sh fetches one"
    return Path(roots[0])


class Editor:
    """An editor with the files of a folder open, and its own idea of their texts."""

    def __init__(self, files: list[Path], encoding: str, *, suppresses: bool) -> None:
        self.wire = Wire({**PULLING, "general": {"positionEncodings": [encoding]}}, session=Session(interactive=True))
        self.texts = {file: file.read_bytes().decode() for file in files}
        self.versions = dict.fromkeys(files, 1)
        self.suppresses = suppresses
        self.uris = {file: self.wire.open(file, text, "go") for file, text in self.texts.items()}

    def edit(self, draw: random.Random) -> None:
        file = draw.choice(list(self.texts))
        text = self.texts[file]
        start = _place(text, draw)
        end = min(start + draw.choice((0, 0, 0, 1, 1, 3, 12)), len(text))
        # With a suppression a file of std is looked at on many targets, which takes seconds.
        pieces = PIECES if self.suppresses else [piece for piece in PIECES if "nolint" not in piece]
        new = draw.choice(pieces) if draw.random() < 0.9 else text[start:end] * 2
        buffer, encoding = Buffer(text.encode()), self.wire.server.encoding
        places = [buffer.units(len(text[:at].encode()), encoding) for at in (start, end)]
        # A place between \r and \n, or in a line end of Unicode's, is none of LSP's.
        start, end = (_offset(text, buffer, place, encoding) for place in places)
        self.texts[file] = text[:start] + new + text[end:]
        self.versions[file] += 1
        self.wire.change(self.uris[file], self.versions[file], new, *places[0], *places[1])
        assert self.wire.text(self.uris[file]) == self.texts[file]

    def found(self) -> list:
        session = self.wire.server.session
        for file in self.texts:
            session.check(file)
        catch_up()
        return [told(session.check(file), changes=True) for file in self.texts]

    def found_afresh(self) -> list:
        fresh = Session(self.wire.server.session.options, shipped(), interactive=True)
        for file, text in self.texts.items():
            kind = AssemblyFile if file.suffix == ".s" else SourceFile
            fresh.overlay(kind(file, Buffer(text.encode())))
        for file in self.texts:
            fresh.check(file)
        catch_up()
        return [told(fresh.check(file), changes=True) for file in self.texts]

    def recovers_alike(self) -> bool:
        """Whether the parser sees errors as it does in a text without a history."""
        for file in self.texts:
            source = self.wire.server.session.text(file)
            if isinstance(source, SourceFile) and source.outline.has_error:
                fresh = SourceFile(file, Buffer(source.data))
                if str(fresh.tree.root_node) != str(source.tree.root_node):
                    return False
        return True


def _place(text: str, draw: random.Random) -> int:
    """An offset, often near a directive, a comment or an assembly symbol."""
    words = [w for w in ("linkname", "nolint", "·", "import", "const ") if w in text]
    if words and draw.random() < 0.5:
        word = draw.choice(words)
        at = draw.choice([i for i in range(len(text)) if text.startswith(word, i)])
        return max(0, min(at + draw.randrange(-15, 40), len(text)))
    return draw.randrange(len(text) + 1)


def _offset(text: str, buffer: Buffer, place: tuple[int, int], encoding) -> int:
    return len(buffer.data[: buffer.offset(*place, encoding)].decode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", [*MODULES, *STD])
async def test_edits(tmp_path, name, encoding):
    if name in MODULES:
        go_mod = {"go.mod": "module example.com/m\n\ngo 1.26\n", "golinkname.toml": 'severities = { LN403 = "hint" }\n'}
        write_module(tmp_path, {**go_mod, **MODULES[name]})
        files = [tmp_path / file for file in MODULES[name]]
    else:
        files = [goroot() / "src" / name]
    editor = Editor(files, encoding, suppresses=name in MODULES)
    draw = random.Random(f"{name} {encoding}")
    for number in range(1, EDITS + 1):
        editor.edit(draw)
        if number % 10 == 0 or number == EDITS:
            found = editor.found()
            assert found == editor.found_afresh() or not editor.recovers_alike(), (name, encoding, number)
        if number % 40 == 0:
            # Else most of the time goes to files that are broken.
            for file in files:
                text = file.read_bytes().decode()
                editor.texts[file] = text
                editor.versions[file] += 1
                editor.wire.change(editor.uris[file], editor.versions[file], text)
