"""When a package refers to a link's remote by the index of an imported func, so that the linker asks for no mark.

cmd/compile/internal/noder/reader.go (1.27.3:1304, 1313): what is imported has an index. Since 1.23 the order in which
the compiler reads the import and the stub decides, which is not followed: None, for perhaps.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.compiler.references_by_symidx import is_wrapper, refers_by_index
from golinkname_ls.program.directive_with_stub import link_of
from golinkname_ls.syntax.items.declarations import FuncDeclaration
from tests.program.small_programs import MODULE, program, target

LIB = """package lib

type T struct{}

func (T) Value()    {}
func (*T) Pointer() {}

var Var int

func F() {}
func f() {}
"""
PLAIN = {"lib/lib.go": LIB, "yaml.v3/y.go": "package yaml\n\nfunc F() {}\n"}
LIB_PATH = f"{MODULE}/lib"


def answer(root: Path, code: str, remote: str, version: str, imports: str = f'"{LIB_PATH}"') -> bool | None:
    """For the directive of m.go, whose remote is a func or method of one of the packages in `PLAIN`."""
    text = f"package m\n\nimport (\n\t_ `unsafe`\n\t{imports}\n)\n\n//go:linkname stub {remote}\n{code}\n"
    found = program(root, {"m.go": text} | PLAIN, target(version))
    package = found.closure.packages[MODULE]
    source = package.source("m.go")
    assert source is not None
    (directive,) = package.directives("m.go")
    link = link_of(directive, source, package, found.symbols.target)
    declared = found.closure.packages[LIB_PATH].source("lib.go") if LIB_PATH in found.closure.packages else None
    name = remote.rsplit(".", 1)[1]
    all_ = declared.outline.declarations() if declared is not None else []
    declaration = next((d for d in all_ if d.name == name), None)
    return refers_by_index(link, found, MODULE, remote, declaration)


@pytest.mark.parametrize(
    ("code", "remote", "before", "since"),
    [
        ("func stub()\nvar _ = lib.F", f"{LIB_PATH}.F", True, None),
        ("func stub()\nfunc g() { lib.F() }", f"{LIB_PATH}.F", True, None),
        # It is used by that name, or it has no index.
        ("func stub()\nvar _ = lib.Var", f"{LIB_PATH}.F", False, False),
        ("func stub()\nvar _ = lib.F", f"{LIB_PATH}.f", False, False),
        # A var has the symbol that its directive gives it; an own func is not imported.
        ("var stub int\nvar _ = lib.Var", f"{LIB_PATH}.Var", False, False),
        ("func stub()\nfunc F() {}\nvar _ = lib.F", f"{MODULE}.F", False, False),
        # With a type its methods are read.
        ("func stub(*lib.T)", f"{LIB_PATH}.(*T).Pointer", True, True),
        ("func stub(lib.T)", f"{LIB_PATH}.T.Value", True, True),
        ("func stub(any)\nvar x lib.T", f"{LIB_PATH}.T.Value", True, None),
        ("func stub(any)\nvar _ = lib.F", f"{LIB_PATH}.T.Value", False, None),
        ("func stub(other lib.Tx)", f"{LIB_PATH}.T.Value", False, None),
        # The compiler writes the wrapper where it is needed.
        ("func stub(*lib.T)", f"{LIB_PATH}.(*T).Value", False, False),
        ("func stub(*lib.T)", f"{LIB_PATH}.(*T).Nothing", False, False),
    ],
)
def test_before_and_since_marks(code: str, remote: str, before: bool, since: bool | None, tmp_path: Path) -> None:
    assert answer(tmp_path, code, remote, "1.22") is before
    assert answer(tmp_path, code, remote, "1.23") is since


@pytest.mark.parametrize(
    ("imports", "code", "expected"),
    [
        (f'l "{LIB_PATH}"', "func stub(*l.T)", True),
        (f'l "{LIB_PATH}"', "func stub(*lib.T)", None),
        (f'l "{LIB_PATH}"', "func stub(*sql.T)", None),
        (f'. "{LIB_PATH}"', "func stub(*T)", True),
        # Nothing of the package is read by an import for its effects alone.
        (f'_ "{LIB_PATH}"', "func stub(*lib.T)", False),
    ],
)
def test_type_in_the_signature_is_known_by_the_import(
    imports: str, code: str, expected: bool | None, tmp_path: Path
) -> None:
    assert answer(tmp_path, code, f"{LIB_PATH}.(*T).Pointer", "1.27", imports) is expected


def test_escaped_path_is_that_of_the_import(tmp_path: Path) -> None:
    imports = f'"{MODULE}/yaml.v3"'
    assert answer(tmp_path, "func stub()\nvar _ = yaml.F", f"{MODULE}/yaml%2ev3.F", "1.22", imports) is True


@pytest.mark.parametrize(
    ("symbol", "receiver_is_pointer", "expected"),
    [("p.(*T).m", False, True), ("p.(*T).m", True, False), ("p.T.m", False, False)],
)
def test_wrapper_of_a_method(symbol: str, receiver_is_pointer: bool, expected: bool) -> None:
    method = FuncDeclaration("m", "func()", True, "t T", "T", receiver_is_pointer)
    assert is_wrapper(symbol, method) is expected
    assert is_wrapper(symbol, None) is False
