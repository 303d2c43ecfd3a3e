"""A file that is edited against the same text parsed afresh."""

from dataclasses import dataclass
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tree_sitter import Node

from golinkname_ls.syntax.clock import CLOCK
from golinkname_ls.syntax.constant import Given
from golinkname_ls.syntax.declaration import ConstDeclaration, FuncDeclaration, TypeDeclaration
from golinkname_ls.syntax.mention import Need
from golinkname_ls.syntax.source_file import SourceFile
from golinkname_ls.syntax.tree import node_text
from golinkname_ls.text.buffer import Buffer

HEADERS = [
    'package p\n\nimport _ "unsafe"\n\n',
    '//go:build linux && !go1.24\n\npackage p\n\nimport (\n\t"fmt"\n\t_ "unsafe"\n)\n',
    '\ufeffpackage p\r\n\r\nimport "unsafe"\r\n',
    "",
]
DECLARATIONS = [
    "//go:linkname clock runtime.nanotime\nfunc clock() int64\n",
    "// go:linkname near runtime.nanotime\n\n//go:noescape\nfunc near(p *byte, n int) int64 // behind\n",
    "func work(a, b int) int {\n\tif a > b {\n\t\ta -= int(clock())\n\t}\n\treturn b - a\n}\n",
    "func (t *T) Method(s string) (n int, err error) {\n\tclock := 1 // linkname clock x.y\n\t_ = clock\n\treturn\n}\n",
    "func (t T) Generic[K comparable](k K) K { return k }\n",
    "func generic[K any, V ~int](k K, v V) { near(nil, 1) }\n",
    "type T struct {\n\ta, b int // é𝒳\n\tf func(a, b int)\n}\n",
    "type (\n\tA = T\n\tB[K any] []K\n)\n",
    "var x, y = clock(), `raw\nfunc no() {}\n`\n",
    "var (\n\tf = func() { clock() }\n\t_ = near\n)\n",
    "const debug = false\n",
    "const (\n\tone = iota\n\ttwo\n)\n",
    "func dead() {\n\tif debug {\n\t\tclock()\n\t}\n}\n",
    "func passed() {\n\tfor on := debug; on; on = !on {\n\t\tnear(clock, 2)\n\t}\n\tif near == nil {\n\t\tnew()\n\t}\n}\n",
    "func off() bool { return false }\n\nfunc (t T) on() bool { return true }\n",
    "func asking(t T) {\n\tif off() {\n\t\tclock()\n\t}\n\tif !t.on() {\n\t\tnear(nil, 3)\n\t}\n}\n",
    "/* block\n//go:linkname in block\n*/ func one() {}; func two() { near(nil, 2) }\n",
    "x := clock()\n",
    "func modern() *int64 {\n\t_ = new(T.near)\n\treturn new(clock() + 1)\n}\n",
    "//go:linkname far\n",
]  # fmt: skip
SNIPPETS = [
    *"x1 \n\t{}()[]`\"'/*;,.=",
    "//",
    "/*",
    "*/",
    "\r\n",
    "clock",
    "near()",
    "false",
    "true",
    "func",
    "é",
    "\n}\n",
    "\n//go:linkname",
    "linkname",
    "const debug = true\n",
    "import \"C\"\n",
    "func clock() {}\n",
    "\n\nfunc new() {\n\tclock()\n}\n",
    "var z int",
    "",
    "",
]  # fmt: skip
NAMES = ["clock", "near", "x", "debug", "T", "new", "f"]

texts = st.builds(
    lambda header, rest: header + "\n".join(rest),
    st.sampled_from(HEADERS),
    st.lists(st.sampled_from(DECLARATIONS), max_size=7),
)
edits = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 12) | st.just(0), st.sampled_from(SNIPPETS), st.booleans()), max_size=8
)


