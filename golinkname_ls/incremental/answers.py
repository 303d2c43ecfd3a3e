"""Inputs and answers: what is worked out again after a change, and the one place that decides it.

An input holds what was read: the directives of a file, a folder's listing, the settings. An answer is a func of inputs
and of other answers, and remembers which of them it asked:

    directives = Input(("a",))
    count = Answer(lambda: len(directives.ask()))
    report = Answer(lambda: f"{count.ask()} directives")

    report.ask()                → runs both funcs
    directives.set(("b",))      → `count` is stale, since what it asked has another value; `report` is unsure
    report.ask()                → runs `count`, which is 1 as before: so `report` still holds, and its func does not run
    directives.set(("b",))      → an equal value changes nothing

So an edit costs what it changes: what did not ask for it is not even looked at, and what asked stops where an answer
comes out equal to what it was (early cut-off); then the former object stays. Nobody else keeps what an edit may
outdate.

An answer is fresh; or unsure, when something that it asked may be about to change; or stale, when that has changed. To
ask an unsure one settles what it asked, in the order in which it was asked, until one has changed or all are as they
were.

A `Later` is an answer that takes too long for a keystroke: once outdated it stands as it was, and those who asked it
with it, until `catch_up` works it out again. Inputs change between questions, never while an answer runs, and in one
thread.

The mechanism is that of salsa (https://salsa-rs.github.io/salsa/reference/algorithm.html) with the marks of reactive
programs: a change marks those who hang on it, so that nothing has to be verified where nothing changed.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum
from typing import Any, Generic, TypeVar
from weakref import ref

T = TypeVar("T")
MOST_UNASKED = 500
"""Answers that no other one asks any more and that are kept all the same: what is typed may be taken back."""


class _State(IntEnum):
    FRESH = 0
    UNSURE = 1
    STALE = 2


_FRESH, _UNSURE, _STALE = _State
_NOTHING: Any = object()
_running: list[Answer[Any]] = []
_unasked: OrderedDict[int, ref[Answer[Any]]] = OrderedDict()
"""By id, the one that was asked last at the end. An owner that goes takes its answers along."""
_outdated: dict[Answer[Any], None] = {}
_unchanging: list[bool] = []


class Asked(Generic[T]):
    """Common part of inputs and answers: a value, with the answers that asked for it."""

    __slots__ = ("_askers", "_value")

    def __init__(self, value: T) -> None:
        self._value = value
        self._askers: dict[Answer[Any], None] = {}

    @property
    def is_asked(self) -> bool:
        """Whether an answer depends on the value."""
        return bool(self._askers)

    def lose(self, asker: Answer[Any]) -> None:
        """Remove an answer from those that asked for the value."""
        self._askers.pop(asker, None)

    def settle(self) -> None:
        """Bring the value up to date."""


class Input(Asked[T]):
    """A value that was read or set from outside."""

    __slots__ = ()

    def ask(self) -> T:
        """The value, as something that the running answer hangs on."""
        if _running:
            _running[-1].note(self)
        return self._value

    def set(self, value: T) -> None:
        """Change the value; an equal one changes nothing. Not while an answer runs: raises AssertionError."""
        if value != self._value:
            assert not _running, "an input changes between questions only"
            self._value = value
            for asker in list(self._askers):
                asker.outdate(_STALE)


class Answer(Asked[T]):
    """The result of a func, kept until something that it asked has another value."""

    __slots__ = ("__weakref__", "_asked", "_forget", "_make", "_state")

    def __init__(self, make: Callable[[], T], forget: Callable[[], object] | None = None) -> None:
        """`forget` is called when the answer is dropped, so that its owner lets go of it."""
        super().__init__(_NOTHING)
        self._make = make
        self._forget = forget
        self._asked: dict[Asked[Any], None] = {}
        self._state = _STALE

    def ask(self) -> T:
        """Current value; the func runs if needed. What the func raises is raised, and nothing is kept then."""
        if _running:
            _running[-1].note(self)
        elif not self._askers:
            _keep_unasked(self)
        if self._state is not _FRESH:
            self.settle()
        if self._value is _NOTHING:
            self._run()
        return self._value

    def note(self, asked: Asked[Any]) -> None:
        """Record a value that the running func asks for."""
        if asked not in self._asked:
            self._asked[asked] = None
            asked._askers[self] = None

    def outdate(self, state: _State) -> None:
        """Mark the answer unsure or stale: a value that it asked for may have changed, or has."""
        before, self._state = self._state, max(self._state, state)
        if before is _FRESH:
            for asker in list(self._askers):
                asker.outdate(_UNSURE)

    def settle(self) -> None:
        """Bring the answer up to date: run the func if a value that it asked for has changed."""
        for asked in list(self._asked) if self._state is _UNSURE else ():
            with suppress(Exception):  # It is raised again to the func, if that asks it again.
                asked.settle()
            if self._state > _UNSURE:
                break
        if self._state > _UNSURE:
            self._run()
        self._state = _FRESH

    def _run(self) -> None:
        before, self._asked, value = self._asked, {}, _NOTHING
        _running.append(self)
        try:
            value = self._make()
        finally:
            _running.pop()
            self._state = _FRESH
            for asked in before.keys() - self._asked.keys():
                asked.lose(self)
            if _differ(value, self._value):
                self._value = value
                for asker in list(self._askers):
                    if asker not in _running:
                        asker.outdate(_STALE)

    def lose(self, asker: Answer[Any]) -> None:
        """Remove an answer from those that asked; answers that nobody asks are dropped when there are too many."""
        super().lose(asker)
        if not self._askers:
            _keep_unasked(self)

    def drop(self) -> None:
        """Let go of the value, and of every answer that was asked for it and that nobody else asks."""
        waiting: list[Answer[Any]] = [self]
        while waiting:
            answer = waiting.pop()
            asked, answer._asked = answer._asked, {}
            answer._value, answer._state = _NOTHING, _STALE
            _unasked.pop(id(answer), None)
            _outdated.pop(answer, None)
            for node in asked:
                node._askers.pop(answer, None)
                if isinstance(node, Answer) and not node._askers and node not in _running:
                    waiting.append(node)
            if answer._forget is not None:
                answer._forget()


class Later(Answer[T]):
    """An answer that, once outdated, keeps its value until `catch_up`; a `first` value stands until it is found."""

    __slots__ = ()

    def __init__(self, make: Callable[[], T], forget: Callable[[], object] | None = None, first: T = _NOTHING) -> None:
        super().__init__(make, forget)
        self._value, self._state = first, _FRESH
        if first is not _NOTHING:
            self.outdate(_STALE)

    def ask(self) -> T:
        """Value of the last computation, or the `first` one; computed now when there is neither."""
        if _running:
            _running[-1].note(self)
        if self._value is _NOTHING:
            self._run()
        return self._value

    def outdate(self, state: _State) -> None:
        """Mark this answer alone as outdated: for those who asked it nothing has changed so far."""
        self._state = max(self._state, state)
        _outdated[self] = None

    def settle(self) -> None:
        """Do nothing: the last value stands until `catch_up`."""


class Answers:
    """A table of answers by key, for an owner whose questions are many."""

    __slots__ = ("_known", "_values")

    def __init__(self) -> None:
        self._known: dict[Hashable, Answer[Any]] = {}
        self._values: dict[Hashable, Any] = {}
        """Those found while nothing changes."""

    def ask(self, key: Hashable, make: Callable[[], T], kind: Callable[..., Answer[Any]] = Answer) -> T:
        """Value of `make`, kept under `key`; `make` depends on nothing but the key, inputs and other answers."""
        if _unchanging:
            value = self._values.get(key, _NOTHING)
            if value is _NOTHING:
                value = self._values[key] = self._known[key].ask() if key in self._known else make()
            once: T = value
            return once
        answer = self._known.get(key)
        if answer is None:
            answer = self._known[key] = kind(make, lambda: self._known.pop(key, None))
        found: T = answer.ask()
        return found

    def drop(self, key: Hashable) -> None:
        """Drop one answer, if it is there."""
        if key in self._known:
            self._known[key].drop()

    def clear(self) -> None:
        """Drop all answers: their owner goes."""
        for answer in list(self._known.values()):
            answer.drop()


@contextmanager
def unchanging() -> Iterator[None]:
    """Block in which answers record no dependencies: no input changes in it, and none is asked again after it."""
    _unchanging.append(True)
    try:
        yield
    finally:
        _unchanging.pop()


def waits() -> bool:
    """Whether a `Later` is outdated, so that `catch_up` has something to compute."""
    return bool(_outdated)


def catch_up() -> None:
    """Compute every outdated `Later` again that is asked for; those who asked one that has changed become stale."""
    while _outdated:
        later = _outdated.popitem()[0]
        if later.is_asked:
            Answer.settle(later)
        else:
            later.drop()


def _differ(value: object, before: object) -> bool:
    if value is _NOTHING or before is _NOTHING:
        return True
    try:
        return value is not before and value != before
    except RecursionError:
        return True  # Nested too deep to be compared.


def _keep_unasked(answer: Answer[Any]) -> None:
    _unasked[id(answer)] = ref(answer)
    _unasked.move_to_end(id(answer))
    while len(_unasked) > MOST_UNASKED:
        oldest = _unasked.popitem(last=False)[1]()
        if oldest is not None and not oldest.is_asked and oldest not in _running:
            oldest.drop()
