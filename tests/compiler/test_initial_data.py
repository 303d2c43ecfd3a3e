"""Which vars get initial data, against what the real toolchains were measured to do.

`static_initialisers.tsv` has a declaration a row; its head says how it was measured. The code is asked the way it was
measured: whether a var with data in another package and this one are a duplicated definition (LN203). What is not followed is
"perhaps": a warning.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.session import Session
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.rules.core.finding import Severity
from tests.tree import write_tree

TABLE = Path(__file__).parent / "static_initialisers.tsv"
VERSIONS = ["1.19", *(pytest.param(v, marks=pytest.mark.exhaustive) for v in ("1.21", "1.22", "1.23")), "1.27"]
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

# Said for certain, and wrong.
WRONG = {"z90_elem_const_expr": "an element that is no literal, but a constant expression, and zero"}


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
def test_what_is_said_for_certain_is_what_the_compiler_does(
    version: str, modules: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session(Options(version, (Platform.parse("linux/amd64"),), frozenset(), True, cgo=False))
    said: Counter[str] = Counter()
    wrong = set()
    for row in rows():
        if row[version]:
            found = [f for f in session.check(modules / row["name"] / "main.go") if f.code == "LN203"]
            perhaps = bool(found) and found[0].severity is Severity.WARNING
            answer = "perhaps" if perhaps else "data" if found else "none"
            said[answer] += 1
            if answer not in ("perhaps", row[version]):
                wrong.add(row["name"])
            if perhaps:
                assert ", if both have initial data" in found[0].message
    with capsys.disabled():
        print(f"\ninitial data of Go {version}: {dict(said)}")
    assert wrong == set(WRONG)
    assert said["data"] > 40
