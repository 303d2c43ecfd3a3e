"""Why std has no symbol of a name: the clause that is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.linking.std_versions.why_absent import why_absent
from tests.linking.std_versions.small_std import small_std
from tests.program.small_programs import symbols_of, target

TYPE = "it is a type, which has no symbol"
CONSTANT = "it is a constant, which has no symbol"
GENERIC = "it is generic, and a generic func has no symbol of its own"
PATTERN = "`catalog search` takes patterns"
INCOMPLETE = "write the package's import path and the name, e.g. runtime.nanotime"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("runtime.mutex", TYPE),
        ("sync/atomic.Pointer", TYPE),
        ("sync/atomic.Pointer[int]", TYPE),
        ("time.Second", CONSTANT),
        ("slices.Sort", GENERIC),
        ("slices.Sort[int]", GENERIC),
        ("sync/atomic.(*Pointer).Load", GENERIC),
        ("runtime.nano*", PATTERN),
        ("runtime.nanotime?", PATTERN),
        ("nanotime", INCOMPLETE),
        ("runtime.", INCOMPLETE),
        ("embed.zzzz", ""),
        ("example.com/x.f", "nor is there a package example.com/x"),
    ],
)
def test_reason(name: str, why: str) -> None:
    assert why_absent([symbols_of(target("1.27"))], name) == why


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("runtime.NanoTime", "runtime.nanotime"),
        ("runtime.procpin", "runtime.procPin"),
        # The star of a receiver is none of a pattern.
        ("reflect.(*rtype).uncomon", "reflect.(*rtype).uncommon"),
    ],
)
def test_nearest_names(name: str, first: str) -> None:
    clause = why_absent([symbols_of(target("1.27"))], name)
    assert clause.startswith("nearest: ")
    names = clause.removeprefix("nearest: ").split(", ")
    assert names[0] == first
    assert len(names) <= 3


def test_names_of_all_versions_asked_are_near() -> None:
    # runtime.fastrand is one of 1.21, and a push alone since 1.22.
    old, new = symbols_of(target("1.21")), symbols_of(target("1.27"))
    assert "runtime.fastrandinit" in why_absent([old, new], "runtime.fastrandini")
    assert "runtime.fastrandinit" not in why_absent([new], "runtime.fastrandini")


def test_funcs_that_nothing_defines_are_not_near(tmp_path: Path) -> None:
    runtime = "func declared_only()\n\nfunc defined_here() {}"
    found = small_std(tmp_path, "1.27", runtime)
    assert "runtime.defined_here" in why_absent([found], "runtime.defined_her")
    assert "runtime.declared_only" not in why_absent([found], "runtime.declared_onl")
