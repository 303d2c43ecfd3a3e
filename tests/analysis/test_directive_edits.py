"""Edits inside directives: what is kept of the other links against what is found from scratch."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golinkname_ls.analysis.session import Session
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.linking.resolving import all_programs_resolution as module_resolution
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer
from tests.analysis.modules import write_module
from tests.told import told

CATALOG = shipped()
MAIN = """\
package main

import (
	"unsafe"

	"example.com/m/lib"
)

//go:linkname nanotime runtime.nanotime
func nanotime() string

//go:linkname secret example.com/m/lib.secret
func secret(n int) string

//go:linkname counter example.com/m/lib.counter
var counter int32

// Both of them.
//go:linkname pushed example.com/m/lib.taken
//go:linkname zero runtime.zerobase
func pushed() int { return 1 }

var zero uintptr

//go:linkname own main.helper
func own() int

//go:linkname helper
func helper() int { return int(counter) }

//go:linkname gone runtime.fastrandu
func gone() uint

//go:linkname load example.com/m/lib.load
func load(h *header, p unsafe.Pointer) *header

//go:linkname seed example.com/m/lib.seed
var seed = 3

// go:linkname near runtime.near
func bare()

type header struct{ n int }

func main() {
	_ = header{}
	println(nanotime(), secret(1), counter, own(), zero, gone(), load(nil, nil), lib.Exported())
}
"""
OTHER = """\
package main

import _ "unsafe"

//go:linkname base runtime.zerobase
var base uintptr

//go:linkname second example.com/m/lib.secret
func second(n int) int { return n }

//go:linkname elsewhere runtime.procyield

//nolint:golinkname:LN201 // measured
//go:linkname quiet runtime.schedinit
func quiet()

func spare() int64 { quiet(); return 0 }
"""
LIB = """\
package lib

import _ "unsafe"

var counter int64

type Header struct{ a, b int }

//go:linkname secret
func secret(n int) int { return n }

func taken() int

//go:linkname load
func load(h *Header, p *byte) *Header { return h }

//go:linkname seed
var seed = 2

func Exported() int { return taken() }
"""
FILES = {"main.go": MAIN, "other.go": OTHER, "lib/lib.go": LIB}
DIRECTIVES = {name: text.count("//go:linkname") + text.count("// go:linkname") for name, text in FILES.items()}
LOCALS = [
    "nanotime",
    "secret",
    "pushed",
    "zero",
    "helper",
    "spare",
    "counter",
    "base",
    "bare",
    "header",
    "none",
    "seed",
]
REMOTES = [
    "runtime.nanotime",
    "runtime.zerobase",
    "runtime.gcStart",
    "example.com/m/lib.secret",
    "example.com/m/lib.taken",
    "example.com/m/lib.counter",
    "example.com/m/lib.seed",
    "main.helper",
    "main.base",
    "main.pushed",
    "time.now",
    "runtime.nanotim",
    "",
]
steps = st.tuples(
    st.sampled_from(sorted(FILES)),
    st.integers(0, 20),
    st.one_of(
        st.tuples(st.just("local"), st.sampled_from(LOCALS)),
        st.tuples(st.just("remote"), st.sampled_from(REMOTES)),
        st.tuples(st.just("add"), st.tuples(st.sampled_from(LOCALS), st.sampled_from(REMOTES))),
        st.tuples(st.sampled_from(["duplicate", "delete", "comment", "uncomment", "blank", "tab", "std"]), st.just("")),
        st.tuples(
            st.just("type"), st.tuples(st.integers(0, 60), st.sampled_from(["x", " ", ".", "", "\n", "//", "é"]))
        ),
    ),
)


@dataclass(frozen=True)
class Change:
    start: int
    end: int
    text: bytes


def change(data: bytes, number: int, what: str, how) -> Change | None:
    """The edit that does something to one of the lines that are, or were, a directive."""
    lines = data.split(b"\n")
    places = [i for i, line in enumerate(lines) if b"linkname" in line and b"//" in line]
    if not places:
        return None
    row = places[number % len(places)]
    start, line = sum(len(part) + 1 for part in lines[:row]), lines[row]
    words = line.split(b" ")
    end = start + len(line)
    if what == "duplicate":
        return Change(end, end, b"\n" + line)
    if what == "delete":
        return Change(start, min(end + 1, len(data)), b"")
    if what == "blank":
        return Change(end, end, b"\n")
    if what == "comment":
        return Change(start, start, b"// ")
    if what == "uncomment":
        return Change(start, start + 3, b"") if line.startswith(b"// //") else Change(start, start, b"")
    if what == "add":
        return Change(start, start, f"//go:linkname {how[0]} {how[1]}".strip().encode() + b"\n")
    if what == "type":
        at = start + min(how[0], len(line))
        return Change(at, at if how[1] else min(at + 1, end), how[1].encode())
    if what in ("tab", "std"):
        return Change(start, end, line.replace(b"linkname ", b"linkname\t" if what == "tab" else b"linknamestd ", 1))
    if len(words) < 2:
        return None
    kept = words[:1] + ([how.encode(), *words[2:]] if what == "local" else [words[1], how.encode()])
    return Change(start, end, b" ".join(kept).rstrip())


@dataclass
class Open:
    """A long session with the module's files open, held to one that has just begun."""

    folder: Path
    session: Session
    sources: dict[str, SourceFile]

    @classmethod
    def of(cls, folder: Path, version: str) -> "Open":
        toml = 'severities = { LN403 = "hint" }\nplatforms = ["linux/amd64"]\n'
        write_module(folder, {"go.mod": f"module example.com/m\n\ngo {version}\n", "golinkname.toml": toml, **FILES})
        sources = {name: SourceFile(folder / name, Buffer(text.encode())) for name, text in FILES.items()}
        opened = cls(folder, Session(catalog=CATALOG, interactive=True), sources)
        for source in sources.values():
            opened.session.overlay(source)
        return opened

    def splice(self, name: str, start: int, end: int, text: bytes) -> None:
        self.sources[name].splice(start, end, text)

    def compare(self, with_fixes: bool) -> None:
        fresh = Session(catalog=CATALOG, interactive=True)
        same = True
        for source in self.sources.values():
            file = SourceFile(source.path, Buffer(source.data))
            fresh.overlay(file)
            # The parser may recover from an error in another way when it has an old tree.
            same = same and (not file.outline.has_error or str(source.tree.root_node) == str(file.tree.root_node))
        expected = [told(fresh.check(source.path), changes=with_fixes) for source in self.sources.values()]
        kept = [told(self.session.check(source.path), changes=with_fixes) for source in self.sources.values()]
        assert kept == expected or not same


