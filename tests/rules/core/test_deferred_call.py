"""When two deferred calls are equal, so that a report found again is: same func, same arguments."""

from __future__ import annotations

import pytest

from golinkname_ls.rules.core.deferred_call import DeferredCall


def add(a: int, b: int = 0) -> int:
    return a + b


def subtract(a: int, b: int = 0) -> int:
    return a - b


@pytest.mark.parametrize(
    ("other", "equal"),
    [
        (DeferredCall(add, 3, b=1), True),
        (DeferredCall(subtract, 3, b=1), False),
        (DeferredCall(add, 4, b=1), False),
        (DeferredCall(add, 3, b=2), False),
        (DeferredCall(add, 3, 1), False),
        (DeferredCall(add, 3), False),
        (4, False),
    ],
)
def test_equal_calls(other: object, equal: bool) -> None:
    call = DeferredCall(add, 3, b=1)
    assert (call == other) is equal
    if equal:
        assert hash(call) == hash(other)
    assert call() == 4


def test_call_with_arguments_that_have_no_hash_has_one() -> None:
    assert len({DeferredCall(add, {}), DeferredCall(add, {}), DeferredCall(subtract, {})}) == 2
