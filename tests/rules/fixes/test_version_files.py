"""When a stub is split into a file for each run of versions, and which of the text around it goes along."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.rules.fixes.signature_variants import Variant, stub_text, variants
from golinkname_ls.rules.fixes.version_files import split_by_version
from tests.rules.core.small_units import first_link, units
from tests.rules.fixes.changed_files import changed, only

HEAD = 'package p\n\nimport _ "unsafe"\n\n'
REMOTE = "//go:linkname round runtime.roundupsize\n"
# runtime/msize.go: 1.22 gave it a second parameter.
OLD, NEW = "func round(size uintptr) uintptr\n", "func round(size uintptr, noscan bool) (reqSize uintptr)\n"


def split(root: Path, files: dict[str, str], versions: tuple[str, ...] = ("1.21", "1.22")):
    unit = units(root, files, versions)[-1]
    link = first_link(unit)
    return split_by_version(unit, link, variants(unit, link))


def outcome(root: Path, files: dict[str, str]) -> dict[str, str]:
    fix = only(split(root, files))
    assert (fix.safe, fix.makes_files) == (False, True)
    assert fix.title == "Split round into 2 files, by Go version"
    return changed(root, fix.changes())


@pytest.mark.parametrize(
    ("files", "versions"),
    [
        ({"a.go": HEAD + REMOTE + OLD}, ("1.21",)),
        ({"a.go": HEAD + REMOTE + OLD.replace("\n", " { return size }\n")}, ("1.21", "1.22")),
        # A directive behind code is an error, which moving it would hide.
        ({"a.go": HEAD + "var v int " + REMOTE + OLD}, ("1.21", "1.22")),
        ({"a.go": HEAD + REMOTE + OLD + "\nfunc broken( {\n"}, ("1.21", "1.22")),
        ({"a.go": HEAD + REMOTE}, ("1.21", "1.22")),
        ({"a.go": HEAD + "//go:linkname v runtime.writeBarrier\nvar v int\n"}, ("1.19", "1.27")),
    ],
)
def test_stub_that_is_not_split(tmp_path: Path, files: dict[str, str], versions: tuple[str, ...]) -> None:
    assert split(tmp_path, files, versions) == ()


def test_platforms_of_one_version_cannot_be_told_apart_by_it(tmp_path: Path) -> None:
    unit = units(tmp_path, {"a.go": HEAD + REMOTE + OLD}, ("1.21", "1.22"))[-1]
    link = first_link(unit)
    old, new = variants(unit, link)
    both = Variant((GoVersion(1, 21), GoVersion(1, 22)), new.text, {}, new.call, False)
    assert split_by_version(unit, link, [old, both]) == ()


def test_doc_comment_and_directives_go_along(tmp_path: Path) -> None:
    text = f"{HEAD}// It is far.\n\n// Doc.\n//\n//go:noinline\n{REMOTE}{OLD[:-1]} // why\n\nvar v int\n"
    around = "// Doc.\n//\n//go:noinline\n" + REMOTE
    assert outcome(tmp_path, {"a.go": text}) == {
        "a.go": "package p\n\n// It is far.\n\nvar v int\n",
        "a_before_go122.go": f"//go:build !go1.22\n\n{HEAD}{around}{OLD[:-1]} // why\n",
        "a_go122.go": f"//go:build go1.22\n\n{HEAD}{around}{NEW[:-1]} // why\n",
    }


def test_directive_of_another_stub_stays(tmp_path: Path) -> None:
    other = "//go:linkname now time.now\n"
    found = outcome(tmp_path, {"a.go": f"{HEAD}func now()\n\n{REMOTE}{other}{OLD}"})
    assert found["a.go"] == f"{HEAD}func now()\n\n{other}"
    assert all("time.now" not in text for name, text in found.items() if name != "a.go")


def test_comment_that_the_compiler_ignores_is_prose(tmp_path: Path) -> None:
    prose = "// go:linkname now time.now\n"
    found = outcome(tmp_path, {"a.go": f"{HEAD}{prose}//\n{REMOTE}{OLD}\nvar v int\n"})
    assert found["a.go"] == "package p\n\nvar v int\n"
    assert found["a_go122.go"] == f"//go:build go1.22\n\n{HEAD}{prose}//\n{REMOTE}{NEW}"


def test_directive_apart_from_its_stub_goes_along(tmp_path: Path) -> None:
    found = outcome(tmp_path, {"a.go": f"{HEAD}{REMOTE}\nvar v int\n\n// Doc.\n{OLD}"})
    assert found["a.go"] == "package p\n\nvar v int\n"
    assert found["a_go122.go"] == f"//go:build go1.22\n\n{HEAD}// Doc.\n//\n{REMOTE}{NEW}"


def test_directive_of_another_file_is_removed_there(tmp_path: Path) -> None:
    files = {"a.go": f"{HEAD}var first int\n\n{REMOTE}", "b.go": f"package p\n\n{OLD}\nvar w int\n"}
    found = outcome(tmp_path, files)
    assert found == {
        "a.go": "package p\n\nvar first int\n",
        "b.go": "package p\n\nvar w int\n",
        "b_before_go122.go": f"//go:build !go1.22\n\n{HEAD}{REMOTE}{OLD}",
        "b_go122.go": f"//go:build go1.22\n\n{HEAD}{REMOTE}{NEW}",
    }


def test_each_file_imports_what_its_own_stub_needs(tmp_path: Path) -> None:
    stub = "func round(size sys.Pointer) uintptr\n"
    found = outcome(tmp_path, {"a.go": f'package p\n\nimport sys "unsafe"\n\n{REMOTE}{stub}\nvar v int\n'})
    assert found["a.go"] == "package p\n\nvar v int\n"
    assert found["a_go122.go"] == f"//go:build go1.22\n\n{HEAD}{REMOTE}{NEW}"


def test_remote_is_the_name_that_the_versions_have(tmp_path: Path) -> None:
    text = f"{HEAD}// Doc.\n//\n//go:linkname f \truntime.fastrand\nfunc f() uint32\n"
    unit = units(tmp_path, {"a.go": text}, ("1.21", "1.22"))[-1]
    link = first_link(unit)
    known = [
        Variant((GoVersion(1, 21),), stub_text(link), {}, None, True, "runtime.fastrand"),
        Variant((GoVersion(1, 22),), stub_text(link), {}, None, True, "runtime.cheaprand"),
    ]
    found = changed(tmp_path, only(split_by_version(unit, link, known)).changes())
    stub = "func f() uint32\n"
    assert found["a_before_go122.go"].endswith(f"// Doc.\n//\n//go:linkname f \truntime.fastrand\n{stub}")
    assert found["a_go122.go"].endswith(f"// Doc.\n//\n//go:linkname f \truntime.cheaprand\n{stub}")