@settings(max_examples=8, deadline=None)
@given(st.lists(steps, min_size=1, max_size=5), st.sampled_from(["1.22", "1.26", "1.27"]), st.booleans())
def test_what_is_kept_is_what_is_found_from_scratch(changes, version, with_fixes):
    with TemporaryDirectory() as name:
        opened = Open.of(Path(name), version)
        opened.compare(with_fixes)
        back = []
        for file, number, (what, how) in changes:
            data = opened.sources[file].data
            edit = change(data, number, what, how)
            if edit is None:
                continue
            back.append((file, edit.start, edit.start + len(edit.text), data[edit.start : edit.end]))
            opened.splice(file, edit.start, edit.end, edit.text)
            opened.compare(with_fixes)
        for step in reversed(back):
            opened.splice(*step)
            opened.compare(with_fixes)


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """The locals of the links that the linker was asked about."""
    seen: list[str] = []
    original = module_resolution.resolve_in_program
    monkeypatch.setattr(
        module_resolution, "resolve_in_program", lambda link, *rest: (seen.append(link.local), original(link, *rest))[1]
    )
    return seen


def test_only_the_rules_of_the_changed_link_run(tmp_path, asked):
    opened = Open.of(tmp_path, "1.22")
    path = tmp_path / "main.go"
    opened.session.check(path)
    asked.clear()
    at = opened.sources["main.go"].data.index(b"runtime.fastrandu") + len("runtime.fastrandu")
    opened.splice("main.go", at, at, b"x")
    opened.session.check(path)
    assert set(asked) == {"gone"}

    asked.clear()
    at = opened.sources["main.go"].data.index(b"println(")
    opened.splice("main.go", at, at, b"print(1); ")
    opened.session.check(path)
    assert asked == []


def test_a_link_is_looked_at_again_when_its_upstream_is_renamed(tmp_path, asked):
    opened = Open.of(tmp_path, "1.22")
    for name in FILES:
        opened.session.check(tmp_path / name)
    asked.clear()
    at = opened.sources["lib/lib.go"].data.index(b"//go:linkname load") + len("//go:linkname load")
    opened.splice("lib/lib.go", at, at, b" other.name")
    found = opened.session.check(tmp_path / "main.go")
    assert set(asked) == {"load"}
    assert "LN202" in [f.code for f in found if f.directive is not None and f.directive.local == "load"]
