"""A session that edits follow against one that has just begun."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golinkname_ls.analysis.session import Session
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.rules.core.finding import Severity
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer
from tests.told import told

CATALOG = shipped()
MAIN = """\
//go:build !windows

package main

import _ "unsafe"

//go:linkname nanotime runtime.nanotime
func nanotime() string

//go:linkname gcStart runtime.gcStart
func gcStart(kind int)

// go:linkname near runtime.near
func bare()

//go:linkname gone runtime.fastrandu
func gone() uint

const debug = false

func main() {
	println(nanotime())
	if debug {
		gcStart(1)
	}
}

//go:linkname twice runtime.procyield
//go:linkname twice runtime.procyield
"""
OTHER = """\
package main

import "unsafe"

type T struct{ p unsafe.Pointer }

func twice(n uint32)

func use(t *T) {
	twice(3) // é𝒳
	_ = t
}

//go:linkname elsewhere runtime.memhash
func elsewhere(p unsafe.Pointer, a T, b Word) Word
"""
TYPES = """\
package main

type Word uintptr

//go:linkname nanotime
"""
FILES = {"main.go": MAIN, "other.go": OTHER, "types.go": TYPES}
SNIPPETS = [
    *'x1 \n\t{}()/"`',
    "",
    "",
    "\n\n",
    "gcStart(1)\n",
    "gone()",
    "twice",
    "true",
    "//",
    "/*",
    "// é𝒳",
    "string",
    "uint8",
    'import _ "C"\n',
    "//go:build linux\n",
    "\n//go:linkname use runtime.gone\n",
    "\nfunc more() {\n\tgone()\n}\n",
    "type Word string\n",
    "linux",
    "package other\n",
]
# Where an edit begins: behind a word of the file, so that the places that matter are hit.
WORDS = {name: sorted({*text.split(), *text.split("\n")} - {""}) for name, text in FILES.items()}
changes = st.lists(
    st.sampled_from(sorted(FILES)).flatmap(
        lambda name: st.tuples(
            st.just(name),
            st.sampled_from(WORDS[name]),
            st.integers(-1, 1),
            st.integers(0, 6) | st.just(0),
            st.sampled_from(SNIPPETS),
        )
    ),
    max_size=6,
)


@settings(max_examples=8, deadline=None)
@given(changes, st.sampled_from(["1.17", "1.26", "1.27"]), st.booleans())
def test_a_long_session_finds_what_a_new_one_finds(edits, version, ask_for_fixes):
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "go.mod").write_text(f"module example.com/m\n\ngo {version}\n")
        session = Session(catalog=CATALOG)
        sources = {}
        for file, text in FILES.items():
            (folder / file).write_text(text, "utf-8")
            sources[file] = SourceFile(folder / file, Buffer(text.encode()))
            session.overlay(sources[file])
        back = []
        for file, word, offset, length, new in edits:
            source = sources[file]
            start = source.data.find(word.encode())
            start = len(source.data) if start < 0 else start + len(word.encode())
            start = min(max(start + offset, 0), len(source.data))
            end = min(start + length, len(source.data))
            back.append((file, start, start + len(new.encode()), source.data[start:end]))
            source.splice(start, end, new.encode())
            compare(session, folder, sources, ask_for_fixes)
        for file, start, end, old in reversed(back):
            sources[file].splice(start, end, old)
            compare(session, folder, sources, ask_for_fixes)


def compare(session: Session, folder: Path, sources: dict[str, SourceFile], ask_for_fixes: bool) -> None:
    kept = [told(session.check(folder / name), changes=ask_for_fixes) for name in sources]
    fresh = Session(catalog=CATALOG)
    same = True
    for name, source in sources.items():
        file = SourceFile(folder / name, Buffer(source.data))
        fresh.overlay(file)
        # The parser may recover from an error in another way when it has an old tree.
        same = same and (not file.outline.has_error or str(source.tree.root_node) == str(file.tree.root_node))
    expected = [told(fresh.check(folder / name), changes=True) for name in sources]
    if not ask_for_fixes:
        kept = [told(session.check(folder / name), changes=True) for name in sources]
    assert kept == expected or not same


def test_typing_in_a_body_keeps_the_very_findings(tmp_path):
    (tmp_path / "go.mod").write_text("module example.com/m\n\ngo 1.27\n")
    source = SourceFile(tmp_path / "main.go", Buffer(MAIN.encode()))
    session = Session(catalog=CATALOG)
    session.overlay(source)
    before = session.check(source.path)
    spans = [f.span for f in before]
    at = source.data.index(b"println")
    source.splice(at, at, b"print(1); ")
    after = session.check(source.path)
    assert len(after) > 1
    assert all(a is b for a, b in zip(after, before, strict=True))
    assert [f.span for f in after] == [s if s.end < at else s.shifted(10) for s in spans]


BEHIND = """\
package main

import _ "unsafe"

//go:linkname f runtime.noSuchFunc
func f()

{0}

{1}
func main() {{ {2} }}
"""
FAR = "".join(f"func far{i}() {{ println({i}) }}\n\n" for i in range(40))


@pytest.mark.parametrize("elsewhere", [False, True])
@pytest.mark.parametrize(
    ("live", "dead", "body"),
    [
        ("const on = true", "const on = false", "if on { f() }"),
        ("var on = true", "const on = false", "if on { f() }"),
        ("type T [1]byte", "type T [0]byte", "if len(T{}) > 0 { f() }"),
    ],
)
def test_what_another_declaration_decides_is_decided_anew_when_that_is_edited(tmp_path, live, dead, body, elsewhere):
    (tmp_path / "go.mod").write_text("module example.com/m\n\ngo 1.27\n")
    (tmp_path / "stub.s").write_text("")
    main = tmp_path / "main.go"
    edited = tmp_path / "other.go" if elsewhere else main
    for before, after in ((live, dead), (dead, live)):
        main.write_text(BEHIND.format("" if elsewhere else before, FAR, body))
        if elsewhere:
            edited.write_text(f"package main\n\n{before}\n\n{FAR}")
        session = Session()
        for file in {main, edited}:
            session.overlay(SourceFile.read(file))
        source = session.source(edited)
        found = session.check(main)
        at = source.data.index(before.encode())
        source.splice(at, at + len(before), after.encode())
        again = session.check(main)
        errors = [[f.severity is Severity.ERROR for f in findings if f.code == "LN202"] for findings in (found, again)]
        assert errors == [[before is live], [after is live]]
