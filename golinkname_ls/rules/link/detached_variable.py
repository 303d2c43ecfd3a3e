"""Nothing defines the remote var: it silently becomes a new one.

## What it does
Finds a var whose remote no package of the program defines, and one of another type in the place of `runtime.buildVersion`, which the linker sets.

## Why it is bad
The program builds, and the var is a fresh one with nothing behind it.

## Example
    //go:linkname noSuchVar runtime.noSuchVar
    var noSuchVar int

## Use instead
    //go:linkname overflowError runtime.overflowError
    var overflowError error

## Go versions
All versions. Not followed: the linker of 1.19 stops with `relocation target go.info.TYPE not defined` when the var has another type than the one it joins and nothing else in the program has that type.
"""

from __future__ import annotations

from collections.abc import Iterator

from golinkname_ls.catalog.std.symbols import split_symbol
from golinkname_ls.linking.resolving.outcomes import Problem
from golinkname_ls.program.directive_with_stub import Link
from golinkname_ls.rules.core.alternatives import nearest_names, qualified_names, suggestion
from golinkname_ls.rules.core.deferred_call import DeferredCall
from golinkname_ls.rules.core.finding import Severity, Stage
from golinkname_ls.rules.core.item_place import at_directive
from golinkname_ls.rules.core.remote_trial import has_same_type
from golinkname_ls.rules.core.rule import Rule, Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.core.upstream_summary import summary
from golinkname_ls.rules.fixes.remote_argument import change_remote
from golinkname_ls.syntax.items.declarations import VarDeclaration

RULE = Rule("LN206", "detached-variable", Stage.LINK, "Nothing defines the remote var: it silently becomes a new one")


def check_link(unit: Unit, link: Link) -> Iterator[Violation]:
    """Report every var that stands alone."""
    if not isinstance(link.stub, VarDeclaration) or not link.source.outline.imports_unsafe:
        return
    answer = unit.outcome(link)
    if answer.problem is Problem.DETACHED:
        yield _detached(unit, link)
    elif answer.problem is Problem.STAMPED:
        message = f"{link.remote}: cannot set with -X: not a var of type string, but of {link.stub.type}"
        yield Violation(RULE, at_directive(link), message, link=link, upstream=summary(answer.found))


def _detached(unit: Unit, link: Link) -> Violation:
    fits = DeferredCall(has_same_type, unit, link)
    inside = unit.symbols.has_package(split_symbol(link.remote)[0])
    close = (
        nearest_names(unit, link.remote, fits) if inside else [s for s in qualified_names(unit, link.remote) if fits(s)]
    )
    said, names = suggestion(unit, link.remote, close)
    message = f"nothing in the program defines {link.remote}: the var is a new one{said}"
    fixes = DeferredCall(change_remote, unit, link, names)
    return Violation(RULE, at_directive(link), message, Severity.WARNING, link, fixes=fixes)
