"""The stub works, but says something else than upstream.

## What it does
Reports a stub whose arguments and results travel where upstream expects them while it says something else of them: another width or sign, an argument too many, a result left out. Names, parameter names and pointers to other types do not count: outside its package most upstream types cannot be written.

## Why it is bad
It works on this platform and in this version. On another one the same words can have other sizes (`int` for `int64` breaks on 386), and readers are misled.

## Example
    //go:linkname nanotime runtime.nanotime
    func nanotime() uint64

## Use instead
    //go:linkname nanotime runtime.nanotime
    func nanotime() int64

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

RULE = Rule("LN302", "inexact-signature", Stage.RUNTIME, "The stub travels in the same places but says other types")


def check_link(unit: Unit, link: Link) -> Iterator[Violation]:
    """Report every pulled func whose stub works all the same."""
    yield from signature_findings(unit, link, RULE, BreachKind.INEXACT, Severity.INFORMATION)
