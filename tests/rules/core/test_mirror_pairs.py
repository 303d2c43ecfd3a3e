"""Which struct of a file stands for which upstream struct: where they meet in a stub, or the user says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.contract.mirrors.layout_differences import MirrorTerms
from golinkname_ls.rules.core.mirror_pairs import mapped_types, mirror_pairs, upstream_type
from golinkname_ls.rules.core.unit import Unit
from tests.rules.core.small_units import unit_of

MODULE = "example.com/m"
LIB = f"{MODULE}/lib"
UPSTREAM = """\
package lib

type Node struct {
	A int
	B *int
}

type Other struct{ A int }

func one(n *Node) {}

func two(n *Node, m int) {}

func many(n []Node) {}

func value(n Node) {}

func give() *Node { return nil }

func number(n int) {}

var top *Node
"""


def unit(folder: Path, code: str, more: dict[str, str] | None = None) -> Unit:
    head = f'package main\n\nimport (\n\t_ "{LIB}"\n\t_ "unsafe"\n)\n\n'
    return unit_of(folder, {"a.go": f"{head}{code}\n\nfunc main() {{}}\n", "lib/lib.go": UPSTREAM} | (more or {}))


def told(unit: Unit) -> list[str]:
    return [f"{p.ours.name} for {p.theirs.name}" for p in mirror_pairs(unit)]


NODE = "type Node struct {\n\tA int\n\tB *int\n}\n\n"
RENAMED = "type mine struct {\n\tA int\n\tB *int\n}\n\n"


def pull(name: str, stub: str) -> str:
    return f"//go:linkname f {LIB}.{name}\n{stub}"


@pytest.mark.parametrize(
    ("code", "pairs", "terms"),
    [
        (NODE + pull("one", "func f(n *Node)"), ["Node for Node"], MirrorTerms()),
        (NODE + pull("give", "func f() *Node"), ["Node for Node"], MirrorTerms()),
        (NODE + pull("value", "func f(n Node)"), ["Node for Node"], MirrorTerms()),
        (NODE + pull("top", "var f *Node"), ["Node for Node"], MirrorTerms()),
        # A copy is not what our code has made.
        (NODE + pull("value", "func f(n Node)") + "\n\nvar n = new(Node)", ["Node for Node"], MirrorTerms()),
        # Upstream walks over several: each must have just its size.
        (NODE + pull("many", "func f(n []Node)"), ["Node for Node"], MirrorTerms(stride=True)),
        (RENAMED + pull("many", "func f(n []mine)"), ["mine for Node"], MirrorTerms(stride=True)),
        # What our code makes, upstream may write to.
        (
            NODE + pull("one", "func f(n *Node)") + "\n\nvar n = new(Node)",
            ["Node for Node"],
            MirrorTerms(allocated=True),
        ),
        (
            RENAMED + pull("one", "func f(n *mine)") + "\n\nvar n = new(mine)",
            ["mine for Node"],
            MirrorTerms(allocated=True),
        ),
        (NODE + pull("give", "func f() *Node") + "\n\nvar n = new(Node)", ["Node for Node"], MirrorTerms()),
        (NODE + pull("top", "var f *Node") + "\n\nvar n = new(Node)", ["Node for Node"], MirrorTerms()),
        # Under another name it need not be meant as a mirror.
        (RENAMED + pull("one", "func f(n *mine)"), [], None),
        (RENAMED + pull("top", "var f *mine"), [], None),
        # A struct without bytes is only a name for a pointer's target.
        ("type mine struct{}\n\n" + pull("one", "func f(n *mine)") + "\n\nvar n = new(mine)", [], None),
        (NODE + pull("one", "func f(n *Node) {}"), [], None),
        # Which arguments meet is not known where they do not even fit.
        (NODE + pull("one", "func f(a string, n *Node)"), [], None),
        (NODE + pull("two", "func f(n *Node)"), [], None),
        (NODE + pull("number", "func f(n *Node)"), [], None),
        (NODE + pull("none", "func f(n *Node)"), [], None),
    ],
)
def test_structs_that_meet_in_a_stub(tmp_path: Path, code: str, pairs: list[str], terms: MirrorTerms | None) -> None:
    found = unit(tmp_path, code)
    assert told(found) == pairs
    for pair in mirror_pairs(found):
        assert pair.terms == terms
        assert pair.link == found.links[0]
        assert pair.declaration in found.source.outline.declared(pair.ours.name)


def test_mirror_of_another_package_is_found_where_it_is_declared(tmp_path: Path) -> None:
    code = f'import "{MODULE}/own"\n\n' + pull("one", "func f(n *own.Node)")
    own = {"own/own.go": f"package own\n\n{NODE}var N *Node\n"}
    (pair,) = mirror_pairs(unit(tmp_path, code, own))
    assert pair.source.path == tmp_path / "own" / "own.go"
    assert pair.terms == MirrorTerms()


def test_allocation_beside_the_mirrors_declaration_counts(tmp_path: Path) -> None:
    code = f'import "{MODULE}/own"\n\n' + pull("one", "func f(n *own.Node)")
    own = {"own/own.go": f"package own\n\n{NODE}func New() *Node {{ return &Node{{}} }}\n"}
    (pair,) = mirror_pairs(unit(tmp_path, code, own))
    assert pair.terms == MirrorTerms(allocated=True)


def test_stds_own_type_mirrors_nothing(tmp_path: Path) -> None:
    code = 'import "sync"\n\n//go:linkname f example.com/m/lib.many\nfunc f(m []sync.Mutex)'
    assert told(unit(tmp_path, code)) == []


@pytest.mark.parametrize(
    ("code", "pairs"),
    [
        (f"//golinkname:mirror {LIB}.Other\n{RENAMED}", ["mine for Other"]),
        # The first one counts that the version declares.
        (f"//golinkname:mirror {LIB}.Gone {LIB}.Other {LIB}.Node\n{RENAMED}", ["mine for Other"]),
        (f"//golinkname:mirror {LIB}.Gone\n{RENAMED}", []),
        (f"//golinkname:mirror {LIB}.one\n{RENAMED}", []),
        (f"//golinkname:mirror Other\n{RENAMED}", []),
        (f"//golinkname:mirror\n{RENAMED}", []),
        (f"//golinkname:mirror {LIB}.Other\ntype mine int", []),
        (f"//golinkname:mirror {LIB}.Other\n\n{RENAMED}", []),
    ],
)
def test_comment_names_the_upstream_type(tmp_path: Path, code: str, pairs: list[str]) -> None:
    found = unit(tmp_path, code)
    assert told(found) == pairs
    assert all((pair.link, pair.terms) == (None, MirrorTerms()) for pair in mirror_pairs(found))


@pytest.mark.parametrize(
    ("name", "mapped"),
    [
        ("mine", True),
        ("main.mine", False),
        (f"{MODULE}.mine", True),
        (f"{LIB}.mine", False),
        ("v", False),
        ("none", False),
    ],
)
def test_configuration_names_the_upstream_type(tmp_path: Path, name: str, mapped: bool) -> None:
    found = unit(tmp_path, f"{RENAMED}var v mine")
    found.mirrors = ((name, (f"{LIB}.Other",)),)
    assert told(found) == ["mine for Other"] * mapped
    assert [(d.name, upstream) for d, upstream, _ in mapped_types(found)] == [("mine", (f"{LIB}.Other",))] * mapped


def test_place_of_a_mapping_is_where_it_is_said(tmp_path: Path) -> None:
    found = unit(tmp_path, f"//golinkname:mirror {LIB}.Other\n{RENAMED}")
    found.mirrors = (("mine", (f"{LIB}.Node",)),)
    shown = [found.source.data[at.span.start : at.span.end].decode() for _, _, at in mapped_types(found)]
    assert shown == [f"//golinkname:mirror {LIB}.Other", "mine"]


def test_types_that_upstream_symbols_name(tmp_path: Path) -> None:
    found = unit(tmp_path, "")
    assert str(getattr(upstream_type(found, ("runtime.none", "runtime.moduledata")), "name", "")) == "moduledata"
    assert upstream_type(found, ("runtime.nanotime",)) is None
    assert upstream_type(found, ()) is None


def test_difference_is_that_of_the_platform(tmp_path: Path) -> None:
    code = "type Node struct {\n\tA int64\n\tB *int\n}\n\n" + pull("one", "func f(n *Node)")
    (pair,) = mirror_pairs(unit(tmp_path / "64", code))
    assert pair.wrong(unit(tmp_path / "64", code)) == []
    files = {
        "a.go": f'package main\n\nimport (\n\t_ "{LIB}"\n\t_ "unsafe"\n)\n\n{code}\n\nfunc main() {{}}\n',
        "lib/lib.go": UPSTREAM,
    }
    narrow = unit_of(tmp_path / "32", files, platform="linux/386")
    (pair,) = mirror_pairs(narrow)
    assert pair.wrong(narrow)
