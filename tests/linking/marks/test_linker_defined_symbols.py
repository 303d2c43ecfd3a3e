"""Symbols of the linker: those whose value it sets have to be strings (cmd/link/internal/ld/data.go, addstrdata1)."""

from __future__ import annotations

import pytest

from golinkname_ls.catalog.std.symbols import Kind
from golinkname_ls.catalog.store.version_catalog import shipped
from golinkname_ls.linking.marks.linker_defined_symbols import LINKER_MADE, STAMPED
from golinkname_ls.syntax.items.declarations import VarDeclaration
from tests.program.small_programs import symbols_of, target

VERSIONS = [str(version) for version in shipped().versions]


@pytest.mark.parametrize("version", VERSIONS)
def test_what_is_stamped_is_a_string_of_std(version: str) -> None:
    for symbol in STAMPED:
        found = symbols_of(target(version)).find(symbol)
        assert found is not None and found.entry is not None, symbol
        declaration = found.entry.declaration
        assert isinstance(declaration, VarDeclaration)
        assert declaration.type == "string", symbol


@pytest.mark.parametrize("version", VERSIONS)
def test_what_the_linker_makes_has_no_code_in_std(version: str) -> None:
    for symbol in LINKER_MADE:
        found = symbols_of(target(version)).find(symbol)
        assert found is None or found.kind not in (Kind.FUNC, Kind.ASSEMBLY) or symbol == "runtime.unreachableMethod"
