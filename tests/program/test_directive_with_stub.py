"""What a directive is to the linker: a pull, a push or a mark, by the declaration that it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.packages.packages_by_folder import Folders
from golinkname_ls.program.directive_with_stub import Link, LinkForm, link_of
from tests.program.small_programs import target
from tests.tree import write_tree


def link(root: Path, files: dict[str, str], platform: str = "linux/amd64", file: str = "m.go") -> Link:
    """Link of the only directive of a file."""
    package = Folders().package(write_tree(root, files))
    source = package.source(file)
    assert source is not None
    (directive,) = package.directives(file)
    return link_of(directive, source, package, target(platform=platform))


@pytest.mark.parametrize(
    ("directive", "declaration", "form"),
    [
        ("f runtime.f", "func f()", LinkForm.PULL),
        ("f runtime.f", "func f() {}", LinkForm.PUSH),
        ("f", "func f()", LinkForm.MARK),
        ("f", "func f() {}", LinkForm.MARK),
        ("f runtime.f", "var f int", LinkForm.PULL),
        # A var with data is the definition; zeros and what is computed at run time leave it to the other
        # (cases/LN203/own_var_both_init, var_zero_init_explicit).
        ("f runtime.f", "var f = 7", LinkForm.PUSH),
        ("f runtime.f", "var f = 0", LinkForm.PULL),
        ("f runtime.f", "var f = call()", LinkForm.PULL),
        ("f", "var f = 7", LinkForm.MARK),
        ("f runtime.f", "type f int", LinkForm.UNKNOWN),
        ("f runtime.f", "const f = 1", LinkForm.UNKNOWN),
        ("f runtime.f", "func g()", LinkForm.UNKNOWN),
        # A method is no package-level declaration (cases/LN105/local_is_method_bare).
        ("f runtime.f", "type T int; func (T) f() {}", LinkForm.UNKNOWN),
    ],
)
def test_form(directive: str, declaration: str, form: LinkForm, tmp_path: Path) -> None:
    text = f"package m\n\n//go:linkname {directive}\n\n{declaration}\n"
    assert link(tmp_path, {"m.go": text}).form is form


@pytest.mark.parametrize(
    ("declaration", "kind"), [("type f int", "TypeDeclaration"), ("const f = 1", "ConstDeclaration")]
)
def test_const_or_type_of_that_name(declaration: str, kind: str, tmp_path: Path) -> None:
    found = link(tmp_path, {"m.go": f"package m\n\n//go:linkname f runtime.f\n{declaration}\n"})
    assert found.stub is None
    assert type(found.other).__name__ == kind


STUBS = {
    "m.go": "package m\n\n//go:linkname f runtime.f\n",
    "m_linux.go": "package m\n\nfunc f()\n",
    "m_windows.go": "package m\n\nfunc f() {}\n",
    "m_test.go": "package m\n\nvar g int\n",
}


@pytest.mark.parametrize(
    ("platform", "form", "file"),
    [
        ("linux/amd64", LinkForm.PULL, "m_linux.go"),
        ("windows/amd64", LinkForm.PUSH, "m_windows.go"),
        ("darwin/arm64", LinkForm.UNKNOWN, None),
    ],
)
def test_stub_may_stand_in_another_file_of_the_target(
    platform: str, form: LinkForm, file: str | None, tmp_path: Path
) -> None:
    found = link(tmp_path, STUBS, platform)
    assert found.form is form
    assert (found.stub_source.name if found.stub_source is not None else None) == file


def test_stub_in_the_own_file_comes_first(tmp_path: Path) -> None:
    # Of a file that no target builds with the other one, as `go vet` of a single file sees it.
    files = STUBS | {"own.go": "//go:build never\n\npackage m\n\n//go:linkname f runtime.f\nvar f int\n"}
    found = link(tmp_path, files, file="own.go")
    assert found.stub_source is not None
    assert found.stub_source.name == "own.go"


def test_stubs_of_tests_are_for_directives_in_tests(tmp_path: Path) -> None:
    directive = "package m\n\n//go:linkname g runtime.g\n"
    assert link(tmp_path / "a", STUBS | {"m.go": directive}).form is LinkForm.UNKNOWN
    files = STUBS | {"x_test.go": directive}
    assert link(tmp_path / "b", files, file="x_test.go").form is LinkForm.PULL
