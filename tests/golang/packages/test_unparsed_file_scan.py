"""Which files may hold what is looked for, told from their bytes: perhaps too many, never too few."""

from __future__ import annotations

from pathlib import Path

from golinkname_ls.golang.packages.unparsed_file_scan import FileScan
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.text.buffer import Buffer
from tests.tree import write_tree

DIRECTED = "package p\n\n//go:linkname f runtime.f\nfunc f()\n"
PLAIN = "package p\n\nfunc plain() {}\n"
LIBRARY = '//go:cgo_import_dynamic libc_x x "libc.so"\n'


def scan(folder: Path, files: dict[str, str], edited: dict[str, str] | None = None) -> FileScan:
    texts = {name: SourceFile(folder / name, Buffer(text.encode())) for name, text in (edited or {}).items()}
    return FileScan(write_tree(folder, files), texts)


def test_files_whose_text_has_a_word(tmp_path: Path) -> None:
    found = scan(tmp_path, {"a.go": DIRECTED, "b.go": PLAIN, "c.s": "runtime.f\n"}, {"d.go": "package p\n"})
    # What is edited now may have the word in a moment: it is always asked.
    assert found.having("runtime.f") == ["a.go", "d.go"]
    assert [s.path.name for s in found.holding("plain")] == ["b.go", "d.go"]
    assert found.has_word("a.go", "runtime.f")
    assert not found.has_word("b.go", "runtime.f")
    assert not found.has_word("gone.go", "runtime.f")


def test_what_need_not_be_kept_is_read_again(tmp_path: Path) -> None:
    found = scan(tmp_path, {"a.go": PLAIN})
    assert found.having("plain", keep=False) == ["a.go"]
    write_tree(tmp_path, {"a.go": "package p\n"})
    assert found.having("plain") == []
    write_tree(tmp_path, {"a.go": PLAIN})
    assert found.having("plain") == []


def test_files_with_directives(tmp_path: Path) -> None:
    files = {"a.go": PLAIN, "b.go": DIRECTED, "c_test.go": DIRECTED, "d.go": "package p\n\n// go:linkname f g\n"}
    # A near miss counts: a rule speaks of it.
    assert scan(tmp_path, files).directed() == ["b.go", "c_test.go", "d.go"]
    assert scan(tmp_path, files, {"a.go": PLAIN}).directed() == ["a.go", "b.go", "c_test.go", "d.go"]
    assert scan(tmp_path, files, {"b.go": PLAIN}).directed() == ["b.go", "c_test.go", "d.go"]


def test_locals_by_what_they_are_renamed_to(tmp_path: Path) -> None:
    files = {
        "a.go": "package p\n\n//go:linkname f runtime.x\n//go:linkname alone\n//go:linkname a b c\n",
        "b.go": "package p\n\n//go:linknamestd g runtime.x\n\nvar s = `\n//go:linkname text runtime.y\n`\n",
    }
    assert scan(tmp_path, files).renamed == {"runtime.x": ("f", "g"), "runtime.y": ("text",)}
    # The tree of an edited file tells a string from a directive.
    assert scan(tmp_path, files, {"b.go": files["b.go"]}).renamed == {"runtime.x": ("f", "g")}
    both = {"runtime.x": ("f", "g"), "runtime.y": ("text",)}
    assert scan(tmp_path, files, {"a.go": files["a.go"]}).renamed == both
    assert scan(tmp_path, files, {"a.go": PLAIN}).renamed == {"runtime.x": ("g",), "runtime.y": ("text",)}


def test_files_that_name_shared_libraries(tmp_path: Path) -> None:
    files = {"a.go": f"{LIBRARY}package p\n", "b.go": PLAIN}
    assert scan(tmp_path, files).naming_libraries() == ["a.go"]
    edited = {"a.go": PLAIN, "b.go": f"{LIBRARY}package p\n", "c.go": PLAIN}
    assert scan(tmp_path, files, edited).naming_libraries() == ["b.go"]
    assert scan(tmp_path, files, {"c.go": PLAIN}).naming_libraries() == ["a.go"]


def test_an_edited_or_unreadable_file_has_no_summary(tmp_path: Path) -> None:
    found = scan(tmp_path, {"a.go": DIRECTED, "b.go": DIRECTED, "c.go": PLAIN}, {"b.go": DIRECTED})
    found.file_names()
    (tmp_path / "c.go").unlink()
    glance = found.glance("a.go")
    assert glance is not None
    assert glance.bodyless == {"f"}
    found.bodyless("c.go")
    assert [found.glance(name) for name in ("b.go", "c.go", "gone.go")] == [None, None, None]


def test_funcs_of_a_file_on_disk(tmp_path: Path) -> None:
    text = "package p\n\nfunc f()\nfunc g() {}\nfunc (t T) m()\n"
    found = scan(tmp_path, {"a.go": text}, {"b.go": text})
    assert found.func_names("a.go") == {"f", "g"}
    assert found.bodyless("a.go") == {"f", ""}
    assert found.func_names("gone.go") == found.bodyless("gone.go") == frozenset()
