"""Which of the vars of one name remains; the rules of cmd/link/internal/loader, addSym, as measured by version."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.linking.resolving.var_merging import VarMerge, merge_var, own_var_has_data, std_var_has_data
from golinkname_ls.syntax.items.declarations import VarDeclaration
from tests.linking.written_links import case
from tests.program.small_programs import MODULE, program, symbols_of, target


def merged(root: Path, mine: str, theirs: str, version: str) -> VarMerge:
    """Merge of `var v <mine>` in main with `var v <theirs>` of lib."""
    text = f'import _ "{MODULE}/lib"\n\n//go:linkname v {MODULE}/lib.v\nvar v {mine}\n\nfunc g() int {{ return 5 }}'
    found = case(root, text, target(version), {"lib/lib.go": f"package lib\n\nvar v {theirs}\n"})
    assert isinstance(found.link.stub, VarDeclaration)
    return merge_var(found.link, found.link.stub, MODULE, found.own, found.std, found.program)


@pytest.mark.parametrize(
    ("mine", "theirs", "version", "certain"),
    [
        # Two with initial data, in every version.
        ("= 7", "= 42", "1.19", True),
        ("= 7", "= 42", "1.27", True),
        ("= 0", "= 42", "1.27", None),
        ("= 7", "= 0", "1.27", None),
        ("int", "= 42", "1.27", None),
        # Perhaps it has data: some releases compute the call.
        ("= g()", "= 42", "1.27", False),
        # Data with another's larger size, in 1.23 alone.
        ("[4]int", "= 42", "1.22", None),
        ("[4]int", "= 42", "1.23", True),
        ("[4]int", "= 42", "1.24", None),
        ("int8 = 7", "int", "1.23", True),
        ("int8 = 7", "int", "1.24", None),
        ("[1]int", "= [4]int{1}", "1.23", None),
        ("int = 7", "int8", "1.23", None),
        ("[8]int", "int", "1.23", None),
    ],
)
def test_duplicates(mine: str, theirs: str, version: str, certain: bool | None, tmp_path: Path) -> None:
    found = merged(tmp_path, mine, theirs, version)
    assert (found.certain if found.duplicate is not None else None) is certain


@pytest.mark.parametrize(
    ("mine", "theirs", "version", "wins"),
    [
        # What has data wins, then what is larger; sizes count since 1.23.
        ("= 7", "int", "1.19", True),
        ("int8 = 7", "int", "1.27", True),
        ("[8]int", "int", "1.22", False),
        ("[8]int", "int", "1.23", True),
        ("[8]int", "int", "1.27", True),
        ("int", "int", "1.27", False),
        ("int8", "int", "1.27", False),
        ("[8]int", "= 42", "1.27", False),
        ("Unknown", "int", "1.27", False),
    ],
)
def test_winner(mine: str, theirs: str, version: str, wins: bool, tmp_path: Path) -> None:
    assert merged(tmp_path, mine, theirs, version).wins is wins


@pytest.mark.parametrize(
    ("mine", "theirs", "grows"),
    [("[8]int", "= 42", True), ("int", "= 42", False), ("[8]int", "int", False)],
)
def test_the_other_grows_to_the_larger_size(mine: str, theirs: str, grows: bool, tmp_path: Path) -> None:
    assert merged(tmp_path, mine, theirs, "1.24").grows is grows


@pytest.mark.parametrize(
    ("lib", "version", "outdone"),
    [
        # The other package's var has more than std's, 8 bytes without data.
        ("[2]uintptr", "1.23", True),
        ("[2]uintptr", "1.22", False),
        ("uintptr", "1.27", False),
        ("uintptr = 7", "1.22", True),
    ],
)
def test_third_var_may_outdo_that_of_std(lib: str, version: str, outdone: bool, tmp_path: Path) -> None:
    pushed = f'package lib\n\nimport _ "unsafe"\n\n//go:linkname v runtime.allglen\nvar v {lib}\n'
    text = f'import _ "{MODULE}/lib"\n\n//go:linkname v runtime.allglen\nvar v uintptr'
    found = case(tmp_path, text, target(version), {"lib/lib.go": pushed})
    assert isinstance(found.link.stub, VarDeclaration)
    merge = merge_var(found.link, found.link.stub, MODULE, found.own, found.std, found.program)
    assert (merge.outdone, merge.wins, merge.duplicate) == (outdone, False, None)


@pytest.mark.parametrize(
    ("symbol", "version", "data"),
    [
        ("runtime.zerobase", "1.27", False),
        # The catalog's text tells of a value at run time; the compiler writes it all the same (measured).
        ("runtime.overflowError", "1.27", True),
        ("time.longDayNames", "1.27", True),
        ("runtime.modinfo", "1.27", False),
    ],
)
def test_data_of_std(symbol: str, version: str, data: bool) -> None:
    symbols = symbols_of(target(version))
    found = symbols.find(symbol)
    assert found is not None
    assert std_var_has_data(symbols, found) is data


@pytest.mark.parametrize(
    ("declared", "data"),
    [("int", False), ("= 7", True), ("= 0", False), ("= &w", True), ("= g()", None), ('= ""', False)],
)
def test_data_outside_std(declared: str, data: bool | None, tmp_path: Path) -> None:
    found = program(tmp_path, {"m.go": f"package m\n\nvar v {declared}\n\nvar w int\n\nfunc g() int {{ return w }}\n"})
    source = found.closure.packages[MODULE].source("m.go")
    assert source is not None
    declaration = source.outline.declared("v")[0]
    assert isinstance(declaration, VarDeclaration)
    assert own_var_has_data(found, MODULE, declaration, source) is data
