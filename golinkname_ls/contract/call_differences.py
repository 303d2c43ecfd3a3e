"""Differences between the calls of a stub (the caller's view) and of its upstream (the callee's).

    stub func f(a int32)   upstream func f(a int64)     → broken: 4 of 8 bytes are set
    stub func f(p uintptr) upstream func f(p *T)        → hidden pointer
    stub func f(a int)     upstream func f(a uint)      → inexact

Broken, if an argument place that upstream reads is not set by the stub, or set with another register class or fewer
bytes; if a result place that the stub reads is not set by upstream, or with another class or fewer bytes; if at one
place one side has a pointer and the other an integer that is not uintptr; if the caller reserves less stack than
upstream uses. A pointer that meets a uintptr is hidden from the garbage collector. Everything else that differs is
inexact: it works, but says something else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import takewhile

from golinkname_ls.contract.call_layout import AbiSlot, CallLayout
from golinkname_ls.golang.sizes.register_assignment import Scalar

Slots = Mapping[tuple[str, int], AbiSlot]


class BreachKind(Enum):
    """Severity of a difference between a stub's calls and upstream's."""

    BROKEN = "broken"
    HIDDEN_POINTER = "hidden pointer"
    INEXACT = "inexact"


@dataclass(frozen=True, slots=True)
class Breach:
    """One difference between a stub's calls and upstream's, as a sentence.

    `what` is `argument` or `result`; the numbers, from 1, say which one it is on each side (0: none).
    """

    gap: BreachKind
    text: str
    what: str = ""
    stub_number: int = 0
    upstream_number: int = 0


def call_breaches(stub: CallLayout, upstream: CallLayout) -> list[Breach]:
    """All differences between two call layouts, in the order of registers and stack bytes; [] when they agree."""
    found = [*_arguments(stub, upstream), *_results(stub, upstream)]
    if not any(b.gap is BreachKind.BROKEN for b in found) and stub.reserved < upstream.reserved:
        text = f"the caller reserves {stub.reserved} bytes of stack, upstream uses {upstream.reserved}"
        found.append(Breach(BreachKind.BROKEN, text))
    return found


def first_breach(breaches: list[Breach], gap: BreachKind) -> Breach | None:
    """First difference of a kind; None when there is none."""
    return next((b for b in breaches if b.gap is gap), None)


def _arguments(stub: CallLayout, upstream: CallLayout) -> Iterator[Breach]:
    places = stub.argument_places
    if len(upstream.parameters) > len(stub.parameters) and not stub.parameters and upstream.argument_places:
        first = next(iter(upstream.argument_places.values()))
        text = f"upstream takes {_count(upstream.parameters, 'argument')}, the stub passes none"
        yield Breach(BreachKind.BROKEN, text, "argument", 0, first.number)
        return
    stack = _on_stack(places)
    for place in upstream.argument_places.values():
        setters = _meeting(place, places, stack)
        subject, missing = f"argument {place.number} ({place.text})", place.scalar.size - _bytes_set(place, setters)
        if not setters:
            text = f"upstream reads {subject} from {place.name}, which the stub does not set"
            yield Breach(BreachKind.BROKEN, text, "argument", 0, place.number)
        elif missing > 0:
            text = (
                f"upstream reads {_bytes(place.scalar)} of {subject} in {place.name}, "
                f"the stub sets {place.scalar.size - missing} ({setters[0].text})"
            )
            yield Breach(BreachKind.BROKEN, text, "argument", setters[0].number, place.number)
        else:
            for setter in setters:
                yield from _kinds(setter, place, "argument")
    if len(places) > len(upstream.argument_places):
        extra = len(stub.parameters) > len(upstream.parameters)
        text = (
            f"the stub passes {_count(stub.parameters, 'argument')}, upstream takes {len(upstream.parameters)}"
            if extra
            else f"the stub passes {len(places)} words, upstream takes {len(upstream.argument_places)}"
        )
        yield Breach(BreachKind.INEXACT, text, "argument", len(upstream.parameters) + 1 if extra else 0, 0)


def _results(stub: CallLayout, upstream: CallLayout) -> Iterator[Breach]:
    places = upstream.result_places
    stack = _on_stack(places)
    for place in stub.result_places.values():
        setters = _meeting(place, places, stack)
        subject, missing = f"result {place.number} ({place.text})", place.scalar.size - _bytes_set(place, setters)
        if not setters:
            returned = "returns nothing" if not upstream.results else "returns nothing there"
            text = f"upstream {returned}: {subject} is whatever is in {place.name}"
            yield Breach(BreachKind.BROKEN, text, "result", place.number, 0)
        elif missing > 0:
            text = (
                f"the stub reads {_bytes(place.scalar)} of {subject} in {place.name}, "
                f"upstream sets {place.scalar.size - missing} ({setters[0].text})"
            )
            yield Breach(BreachKind.BROKEN, text, "result", place.number, setters[0].number)
        else:
            for setter in setters:
                yield from _kinds(place, setter, "result")
    if len(places) > len(stub.result_places):
        extra = len(upstream.results) > len(stub.results)
        text = (
            f"upstream returns {_count(upstream.results, 'result')}, the stub takes {len(stub.results) or 'none'}"
            if extra
            else f"upstream returns {len(places)} words, the stub takes {len(stub.result_places)}"
        )
        yield Breach(BreachKind.INEXACT, text, "result", 0, len(stub.results) + 1 if extra else 0)


def _on_stack(places: Slots) -> list[AbiSlot]:
    return sorted((p for p in places.values() if p.key[0] == "stack"), key=_start)


def _start(place: AbiSlot) -> int:
    return place.key[1]


def _meeting(place: AbiSlot, places: Slots, stack: list[AbiSlot]) -> list[AbiSlot]:
    """Slots of the other side in a slot's register, or in its bytes of the stack (`stack` is sorted)."""
    if place.key[0] != "stack":
        other = places.get(place.key)
        return [other] if other is not None else []
    at, end = place.key[1], place.key[1] + place.scalar.size
    first = max(bisect_right(stack, at, key=_start) - 1, 0)
    reaching = takewhile(lambda other: other.key[1] < end, stack[first:])
    return [other for other in reaching if other.key[1] + other.scalar.size > at]


