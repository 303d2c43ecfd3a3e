"""A var that shares its memory with upstream's has another size, alignment or other pointers.

## What it does
Lays out the type of a pulled var and that of upstream's var in each version and on each platform, and compares size, alignment and where the pointers are. A type that cannot be resolved is not compared.

## Why it is bad
Both names are one piece of memory. A larger local var reads and writes what lies behind upstream's; pointers in other places are not seen, or integers are taken for pointers, by the garbage collector.

## Example
    //go:linkname overflowError runtime.overflowError
    var overflowError [4]uintptr

## Use instead
    //go:linkname overflowError runtime.overflowError
    var overflowError error

## Go versions
All versions; layouts differ between them.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.contract.call_layout import short_text
from golinkname_ls.golang.sizes.layout import Sizes
from golinkname_ls.program.directive_with_stub import Link, LinkForm
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Stage
from golinkname_ls.rules.core.item_place import at_stub
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.core.upstream_summary import summary
from golinkname_ls.rules.core.variable_difference import layout_difference
from golinkname_ls.rules.fixes.variable_type import rewrite_variable
from golinkname_ls.syntax.items.declarations import VarDeclaration

RULE = Rule("LN304", "variable-layout", Stage.RUNTIME, "The var's size, alignment or pointers differ from upstream's")


def check_link(unit: Unit, link: Link) -> Iterator[Violation]:
    """Report every pulled var whose layout differs."""
    stub = link.stub
    if link.form is not LinkForm.PULL or not isinstance(stub, VarDeclaration):
        return
    found = unit.outcome(link).found
    if found is None:
        return
    ours, theirs = unit.variable(stub.name), unit.upstream_variable(link)
    found_difference = layout_difference(ours, theirs, Sizes.of(unit.target.platform))
    if found_difference is None:
        return
    text, severity = found_difference
    message = f"{link.local} is {short_text(ours)}, {link.remote} is {short_text(theirs)}: {text}"
    fixes = DeferredCall(rewrite_variable, unit, link, theirs)
    yield Violation(RULE, at_stub(link), message, severity, link=link, upstream=summary(found), fixes=fixes)