@dataclass(frozen=True)
class OwnConstants:
    """What conditions depend on: the constants and funcs of the file as it is at the time."""

    source: SourceFile

    def value(self, text: str) -> None:
        return None

    def fixed(self, text: str) -> None:
        return None

    def constant(self, name: str) -> str:
        found = self.source.outline.declared(name)
        return next((d.value for d in found if isinstance(d, ConstDeclaration)), "")

    def is_func(self, name: str) -> bool:
        CLOCK.decisive.add(name)
        return any(isinstance(d, FuncDeclaration) for d in self.source.outline.declared(name))

    def is_type(self, text: str) -> bool:
        CLOCK.decisive.add(text)
        return any(isinstance(d, TypeDeclaration) for d in self.source.outline.declared(text))

    def names_unsafe(self, qualifier: str) -> bool:
        return qualifier == "unsafe"

    def ignores(self, call: Node, data: bytes, position: int, *, plain: bool = False) -> bool:
        function = call.child_by_field_name("function")
        return position == 0 and function is not None and self.is_func(node_text(function, data))

    def given(self, call: Node, data: bytes, result: int) -> Given:
        function = call.child_by_field_name("function")
        text = node_text(function, data) if function is not None else ""
        method = text.partition(".")[2]
        CLOCK.decisive.add(f".{method}" if method else text)
        outline = self.source.outline
        for declared in outline.methods_named(method) if method else outline.declared(text):
            if isinstance(declared, FuncDeclaration) and declared.body_span is not None:
                body = self.source.data[declared.body_span.start : declared.body_span.end]
                value = {b"{ return true }": True, b"{ return false }": False}.get(body)
                return Given(value, str(value).lower()) if value is not None else Given()
        return Given()

    def gives_nil(self, call: Node, data: bytes, result: int) -> None:
        return None

    def equal_strings(self, left: str, right: str) -> bool:
        return left == right

    def never_returns(self, call: Node, data: bytes) -> bool:
        return False

    def argument(self, name: str) -> str:
        return ""

    @property
    def sees_loops(self) -> bool:
        return True

    @property
    def drops_unread(self) -> bool:
        return True

    @property
    def inlines_late(self) -> bool:
        return True


def seen(source: SourceFile) -> dict:
    outline = source.outline
    return {
        "has_error": outline.has_error,
        "package": outline.package_name,
        "constraint": outline.constraint,
        "imports": outline.imports,
        "directives": outline.directives,
        "declarations": list(outline.declarations()),
        "names": {n: outline.declared(n) for n in NAMES},
        "needs": {(n, need): source.mentions(n, OwnConstants(source), need) for n in NAMES for need in Need},
    }


@settings(max_examples=300, deadline=None)
@given(texts, edits)
# What was read anew after the first edit, and not asked for, was read from a tree that the second one had moved.
@example(HEADERS[0] + DECLARATIONS[0] + "\n" + DECLARATIONS[1], [(0.5, 0, "\n}\n", False), (0.0, 0, "x", False)])
def test_an_edited_file_says_what_a_fresh_one_says(text, changes):
    source = SourceFile(Path("p.go"), Buffer(text.encode()))
    back = []
    for place, length, new, ask in changes:
        size = len(source.data)
        start = int(place * size)
        end = min(start + length, size)
        back.append((start, start + len(new.encode()), source.data[start:end]))
        source.splice(start, end, new.encode())
        # Not asking in between lets edits pile up.
        if ask:
            check(source)
    check(source)
    for start, end, old in reversed(back):
        source.splice(start, end, old)
        check(source)
    assert source.data == text.encode()


def check(source: SourceFile) -> None:
    fresh = SourceFile(source.path, Buffer(source.data))
    assert source.outline.has_error == fresh.outline.has_error
    if same_tree(source, fresh):
        assert seen(source) == seen(fresh)
    else:
        # The parser may recover from an error in another way when it has an old tree.
        assert fresh.outline.has_error


def same_tree(one: SourceFile, other: SourceFile) -> bool:
    return str(one.tree.root_node) == str(other.tree.root_node)