def _bytes_set(place: AbiSlot, setters: list[AbiSlot]) -> int:
    if place.key[0] != "stack":
        return setters[0].scalar.size if setters else 0
    at, end = place.key[1], place.key[1] + place.scalar.size
    return sum(min(end, s.key[1] + s.scalar.size) - max(at, s.key[1]) for s in setters)


def _kinds(stub: AbiSlot, upstream: AbiSlot, what: str) -> Iterator[Breach]:
    ours, theirs = stub.scalar, upstream.scalar
    subject = f"{what} {upstream.number}"

    def breach(gap: BreachKind, text: str) -> Breach:
        return Breach(gap, f"{subject}: {text}", what, stub.number, upstream.number)

    if "memory" in (ours.kind, theirs.kind):
        return
    if ours.is_float is not theirs.is_float:
        yield breach(BreachKind.BROKEN, f"in {stub.name} the stub has {_a(stub)} where upstream has {_a(upstream)}")
    elif _is_address(ours) is not _is_address(theirs):
        pointer, other = (stub, upstream) if _is_address(ours) else (upstream, stub)
        if other.scalar.kind != "uintptr":
            yield breach(BreachKind.BROKEN, f"in {stub.name} the stub has {_a(stub)} where upstream has {_a(upstream)}")
        elif pointer.scalar.is_pointer:
            whose = "the stub's" if other is stub else "upstream's"
            yield breach(
                BreachKind.HIDDEN_POINTER,
                f"{stub.name} holds a pointer ({pointer.text}) that {whose} uintptr hides from the garbage collector",
            )
    elif not _same_word(ours, theirs):
        yield breach(BreachKind.INEXACT, f"the stub says {stub.text}, upstream {upstream.text}")


def _is_address(scalar: Scalar) -> bool:
    # The first word of an interface points to its type, though the garbage collector need not follow it.
    return scalar.is_pointer or scalar.kind == "itab"


def _same_word(ours: Scalar, theirs: Scalar) -> bool:
    return ours.size == theirs.size and (ours.kind == theirs.kind or (_is_address(ours) and _is_address(theirs)))


def _a(place: AbiSlot) -> str:
    if _is_address(place.scalar):
        return f"a pointer ({place.text})"
    return f"a float ({place.text})" if place.scalar.is_float else f"an integer ({place.text})"


def _bytes(scalar: Scalar) -> str:
    return f"{scalar.size} byte{'s' * (scalar.size > 1)}"


def _count(values: tuple[object, ...], noun: str) -> str:
    return f"{len(values)} {noun}{'s' * (len(values) != 1)}"
