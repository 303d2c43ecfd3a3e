"""The remote is defined in assembly under another ABI.

## What it does
Finds a pull of an assembly func that its package does not declare in Go, and, before 1.22, of one that a directive of its own package marks.

## Why it is bad
The linker stops with `not defined for ABIInternal (but is defined for ABI0)`; in the second case linkers before 1.22 crash.

## Example
    //go:linkname asmf example.com/lib.asmf   // lib has only TEXT ·asmf(SB)
    func asmf() int64

## Use instead
    // In lib, so that the compiler makes the wrapper:
    func asmf() int64

## Go versions
All versions, on platforms with the register ABI.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.linking.resolving.outcomes import Problem
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.rules.core.finding import Severity, Stage
from golinkname_ls.rules.core.item_place import at_directive
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.core.upstream_summary import defined_at, summary
from golinkname_ls.rules.fixes.assembly_func_declaration import declare_in_go

RULE = Rule("LN205", "wrong-abi", Stage.LINK, "The remote is defined in assembly under another ABI")


def check_link(unit: Unit, link: Link) -> Iterator[Violation]:
    """Report every pull of what Go code cannot call."""
    if link.stub is None or not link.source.outline.imports_unsafe:
        return
    answer = unit.outcome(link)
    if answer.problem is Problem.ABI:
        message = (
            f"relocation target {link.remote} not defined for ABIInternal (but is defined for ABI0): "
            f"{defined_at(answer.found)} has it in assembly only, without a Go declaration"
        )
    elif answer.problem is Problem.ASSEMBLY:
        message = f"the linker of Go {unit.target.go} crashes: {link.remote} is assembly that a directive marks"
    else:
        return
    fixes = declare_in_go(unit, link, answer.found) if answer.problem is Problem.ABI else ()
    # What is only thrown away is never looked for, but the crash comes with the name alone.
    here = unit.reached if answer.problem is Problem.ABI else unit.mentioned
    used = here(link.local) or unit.mentioned_elsewhere(link.local)
    severity = Severity.ERROR if used else Severity.WARNING
    yield Violation(RULE, at_directive(link), message, severity, link, summary(answer.found), fixes)
