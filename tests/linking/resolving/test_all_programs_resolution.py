"""One outcome for a link that may hold in one program of its module and fail in another."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.packages.packages_by_folder import Folders
from golinkname_ls.linking.resolving.all_programs_resolution import resolve_in_module
from golinkname_ls.linking.resolving.outcomes import Outcome, Problem
from golinkname_ls.program.program import Programs
from tests.linking.written_links import link_in, place
from tests.program.small_programs import MODULE, symbols_of, target
from tests.tree import write_tree

P = f"{MODULE}/p"


def resolved(root: Path, link: str, files: dict[str, str]) -> Outcome:
    """Outcome of the link in the package p of a module with these files beside it."""
    text = f'package p\n\nimport _ "unsafe"\n\n{link}\n'
    write_tree(root, {"go.mod": f"module {MODULE}\n\ngo 1.21\n", "p/p.go": text} | files)
    folders, symbols = Folders(), symbols_of(target())
    programs, module = Programs(folders), folders.module(root / "p")
    own = programs.own(folders.package(root / "p"), module, P, symbols)
    return resolve_in_module(
        link_in(own, P),
        P,
        own,
        lambda: programs.mains(module, P, symbols),
        lambda: programs.around(module, symbols),
    )


def main(*imports: str) -> str:
    return "package main\n\n" + "".join(f'import _ "{path}"\n' for path in imports) + "\nfunc main() {}\n"


Q = {"q/q.go": "package q\n\nfunc f() {}\n\nvar v int\n"}
BOTH = {"cmd/both/m.go": main(P, f"{MODULE}/q")}
ALONE = {"cmd/alone/m.go": main(P)}
PULL = f"//go:linkname f {MODULE}/q.f\nfunc f()"


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        (Q | BOTH, None),
        (Q | ALONE, Problem.NOT_LINKED),
        # The first program with a problem counts.
        (Q | BOTH | ALONE, Problem.NOT_LINKED),
        # A main without the package says nothing.
        (Q | BOTH | {"cmd/other/m.go": main(f"{MODULE}/q")}, None),
        # No main: whoever imports it has to import the other, too.
        (Q, Problem.NOT_LINKED),
        # Nowhere in the module.
        (BOTH | {"q/q.go": "package q\n"}, Problem.UNDEFINED),
    ],
)
def test_pull_from_a_package_beside(files: dict[str, str], problem: Problem | None, tmp_path: Path) -> None:
    assert resolved(tmp_path, PULL, files).problem is problem


def test_definition_beside_is_found_without_any_main(tmp_path: Path) -> None:
    found = resolved(tmp_path, PULL, Q)
    assert (place(found.found), found.sure) == (f"{MODULE}/q.f in {MODULE}/q", False)


@pytest.mark.parametrize(
    ("link", "other", "problem", "found"),
    [
        # The local's own name, which another package pushes to.
        (
            "//go:linkname f\nfunc f()",
            f"//go:linkname g {P}.f\nfunc g() {{}}",
            Problem.NOT_LINKED,
            f"{P}.f in {MODULE}/q",
        ),
        ("//go:linkname f\nfunc f()", "func f() {}", Problem.UNDEFINED, ""),
        # Vars are looked for by vars, and what is not linked in is a new variable.
        (f"//go:linkname v {MODULE}/q.v\nvar v int", "var v int", None, f"{MODULE}/q.v in {MODULE}/q"),
        (f"//go:linkname v {MODULE}/q.v\nvar v int", "func v() {}", None, ""),
        (f"//go:linkname v {MODULE}/q.v\nfunc v()", "var v int", Problem.NOT_LINKED, ""),
    ],
)
def test_what_is_looked_for_beside(link: str, other: str, problem: Problem | None, found: str, tmp_path: Path) -> None:
    q = {"q/q.go": f'package q\n\nimport _ "unsafe"\n\n{other}\n'}
    outcome = resolved(tmp_path, link, q)
    assert (outcome.problem, place(outcome.found)) == (problem, found)


def test_of_two_definitions_beside_no_program_has_both(tmp_path: Path) -> None:
    pushed = 'import _ "unsafe"\n\n//go:linkname g x.f\nfunc g() {}\n'
    one, two = {"q/q.go": f"package q\n\n{pushed}"}, {"r/r.go": f"package r\n\n{pushed}"}
    assert place(resolved(tmp_path / "a", "//go:linkname f x.f\nfunc f()", one).found) == f"x.f in {MODULE}/q"
    assert place(resolved(tmp_path / "b", "//go:linkname f x.f\nfunc f()", one | two).found) == ""


def test_std_that_one_main_links_in(tmp_path: Path) -> None:
    pull = "//go:linkname f net.isDomainName\nfunc f(string) bool"
    assert resolved(tmp_path / "a", pull, {"cmd/a/m.go": main(P, "net")}).problem is None
    files = {"cmd/a/m.go": main(P, "net"), "cmd/b/m.go": main(P)}
    assert resolved(tmp_path / "b", pull, files).problem is Problem.NOT_LINKED


def test_forbidden_is_settled_by_the_package_alone(tmp_path: Path) -> None:
    def asked() -> list:
        raise AssertionError("the mains have no say")

    write_tree(tmp_path, {"go.mod": f"module {MODULE}\n\ngo 1.21\n"})
    write_tree(tmp_path, {"p/p.go": 'package p\n\nimport _ "unsafe"\n\n//go:linkname f runtime.gcStart\nfunc f()\n'})
    folders = Folders()
    own = Programs(folders).own(folders.package(tmp_path / "p"), folders.module(tmp_path), P, symbols_of(target()))
    assert resolve_in_module(link_in(own, P), P, own, asked, asked).problem is Problem.FORBIDDEN


def test_push_may_clash_in_another_program(tmp_path: Path) -> None:
    push = f"//go:linkname f {MODULE}/q.f\nfunc f() {{}}"
    assert resolved(tmp_path / "a", push, Q | ALONE).problem is None
    assert resolved(tmp_path / "b", push, Q | ALONE | BOTH).problem is Problem.DUPLICATE
