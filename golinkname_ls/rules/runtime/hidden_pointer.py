"""A pointer on one side is a uintptr on the other, where the garbage collector does not see it.

## What it does
Reports a stub that has a `uintptr` where upstream has a pointer, or the other way round.

## Why it is bad
A `uintptr` keeps nothing alive: what only the stub's side knows can be freed or moved (stacks move) while it is in use. It is right for what the garbage collector does not own, like a `*g` or a `*_type`.

## Example
    //go:linkname mallocgc runtime.mallocgc
    func mallocgc(size uintptr, typ unsafe.Pointer, needzero bool) uintptr

## Use instead
    //go:linkname mallocgc runtime.mallocgc
    func mallocgc(size uintptr, typ unsafe.Pointer, needzero bool) unsafe.Pointer

## Go versions
All versions.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.contract.call_differences import BreachKind
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.rules.core.finding import Severity, Stage
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.runtime.signature_findings import signature_findings

RULE = Rule("LN303", "hidden-pointer", Stage.RUNTIME, "A pointer on one side is a uintptr on the other")


def check_link(unit: Unit, link: Link) -> Iterator[Violation]:
    """Report every pulled func with a pointer that the garbage collector cannot see."""
    yield from signature_findings(unit, link, RULE, BreachKind.HIDDEN_POINTER, Severity.HINT)
