"""Which vars get initial data, against what the real toolchains were measured to do.

`static_initialisers.tsv` has a declaration a row; its head says how it was measured. The code is asked the way it was
measured: whether a var with data in another package and this one are a duplicated definition (LN203).
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.window import Options
from golinkname_ls.golang.platform import Platform
from tests.tree import write_tree

TABLE = Path(__file__).parent / "static_initialisers.tsv"
VERSIONS = ("1.19", "1.21", "1.22", "1.23", "1.27")
LIB = """package lib

import "errors"

var v = [64]uint64{1}

func Get() uint64 { return v[0] }

var Exported [4]int

type T struct{ a int }

func New(a int) *T { return &T{a} }

func Three() int { return 3 }

var Five = 5

func Addr() *int { return &Five }

func Val() int { return Five }

const (
	C = 9
	Z = 0
)

var Err = errors.New("x")
"""
ZERO = "a constant of std that is zero: the catalog has no values of constants that no type needs, and few are zero"
PART = "a func of std that returns what its arguments are in: the catalog has no bodies"
# Row: in which versions the answer is another one, and why.
DIFFERENT = {
    "t16_named": (VERSIONS[1:], PART),
    "y64_std_const_neg": (VERSIONS, ZERO),
    "z84_elem_std_const_zero": (VERSIONS, ZERO),
}


def rows() -> list[dict[str, str]]:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def source(row: dict[str, str]) -> str:
    imports = ["example.com/m/lib", "unsafe", *row["imports"].split()]
    declarations = (
        row["declarations"].replace("\\\\", "\0").replace("\\n", "\n").replace("\\t", "\t").replace("\0", "\\")
    )
    lines = declarations.split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("var v "))
    lines.insert(at, "//go:linkname v example.com/m/lib.v")
    return "\n".join(
        [
            "package main",
            "import (",
            *(f'\t"{path}"' for path in imports),
            ")",
            *lines,
            "var _ unsafe.Pointer",
            "func main() { println(lib.Get(), &v) }",
            "",
        ]
    )


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("initialisers")
    for row in rows():
        files = {"go.mod": "module example.com/m\n\ngo 1.19\n", "main.go": source(row), "lib/lib.go": LIB}
        write_tree(root / row["name"], files)
    return root


@pytest.mark.parametrize("version", VERSIONS)
def test_a_var_has_data_where_the_compiler_writes_some(version: str, modules: Path) -> None:
    session = Session(Options(version, (Platform.parse("linux/amd64"),), frozenset(), True, cgo=False))
    wrong = set()
    for row in rows():
        if row[version]:
            found = session.check(modules / row["name"] / "main.go")
            has_data = any(finding.code == "LN203" for finding in found)
            if has_data != (row[version] == "data"):
                wrong.add(row["name"])
    assert wrong == {name for name, (versions, _) in DIFFERENT.items() if version in versions}
