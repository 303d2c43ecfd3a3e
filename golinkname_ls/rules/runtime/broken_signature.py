"""Arguments or results travel in other places than upstream reads or sets.

## What it does
Resolves the types of the stub and of the upstream func in each version and on each platform, lays them out and runs Go's calling convention for both. It reports a stub that does not set an argument which upstream reads, or sets fewer bytes of it; that reads a result which upstream does not set, or more bytes of it; that has a pointer where upstream has an integer; that reserves less stack than upstream uses. A type that cannot be resolved is not compared.

## Why it is bad
Nobody else compares them: the program builds and reads garbage, or corrupts memory.

## Example
    //go:linkname nanotime runtime.nanotime
    func nanotime() string

## Use instead
    //go:linkname nanotime runtime.nanotime
    func nanotime() int64

## Go versions
All versions; signatures differ between them.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.contract.call_differences import BreachKind
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.rules.core.finding import Severity, Stage
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.runtime.signature_findings import signature_findings

RULE = Rule(
    "LN301",
    "broken-signature",
    Stage.RUNTIME,
    "Arguments or results travel in other places than upstream reads or sets",
)


def check_link(unit: Unit, link: Link) -> Iterator[Violation]:
    """Report every pulled func whose stub breaks upstream's calling sequence."""
    yield from signature_findings(unit, link, RULE, BreachKind.BROKEN, Severity.ERROR)
