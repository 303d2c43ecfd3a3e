"""Recorded inputs of a computation: what it asked about files, asked again later to see whether its result is valid."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from enum import Enum

Question = Callable[[], object]


class About(Enum):
    """The kinds of changes that can alter the answer to a question."""

    DIRECTIVES = "directives"
    PLACES = "any edit before a declaration"
    ELSEWHERE = "the code of other packages"


class Reads:
    """Questions with the answers they had; each can be asked again."""

    def __init__(self) -> None:
        self._asked: dict[About, dict[Hashable, tuple[Question, object]]] = {about: {} for about in About}

    def add(self, about: About, key: Hashable, ask: Question, answer: object) -> None:
        """Remember a question by its key."""
        self._asked[about].setdefault(key, (ask, answer))

    def hold(self, answers: dict[Hashable, object]) -> bool:
        """Whether every answer about directives and places is the same; `answers` shares what was asked again by now."""
        for about in (About.DIRECTIVES, About.PLACES):
            for key, (ask, answer) in self._asked[about].items():
                if key not in answers:
                    answers[key] = ask()
                if answers[key] != answer:
                    return False
        return True

    def asks(self, about: About) -> bool:
        """Whether a question of one kind was asked."""
        return bool(self._asked[about])

    def stays(self, about: About) -> bool:
        """Whether every answer of one kind is still the same."""
        return all(ask() == answer for ask, answer in self._asked[about].values())

    def note_again(self) -> None:
        """Add the questions to every running recording, whose computation uses the result they belong to."""
        for reads in _recording:
            for about, asked in self._asked.items():
                reads._asked[about] |= asked


_recording: list[Reads] = []


@contextmanager
def recording() -> Iterator[Reads]:
    """Record the questions noted in a with block."""
    reads = Reads()
    _recording.append(reads)
    try:
        yield reads
    finally:
        _recording.pop()


@contextmanager
def unrecorded() -> Iterator[None]:
    """Suspend all recordings in a with block, whose result the caller notes as one answer."""
    kept, _recording[:] = list(_recording), []
    try:
        yield
    finally:
        _recording[:] = kept


def note(key: Hashable, ask: Question, answer: object, about: About = About.DIRECTIVES) -> None:
    """Add a question with its answer to every running recording."""
    for reads in _recording:
        reads.add(about, key, ask, answer)
