"""Remembers what a computation asked of what edits change, so that it is known later whether its result still holds."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager

Question = Callable[[], object]


class Reads:
    """Questions with the answers they had; each can be asked again."""

    def __init__(self) -> None:
        self._asked: dict[Hashable, tuple[Question, object]] = {}
        self._places: dict[Hashable, tuple[Question, object]] = {}

    def add(self, key: Hashable, ask: Question, answer: object, *, place: bool) -> None:
        """Remember a question by its key."""
        (self._places if place else self._asked).setdefault(key, (ask, answer))

    def hold(self, answers: dict[Hashable, object]) -> bool:
        """Whether every answer is still the same; `answers` has those that others were given meanwhile."""
        for asked in (self._asked, self._places):
            for key, (ask, answer) in asked.items():
                if key not in answers:
                    answers[key] = ask()
                if answers[key] != answer:
                    return False
        return True

    def stays(self) -> bool:
        """Whether what was asked of places is still the same: no directive decides that, but any edit may."""
        return all(ask() == answer for ask, answer in self._places.values())

    def note_again(self) -> None:
        """Note all of it for what is recorded now: a result kept from another computation is used."""
        for reads in _recording:
            reads._asked |= self._asked
            reads._places |= self._places


_recording: list[Reads] = []


@contextmanager
def recording() -> Iterator[Reads]:
    """Record what is noted inside."""
    reads = Reads()
    _recording.append(reads)
    try:
        yield reads
    finally:
        _recording.pop()


def note(key: Hashable, ask: Question, answer: object, *, place: bool = False) -> None:
    """A computation has asked something that directives decide, or the `place` of a declaration."""
    for reads in _recording:
        reads.add(key, ask, answer, place=place)
