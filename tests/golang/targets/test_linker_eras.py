"""From which Go version on each rule of the toolchains on linknames holds; as measured with real ones."""

from __future__ import annotations

import pytest

from golinkname_ls.golang.targets.linker_eras import ERAS, Merge, era
from golinkname_ls.golang.targets.version import GoVersion

MINORS = (17, 19, 21, 22, 23, 24, 25, 26, 27, 28)


def rules(minor: int):
    return era(GoVersion(1, minor))


@pytest.mark.parametrize(
    ("rule", "since"),
    [
        # runtime.gcStart, unmarked: `invalid reference` since 1.23 (cases/LN201/runtime_gcstart), and then
        # -checklinkname=0 lifts it (LN201/checklinkname_off_unmarked).
        ("marks", 23),
        ("flag", 23),
        # runtime.printlock, a builtin of the compiler (cases/LN201/runtime_printlock).
        ("builtins", 24),
        # runtime.gogo, which is assembly (cases/LN201/unmarked_asm_linux_386).
        ("assembly", 27),
        # Own assembly that its Go declaration marks: before, the linker panics (cases/LN205/asm_def_pull_marked).
        ("marked_assembly", 22),
        # A var over a marked func of one's own crashes the linker.
        ("var_over_func", 27),
    ],
)
def test_a_rule_holds_from_its_version_on(rule: str, since: int) -> None:
    assert [minor for minor in MINORS if getattr(rules(minor), rule)] == [minor for minor in MINORS if minor >= since]


@pytest.mark.parametrize(
    ("minor", "merge"),
    [
        # A larger local var over one with content (cases/LN203/own_var_size_mismatch_data_larger): well, a duplicate,
        # enlarged.
        (21, Merge.CONTENT),
        (22, Merge.CONTENT),
        (23, Merge.STRICT),
        (24, Merge.SIZE),
        (27, Merge.SIZE),
    ],
)
def test_how_two_vars_of_one_name_are_joined(minor: int, merge: Merge) -> None:
    assert rules(minor).merge is merge


def test_symbols_of_types_could_be_named_by_assembly_once() -> None:
    assert rules(19).dotted
    assert not rules(21).dotted


def test_a_version_that_changed_nothing_has_the_rules_of_the_one_before() -> None:
    assert rules(26) is rules(25)
    assert rules(99) is rules(27)
    assert rules(1) is rules(19)
    assert [e.since for e in ERAS] == sorted(e.since for e in ERAS)
