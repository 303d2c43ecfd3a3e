"""Answers after changes of what they asked: equal to those found from scratch, with nothing run that need not be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golinkname_ls.incremental import answers
from golinkname_ls.incremental.answers import Answer, Answers, Input, Later, catch_up, waits


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    catch_up()
    answers._unasked.clear()
    yield
    catch_up()
    answers._unasked.clear()


class Graph:
    """Answers that each ask some of the nodes before them; which ones depends on values."""

    def __init__(self, inputs: list[int], asked: list[list[int]], later: set[int]) -> None:
        self.inputs = [Input(value) for value in inputs]
        self.asked = asked
        self.values = list(inputs)
        self.before: dict[int, list[tuple[int, int]]] = {}
        self.runs: list[int] = []
        kinds = [Later if number in later else Answer for number in range(len(asked))]
        self.nodes: list[Input | Answer] = [
            *self.inputs,
            *(kind(partial(self.run, number)) for number, kind in enumerate(kinds)),
        ]

    def wanted(self, number: int, value_of) -> Iterator[tuple[int, int]]:
        """(node, value) of what an answer asks; an odd value ends it."""
        for node in self.asked[number]:
            value = value_of(node % (len(self.inputs) + number))
            yield node % (len(self.inputs) + number), value
            if value % 2:
                return

    def run(self, number: int) -> int:
        found = []
        for node, value in self.wanted(number, lambda n: self.nodes[n].ask()):
            found.append((node, value))
        last = self.before.get(number)
        assert last is None or any(self.fresh(node) != value for node, value in last), "it need not have run"
        self.before[number] = found
        self.runs.append(number)
        return sum(value for _, value in found) // 2

    def fresh(self, node: int) -> int:
        if node < len(self.inputs):
            return self.values[node]
        return sum(value for _, value in self.wanted(node - len(self.inputs), self.fresh)) // 2


graphs = st.tuples(
    st.lists(st.integers(0, 5), min_size=1, max_size=4),
    st.lists(st.lists(st.integers(0, 30), max_size=4), min_size=1, max_size=8),
)
steps = st.lists(st.tuples(st.booleans(), st.integers(0, 30), st.integers(0, 5)), max_size=30)


@given(graphs, steps)
def test_answers_are_those_of_a_fresh_computation(graph, changes):
    built = Graph(*graph, later=set())
    for is_change, number, value in changes:
        if is_change:
            at = number % len(built.inputs)
            built.values[at] = value
            built.inputs[at].set(value)
        else:
            node = number % len(built.nodes)
            assert built.nodes[node].ask() == built.fresh(node)


@given(graphs, steps, st.sets(st.integers(0, 7)))
def test_what_comes_later_is_right_once_caught_up(graph, changes, later):
    built = Graph(*graph, later=later)
    built.before = Unchecked()
    for is_change, number, value in changes:
        if is_change:
            at = number % len(built.inputs)
            built.values[at] = value
            built.inputs[at].set(value)
            continue
        node = number % len(built.nodes)
        built.nodes[node].ask()
        catch_up()
        assert not waits()
        if node < len(built.inputs) or type(built.nodes[node]) is Answer:
            assert built.nodes[node].ask() == built.fresh(node)


class Unchecked(dict):
    """A record of runs that remembers none: with a former value in use, an answer may run for nothing."""

    def __setitem__(self, key, value) -> None:
        pass


def test_an_equal_answer_keeps_the_object_and_those_who_asked():
    word = Input("abc")
    letters = Answer(lambda: sorted(word.ask()))
    told = []
    shown = Answer(lambda: told.append(letters.ask()))
    shown.ask()
    first = letters.ask()
    word.set("cba")
    shown.ask()
    assert letters.ask() is first
    assert len(told) == 1


def test_what_an_answer_no_longer_asks_is_nothing_to_it():
    which, left, right = Input(True), Input(1), Input(2)
    runs = []
    chosen = Answer(lambda: (runs.append(1), left.ask() if which.ask() else right.ask())[1])
    assert chosen.ask() == 1
    which.set(False)
    assert chosen.ask() == 2
    left.set(7)
    assert chosen.ask() == 2
    assert len(runs) == 2
    assert not left.is_asked


def test_a_failure_is_not_kept():
    fails = Input(True)

    def make() -> int:
        if fails.ask():
            raise RecursionError
        return 3

    inner = Answer(make)
    outer = Answer(lambda: inner.ask() + 1)
    for _ in range(2):
        with pytest.raises(RecursionError):
            outer.ask()
    fails.set(False)
    assert outer.ask() == 4


def test_who_catches_a_failure_hangs_on_what_failed():
    fails = Input(True)
    inner = Answer(lambda: 1 // (0 if fails.ask() else 1))

    def guarded() -> int:
        try:
            return inner.ask()
        except ZeroDivisionError:
            return -1

    outer = Answer(guarded)
    assert outer.ask() == -1
    fails.set(False)
    assert outer.ask() == 1


def test_an_input_does_not_change_while_an_answer_runs():
    word = Input(1)
    with pytest.raises(AssertionError):
        Answer(lambda: word.set(2)).ask()


def test_a_later_answer_stands_until_caught_up():
    number = Input(1)
    slow = Answers()
    seen = Answer(lambda: slow.ask("slow", lambda: number.ask() * 10, Later))
    assert seen.ask() == 10
    number.set(2)
    assert seen.ask() == 10
    assert waits()
    catch_up()
    assert seen.ask() == 20
    assert not waits()


def test_a_later_answer_with_a_first_value_is_found_when_caught_up():
    table = Answers()
    seen = Answer(lambda: table.ask("slow", lambda: 5, partial(Later, first=0)))
    assert seen.ask() == 0
    catch_up()
    assert seen.ask() == 5


def test_answers_that_nobody_asks_go_when_there_are_many(monkeypatch):
    monkeypatch.setattr(answers, "MOST_UNASKED", 10)
    table, word = Answers(), Input("a")
    shown = Answer(lambda: table.ask(word.ask(), lambda: word.ask() * 2))
    for number in range(100):
        word.set(str(number))
        assert shown.ask() == str(number) * 2
    assert len(table._known) <= 11
    assert len(word._askers) <= 12


def test_a_table_that_is_cleared_leaves_nothing_behind():
    table, word = Answers(), Input("a")
    table.ask("upper", lambda: table.ask("word", word.ask).upper())
    assert word.is_asked
    table.clear()
    assert not word.is_asked
    assert table.ask("upper", lambda: word.ask().upper()) == "A"
