"""Each rule has a recorded case or a fixture that expects it, and one of silence beside it."""

from __future__ import annotations

import pytest

from golinkname_ls.rules.all_rules import RULES
from tests.oracle.case_file import cases
from tests.rules.test_fixtures import FIXTURES, Fixture

CODES = [module.RULE.code for module in RULES]


def answers(code: str) -> list[set[str]]:
    """What is expected by the cases and fixtures in the rule's folders: the codes, for each run of versions."""
    found = [
        {finding.split()[1] for finding in findings}
        for case in cases()
        if case.path.parent.name == code
        for findings in case.head["expect"].values()
    ]
    return found + [Fixture.of(path).wanted_codes() for path in FIXTURES if path.parent.name == code]


@pytest.mark.parametrize("code", CODES)
def test_a_rule_has_a_case_of_silence_beside_one_that_expects_it(code: str) -> None:
    found = [code in codes for codes in answers(code)]
    assert True in found, "nothing expects it"
    assert False in found, "nothing expects silence beside it"


def test_folders_are_named_as_rules() -> None:
    assert {path.parent.name for path in FIXTURES} | {case.path.parent.name for case in cases()} <= set(CODES)
