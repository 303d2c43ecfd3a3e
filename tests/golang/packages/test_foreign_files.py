"""Which files of other languages a target builds, and what the assembly among them says and includes."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.packages.foreign_files import ForeignFiles
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.syntax.files.editable_assembly_text import AssemblyFile
from golinkname_ls.text.buffer import Buffer
from tests.tree import write_tree


def target(platform: str = "linux/amd64", *, cgo: bool = False) -> Target:
    return Target(GoVersion(1, 27), Platform.parse(platform), cgo=cgo)


MANY = {
    "all.s": "",
    "on_arm64.s": "",
    "on_windows.c": "",
    "tagged.s": "//go:build arm64\n\n",
    "c.c": "",
    "tagged.c": "//go:build !linux\n\n",
    "o.m": "",
    "x.swigcxx": "",
    "f.f90": "",
    "obj.syso": "//go:build never\n",
    "obj_arm64.syso": "",
    "h.h": "",
    "_hidden.s": "",
    "S.S": "",
}


@pytest.mark.parametrize(
    ("built_for", "names"),
    [
        # Without cgo C is left out (load/pkg.go); objects have no constraint but their name.
        (target(), "all.s f.f90 obj.syso"),
        (target(cgo=True), "all.s c.c f.f90 o.m obj.syso x.swigcxx"),
        (target("darwin/arm64"), "all.s f.f90 obj.syso obj_arm64.syso on_arm64.s tagged.s"),
        (target("windows/amd64", cgo=True), "all.s c.c f.f90 o.m obj.syso on_windows.c tagged.c x.swigcxx"),
    ],
)
def test_files_that_a_target_builds(built_for: Target, names: str, tmp_path: Path) -> None:
    assert ForeignFiles(write_tree(tmp_path, MANY), {}).foreign(built_for) == tuple(names.split())


def test_the_assembly_that_a_target_builds(tmp_path: Path) -> None:
    files = ForeignFiles(write_tree(tmp_path, {"a.s": "// a\n", "b_arm64.s": "// b\n", "c.syso": "x"}), {})
    assert list(files.assembly(target())) == [(tmp_path / "a.s", b"// a\n")]
    assert [path.name for path, _ in files.assembly(target("linux/arm64"))] == ["a.s", "b_arm64.s"]


def test_an_edited_texts_constraint_counts_in_the_place_of_the_files(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.s": "//go:build arm64\n\n"})
    text = AssemblyFile(tmp_path / "a.s", Buffer(b"//go:build amd64\n\n"))
    files = ForeignFiles(tmp_path, {"a.s": text})
    assert files.foreign(target()) == ("a.s",)
    assert files.foreign(target("linux/arm64")) == ()
    text.splice(0, len(text.data), b"//go:build arm64\n\n")
    assert files.foreign(target()) == ()


def test_only_what_the_target_builds_mentions_a_word(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.s": "CALL ·near(SB)\n", "b_arm64.s": "CALL ·far(SB)\n", "c.go": "package near_far_gone\n"})
    files = ForeignFiles(tmp_path, {})
    assert files.mentions_in_assembly(target(), "near")
    assert not files.mentions_in_assembly(target(), "far")
    assert files.mentions_in_assembly(target("linux/arm64"), "far")
    assert not files.mentions_in_assembly(target(), "gone")


def test_what_an_assembly_file_includes_from_its_folder(tmp_path: Path) -> None:
    text = '#include "textflag.h"\n #\tinclude "one.h"\n// #include "no.h"\nNOP #include "no.h"\n#include "two.h"\n'
    headers = {"one.h": "1", "two.h": "2", "no.h": "no"}
    files = ForeignFiles(write_tree(tmp_path, {"a.s": text, "b_arm64.s": "// b", **headers}), {})
    # The std library's own are not there.
    assert files.assembly_headers("a.s") == b"\n1\n2"
    assert files.assembly_headers("gone.s") == b""
    assert files.assembly_texts() == [text.encode(), b"\n1\n2", b"// b", b""]
