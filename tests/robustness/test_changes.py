"""Random changes beside the text: files opened, closed, written and removed, go.mod, golinkname.toml, the editor's settings.

After each of them a long session finds what a fresh one finds. `GOLINKNAME_CHANGES` is the number of them (default 60).
"""

from __future__ import annotations

import os
import random
from dataclasses import replace
from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.incremental.answers import catch_up
from golinkname_ls.syntax.files.editable_assembly_text import AssemblyFile
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer
from tests.analysis.modules import write_module
from tests.analysis.test_directive_edits import FILES
from tests.told import told

pytestmark = pytest.mark.robustness

CHANGES = int(os.environ.get("GOLINKNAME_CHANGES", "60"))
USER = 'package main\n\nimport (\n\t_ "unsafe"\n\n\t"example.com/m/lib"\n)\n\n//go:linkname taken example.com/m/lib.taken\nfunc taken() int\n\nfunc main() { println(taken(), lib.Exported()) }\n'
TEXTS = {
    **FILES,
    "cmd/main.go": USER,
    "cmd/f_amd64.s": "TEXT ·stub(SB), 4, $0\n\tCALL runtime·gcStart(SB)\n\tRET\n",
    "lib/more.go": 'package lib\n\nimport _ "unsafe"\n\n//go:linkname pushed main.helper2\nfunc pushed() {}\n',
    "other.go": FILES["other.go"],
    "extra_windows.go": 'package main\n\nimport _ "unsafe"\n\n//go:linkname exit runtime.exit\nfunc exit(int32)\n',
    "main_test.go": 'package main\n\nimport (\n\t"testing"\n\t_ "unsafe"\n)\n\n//go:linkname tick runtime.nanotime\nfunc tick() int64\n\nfunc TestTick(t *testing.T) { _ = tick() + int64(own()) }\n',
}
PIECES = (
    "x",
    "\n",
    "",
    "//go:linkname a runtime.nanotime\nfunc a() int64\n",
    "const on = false\n",
    "func stub()\n",
    " ",
    "//",
)
GO_MODS = ("1.21", "1.24", "1.26", "1.27")
TOMLS = (
    "",
    'severities = { LN403 = "hint" }\n',
    "checklinkname = false\n",
    'ignore = ["lib/**"]\n',
    'versions = "1.22-1.23"\n',
)
LINUX = (Platform("linux", "amd64"),)
OPTIONS = (
    Options(platforms=LINUX),
    Options(platforms=(*LINUX, Platform("windows", "386"))),
    Options(go="1.22", platforms=LINUX),
    Options(platforms=LINUX, policy=("runtime",)),
)


class World:
    """A module on disk, the texts that are open, the settings; and a session that is told of what changes."""

    def __init__(self, folder: Path, draw: random.Random) -> None:
        self.folder, self.draw = folder, draw
        write_module(folder, {"go.mod": "module example.com/m\n\ngo 1.26\n", **TEXTS})
        self.options = OPTIONS[0]
        self.session = Session(self.options, shipped(), interactive=True)
        self.open: dict[Path, bytes] = {}

    def files(self) -> list[Path]:
        return [self.folder / name for name in TEXTS]

    def step(self) -> str:
        file = self.draw.choice(self.files())
        do = self.draw.choice(
            (self.edit, self.edit, self.edit, self.toggle, self.toggle, self.write, self.settings, self.module)
        )
        return f"{do.__name__} {do(file)}"

    def edit(self, file: Path) -> str:
        if not self.open:
            return self.toggle(file)
        file = self.draw.choice(sorted(self.open))
        text = self.session.text(file)
        start = self.draw.randrange(len(text.data) + 1)
        while start < len(text.data) and text.data[start] & 0xC0 == 0x80:
            start += 1
        end = min(start + self.draw.choice((0, 0, 1, 6)), len(text.data))
        while end < len(text.data) and text.data[end] & 0xC0 == 0x80:
            end += 1
        text.splice(start, end, self.draw.choice(PIECES).encode())
        self.open[file] = text.data
        return file.name

    def toggle(self, file: Path) -> str:
        if file in self.open:
            del self.open[file]
            self.session.drop_overlay(file)
        else:
            data = file.read_bytes() if file.exists() else TEXTS[file.relative_to(self.folder).as_posix()].encode()
            self.open[file] = data
            self.session.overlay(opened(file, data))
        return file.name

    def write(self, file: Path) -> str:
        if file.exists() and self.draw.random() < 0.3:
            file.unlink()
        else:
            text = TEXTS[file.relative_to(self.folder).as_posix()]
            at = self.draw.randrange(len(text)) if self.draw.random() < 0.7 else 0
            file.write_text(text[:at] + self.draw.choice(PIECES) * (at > 0) + text[at:])
            os.utime(file, ns=(self.draw.randrange(10**15), self.draw.randrange(10**15)))
        self.session.changed_on_disk(file)
        return file.name

    def settings(self, _file: Path) -> str:
        self.options = replace(self.draw.choice(OPTIONS))
        self.session.options = self.options
        return str(self.options.go)

    def module(self, _file: Path) -> str:
        name = self.draw.choice(("go.mod", "golinkname.toml", "cmd/go.mod"))
        path = self.folder / name
        if name == "golinkname.toml":
            path.write_text(self.draw.choice(TOMLS))
        elif name == "cmd/go.mod" and path.exists():
            path.unlink()
        else:
            of = "example.com/m" if name == "go.mod" else "example.com/m/cmd"
            path.write_text(f"module {of}\n\ngo {self.draw.choice(GO_MODS)}\n")
        self.session.changed_on_disk(path)
        return name

    def found(self, session: Session) -> dict[str, list]:
        for file in self.files():
            session.check(file)
        catch_up()
        return {file.name + str(file.parent.name): told(session.check(file), changes=True) for file in self.files()}

    def found_afresh(self) -> dict[str, list]:
        fresh = Session(self.options, shipped(), interactive=True)
        for file, data in self.open.items():
            fresh.overlay(opened(file, data))
        return self.found(fresh)

    def recovers_alike(self) -> bool:
        """Whether the parser sees errors as it does in a text without a history."""
        texts = [self.session.text(file) for file in self.open]
        broken = [text for text in texts if isinstance(text, SourceFile) and text.outline.has_error]
        return all(str(SourceFile(t.path, Buffer(t.data)).tree.root_node) == str(t.tree.root_node) for t in broken)


def opened(file: Path, data: bytes) -> SourceFile | AssemblyFile:
    return (AssemblyFile if file.suffix == ".s" else SourceFile)(file, Buffer(data))


@pytest.mark.parametrize("seed", range(6))
def test_changes(tmp_path, seed):
    world = World(tmp_path, random.Random(seed))
    for number in range(CHANGES):
        done = world.step()
        assert world.found(world.session) == world.found_afresh() or not world.recovers_alike(), (number, done)
