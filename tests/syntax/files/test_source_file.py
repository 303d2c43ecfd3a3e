"""A file that is edited against the same text parsed afresh."""

from dataclasses import dataclass
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tree_sitter import Node

from golinkname_ls.compiler.live.file_mentions import is_mentioned_in_file
from golinkname_ls.compiler.live.mentions_of_name import Liveness
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import ConstDeclaration, TypeDeclaration
from golinkname_ls.syntax.tree.go_tree import node_text
from golinkname_ls.syntax.tree.local_scopes import binding
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
class OwnConditions:
    """What conditions depend on: the constants and types of the file as it is at the time."""

    source: SourceFile

    def value(self, node: Node | None, data: bytes) -> bool | None:
        word = node_text(node, data) if node is not None else ""
        if node is None or node.type not in ("identifier", "true", "false") or binding(node, data) is not None:
            return None
        found = self.source.outline.declared(word)
        word = next((d.value for d in found if isinstance(d, ConstDeclaration)), word)
        return {"true": True, "false": False}.get(word)

    def is_type(self, node: Node, data: bytes) -> bool:
        word = node_text(node, data)
        return any(isinstance(d, TypeDeclaration) for d in self.source.outline.declared(word))

    def is_unsafe(self, qualifier: str) -> bool:
        return qualifier == "unsafe"

    def is_predeclared(self, name: Node, data: bytes) -> bool:
        return not self.source.outline.declares(node_text(name, data))


def seen(source: SourceFile) -> dict:
    outline = source.outline
    return {
        "has_error": outline.has_error,
        "package": outline.package_name,
        "constraint": outline.constraint,
        "imports": outline.header.placed_imports(),
        "directives": outline.placed_directives,
        "listed": outline.directives,
        "declarations": list(outline.placed_declarations()),
        "names": {n: outline.placed_named(n) for n in NAMES},
        "places": [(outline.place(d), p) for d, p in outline.placed_declarations() if outline.place(d) != p],
        "bodyless": outline.funcs_without_body(),
        "uses": {n: source.uses(n) for n in NAMES},
        "holds": {n: source.holds(n.encode()) for n in NAMES},
        "above": {
            (directive, declaration): source.stands_above(directive, declaration)
            for directive in outline.directives
            for declaration in outline.declared(directive.local)
        },
        "needs": {
            (n, need): is_mentioned_in_file(source, n, OwnConditions(source), need) for n in NAMES for need in Liveness
        },
    }


@settings(max_examples=150, deadline=None)
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
