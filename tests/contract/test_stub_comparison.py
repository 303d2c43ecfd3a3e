"""A stub beside its upstream: the worst difference, and where in both signatures it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.contract.call_differences import BreachKind
from golinkname_ls.contract.stub_comparison import StubComparison
from golinkname_ls.contract.upstream_types import own_call
from golinkname_ls.linking.resolving.definitions_outside_std import own_definitions
from golinkname_ls.program.type_checking import checker_of
from tests.linking.written_links import case
from tests.program.small_programs import MODULE, target


def compared(root: Path, stub: str, upstream: str) -> StubComparison:
    """Comparison of `func f<stub>` in main with `func g<upstream>` of lib."""
    text = f'import _ "{MODULE}/lib"\n\n//go:linkname f {MODULE}/lib.g\nfunc f{stub}'
    lib = f"package lib\n\ntype T struct{{}}\n\nfunc g{upstream} {{ panic(0) }}\n"
    found = case(
        root, text, target(), {"lib/lib.go": lib, "stub.go": f"package main\n\nfunc same{stub} {{ panic(0) }}\n"}
    )
    checker = checker_of(found.program)
    calls = [own_call(checker, own_definitions(found.program, s, target())[0]) for s in ("main.same", found.symbol)]
    assert calls[0] is not None and calls[1] is not None
    return StubComparison.of(found.link, found.own[0], calls[0], calls[1])


def test_worst_is_the_first_of_its_kind(tmp_path: Path) -> None:
    found = compared(tmp_path, "(a uintptr, b, c int32)", "(p *T, n, k int)")
    broken = found.worst(BreachKind.BROKEN)
    assert broken is not None
    assert (broken.stub_number, broken.upstream_number) == (2, 2)
    assert found.worst(BreachKind.HIDDEN_POINTER) is not None
    assert found.worst(BreachKind.INEXACT) is None


@pytest.mark.parametrize(
    ("stub", "upstream", "kind", "lines"),
    [
        (
            "(a int32) bool",
            "(a, b int) bool",
            BreachKind.BROKEN,
            [
                "stub:     func f(a int32) bool",
                "                 ^^^^^^^",
                "upstream: func f(a int, b int) bool",
                "                 ^^^^^",
            ],
        ),
        # What one side does not have is marked on the other alone.
        (
            "(a int)",
            "(a, b int)",
            BreachKind.BROKEN,
            ["stub:     func f(a int)", "upstream: func f(a int, b int)", "                        ^^^^^"],
        ),
        (
            "() (int, bool)",
            "() int",
            BreachKind.BROKEN,
            ["stub:     func f() (int, bool)", "                         ^^^^", "upstream: func f() int"],
        ),
        (
            "()",
            "() [2]int",
            BreachKind.BROKEN,
            ["stub:     func f()", "upstream: func f() [2]int"],
        ),
    ],
)
def test_both_signatures_with_what_differs(
    stub: str, upstream: str, kind: BreachKind, lines: list[str], tmp_path: Path
) -> None:
    found = compared(tmp_path, stub, upstream)
    breach = found.worst(kind)
    assert breach is not None
    assert found.aligned(breach).split("\n") == lines
