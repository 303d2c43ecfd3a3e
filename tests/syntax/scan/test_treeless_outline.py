"""A file read without a tree tells what its tree tells, or that it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import FuncDeclaration
from golinkname_ls.syntax.items.outline import Outline
from golinkname_ls.syntax.scan.treeless_outline import TreelessOutline
from golinkname_ls.text.buffer import Buffer
from tests.oracle.case_file import cases
from tests.syntax.scan.test_declaration_patterns import DECLARING


def hold_to_its_tree(data: bytes, *, surely: bool = False) -> None:
    """Every answer is the tree's; with `surely`, none takes the tree."""
    outline = SourceFile(Path("x.go"), Buffer(data)).outline
    if outline.has_error:
        return
    parsed = []

    def whole() -> Outline:
        parsed.append(True)
        return outline

    treeless = TreelessOutline(data, whole)
    assert treeless.directives == outline.directives
    for name in {"name", "other", *(d.name for d in outline.declarations())}:
        assert treeless.declared(name) == outline.declared(name)
        assert treeless.methods_named(name) == outline.methods_named(name)
    for base in {"T", *(d.receiver_base for d in outline.funcs_without_body() if d.is_method)}:
        assert treeless.methods(base) == outline.methods(base)
    funcs = {d.name for d in outline.declarations() if isinstance(d, FuncDeclaration) and not d.is_method}
    assert funcs <= treeless.func_names()
    assert funcs <= outline.func_names()
    assert {name.encode() for name in outline.names()} <= treeless.declarable()
    assert treeless.funcs_without_body() == outline.funcs_without_body()
    assert not (surely and parsed)


COUNTED = [
    "//go:linkname a b",
    "\t//go:linkname a",
    "//go:linknamestd a b\r\n//go:linkname c d",
    "//go:linkname \n//go:linkname a b c",
    "// go:linkname a b",
    "//go:linkname\ta b\n//go:linkname a b",
    "// see //go:linkname a b",
    "var x = 1 //go:linkname a b",
    "var x = `\n//go:linkname a b\n`",
    "var x, y = `\n//go:linkname a b\n`, '`'\n//go:linkname a b\n// `",
    'var x = "`"\n//go:linkname a b\nvar y = "\\"//go:linkname a b"',
    "var x = '\\''\n//go:linkname a b\nvar y = '\"'\n//go:linkname c d",
    "/*\n//go:linkname a b\n*/\n//go:linkname c d",
    "/* /* //go:linkname a b */ //go:linkname c d",
    "/**/ //go:linkname a b",
    "//nolint:golinkname",
]
OTHERS = [
    "func f() {\nvar name int\n_ = name\n}\nvar name int",
    "func (\n\tt T,\n) name() {\n}",
    "func (t (T)) name() {}",
    "var f func(int) T\n\nfunc (t *T) name(x int) {}",
    "type name struct {\n\tother int\n\tT\n}",
    "var x = []name{\n{1}, {2},\n}\ntype name [1]int",
    "//go:noinline\n// words\nfunc name() {}\n\n//go:nosplit\nfunc (t T) other()",
    "var s = `\nfunc name() {\n`\n\nfunc name() {\n\t_ = '}'\n}",
    "func name(\n\ta int,\n) (\n\tb int,\n)\n\nfunc other(\n\ta int,\n) interface {\n\tname()\n}",
    "const (\n\tname = iota\n\tother\n)\nfunc (T) name() {}",
]
UNTIDY = [
    "func f() {\n}\n\nfunc (t T) name() {\n}\n  func (t *T) other() {}; var name int",
    "func name() {}\n\tfunc other()",
    "type name int; func other() name",
    "func f() {\n}; var name int\nfunc g() {\n}",
    "func f() {\n}\n\n ;;\n\tvar (\n\t\tname int\n\t)\nfunc g() {\n}",
    "func f() {}; func name() {\n}",
    "func f() {}; type name struct {\n}",
    "func f() int\n\tvar name = func() {\n}",
    "func f(a [len(T{\n})]int) {\n}; const name = 1",
    "func f() struct {\n\ta int\n}\n\tvar name int",
    "func f() {\n} // words\n\tvar name int",
]
# tree-sitter-go wants a line for each of a group's vars.
_BEYOND_THE_GRAMMAR = {"var (b int; name int)"}


@pytest.mark.parametrize("text", [*COUNTED, *DECLARING, *OTHERS, *UNTIDY])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_answers_are_those_of_the_tree(text: str, newline: str) -> None:
    data = f"package p\n\n{text}\n\ntype T struct{{}}\n".replace("\n", newline).encode()
    assert not SourceFile(Path("x.go"), Buffer(data)).outline.has_error or text in _BEYOND_THE_GRAMMAR
    hold_to_its_tree(data, surely=text not in UNTIDY)


def test_sources_of_the_recorded_cases() -> None:
    texts = {text for case in cases() for name, text in case.files.items() if name.endswith(".go")}
    assert len(texts) > 400
    for text in texts:
        hold_to_its_tree(text.encode())


PIECES = st.sampled_from(
    [
        *COUNTED,
        *DECLARING,
        *OTHERS,
        "func f() {",
        "}",
        "{",
        "(",
        ")",
        "`",
        '"',
        "'",
        "/*",
        "*/",
        "//",
        "x",
        "name",
        " ",
        "var x",
    ]
)


@given(st.lists(PIECES, max_size=8), st.sampled_from(["\n", "\n\n", ""]))
@example(["func f() {", "var name int", "}"], "\n")
def test_whatever_stands_in_a_file(pieces: list[str], between: str) -> None:
    hold_to_its_tree(("package p\n" + between.join(pieces) + "\n").encode())


@given(st.binary(max_size=200))
def test_no_bytes_are_too_strange(noise: bytes) -> None:
    data = b"package p\n" + noise
    treeless = TreelessOutline(data, lambda: SourceFile(Path("x.go"), Buffer(data)).outline)
    assert isinstance(treeless.directives, tuple)
    assert treeless.declared("name") == []
