"""What names mean to a writer of types: in a stub's file with its imports, and in a new file that has none of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.fixes.type_writers import imports_of, with_names, writer_for, writer_for_new_file
from tests.rules.core.small_units import first_link, unit_of

SERVE = "//go:linkname f net/http.cloneOrMakeHeader\nfunc f(h http.Header) (r http.Header)\n"


def unit(root: Path, imports: str) -> Unit:
    return unit_of(root, {"a.go": f'package p\n\nimport _ "unsafe"\n{imports}\n\n{SERVE}'})


def written(unit: Unit, *, new: bool = False) -> tuple[str, dict[str, str]]:
    writer = writer_for_new_file(unit, unit.source) if new else writer_for(unit, unit.source)
    comparison = unit.comparison(first_link(unit))
    assert comparison is not None
    return writer.type(comparison.upstream.results[0].type), writer.imports


@pytest.mark.parametrize(
    ("imports", "here", "in_a_new_file"),
    [
        ('import "net/http"', ("http.Header", {}), ("http.Header", {"net/http": "http"})),
        (
            'import web "net/http"\nimport http "net/http"',
            ("web.Header", {}),
            ("http.Header", {"net/http": "http"}),
        ),
        ('import . "net/http"\nimport http "net/http"', ("Header", {}), ("http.Header", {"net/http": "http"})),
    ],
)
def test_type_is_qualified_as_its_file_imports_it(
    tmp_path: Path, imports: str, here: tuple[str, dict[str, str]], in_a_new_file: tuple[str, dict[str, str]]
) -> None:
    found = unit(tmp_path, imports)
    assert written(found) == here
    assert written(found, new=True) == in_a_new_file


def test_import_gets_a_name_that_nothing_has(tmp_path: Path) -> None:
    found = unit_of(
        tmp_path,
        {
            "a.go": (
                'package p\n\nimport _ "unsafe"\nimport goos "io"\n\n'
                "//go:linkname f os.newFile\nfunc f(fd int) goos.Writer\n"
            ),
            "b.go": "package p\n\nfunc os() {}\n",
        },
    )
    comparison = found.comparison(first_link(found))
    assert comparison is not None
    file = comparison.upstream.results[0].type
    assert writer_for(found, found.source).type(file) == "*gogoos.File"
    assert writer_for_new_file(found, found.source).type(file) == "*goos.File"


def test_imports_that_are_added_anyway_are_used(tmp_path: Path) -> None:
    found = unit(tmp_path, 'import http "net/http"')
    given = {"os": "system"}
    writer = writer_for(found, found.source, given)
    writer.imports["fmt"] = "fmt"
    assert given == {"os": "system"}
    assert [(s.path, s.name) for s in writer.specs()] == [("os", "system"), ("fmt", "fmt")]


@pytest.mark.parametrize(
    ("text", "imports"),
    [("*T", {"a": "b"}), ("unsafe.Pointer", {"a": "b", "unsafe": "unsafe"}), ("Pointer", {"a": "b"})],
)
def test_new_file_imports_unsafe_where_its_text_needs_it(tmp_path: Path, text: str, imports: dict[str, str]) -> None:
    found = unit(tmp_path, 'import http "net/http"')
    writer = writer_for_new_file(found, found.source)
    writer.imports["a"] = "b"
    assert imports_of(writer, text) == imports


@pytest.mark.parametrize(("names", "parameters"), [((), ["", ""]), (("x",), ["x", ""]), (("x", "y", "z"), ["x", "y"])])
def test_call_has_the_names_that_are_given(tmp_path: Path, names: tuple[str, ...], parameters: list[str]) -> None:
    text = 'package p\n\nimport _ "unsafe"\n\n//go:linkname f p.g\nfunc f(a, b int) (c int)\n'
    found = unit_of(tmp_path, {"a.go": text})
    call = found.stub_call(first_link(found))
    assert call is not None
    named = with_names(call, names)
    assert [p.name for p in named.parameters] == parameters
    assert [r.name for r in named.results] == [""]
    assert [p.name for p in (*call.parameters, *call.results)] == ["a", "b", "c"]
    assert [p.type for p in named.parameters] == [p.type for p in call.parameters]
