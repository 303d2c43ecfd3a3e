"""The contract between a stub and its upstream: do arguments and results travel in the same places?

The line between broken and inexact is the design's: broken if upstream reads an argument place that the stub does not
set (or sets narrower, or in another register class), if the stub reads a result place that upstream does not set, or
if one side has a pointer where the other has an integer that is not uintptr.
"""

from __future__ import annotations

from dataclasses import dataclass

from golinkname_ls.linking.words import Parameter, Scope, Signature, Word, parameter_words

# internal/abi/abi_amd64.go and its siblings: integer and floating-point argument registers.
_INT_REGISTERS, _FLOAT_REGISTERS = 9, 15


@dataclass(frozen=True, slots=True)
class Breach:
    """What breaks: a sentence for the message."""

    text: str


def compare(stub: Signature, stub_scope: Scope, upstream: Signature, upstream_scope: Scope) -> Breach | None:
    """The first broken place, None when all fits or when something is not comparable."""
    ours, theirs = _all(stub.parameters, stub_scope), _all(upstream.parameters, upstream_scope)
    if ours is not None and theirs is not None:
        breach = _places(theirs, ours, "argument", "upstream reads", "the stub does not pass")
        if breach:
            return breach
    elif len(stub.parameters) < len(upstream.parameters) and (theirs is None or len(theirs) > 0):
        return Breach(f"upstream takes {len(upstream.parameters)} arguments, the stub passes {len(stub.parameters)}")
    ours, theirs = _all(stub.results, stub_scope), _all(upstream.results, upstream_scope)
    if ours is not None and theirs is not None:
        return _places(ours, theirs, "result", "the stub reads", "upstream does not return")
    if len(stub.results) > len(upstream.results):
        return Breach(f"the stub reads {len(stub.results)} results, upstream returns {len(upstream.results)}")
    return None


@dataclass(frozen=True, slots=True)
class _Place:
    word: Word
    number: int
    text: str


def _all(parameters: tuple[Parameter, ...], scope: Scope) -> list[_Place] | None:
    places: list[_Place] = []
    for number, parameter in enumerate(parameters, 1):
        found = parameter_words(parameter, scope)
        if found is None:
            return None
        places.extend(_Place(word, number, parameter.text) for word in found)
    floats = sum(p.word.kind == "float" for p in places)
    if floats > _FLOAT_REGISTERS or len(places) - floats > _INT_REGISTERS:
        return None
    return places


def _places(readers: list[_Place], setters: list[_Place], what: str, reads: str, lacks: str) -> Breach | None:
    for is_float in (False, True):
        needed = [p for p in readers if (p.word.kind == "float") is is_float]
        given = [p for p in setters if (p.word.kind == "float") is is_float]
        for place, other in zip(needed, [*given, *[None] * len(needed)], strict=False):
            if other is None:
                kind = "floating-point " if is_float else ""
                return Breach(f"{reads} {kind}{what} {place.number} ({place.text}), which {lacks}")
            if _clash(place.word, other.word):
                return Breach(f"{what} {place.number}: {reads} {place.text}, but it gets {other.text}")
    return None


def _clash(reader: Word, setter: Word) -> bool:
    if setter.size < reader.size:
        return True
    return {reader.kind, setter.kind} == {"ptr", "int"}
