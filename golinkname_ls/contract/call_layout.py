"""Layout of a call: the registers and stack bytes in which a signature's arguments and results travel on a target.

    func f(s string) int   on amd64   → arguments: AX pointer, BX int; result: AX int
    func f(s string) int   on 386     → stack+0 pointer, stack+4 int; result: stack+8 int

Source: golang/sizes/register_assignment (ABIInternal, ABI0).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from golinkname_ls.golang.sizes.layout import Sizes
from golinkname_ls.golang.sizes.register_assignment import (
    CallingSequence,
    Part,
    Scalar,
    Unresolved,
    assign,
    register_name,
    scalars,
)
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.type_text import type_text

_PATH = re.compile(r"(?<![\w/])(?:[\w.~%-]+/)+(?=[^\W\d])")
_MANY = 4096
"""More scalars than any real argument has; a larger one is compared by its size alone."""


@dataclass(frozen=True, slots=True)
class AbiSlot:
    """Register, or bytes of the stack, in which one scalar of an argument or result travels.

    `key` identifies the register by its class and index, or the stack offset in bytes; `number` counts from 1.
    """

    key: tuple[str, int]
    name: str
    scalar: Scalar
    number: int
    type: m.Type

    @property
    def text(self) -> str:
        """Type of the slot's argument or result, for a message."""
        return short_text(self.type)


class CallLayout:
    """Call layout of one signature on one target; a receiver is the first parameter."""

    def __init__(self, signature: m.Signature, target: Target) -> None:
        """Layout of a signature's calls; raises Unresolved when a type is not known."""
        receiver = (signature.receiver,) if signature.receiver is not None else ()
        self.parameters = (*receiver, *signature.parameters)
        self.results = signature.results
        self.variadic = signature.variadic
        self.target = target
        self.assignment: CallingSequence = assign(
            [p.type for p in self.parameters], [r.type for r in self.results], target
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CallLayout) and self._written == other._written

    def __hash__(self) -> int:
        return hash((self.parameters, self.results))

    @cached_property
    def _written(self) -> tuple[object, ...]:
        """Comparison key: the signature with its parameter names, which messages show."""
        names = [p.name for p in (*self.parameters, *self.results)]
        return self.parameters, self.results, self.variadic, self.target, names

    @cached_property
    def argument_places(self) -> dict[tuple[str, int], AbiSlot]:
        """Slots of all scalars of the arguments, by key."""
        return self._places(self.parameters, self.assignment.arguments)

    @cached_property
    def result_places(self) -> dict[tuple[str, int], AbiSlot]:
        """Slots of all scalars of the results, by key."""
        return self._places(self.results, self.assignment.results)

    @property
    def reserved(self) -> int:
        """Bytes of stack that the caller reserves, with spill space."""
        return self.assignment.stack_bytes + self.assignment.spill_bytes

    def text(self, name: str) -> str:
        """Go text of the signature: `func name(a int) error`."""
        return self.marked(name, "", 0)[0]

    def marked(self, name: str, what: str, number: int) -> tuple[str, tuple[int, int] | None]:
        """Go text of the signature, and the span of one parameter or result in it.

        `what` is `argument` or `result`, `number` counts from 1. The span is in characters, half-open; None where
        there is none.
        """
        text, spans = f"func {name}(", dict[tuple[str, int], tuple[int, int]]()
        single = len(self.results) == 1 and not self.results[0].name
        groups = [("argument", self.parameters, ")")]
        if self.results:
            groups.append(("result", self.results, "" if single else ")"))
        for group, parameters, close in groups:
            if group == "result":
                text += " " if single else " ("
            for index, parameter in enumerate(parameters, 1):
                kind, variadic = parameter.type, self.variadic and group == "argument" and index == len(parameters)
                shown = short_text(kind.element if variadic and isinstance(kind, m.Slice) else kind)
                part = f"{parameter.name} {'...' * variadic}{shown}".strip()
                text += ", " if index > 1 else ""
                spans[(group, index)] = (len(text), len(text) + len(part))
                text += part
            text += close
        return text, spans.get((what, number))

    def _places(
        self, parameters: tuple[m.Parameter, ...], values: tuple[tuple[Part, ...], ...]
    ) -> dict[tuple[str, int], AbiSlot]:
        found: dict[tuple[str, int], AbiSlot] = {}
        for number, (parameter, parts) in enumerate(zip(parameters, values, strict=True), 1):
            for part in parts:
                for place in self._of(part, parameter.type, number):
                    found[place.key] = place
        return found

    def _of(self, part: Part, kind: m.Type, number: int) -> list[AbiSlot]:
        if part.scalar is not None and part.register is not None:
            key = ("float" if part.scalar.is_float else "int", part.register)
            return [AbiSlot(key, register_name(part, self.target), part.scalar, number, kind)]
        at = part.stack or 0
        sizes = Sizes.of(self.target.platform)
        if part.size > _MANY * sizes.word:
            return [AbiSlot(("stack", at), f"stack+{at}", Scalar("memory", at, part.size), number, kind)]
        inner = scalars(kind, sizes, at)
        return [AbiSlot(("stack", s.offset), f"stack+{s.offset}", s, number, kind) for s in inner]


def short_text(kind: m.Type) -> str:
    """Text of a type with package names in place of import paths, as in Go source."""
    return _PATH.sub("", type_text(kind))


def call_layout(signature: m.Signature, target: Target) -> CallLayout | None:
    """Layout of a call by signature; None when a type is not known: then nothing is compared."""
    try:
        return CallLayout(signature, target)
    except Unresolved:
        return None
