"""The stub is a func and the remote a var, or the other way round.

## What it does
Finds a func pulled from a var, or pushed onto one, and a var laid over a func.

## Why it is bad
A func pulled from a var: the linker stops with `not defined for ABIInternal (but is defined for ABI0)`. A var over a func gets storage of its own and never sees the func; the linker of 1.27 stops with `non-function sym SYMBOL passed to GetFuncDwarfAuxSyms` when the func is marked and the var is used, and when a body is pushed onto a var of std; that of 1.23 and later does so for a var that is larger than the entry of a marked func, whose size no source tells.

## Example
    //go:linkname zerobase runtime.zerobase
    func zerobase()

## Use instead
    //go:linkname overflowError runtime.overflowError
    var overflowError error

## Go versions
All versions, on platforms with the register ABI.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.linking.resolving.outcomes import Problem
from golinkname_ls.linking.resolving.program_resolution import is_func
from golinkname_ls.program.directive_with_stub import Link, LinkForm
from golinkname_ls.rules.core.finding import Severity, Stage
from golinkname_ls.rules.core.item_place import at_directive
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.core.upstream_summary import defined_at, summary

RULE = Rule("LN204", "wrong-kind", Stage.LINK, "The stub is a func and the remote a var, or the other way round")


def check_link(unit: Unit, link: Link) -> Iterator[Violation]:
    """Report every link between a func and a var."""
    if link.stub is None or not link.source.outline.imports_unsafe:
        return
    answer = unit.outcome(link)
    if answer.problem is not Problem.KIND:
        return
    # A var is read where a func's value is thrown away.
    here = unit.reached if is_func(link) else unit.mentioned
    used = not answer.needs_mention or here(link.local) or unit.mentioned_elsewhere(link.local)
    if link.form is LinkForm.PUSH and is_func(link):
        message = (
            f"{link.remote} is a var ({defined_at(answer.found)}): the linker of Go {unit.target.go} stops with "
            f"`non-function sym {link.remote}`"
        )
    elif is_func(link):
        message = (
            f"relocation target {link.remote} not defined for ABIInternal (but is defined for ABI0): "
            f"it is a var ({defined_at(answer.found)})"
        )
    else:
        message = f"{link.remote} is a func ({defined_at(answer.found)}): the var gets storage of its own"
        if answer.sure or answer.condition:
            stops = f"the linker of Go {unit.target.go} stops with `non-function sym {link.remote}`"
            message += f", and {stops}{answer.proviso}"
    severity = Severity.ERROR if answer.sure and used else Severity.WARNING
    yield Violation(RULE, at_directive(link), message, severity, link, summary(answer.found))
