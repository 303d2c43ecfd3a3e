"""What an identifier denotes (Go specification, "Declarations and scope", "Import declarations")."""

from __future__ import annotations

from dataclasses import replace

import pytest

from golinkname_ls.golang.type_checker.checker import Checker
from golinkname_ls.golang.type_checker.operand import Mode, Operand, constant
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.type_text import type_text
from golinkname_ls.golang.types.universe import INT
from tests.golang.type_checker.written_packages import Code, WrittenPackages, code

OTHERS = {
    "example.com/lib-v2": "package lib\n\nconst N = 10\n\nconst hidden = 11\n",
    "dots": "package dots\n\nconst Exported = 20\n\nconst unexported = 21\n\nconst len = 22\n",
}
IMPORTS = """
import (
	"example.com/lib-v2"
	other "example.com/lib-v2"
	_ "example.com/unused"
	. "dots"
	. "gone"
)

const int = 1
const own = 2
"""


def denoted(found: Code, name: str) -> Operand | None:
    return found.checker.lookup(name, found.scope)


def test_the_package_goes_before_the_universe() -> None:
    found = denoted(code(IMPORTS, OTHERS), "int")
    assert found is not None
    assert found.value == 1


def test_parameters_and_constants_of_a_func_hide_the_package() -> None:
    in_file = code(IMPORTS, OTHERS)
    bound = m.TypeParameter("own", lambda: m.Interface())
    in_func = replace(in_file.scope, locals={"own": constant(INT, 3)})
    generic = replace(in_func, type_parameters={"own": bound})
    of = in_file.checker.lookup
    assert of("own", in_file.scope).value == 2
    assert of("own", in_func).value == 3
    assert of("own", generic).type is bound


@pytest.mark.parametrize(
    ("name", "path"),
    [
        # A package is named as its clause says, not as its path ends, unless the import gives a name.
        ("lib", "example.com/lib-v2"),
        ("other", "example.com/lib-v2"),
        ("_", None),
        ("unused", None),
        ("dots", None),
    ],
)
def test_name_of_an_import(name: str, path: str | None) -> None:
    found = denoted(code(IMPORTS, OTHERS), name)
    assert (found.name if found is not None and found.mode is Mode.PACKAGE else None) == path


@pytest.mark.parametrize(
    ("path", "name"),
    [
        # As golang.org/x/tools/internal/imports (ImportPathToAssumedName) guesses the name of an unread package.
        ("example.com/yaml/v3", "yaml"),
        ("gopkg.in/yaml.v2", "yaml"),
        ("github.com/x/go-redis", "redis"),
        ("example.com/vector", "vector"),
        ("v2", "v2"),
        ("unsafe", "unsafe"),
    ],
)
def test_assumed_name_of_a_package_that_is_not_there(path: str, name: str) -> None:
    assert denoted(code(f'import "{path}"'), name) == Operand(Mode.PACKAGE, name=path)


@pytest.mark.parametrize(
    ("name", "value"), [("Exported", 20), ("unexported", None), ("N", None), ("own", 2), ("true", True), ("nope", None)]
)
def test_a_dot_import_declares_the_exported_names(name: str, value: object) -> None:
    found = denoted(code(IMPORTS, OTHERS), name)
    assert (found.value if found is not None else None) == value


def test_imports_are_those_of_the_file_of_the_declaration() -> None:
    files = (
        'import lib "first"\n\nconst A = lib.N\n\nconst C = B\n',
        'import lib "second"\n\nconst B = lib.N\n',
    )
    others = {"first": "package first\n\nconst N = 1\n", "second": "package second\n\nconst N = 2\n"}
    found = code(files, others)
    assert [found.operand(name).value for name in ("A", "B", "C", "lib.N")] == [1, 2, 2, 1]


def test_iota_is_known_in_const_declarations_only() -> None:
    found = code()
    assert denoted(found, "iota") is None
    known = found.checker.lookup("iota", replace(found.scope, iota=4))
    assert known is not None
    assert (type_text(known.type), known.value) == ("untyped int", 4)


def test_declarations_in_a_circle_are_unknown() -> None:
    found = code("const a = b + 1\nconst b = a\nvar v = w\nvar w = v\ntype T struct{ next *T }\n")
    assert found.operand("a").mode is Mode.UNKNOWN
    assert found.type("v") == "invalid type"
    assert found.type("T{}.next") == "*m.T"


def test_a_declaration_is_one_object_whoever_asks() -> None:
    found = code("type T struct{ next *T }\nvar v T\n")
    assert found.operand("v").type is found.operand("T").type


def test_packages_of_the_base_are_resolved_there() -> None:
    packages = WrittenPackages(
        {"std": "package std\n\ntype T int\n", "m": 'package m\n\nimport "std"\n\nvar v std.T\n'}
    )
    base = Checker(packages)
    same, apart = Checker(packages, base=base), Checker(packages)
    theirs = base.find("std", "T")
    assert theirs is not None
    assert same.find("std", "T") is theirs
    assert apart.find("std", "T") is not theirs
    assert same.find("std", "none") is None
    assert same.find("nowhere", "T") is None
