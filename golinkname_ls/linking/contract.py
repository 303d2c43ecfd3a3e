"""The contract between a stub (the caller's view) and its upstream (the callee's).

Broken, if an argument place that upstream reads is not set by the stub, or set with another register class or fewer
bytes; if a result place that the stub reads is not set by upstream, or with another class or fewer bytes; if at one
place one side has a pointer and the other an integer that is not uintptr; if the caller reserves less stack than
upstream uses. A pointer that meets a uintptr is hidden from the garbage collector. Everything else that differs is
inexact: it works, but says something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from golinkname_ls.golang.abi import Scalar
from golinkname_ls.linking.call import Call, Place


class Gap(Enum):
    """How bad a difference is."""

    BROKEN = "broken"
    HIDDEN_POINTER = "hidden pointer"
    INEXACT = "inexact"


@dataclass(frozen=True, slots=True)
class Breach:
    """One difference: a sentence, and which parameter of which side it is about (0: none; `result` or `argument`)."""

    gap: Gap
    text: str
    what: str = ""
    stub_number: int = 0
    upstream_number: int = 0


def compare(stub: Call, upstream: Call) -> list[Breach]:
    """Everything that differs, in the order of places; empty when the stub says what upstream does."""
    found = [*_arguments(stub, upstream), *_results(stub, upstream)]
    if not any(b.gap is Gap.BROKEN for b in found) and stub.reserved < upstream.reserved:
        text = f"the caller reserves {stub.reserved} bytes of stack, upstream uses {upstream.reserved}"
        found.append(Breach(Gap.BROKEN, text))
    return found


def worst(breaches: list[Breach], gap: Gap) -> Breach | None:
    """The first difference of a kind."""
    return next((b for b in breaches if b.gap is gap), None)


def _arguments(stub: Call, upstream: Call) -> Iterator[Breach]:
    places = stub.argument_places
    if len(upstream.parameters) > len(stub.parameters) and not stub.parameters and upstream.argument_places:
        first = next(iter(upstream.argument_places.values()))
        text = f"upstream takes {_count(upstream.parameters, 'argument')}, the stub passes none"
        yield Breach(Gap.BROKEN, text, "argument", 0, first.number)
        return
    for place in upstream.argument_places.values():
        setter = places.get(place.key)
        subject = f"argument {place.number} ({place.text})"
        if setter is None and not _covered(place, places):
            text = f"upstream reads {subject} from {place.name}, which the stub does not set"
            yield Breach(Gap.BROKEN, text, "argument", 0, place.number)
        elif setter is not None and setter.scalar.size < place.scalar.size and not _covered(place, places):
            text = (
                f"upstream reads {_bytes(place.scalar)} of {subject} in {place.name}, "
                f"the stub sets {setter.scalar.size} ({setter.text})"
            )
            yield Breach(Gap.BROKEN, text, "argument", setter.number, place.number)
        elif setter is not None:
            yield from _kinds(setter, place, "argument")
    extra = len(stub.parameters) - len(upstream.parameters)
    if extra > 0 and len(places) > len(upstream.argument_places):
        text = f"the stub passes {_count(stub.parameters, 'argument')}, upstream takes {len(upstream.parameters)}"
        yield Breach(Gap.INEXACT, text, "argument", len(upstream.parameters) + 1, 0)


def _results(stub: Call, upstream: Call) -> Iterator[Breach]:
    places = upstream.result_places
    for place in stub.result_places.values():
        setter = places.get(place.key)
        subject = f"result {place.number} ({place.text})"
        if setter is None and not _covered(place, places):
            returned = "returns nothing" if not upstream.results else "returns nothing there"
            text = f"upstream {returned}: {subject} is whatever is in {place.name}"
            yield Breach(Gap.BROKEN, text, "result", place.number, 0)
        elif setter is not None and setter.scalar.size < place.scalar.size and not _covered(place, places):
            text = (
                f"the stub reads {_bytes(place.scalar)} of {subject} in {place.name}, "
                f"upstream sets {setter.scalar.size} ({setter.text})"
            )
            yield Breach(Gap.BROKEN, text, "result", place.number, setter.number)
        elif setter is not None:
            yield from _kinds(place, setter, "result")
    if len(upstream.results) > len(stub.results) and len(places) > len(stub.result_places):
        text = f"upstream returns {_count(upstream.results, 'result')}, the stub takes {len(stub.results) or 'none'}"
        yield Breach(Gap.INEXACT, text, "result", 0, len(stub.results) + 1)


def _covered(place: Place, places: dict[tuple[str, int], Place]) -> bool:
    """Whether other scalars on the stack set every byte of the place."""
    if place.key[0] != "stack":
        return False
    at, end = place.key[1], place.key[1] + place.scalar.size
    for other in sorted((p for p in places.values() if p.key[0] == "stack"), key=lambda p: p.key[1]):
        if other.key[1] <= at < other.key[1] + other.scalar.size:
            at = other.key[1] + other.scalar.size
    return at >= end


def _kinds(stub: Place, upstream: Place, what: str) -> Iterator[Breach]:
    ours, theirs = stub.scalar, upstream.scalar
    subject = f"{what} {upstream.number}"

    def breach(gap: Gap, text: str) -> Breach:
        return Breach(gap, f"{subject}: {text}", what, stub.number, upstream.number)

    if ours.is_pointer is not theirs.is_pointer and "itab" not in (ours.kind, theirs.kind):
        pointer, other = (stub, upstream) if ours.is_pointer else (upstream, stub)
        if other.scalar.kind == "uintptr":
            whose = "the stub's" if other is stub else "upstream's"
            yield breach(
                Gap.HIDDEN_POINTER,
                f"{stub.name} holds a pointer ({pointer.text}) that {whose} uintptr hides from the garbage collector",
            )
        elif other.scalar.kind != "memory":
            yield breach(Gap.BROKEN, f"in {stub.name} the stub has {_a(stub)} where upstream has {_a(upstream)}")
    elif not _same_word(ours, theirs):
        yield breach(Gap.INEXACT, f"the stub says {stub.text}, upstream {upstream.text}")


def _same_word(ours: Scalar, theirs: Scalar) -> bool:
    neutral = {ours.kind, theirs.kind} <= {"pointer", "itab", "uintptr", "memory"}
    return ours.size == theirs.size and (ours.kind == theirs.kind or neutral)


def _a(place: Place) -> str:
    if place.scalar.is_pointer:
        return f"a pointer ({place.text})"
    return f"a float ({place.text})" if place.scalar.is_float else f"an integer ({place.text})"


def _bytes(scalar: Scalar) -> str:
    return f"{scalar.size} byte{'s' * (scalar.size > 1)}"


def _count(values: tuple[object, ...], noun: str) -> str:
    return f"{len(values)} {noun}{'s' * (len(values) != 1)}"
