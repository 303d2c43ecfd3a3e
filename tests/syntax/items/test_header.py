"""The header of a file whose text is whole, or just being typed."""

from __future__ import annotations

import pytest

from golinkname_ls.syntax.items.header import Header

WHOLE = 'import (\n\t"fmt"\n\tx "unsafe" // words\n)\n'


@pytest.mark.parametrize(
    ("text", "name", "paths"),
    [
        (f"package p\n\n{WHOLE}", "p", ["fmt", "unsafe"]),
        (f"\ufeff// words\n/* package q */ package p; {WHOLE}", "p", ["fmt", "unsafe"]),
        ('package größe\nimport `C`\nimport . "a"; import _ "b"\nfunc f() {}\nimport "c"', "größe", ["C", "a", "b"]),
        (f"{WHOLE}", "", ["fmt", "unsafe"]),
        (f"pack\n{WHOLE}", "", ["fmt", "unsafe"]),
        (f"package\n{WHOLE}", "", ["fmt", "unsafe"]),
        ('package p\nimport (\n\t"fm\n\t_\n\t"unsafe"\n)\n', "p", ["unsafe"]),
        ('package p\nimport (\n\t"fmt"\n\nfunc f() {\n\tg(\n"a")\n}\n', "p", ["fmt"]),
        ('package p\nimport\nimport "unsafe"\n', "p", ["unsafe"]),
        ('package p\nimport "a', "p", []),
        ("", "", []),
    ],
)
def test_headers(text: str, name: str, paths: list[str]) -> None:
    data = text.encode()
    header = Header.read(data)
    assert (header.package_name, [spec.path for spec in header.imports]) == (name, paths)
    assert header.imports_c == ("C" in paths)
    for spec, span in header.placed_imports():
        assert spec.path in data[span.start : span.end].decode()
