"""Code that is nested deeper, or goes on longer, than anybody writes: what can be said of it is said, and nothing dies."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.ide.hover import hover
from tests.analysis.modules import write_module

N = 1200
HEAD = """\
package main

import _ "unsafe"

//go:linkname gcStart runtime.gcStart
func gcStart({parameters})

func x() bool {{ return true }}
func f(any) any {{ return 1 }}
{more}
func main() {{
{body}
}}
"""


def code(body: str, *, parameters: str = "", more: str = "") -> str:
    return HEAD.format(body=body, parameters=parameters, more=more)


def chain(kind: str, last: str) -> str:
    return "".join(kind.format(i, i + 1) + "\n" for i in range(N)) + last.format(N)


# All of it compiles, and each calls the func: tests/cases has smaller ones of these with the linker's word.
CALLED = {
    "blocks": code("if x() {\n" * N + "gcStart()\n" + "}\n" * N),
    # Each condition is looked up through all before it: fewer, to be through in time, and still beyond Python's own limit.
    "else": code("if x() {\n}" + " else if x() {\n}" * (N // 3) + " else {\ngcStart()\n}"),
    "blocks before": code("if x() {\n" * N + "return\n" + "}\n" * N + "gcStart()"),
    "calls": code("f(" * N + "gcStart" + ")" * N),
    "parentheses": code("if " + "(" * N + "true" + ")" * N + " {\ngcStart()\n}"),
    "negations": code("if " + "!" * N + "true {\ngcStart()\n}"),
    "func literals": code("func() {\n" * N + "gcStart()\n" + "}()\n" * N),
    "operands": code("if x()" + " || x()" * N + " {\ngcStart()\n}"),
    "operands within operands": code("if x()" + " || (x()" * N + ")" * N + " {\ngcStart()\n}"),
    "constants": code(f"if c{N} == 1 {{\ngcStart()\n}}", more=chain("const c{1} = c{0}", "const c0 = 1")),
    "strings": code('if c != "" {\ngcStart()\n}', more='const c = "a"' + ' + "b"' * N),
    "default cases": code("switch {\ndefault:\n" * N + "gcStart()\n" + "}\n" * N),
    "pointers": code("gcStart(nil)", parameters="*" * N + "int"),
    "slices": code("gcStart(nil)", parameters="[]" * N + "int"),
    "funcs": code("gcStart(nil)", parameters="func(" * N + ")" * N),
    "structs": code("gcStart(nil)", parameters="*" + "struct{ a " * N + "int" + " }" * N),
    "types": code("gcStart(0)", parameters="t0", more=chain("type t{0} t{1}", "type t{0} int")),
    "structs of structs": code(
        "gcStart(t0{})", parameters="t0", more=chain("type t{0} struct {{ t{1} }}", "type t{0} int")
    ),
}
VAR = 'package main\n\nimport _ "unsafe"\n\n//go:linkname v runtime.buildVersion\nvar v {}\n\nfunc main() {{ println(v) }}\n'
OTHERS = {
    "aliases": code("gcStart(0)", parameters="t0", more=chain("type t{0} = t{1}", "type t{0} = int")),
    "labels": code("".join(f"l{i}:\n" for i in range(N)) + "return\ngcStart()"),
    "blocks that return": code("{\n" * N + "return\n" + "}\n" * N + "gcStart()"),
    "value of strings": VAR.format('string = "a"' + ' + "b"' * N),
    "value in parentheses": VAR.format("string = " + "(" * N + '"a"' + ")" * N),
    "value of literals": VAR.format("= " + "[]any{" * N + "}" * N),
    "length": VAR.format("[1" + " + 1" * N + "]int"),
    "constraint": "//go:build linux" + " || linux" * N + "\n\n" + code("gcStart()"),
    "constraint in parentheses": "//go:build " + "(" * N + "linux" + ")" * N + "\n\n" + code("gcStart()"),
}


def codes(folder: Path, text: str) -> list[str]:
    write_module(folder, {"main.go": text})
    session = Session(Options(go="1.27", platforms=(Platform("linux", "amd64"),)))
    file = folder / "main.go"
    found = session.check(file)
    for finding in found:
        for fix in finding.fixes:
            fix.changes()
    hover(session, file, text.index("go:linkname ") + len("go:linkname "))
    assert session.directives(file) == 1, "the file was not read"
    return [finding.code for finding in found]


@pytest.mark.parametrize("shape", CALLED)
def test_a_call_is_found_wherever_it_stands(tmp_path: Path, shape: str) -> None:
    assert "LN201" in codes(tmp_path, CALLED[shape])


@pytest.mark.parametrize("shape", OTHERS)
def test_nothing_is_nested_too_deep(tmp_path: Path, shape: str) -> None:
    codes(tmp_path, OTHERS[shape])  # No RecursionError: what is to be said of these no toolchain was asked.


# types2 refuses such types: an "instantiation cycle", each instance needs another one.
ENDLESS = """\
package main

import "os"
import _ "unsafe"

type List[T any] struct {
	next *List[[]T]
	more *List[map[string]T]
}

func (l *List[T]) Slices() List[*T] { panic(l) }

var all List[int]

//go:linkname exit os.Exit
func exit(code int)

func main() { exit(len(os.Args)) }
"""
DOUBLING = ENDLESS.replace(
    "var all",
    "type T[A, B any] struct{ f *T[T[A, B], T[B, A]] }\n\nfunc (t *T[A, B]) M() T[T[A, B], T[B, A]] { panic(t) }\n\n"
    "var two T[int, string]\n\nvar all",
)


@pytest.mark.parametrize("text", [ENDLESS, DOUBLING])
def test_instances_without_end_are_not_followed(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, text) == ["LN201"]
