"""Remotes that name instances of generics, and whether a program has such an instance, as measured up to Go 1.22."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.linking.resolving.instances import is_instance, is_never_instantiated
from tests.program.small_programs import MODULE, program, target


@pytest.mark.parametrize(
    ("symbol", "version", "expected"),
    [
        ("p.F[int]", "1.21", True),
        ("p.F[int]", "1.27", True),
        ("p.F", "1.21", False),
        ("p.F]", "1.21", False),
        # 1.19 names funcs by their shapes, and methods as they are written.
        ("p.F[int]", "1.19", False),
        ("p.F[int]", "1.20", True),
        ("p.(*List[int]).Add", "1.19", True),
        ("p.List[int].Add", "1.19", True),
        ("p.(*List[int]).Add", "1.21", True),
    ],
)
def test_form_of_an_instance(symbol: str, version: str, expected: bool) -> None:
    assert is_instance(symbol, target(version)) is expected


GENERIC = "func Max[T int](a, b T) T { return a }"
MENTIONED = f"{GENERIC}\n\nfunc Use() int {{ return Max(1, 2) }}"


@pytest.mark.parametrize(
    ("symbol", "main", "lib", "expected"),
    [
        ("lib.Max[int]", "", GENERIC, True),
        ("lib.Max[int]", "println(lib.Max(1, 2))", GENERIC, False),
        ("lib.Max[int]", "", MENTIONED, False),
        # No types, or what only stands for them: there is no such name.
        ("lib.Max[...]", "println(lib.Max(1, 2))", GENERIC, True),
        ("lib.Max[]", "println(lib.Max(1, 2))", GENERIC, True),
        # Of methods and of other packages nothing is looked for.
        ("lib.(*List[int]).Add", "", GENERIC, False),
        ("other.Max[int]", "", GENERIC, False),
    ],
)
def test_instances_in_a_program(symbol: str, main: str, lib: str, expected: bool, tmp_path: Path) -> None:
    text = f'package main\n\nimport {"" if main else "_ "}"{MODULE}/lib"\n\nfunc main() {{ {main} }}\n'
    found = program(tmp_path, {"main.go": text, "lib/lib.go": f"package lib\n\n{lib}\n"}, target("1.22"))
    assert is_never_instantiated(f"{MODULE}/{symbol}", found) is expected


def test_other_programs_may_have_what_a_library_lacks(tmp_path: Path) -> None:
    files = {"m.go": f'package m\n\nimport _ "{MODULE}/lib"\n', "lib/lib.go": f"package lib\n\n{GENERIC}\n"}
    assert is_never_instantiated(f"{MODULE}/lib.Max[int]", program(tmp_path, files, target("1.22"))) is False
